"""What is measured of the rules, and the command that measures them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scribal.catalog import folder_of, load_from, package_of
from scribal.error import UserError
from scribal.listing import explanation
from scribal.quality import FILE, Row, row, rows
from stage.benchmarks import ROOT, benchmark

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


def test_a_stable_rule_has_a_row_for_all_its_languages_and_is_hardly_ever_wrong() -> None:
    faults: list[str] = []
    for rule in RULES:
        if rule.preview or rule.categories:  # what LanguageTool finds is not for this project to vouch for
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
