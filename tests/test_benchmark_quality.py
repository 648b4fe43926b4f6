"""The command that measures rules: what it counts, and what it prints."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from stage.benchmarks import benchmark, measured, write


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


def test_false_flags_are_told_by_the_code_points_of_each_language(pack: Path, sets: Path) -> None:
    text = "Die die gehen, die die bleiben."
    write(sets, "a.jsonl", {"id": "a", "lang": "de", "text": text, "clean": True})
    write(sets, "b.jsonl", {"id": "b", "lang": "en", "text": "All is well here.", "clean": True})
    result = benchmark("quality.py", sets, "--rule-path", pack, "--select", "toy-box/doubled")
    assert result.stdout.splitlines()[-1].strip() == (
        f"false flags in 60,000 code points: de {60_000 / len(text):.2f}, en 0.00"
    )
