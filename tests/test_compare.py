"""What ``scribal corpus`` finds by comparing records."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from scribal import CorpusRule, Note, Verdict, View, mark
from scribal.catalog import folder_of, load
from scribal.cli import scribal
from scribal.corpus.compare import Comparison
from scribal.corpus.notes import Notes, take
from scribal.corpus.spill import Spill
from scribal.engine import FAILED, Engine
from scribal.markup import document

OWN = '''
from scribal import Bad, CorpusRule, Note, Verdict, mark


class Twice(CorpusRule):
    """It breaks."""

    summary = message = "Twice."
    bad = [Bad("a")]
    good = ["b"]

    def notes(self, view, site):
        yield Note(mark(view.text), b"too long")
'''


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def corpus(*arguments: str) -> Result:
    return CliRunner().invoke(scribal, ["corpus", *arguments, "--language", "en"])


def measured(*arguments: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(corpus(*arguments, "--output-format", "json").stdout)
    return report


def write(name: str, texts: list[str], host: str = "a.example") -> None:
    rows = [
        {"text": text, "id": f"{name}-{number}", "url": f"https://www.{host}/{number}"}
        for number, text in enumerate(texts)
    ]
    Path(name).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def test_what_is_there_twice_is_counted_by_group_and_held_against_gates() -> None:
    write("a.jsonl", ["The river rose.", "Nobody slept.", "The river rose."])
    write("b.jsonl", ["Nobody slept.", "The bridge fell."], "b.example")
    Path("scribal.toml").write_text('[gate]\ncorpus = "30 %"\n')
    result = corpus("a.jsonl", "b.jsonl", "--by", "host", "--select", "corpus")
    assert result.exit_code == 1
    assert "corpus/exact-duplicate         2        2  40.00%" in result.stdout
    assert "corpus         40.0000%    30 %" in result.stdout
    report = measured("a.jsonl", "b.jsonl", "--by", "host", "--select", "corpus")
    assert report["groups"]["host"]["b.example"]["rules"] == {"corpus/exact-duplicate": 1}
    assert sorted(sample["message"] for sample in report["samples"]["corpus/exact-duplicate"]) == [
        "the text is that of a.jsonl#a.jsonl-0",
        "the text is that of a.jsonl#a.jsonl-1",
    ]


def test_files_of_text_are_compared_too() -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("The river rose.\n")
    report = measured(".", "--select", "corpus/exact-duplicate")
    [sample] = report["samples"]["corpus/exact-duplicate"]
    assert (sample["place"], sample["message"]) == ("b.txt", "the text is that of a.txt")


def test_several_processes_and_little_memory_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        f"The {name} rose.\nRead it in print." for name in ("Rhine", "Oder", "Elbe", "Main", "Aare") * 30
    ]
    write("a.jsonl", texts)
    options = ("--select", "corpus", "--preview", "--by", "host", "--samples", "300")
    one = measured("a.jsonl", *options, "--jobs", "1")
    monkeypatch.setattr("scribal.pool.BATCH", 1_000)
    monkeypatch.setattr("scribal.corpus.spill.ROOM", 1_000)
    monkeypatch.setattr("scribal.corpus.spill.MOST", 3)
    assert measured("a.jsonl", *options, "--jobs", "2") == one
    assert one["rules"]["corpus/exact-duplicate"]["hit"] == 145
    assert one["rules"]["corpus/template-line"]["hit"] == 150


def test_a_sample_knows_all_other_records() -> None:
    write("a.jsonl", ["The river rose.", *(f"Nobody slept, said {number}." for number in range(200))] * 2)
    report = measured("a.jsonl", "--select", "corpus/exact-duplicate", "--sample", "100", "--samples", "100")
    share = report["rules"]["corpus/exact-duplicate"]["share"]
    assert share["low"] <= 0.5 <= share["high"]
    for sample in report["samples"]["corpus/exact-duplicate"]:
        number = int(sample["place"].rpartition("-")[2])
        assert sample["message"] == f"the text is that of a.jsonl#a.jsonl-{number - 201}"


def test_a_line_is_a_template_on_its_own_site_alone() -> None:
    rivers = ("Rhine", "Oder", "Elbe", "Main", "Aare")
    write("a.jsonl", [f"The {name} rose.\nRead it in print." for name in rivers])
    write("b.jsonl", [f"The {name} fell.\nRead it in print." for name in rivers[:3]], "b.example")
    report = measured("a.jsonl", "b.jsonl", "--select", "corpus/template-line", "--by", "host")
    assert report["groups"]["host"]["a.example"]["all"]["hit"] == 5
    assert report["groups"]["host"]["b.example"]["all"]["hit"] == 0


def test_what_is_allowed_is_not_counted() -> None:
    write("a.jsonl", ["The river rose."] * 3)
    Path("scribal.toml").write_text(
        '[[allow]]\nrule = "corpus/exact-duplicate"\nrecord = "a.jsonl-1"\nreason = "it is quoted"\n'
    )
    assert measured("a.jsonl", "--select", "corpus")["rules"]["corpus/exact-duplicate"]["hit"] == 1


def test_a_rule_that_fails_is_told() -> None:
    Path("rules", "own").mkdir(parents=True)
    Path("rules", "own", "twice.py").write_text(OWN)
    Path("scribal.toml").write_text('rule-paths = ["rules"]\n')
    write("a.jsonl", ["The river rose."])
    result = corpus("a.jsonl", "--select", "own")
    assert result.exit_code == 2
    assert "the rule own/twice failed: ValueError: a note of 12 and 8 bytes, not of 12 and 0" in result.stdout


def test_check_does_not_compare() -> None:
    write("a.jsonl", ["The river rose.", "The river rose.", ""])
    named = CliRunner().invoke(scribal, ["check", "a.jsonl", "--select", "corpus/exact-duplicate"])
    assert "corpus/exact-duplicate compares the records of a corpus: use" in str(named.exception)
    family = CliRunner().invoke(
        scribal, ["check", "a.jsonl", "--select", "corpus", "--output-format", "jsonl"]
    )
    assert [json.loads(line)["rule"] for line in family.stdout.splitlines()] == ["corpus/empty-record"]


class Broken(CorpusRule):
    """Cannot judge."""

    id = "test/broken"
    summary = message = "It is broken."

    def notes(self, view: View, site: str) -> Iterator[Note]:
        yield Note(mark(view.text))

    def judge(self, groups: object) -> Iterator[Verdict]:
        yield Verdict(0)
        raise KeyError("why")


def test_a_rule_that_cannot_judge_is_told() -> None:
    rule, notes = Broken(), Notes()
    take(notes, [rule], Engine([rule]), document("Some text."), 0)
    with Comparison([rule]) as comparison:
        comparison.take(notes.rows)
        comparison.judge()
        assert [(d.rule, d.message) for d in comparison.failures] == [
            (FAILED, "the rule test/broken failed: KeyError: 'why'")
        ]


@given(rows=st.lists(st.binary(min_size=4, max_size=4)), room=st.integers(1, 40), most=st.integers(2, 4))
def test_rows_come_back_sorted(
    tmp_path_factory: pytest.TempPathFactory, rows: list[bytes], room: int, most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scribal.corpus.spill.ROOM", room)
        patch.setattr("scribal.corpus.spill.MOST", most)
        spill = Spill(tmp_path_factory.mktemp("rows"), 4)
        for row in rows:
            spill.add(row)
        assert list(spill) == list(spill) == sorted(rows)


def test_the_thresholds_of_filters_are_whole() -> None:
    file = folder_of("scribal_rules") / "corpus" / "_filters.toml"
    table = tomllib.loads(file.read_text("utf-8"))
    assert list(table) == sorted(table)
    assert {tuple(limits) for limits in table.values()} == {
        ("words", "letters", "stops", "lines", "frequent", "repeated", "ends", "breaks")
    }
    for rule in load():
        if rule.id in ("corpus/gopher-quality", "corpus/gopher-repetition", "corpus/fineweb-lines"):
            assert list(rule.languages) == list(table)
    for limits in table.values():
        assert limits["stops"].split() == sorted(limits["stops"].split())
        shares = (limits["letters"], limits["lines"], limits["ends"], *limits["frequent"].values())
        assert all(0 <= share <= 1 for share in (*shares, *limits["repeated"].values()))
