"""Where patterns match: RE2 and ``regex`` agree wherever RE2 is asked."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from scribal.finding import Place
from scribal.markup import document
from scribal.places import Places, known, re2

PATTERNS = (
    "^[Aa]nd",
    "b(?:[^\\p{L}\\n]|$)",
    "[^a\\n]b",
    "\\p{Lu}{2,5}\\p{Ll}",
    "\\p{Han}\\p{Latin}",
    "(?:ab|c){2}d?e",
    "[\\x00-\\x08]",
    "[\\p{L}\\p{M}”][ \\xa0]{1,3}[,.]",
    "é",
)
WORDS = (
    "and",
    "And",
    "ab",
    "ABa",
    "abce",
    "漢A",
    "é",
    "”",
    " ",
    "\xa0",
    ",",
    ".",
    "\n",
    "\x07",
    "\udc80",
    "\U0001c000",
)

CHARACTERS = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
NAMES = (
    *(
        "L",
        "M",
        "N",
        "P",
        "S",
        "Z",
        "Lu",
        "Ll",
        "Lt",
        "Lm",
        "Lo",
        "Mn",
        "Mc",
        "Me",
        "Nd",
        "Nl",
        "No",
        "Pc",
        "Pd",
    ),
    *("Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cf", "Co"),
    *("Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Han", "Hiragana", "Katakana", "Hangul", "Thai"),
    *("Common", "Inherited", "Devanagari", "Georgian", "Ethiopic", "Mongolian"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join))
def test_the_places_are_the_same_before_and_after_much_was_read(text: str) -> None:
    view = document(text, Place("a")).prose
    for pattern in PATTERNS:
        assert list(Places(pattern, 0, 0).zones(view)) == list(Places(pattern).zones(view))


@given(st.text(st.characters(max_codepoint=127), max_size=20))
def test_the_places_in_ascii_are_the_same_before_and_after_much_was_read(text: str) -> None:
    view = document(text, Place("a")).prose
    for pattern in PATTERNS:
        assert list(Places(pattern, plainly=0).zones(view)) == list(Places(pattern).zones(view))


@pytest.mark.parametrize("name", NAMES)
def test_both_mean_the_same_by_a_category_wherever_all_is_known(name: str) -> None:
    pattern = rf"\p{{{name}}}"
    ours, theirs = set(regex.findall(pattern, CHARACTERS)), set(re2(pattern).findall(CHARACTERS.encode()))
    assert [c for c in ours ^ {c.decode() for c in theirs} if known(c) is not None] == []
