"""What a baseline remembers, what wakes it, and what it forgets."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribal.baseline import Baseline, Entry
from scribal.engine import Engine
from scribal.error import UserError
from scribal.finding import Diagnostic, Place, Severity
from scribal.markup import document
from scribal.rule import PatternRule
from scribal.text import Sees
from stage.cli import findings, run
from stage.toys import Loud


class Blanks(PatternRule):
    """Somebody pressed the key twice."""

    id = "toy/blanks"
    summary = "two blanks"
    message = "two blanks"
    sees = Sees.SOURCE
    patterns = ("  ",)
    pattern = r"[ ]{2,}(?=\S)"


ENGINE = Engine([Loud(), Blanks()])
FILE = Path("baseline.json")


def found(text: str, path: str = "a.txt", record: str | None = None) -> list[Diagnostic]:
    return ENGINE.lint(document(text, Place(path, record)))


def news(old: str, new: str) -> list[str]:
    """Return what is new in a text for a baseline made of an older one."""
    baseline = Baseline(FILE).renewed(found(old), lambda file, rule: True)
    return [diagnostic.excerpt for diagnostic in baseline.news(found(new))]


TEXT = "The tram is LOUD at night.\n\nThe bus is  not so loud, says the NEWS.\n"


def test_old_findings_are_quiet() -> None:
    assert [diagnostic.excerpt for diagnostic in found(TEXT)] == ["LOUD", "  ", "NEWS"]
    assert news(TEXT, TEXT) == []


@pytest.mark.parametrize(
    "moved",
    [
        f"A new first line.\n\n{TEXT}",
        "\n\n".join(reversed(TEXT.strip().split("\n\n"))),
        TEXT.replace("The tram is LOUD at night.", "So it goes today. The tram is LOUD at night."),
        TEXT.replace("\n", "\r\n"),
    ],
)
def test_text_that_moved_wakes_nothing(moved: str) -> None:
    assert news(TEXT, moved) == []


def test_a_wrapped_paragraph_wakes_nothing_when_it_is_wrapped_again() -> None:
    words = "one two three four five six seven eight nine ten LOUD " * 12
    old, new = ("\n".join(wrapped(words.split(), size)) + "\n" for size in (12, 9))
    assert len(found(old)) == 12
    assert news(old, new) == []


def wrapped(words: Sequence[str], size: int) -> list[str]:
    return [" ".join(words[at : at + size]) for at in range(0, len(words), size)]


def test_new_findings_are_not_quiet() -> None:
    assert news(TEXT, TEXT + "\nThe boat is LOUD too.\n") == ["LOUD"]


def test_a_second_one_that_is_just_the_same_is_new() -> None:
    assert news(TEXT, f"{TEXT}\n{TEXT}") == ["LOUD", "  ", "NEWS"]


def test_the_same_words_in_another_file_or_record_are_new() -> None:
    baseline = Baseline(FILE).renewed(found(TEXT, "a.jsonl", "7"), lambda file, rule: True)
    assert list(baseline.news(found(TEXT, "a.jsonl", "7"))) == []
    assert list(baseline.news(found(TEXT, "a.jsonl", "8"))) == found(TEXT, "a.jsonl", "8")
    assert list(baseline.news(found(TEXT, "b.jsonl", "7"))) == found(TEXT, "b.jsonl", "7")


def test_what_the_engine_says_for_itself_is_always_news() -> None:
    [own, *_] = found(TEXT)
    failed = Diagnostic(own.place, "scribal/rule-failed", Severity.ERROR, "the rule failed", *([0] * 6), "")
    baseline = Baseline(FILE).renewed([failed], lambda file, rule: True)
    assert baseline.known == Counter()
    assert list(baseline.news([failed])) == [failed]


@given(st.lists(st.sampled_from(["The tram is LOUD.", "It is  far.", "An EEL swims.", "All is well."])))
def test_what_is_saved_is_read_and_all_of_it_is_known(lines: list[str]) -> None:
    diagnostics = found("\n\n".join(lines))
    baseline = Baseline(FILE).renewed(diagnostics, lambda file, rule: True)
    assert list(baseline.news(diagnostics)) == []
    assert baseline.stale(lambda file, rule: True) == []
    assert json.loads(baseline.dump()) == {
        "version": 1,
        "findings": [{**e._asdict(), "count": n} for e, n in sorted(baseline.known.items())],
    }


def test_what_is_saved_is_sorted_and_is_an_entry_a_line(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    entries = Counter(
        {Entry("b.txt", "x/y", "2"): 1, Entry("b.txt", "x/y", "1"): 3, Entry("a.txt", "x/z", "3"): 1}
    )
    Baseline(file, entries).save()
    assert file.read_bytes().decode().split("\n") == [
        '{"version": 1, "findings": [',
        '{"path": "a.txt", "rule": "x/z", "words": "3", "count": 1},',
        '{"path": "b.txt", "rule": "x/y", "words": "1", "count": 3},',
        '{"path": "b.txt", "rule": "x/y", "words": "2", "count": 1}',
        "]}",
        "",
    ]
    assert Baseline.read(file).known == entries
    assert list(tmp_path.iterdir()) == [file]


def test_an_empty_baseline_is_read_too(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    Baseline(file).save()
    assert Baseline.read(file).known == Counter()


def test_a_baseline_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "baseline.json"
    with pytest.raises(UserError, match="nowhere"):
        Baseline(file).save()


def test_paths_are_seen_from_the_folder_of_the_baseline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    seen = [
        Baseline(file).relative(path)
        for file in (tmp_path / "docs" / "b.json", Path("docs/b.json"))
        for path in ("docs/a.txt", "./docs//a.txt", str(tmp_path / "docs" / "a.txt"), "a.txt")
    ]
    assert seen == ["a.txt", "a.txt", "a.txt", "../a.txt"] * 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "is no baseline: Expecting property name"),
        (b"[]", "is no baseline: it lists no findings"),
        (b'{"version": 1}', "is no baseline: it lists no findings"),
        (b'{"version": 2, "findings": []}', "is a baseline of version 2, not 1"),
        (b'{"version": 1, "findings": [7]}', "is no baseline: its finding 1 is 7"),
        (b'{"version": 1, "findings": [{"path": "a"}]}', "is no baseline: its finding 1 is {'path': 'a'}"),
        (
            b'{"version": 1, "findings": [{"path": "a", "rule": "b", "words": "c", "count": 0}]}',
            "is no baseline: its finding 1 is",
        ),
        (b"\xff", "'utf-8' codec can't decode"),
        (None, "no such baseline; --add-baseline writes one"),
    ],
)
def test_a_broken_baseline_is_an_error_that_names_it(
    tmp_path: Path, content: bytes | None, message: str
) -> None:
    file = tmp_path / "baseline.json"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UserError) as error:
        Baseline.read(file)
    assert str(error.value).startswith(f"{file}: {message}")


def test_what_was_fixed_is_forgotten_and_what_was_not_looked_at_is_kept(tmp_path: Path) -> None:
    for name in ("read.txt", "other.txt"):
        (tmp_path / name).touch()
    entries = [
        Entry("read.txt", "toy/loud", "fixed"),
        Entry("read.txt", "toy/off", "rule is off"),
        Entry("other.txt", "toy/loud", "file not read"),
        Entry("gone.txt", "toy/loud", "file is gone"),
    ]
    old = Baseline(tmp_path / "baseline.json", Counter(entries))

    def checked(file: Path, rule: str) -> bool:
        return (file, rule) == (tmp_path / "read.txt", "toy/loud")

    [loud] = found("It is LOUD.", str(tmp_path / "read.txt"))
    new = old.renewed([loud], checked)
    assert new.known == Counter([old.entry(loud), *entries[1:3]])
    assert (list(old.news([loud])), old.stale(checked)) == ([loud], [entries[0]])


def scribal(folder: Path, *arguments: str) -> tuple[int, list[str], str]:
    """Return the exit code, the excerpts of what is found, and what is said besides."""
    done = run("check", "--output-format", "jsonl", *arguments, cwd=folder)
    return done.returncode, [str(found["excerpt"]) for found in findings(done)], done.stderr.decode()


def test_a_baseline_from_first_to_last(tmp_path: Path) -> None:
    family = tmp_path / "rules" / "toy"
    family.mkdir(parents=True)
    (family / "loud.py").write_text(
        "from scribal import PatternRule\n\n\nclass Loud(PatternRule):\n    summary = message = 'loud'\n"
        "    patterns = ('[A-Z]{3}',)\n    pattern = '[A-Z]{3,}'\n"
    )
    (tmp_path / "scribal.toml").write_text(
        'select = ["toy"]\nrule-paths = ["rules"]\nbaseline = "known.json"\n'
    )
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("A LOUD noise.\n")
    (tmp_path / "docs" / "b.txt").write_text("A GREAT noise.\n")

    assert scribal(tmp_path, "docs")[0] == 2
    assert scribal(tmp_path, "docs", "--add-baseline")[:2] == (0, [])
    assert scribal(tmp_path, "docs")[:2] == (0, [])
    assert scribal(tmp_path / "docs", str(tmp_path / "docs"))[:2] == (0, [])

    (tmp_path / "docs" / "a.txt").write_text("So quiet.\n\nA NEW noise.\n")
    code, excerpts, said = scribal(tmp_path, "docs")
    assert (code, excerpts) == (1, ["NEW"])
    assert "1 finding gone; --add-baseline forgets what was fixed" in said
    assert scribal(tmp_path, "docs/b.txt") == (0, [], "")

    assert scribal(tmp_path, "docs/a.txt", "--add-baseline")[:2] == (0, [])
    assert scribal(tmp_path, "docs") == (0, [], "")
    (tmp_path / "docs" / "a.txt").write_text("A LOUD noise.\n")
    assert scribal(tmp_path, "docs")[:2] == (1, ["LOUD"])

    (tmp_path / "known.json").write_text("no baseline")
    before = (tmp_path / "known.json").read_bytes()
    assert scribal(tmp_path, "docs", "--add-baseline")[0] == 2
    assert (tmp_path / "known.json").read_bytes() == before
