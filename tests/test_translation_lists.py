"""The lists of names that the rules on translated text read."""

import re
import tomllib
from pathlib import Path

import pytest

from scribal.catalog import load

FOLDER = Path(__file__).parent.parent / "rules" / "scribal_rules" / "translation"

LINES = {
    "_capitals.txt": re.compile(r"[A-Z][a-z]{3,}"),
    "_countries.txt": re.compile(r"[A-Z][\w.’ -]+"),
    "_names.txt": re.compile(r"[A-Z][a-zà-ÿ]{2,} [A-Z][a-zà-ÿ]{2,}(?: \?)?"),
}


@pytest.mark.parametrize("name", LINES)
def test_a_list_says_its_source_and_licence_and_is_sorted_without_doubles(name: str) -> None:
    head, _, body = (FOLDER / name).read_text("utf-8").partition("\n# Made by benchmarks/build_names.py.\n")
    assert all(line.startswith("# ") for line in head.splitlines())
    assert "Source: " in head
    assert "Licence: " in head
    lines = body.splitlines()
    assert lines == sorted(set(lines))
    assert [line for line in lines if not LINES[name].fullmatch(line)] == []


def test_the_lists_stay_small() -> None:
    assert sum((FOLDER / name).stat().st_size for name in LINES) < 3_000_000


def test_the_words_of_other_languages_say_their_licence_and_are_sorted() -> None:
    head, _, body = (
        (FOLDER / "_foreign.txt").read_text("utf-8").partition("\n# Made by benchmarks/build_foreign.py.\n")
    )
    assert "CC BY-SA 4.0" in head
    lines = [line.split() for line in body.splitlines()]
    assert [words[0] for words in lines] == sorted({words[0] for words in lines})
    assert all(word.isalpha() and languages for word, *languages in lines)


def test_the_signs_of_languages_are_sorted_and_of_the_languages_of_their_rule() -> None:
    signs = tomllib.loads((FOLDER / "untranslated_span" / "signs.toml").read_text("utf-8"))
    [rule] = (rule for rule in load() if rule.id == "translation/untranslated-span")
    assert list(signs) == sorted({*rule.languages, *rule.preview_languages})
    assert all(sign.startswith("[") or "" not in sign.split("|") for sign in signs.values())


@pytest.mark.parametrize("rule", ["doubled_phrase", "repeated_word"])
def test_what_is_doubled_is_sorted(rule: str) -> None:
    languages = tomllib.loads((FOLDER / rule / "words.toml").read_text("utf-8"))
    assert list(languages) == sorted(languages)
    assert all(words == sorted(set(words)) for lists in languages.values() for words in lists.values())
