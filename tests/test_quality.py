"""What is measured of the rules, and the command that measures them."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scribal.catalog import folder_of, load_from, package_of
from scribal.error import UserError
from scribal.listing import explanation
from scribal.quality import FILE, Row, row, rows

ROOT = Path(__file__).parent.parent
BUILT_IN = folder_of("scribal_rules")
RULES = load_from({"scribal_rules": BUILT_IN})

ROW = """\
[doubled]
words = 40_000
languages = ["de", "en"]
hits = 3
true = 2
false = 1
date = 2026-03-01
sets = ["news"]
"""

DOUBLED = '''
from scribal import PatternRule, Safety


class Doubled(PatternRule):
    """Somebody wrote a word twice."""

    summary = "a word stands twice"
    message = "“{found}” says it twice"
    patterns = (r"\\p{L} \\p{L}",)
    pattern = r"\\b(\\p{L}++)[ ]\\1\\b"

    def replacements(self, match, view):
        yield match[1], Safety.UNSAFE
'''

PACK = """
summary = "a menu"
message = "“{found}” is a menu"
why = "Menus are not text."
severity = "info"
languages = ["en"]
safety = "safe"
drop = true
phrases = ["share this"]
"""


def benchmark(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / script), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"}
    )


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A folder of rules of one's own: one in Python, one in TOML with a folder to itself."""
    family = tmp_path / "pack" / "toy_box"
    (family / "menu").mkdir(parents=True)
    (family / "doubled.py").write_text(DOUBLED, "utf-8")
    (family / "menu" / "rule.toml").write_text(PACK, "utf-8")
    return tmp_path / "pack"


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    folder = tmp_path / "sets"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, *texts: Mapping[str, Any]) -> None:
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    if name.endswith(".gz"):
        (folder / name).write_bytes(gzip.compress(lines.encode()))
    else:
        (folder / name).write_text(lines, "utf-8")


def measured(sets: Path, pack: Path, *arguments: str) -> list[dict[str, Any]]:
    form = ("--rule-path", pack, "--select", "toy-box", "--output-format", "json")
    result = benchmark("quality.py", sets, *form, *arguments)
    assert result.returncode == 0, result.stderr
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_a_stable_rule_has_a_row_for_all_its_languages_and_is_hardly_ever_wrong() -> None:
    faults: list[str] = []
    for rule in RULES:
        if rule.preview:
            continue
        found = row(rule)
        if found is None:
            faults.append(f"{rule.id} has no row and must be preview")
        elif missing := set(rule.languages) - set(found.languages):
            faults.append(f"{rule.id} was not measured in {sorted(missing)}: they are preview languages")
        elif found.false * 20_000 > found.words:
            faults.append(
                f"{rule.id} is wrong {found.false} times in {found.words} words: it must be preview"
            )
    assert faults == []


def test_every_row_belongs_to_a_rule_and_rows_are_sorted() -> None:
    ids = {rule.id for rule in RULES}
    for file in sorted(BUILT_IN.glob(f"*/{FILE}")):
        names = list(rows(file.parent))
        family = file.parent.name.replace("_", "-")
        assert [name for name in names if f"{family}/{name}" not in ids] == []
        assert names == sorted(names)


def test_the_page_is_current() -> None:
    page = benchmark("quality_page.py")
    assert (page.returncode, page.stderr) == (0, "")
    assert (ROOT / "docs" / "quality.md").read_text("utf-8") == page.stdout


def test_rows_of_rules_of_ones_own(pack: Path) -> None:
    table = ROW + ROW.replace("doubled", "menu") + 'note = "menus of shops"\n'
    (pack / "toy_box" / FILE).write_text(table, "utf-8")
    numbers: dict[str, Any] = {
        "words": 40_000,
        "languages": ("de", "en"),
        "hits": 3,
        "true": 2,
        "false": 1,
        "date": date(2026, 3, 1),
        "sets": ("news",),
    }
    doubled, menu = rules = load_from({package_of(pack): pack})
    assert (row(doubled), row(menu)) == (Row(**numbers), Row(**numbers, note="menus of shops"))
    assert (
        "- measured: 3 hits in 40,000 words of edited text in de, en, 2 right and 1 wrong, "
        "read on 2026-03-01 (menus of shops)\n"
    ) in explanation(rules, "toy-box/menu")


def test_a_rule_without_a_row_has_none(pack: Path) -> None:
    rules = load_from({package_of(pack): pack})
    assert [row(rule) for rule in rules] == [None, None]
    assert "measured" not in explanation(rules, "toy-box/doubled")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("hits = 3", "hits = 4", "“doubled”: 4 hits are not 2 true and 1 false ones"),
        ("hits = 3", "hit = 3", "“doubled”: unknown key “hit”; did you mean “hits”?"),
        ("hits = 3\n", "", "“doubled”: “hits” is missing"),
        ("words = 40_000", "words = -1", "“doubled”: “words” must be a whole number, not negative"),
        ('sets = ["news"]', "sets = [1]", "“doubled”: “sets” must be a list of strings"),
        ("2026-03-01", '"March"', "“doubled”: “date” must be a date"),
        ("2026-03-01", "2026-03-01T08:00:00", "“doubled”: “date” must be a date"),
        (ROW, "doubled = 1", "“doubled” must be a table"),
    ],
)
def test_a_broken_row_is_an_error_with_file_and_key(tmp_path: Path, old: str, new: str, message: str) -> None:
    (tmp_path / FILE).write_text(ROW.replace(old, new), "utf-8")
    with pytest.raises(UserError) as error:
        rows(tmp_path)
    assert str(error.value) == f"{tmp_path / FILE}: {message}"


def test_a_table_that_is_no_toml_is_an_error_with_its_file(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"[doubled\xff")
    with pytest.raises(UserError, match=FILE):
        rows(tmp_path)


def test_labels_and_right_fixes_are_counted(pack: Path, sets: Path) -> None:
    text = "A cat sat on on the mat. It was the the only one."
    defects = [
        {"start": 10, "end": 15, "class": "doubled", "expected_fix": "on"},
        {"start": 32, "end": 39, "class": "doubled", "expected_fix": "a"},
        {"start": 2, "end": 5, "class": "animal", "expected_fix": "dog", "recurs": 1},
    ]
    write(sets, "marked.jsonl.gz", {"id": 1, "lang": "en", "text": text, "defects": defects, "clean": False})
    counted = {
        "found": {"doubled": 2},
        "mended": {"doubled": 1},
        "false": {},
        "note": 0,
        "open": 0,
        "unscored": 0,
    }
    assert measured(sets, pack) == [
        {
            "set": "marked",
            "texts": 1,
            "whole": 0,
            "edited_words": {},
            "labels": {"animal (once)": 1, "doubled": 2},
            "mendable": {"animal (once)": 1, "doubled": 2},
            "rules": {"all rules": counted, "toy-box/doubled": counted},
        }
    ]


def test_flags_on_clean_text_are_false_and_those_for_information_are_notes(pack: Path, sets: Path) -> None:
    write(
        sets,
        "clean.jsonl",
        {"id": "a", "lang": "de-AT", "text": "Die die gehen, die die bleiben.", "clean": True},
        {"id": "b", "lang": "en", "text": "Share this.\nOne more line.\nThe end.", "clean": True},
        {"id": "c", "lang": "und", "text": "的的 的的", "clean": True},
    )
    [result] = measured(sets, pack)
    assert (result["texts"], result["whole"]) == (3, 1)
    assert result["edited_words"] == {"de": 6, "en": 7, "und": 2}
    assert result["rules"]["toy-box/doubled"]["false"] == {"de": 1, "und": 1}
    assert result["rules"]["toy-box/menu"] == {
        "found": {},
        "mended": {},
        "false": {},
        "note": 1,
        "open": 0,
        "unscored": 0,
    }


@pytest.mark.parametrize(
    ("row", "worth"),
    [
        ({"defects": [{"start": 3, "end": 4, "class": "x", "expected_fix": None}]}, "found"),
        ({"defects": [{"start": 5, "end": 5, "class": "x", "expected_fix": ","}]}, "found"),
        ({"defects": [{"start": 8, "end": 9, "class": "x", "expected_fix": None}]}, "open"),
        ({"keep": [{"start": 0, "end": 20}]}, "false"),
        ({"keep": [{"start": 8, "end": 20}]}, "open"),
        ({"ignore": [{"start": 4, "end": 5}], "keep": [{"start": 0, "end": 20}]}, "unscored"),
        ({"clean": None}, "open"),
    ],
)
def test_what_a_finding_at_2_to_7_is_worth(pack: Path, sets: Path, row: dict[str, Any], worth: str) -> None:
    text = {"id": "a", "lang": "en", "text": "A so so day in all.", "clean": False, "defects": []}
    write(sets, "one.jsonl", {**text, **row})
    [result] = measured(sets, pack)
    score = result["rules"]["toy-box/doubled"]
    total = {name: sum(value.values()) if isinstance(value, dict) else value for name, value in score.items()}
    assert {name: n for name, n in total.items() if n and name != "mended"} == {worth: 1}


def test_a_finding_much_longer_than_its_label_does_not_count_for_it(pack: Path, sets: Path) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitänswitwe"
    text = f"{word} {word}"
    label = {"start": 4, "end": 6, "class": "x", "expected_fix": None}
    write(sets, "long.jsonl", {"id": "a", "lang": "de", "text": text, "defects": [label], "clean": False})
    [result] = measured(sets, pack)
    assert result["rules"]["toy-box/doubled"]["found"] == {}
    assert result["rules"]["toy-box/doubled"]["open"] == 1


def test_a_deleted_line_is_right_whatever_blanks_it_leaves(pack: Path, sets: Path) -> None:
    text = "Here is news.\n\nShare this\n\nThe end.\n"
    label = {"start": 15, "end": 25, "class": "menu", "expected_fix": ""}
    write(sets, "menus.jsonl", {"id": "a", "lang": "en", "text": text, "defects": [label], "clean": False})
    [result] = measured(sets, pack)
    assert result["rules"]["toy-box/menu"]["mended"] == {"menu": 1}


def test_a_row_is_printed_to_be_corrected(pack: Path, sets: Path) -> None:
    write(sets, "b.jsonl", {"id": 1, "lang": "de", "text": "Da, die die gehen.", "clean": True})
    write(sets, "c.jsonl", {"id": 1, "lang": "en", "text": "At the the end.", "clean": True})
    write(sets, "d.jsonl", {"id": 1, "lang": "en", "text": "At the the end.", "clean": False})
    result = benchmark(
        "quality.py", sets, "--rule-path", pack, "--select", "toy-box", "--output-format", "toml"
    )
    table = tomllib.loads(result.stdout)
    today = table["doubled"].pop("date")
    assert type(today) is date
    assert table == {
        "doubled": {
            "words": 8,
            "languages": ["de", "en"],
            "hits": 2,
            "true": 0,
            "false": 2,
            "sets": ["b", "c"],
        },
        "menu": {
            "words": 4,
            "languages": ["en"],
            "hits": 0,
            "true": 0,
            "false": 0,
            "sets": ["b", "c"],
            "date": today,
        },
    }


def test_samples_show_the_finding_in_its_line(pack: Path, sets: Path) -> None:
    write(sets, "a.jsonl", {"id": "x1", "lang": "en", "text": "It was\nso so nice.", "clean": True})
    result = benchmark(
        "quality.py", sets, "--rule-path", pack, "--select", "toy-box/doubled", "--samples", "3"
    )
    assert "      false     It was\\n⟦so so⟧ nice.  [en; x1; “so so” says it twice]\n" in result.stdout


def test_broken_rows_and_missing_sets_are_errors(pack: Path, sets: Path) -> None:
    assert "holds no sets" in benchmark("quality.py", sets).stderr
    (sets / "bad.jsonl").write_text('{"id": 1, "lang": "en", "text": "A."}\n{"id": 2}\n')
    broken = benchmark("quality.py", sets)
    assert (broken.returncode, broken.stdout) == (1, "")
    assert "bad.jsonl:2: KeyError: 'text'" in broken.stderr
    assert "holds no set “good”" in benchmark("quality.py", sets, "--set", "good").stderr
