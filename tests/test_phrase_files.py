"""The phrase files of the packs: what they say of themselves, and the order that they are kept in."""

import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regex

from scribal import fold
from scribal.wording import words_of

RULES = Path(__file__).parent.parent / "rules" / "scribal_rules"
FILES = sorted(file for file in RULES.glob("boilerplate/*/*.toml") if file.name != "rule.toml")
LISTS = ("lines", "weak", "phrases", "unless")
UNSPACED = regex.compile(r"[\p{Hangul}\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")


def tables(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a file's own table and those of its other sources."""
    yield {key: value for key, value in data.items() if not isinstance(value, dict)}
    yield from (value for value in data.values() if isinstance(value, dict))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_phrase_file_names_its_sources_and_is_sorted_and_folded(file: Path) -> None:
    assert regex.fullmatch("[a-z]{2,3}", file.stem), "a phrase file is named after a language"
    for table in tables(tomllib.loads(file.read_text("utf-8"))):
        lists = {key: value for key, value in table.items() if key in LISTS}
        assert not lists or table.get("source")
        for phrases in lists.values():
            assert phrases == sorted(set(phrases))
            assert [p for p in phrases if p != fold(unicodedata.normalize("NFC", " ".join(p.split())))] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_no_phrase_stands_twice(file: Path) -> None:
    data = tomllib.loads(file.read_text("utf-8"))
    every = [tuple(words_of(p)) for table in tables(data) for key in LISTS for p in table.get(key, ())]
    assert sorted(words for words in set(every) if every.count(words) > 1) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_what_is_found_inside_a_paragraph_is_longer_than_what_people_write(file: Path) -> None:
    for table in tables(tomllib.loads(file.read_text("utf-8"))):
        for phrase in table.get("phrases", ()):
            letters = 2 if UNSPACED.search(phrase) else 5
            assert len(phrase) >= 3 * letters
            assert "{" not in phrase
