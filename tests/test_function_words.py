"""The lists of words that the rules on punctuation read."""

import tomllib
from pathlib import Path

FAMILY = Path(__file__).parent.parent / "rules" / "scribal_rules" / "punctuation"
KINDS = {"tight", "joining", "weak", "starting"}


def test_function_words_are_sorted_and_of_one_kind_before_a_mark() -> None:
    table = tomllib.loads((FAMILY / "_function_words.toml").read_text("utf-8"))
    assert list(table) == sorted(table)
    for language, kinds in table.items():
        assert kinds.keys() == KINDS, language
        words = {kind: listed.split() for kind, listed in kinds.items()}
        for kind, listed in words.items():
            assert listed == sorted(set(listed)), (language, kind)
        before = [*words["tight"], *words["joining"], *words["weak"]]
        assert len(before) == len(set(before)), language


def test_short_words_are_sorted() -> None:
    table = tomllib.loads((FAMILY / "_short_words.toml").read_text("utf-8"))
    assert list(table) == sorted(table)
    for language, words in table.items():
        assert words.split() == sorted(set(words.split())), language
