"""The subset of regular expressions in which every engine agrees."""

from __future__ import annotations

import pytest

from scribal.trigger import check_literal, check_pattern


@pytest.mark.parametrize(
    "pattern",
    [
        "a",
        "^a",
        "a(?:b|$)",
        "[^a\\n]",
        "\\p{Lu}{1,3} a",
        "(?:a|b){2}",
        "(a|bc?)d",
        "\\.\\x0b",
        "[a-z-]",
        "[-a]",
        "[\\x00-\\x09\\x0b-\\x1f\\x7f]",
        "[^\\x00-\\x1f]",
        "[\\[\\]^]",
        "“[^”\\n]{1,40}”",
        "[\u180e\u200b-\u200f\U000e0000-\U000e007f]",
        "\\p{Canadian_Aboriginal}",
        "\\{\\{",
    ],
)
def test_a_portable_pattern(pattern: str) -> None:
    check_pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("", "empty text"),
        ("a?", "empty text"),
        ("^", "empty text"),
        ("$", "empty text"),
        ("a${2}", "not repeated"),
        ("a|", "empty text"),
        ("a{0}", "empty text"),
        ("(a", "not closed"),
        ("a)", "not opened"),
        *((f"a{repeat}", "at '.{1,9}': write repeats") for repeat in ("+", "*", "{2,}", "{,3}", "??", "?+")),
        ("a{1,9}?", "write repeats"),
        ("a{3,2}", "bounds"),
        *(
            (name, "write repeats")
            for name in (r"\w", r"\b", r"\d", r"\s", r"\S", r"\A", r"\Z", r"\K", r"\1", "(?m)a")
        ),
        *((f"({mark}a)", "write repeats") for mark in ("?i", "?=", "?!", "?<=", "?<!", "?>", "?P<x>", "?i:")),
        ("\n", "write repeats"),
        ("\\n", "write repeats"),
        ("\\x0a", "write repeats"),
        ("\\x0A", "write repeats"),
        ("\ud800", "write repeats"),
        ("[^a]", "line break"),
        ("[\\n]", "line break"),
        ("[\\x00-\\x20]", "line break"),
        ("\\p{C}", "no category"),
        ("[\\p{Cc}]", "no category"),
        ("\\p{Alphabetic}", "no category"),
        ("\\p{Latn}", "no category"),
        ("\\P{L}", "write repeats"),
        ("[a&&b]", "set operation"),
        ("[a--b]", "range|set"),
        ("[[a]]", "write repeats"),
        ("[\\d]", "the class has"),
        ("[z-a]", "range"),
        ("[\\p{L}-z]", "range"),
        ("[a-c-e]", "range"),
        ("(?:a{1,30} ?){1,30}b", "too many ways"),
        ("(?:a?){1,30}b", "too many ways"),
        ("(?:a{40}){30}", "1200 characters"),
    ],
)
def test_a_pattern_that_is_not_portable(pattern: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        check_pattern(pattern)


@pytest.mark.parametrize(
    ("literal", "why"),
    [
        ("", "blank"),
        (" ", "blank"),
        ("a  b", "two blanks"),
        ("e\u0301", "NFC"),
        ("a\udc80", "no character"),
    ],
)
def test_a_literal_that_could_not_be_found(literal: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        check_literal(literal)


def test_a_literal_that_can_be_found() -> None:
    check_literal(" naïve, 你好\u00a0")
