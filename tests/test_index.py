"""The index: rules that sleep are the rules that are there, whatever became of the cache."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scribal.catalog import load, package_of
from scribal.engine import FAILED, Engine
from scribal.error import UserError
from scribal.finding import Place
from scribal.index import TRAITS, Sleeper, load_asleep, stamp_of
from scribal.markup import document
from scribal.rule import Rule
from scribal.waking import waking

ARROW = '''
from scribal import PatternRule


class Arrow(PatternRule):
    """Arrows are typed, not drawn."""

    summary = "A typed arrow."
    message = "“{found}” is a typed arrow"
    patterns = ("->",)
    pattern = "->"
'''

FIXTURES = Path(__file__).parent.parent / "fixtures"

OWN = {"bad", "good", "id", "file", "literals", "patterns", "lines", "waking", "kept"}
"""What a rule says that a run has no need of, or that the index keeps beside the traits."""


@pytest.fixture
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a cache that is empty at first."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    return tmp_path / "cache" / "scribal"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one rule."""
    (tmp_path / "rules" / "style").mkdir(parents=True)
    (tmp_path / "rules" / "style" / "arrow.py").write_text(ARROW)
    return tmp_path / "rules"


def indexes(cached: Path) -> list[Path]:
    return sorted(cached.glob("*.rules"))


def arrow(folder: Path) -> Rule:
    """Return the folder's rule as a run has it."""
    [rule] = [rule for rule in load_asleep([folder]) if rule.id == "style/arrow"]
    return rule


def test_what_is_kept_is_all_that_a_run_asks_of_a_rule() -> None:
    assert {*TRAITS, "severity", "sees"} | OWN == set(Rule.__annotations__)


def plain(rule: Rule) -> dict[str, object]:
    """Return what is known of a rule, whether its lists are tuples or not."""
    known = {trait: getattr(rule, trait) for trait in (*TRAITS, "severity", "sees", "id", "file")}
    known["waking"] = waking(rule)
    return {trait: list(value) if isinstance(value, tuple) else value for trait, value in known.items()}


def test_rules_asleep_are_those_that_are_there(cached: Path, folder: Path) -> None:
    assert not any(isinstance(rule, Sleeper) for rule in load_asleep([folder]))
    asleep = load_asleep([folder])
    assert {type(rule) for rule in asleep} == {Sleeper}
    assert [plain(rule) for rule in asleep] == [plain(rule) for rule in load([folder])]


def test_rules_asleep_find_what_the_others_find(cached: Path) -> None:
    text = document((FIXTURES / "article.txt").read_text("utf-8"), Place("a"))
    load_asleep()
    asleep = Engine([rule for rule in load_asleep() if not rule.categories]).lint(text)
    assert asleep == Engine([rule for rule in load() if not rule.categories]).lint(text)
    assert asleep


def test_a_rule_with_options_does_not_sleep(cached: Path, folder: Path) -> None:
    with pytest.raises(UserError, match="unknown option"):
        load_asleep([folder], {"style/arrow": {"colour": "red"}})


@pytest.mark.parametrize("change", ["rule", "data", "new rule", "gone"])
def test_the_index_is_made_anew_when_a_file_changes(cached: Path, folder: Path, change: str) -> None:
    family = folder / "style"
    (family / "_arrows.txt").write_text("->")
    arrow(folder)
    if change == "rule":
        (family / "arrow.py").write_text(ARROW.replace("a typed arrow", "an arrow that was typed"))
    elif change == "data":
        (family / "_arrows.txt").write_text("-->")
    elif change == "new rule":
        (family / "dart.py").write_text(ARROW.replace("Arrow", "Dart"))
    else:
        (family / "_arrows.txt").unlink()
    assert not isinstance(arrow(folder), Sleeper)
    assert isinstance(arrow(folder), Sleeper)
    assert len(indexes(cached)) == 2


@pytest.mark.parametrize("broken", [b"", b"\0", b"[]", b"00000000\0[]", b"{", b"\xff"])
def test_a_broken_index_is_none(cached: Path, folder: Path, broken: bytes) -> None:
    arrow(folder)
    [path] = indexes(cached)
    stamp = path.read_bytes().partition(b"\0")[0]
    for data in (broken, stamp + b"\0" + broken):
        path.write_bytes(data)
        assert not isinstance(arrow(folder), Sleeper)


def test_an_index_that_was_damaged_is_none(cached: Path, folder: Path) -> None:
    arrow(folder)
    [path] = indexes(cached)
    whole = path.read_bytes()
    for data in (whole[:-1], whole + b" ", whole.replace(b'"->"', b'"=>"')):
        path.write_bytes(data)
        assert waking(arrow(folder)).patterns == ["->"]


def test_what_another_wrote_under_the_same_name_is_left_alone(cached: Path, folder: Path) -> None:
    arrow(folder)
    [path] = indexes(cached)
    path.write_bytes(b"another stamp" + path.read_bytes())
    assert not isinstance(arrow(folder), Sleeper)
    assert isinstance(arrow(folder), Sleeper)


def test_a_cache_that_cannot_be_written_changes_nothing(cached: Path, folder: Path) -> None:
    cached.parent.mkdir()
    cached.write_text("no folder")
    assert not isinstance(arrow(folder), Sleeper)
    assert not isinstance(arrow(folder), Sleeper)


def test_runs_at_the_same_time_do_not_disturb_one_another(cached: Path, folder: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: plain(arrow(folder)), range(12)))
    assert all(known == found[0] for known in found)
    assert [path.suffix for path in cached.iterdir()] == [".rules"]


def test_links_that_lead_nowhere_and_hidden_files_do_not_matter(cached: Path, folder: Path) -> None:
    before = stamp_of({"own": folder})
    (folder / "style" / ".#arrow.py").symlink_to("nobody@nowhere")
    (folder / "style" / "_gone.py").symlink_to("gone.py")
    assert stamp_of({"own": folder}) == before
    (folder / "style" / "_round").symlink_to(".")
    assert arrow(folder).id == "style/arrow"


def test_a_rule_that_cannot_be_loaded_when_it_wakes_is_named(
    cached: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # Python would not see that the file has changed
    file = folder / "style" / "arrow.py"
    arrow(folder)
    status = file.stat()
    file.write_text("import nothing_of_the_kind\n".ljust(status.st_size, "#"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    forget(folder)
    sleeper = arrow(folder)
    assert isinstance(sleeper, Sleeper)
    [found] = Engine([sleeper]).lint(document("a -> b", Place("a")))
    assert found.rule == FAILED
    assert str(file) in found.message and "nothing_of_the_kind" in found.message


def test_a_rule_that_keeps_what_is_no_plain_data_is_named(cached: Path, folder: Path) -> None:
    file = folder / "style" / "arrow.py"
    file.write_text(f"{ARROW}\n    def keeps(self):\n        return object()\n")
    with pytest.raises(UserError, match=r"arrow\.py: what the rule keeps is not made of plain data"):
        load_asleep([folder])


def test_a_rule_has_what_it_kept_when_it_wakes(cached: Path, folder: Path) -> None:
    file = folder / "style" / "arrow.py"
    file.write_text(f'{ARROW}\n    def keeps(self):\n        return {{"->": ["→"]}}\n')
    assert arrow(folder).kept is None
    sleeper = arrow(folder)
    assert isinstance(sleeper, Sleeper)
    assert sleeper.awake.kept == {"->": ["→"]}


def forget(folder: Path) -> None:
    """Let the modules of a folder be imported again."""
    for name in [name for name in sys.modules if name.startswith(package_of(folder) + ".")]:
        del sys.modules[name]
