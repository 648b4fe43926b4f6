"""Phrases that fill lines: what is told by the first letters is what the whole line tells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scribal import Hit, Rule
from scribal.finding import Place
from scribal.lines import Lines, cover, tokens_of
from scribal.markup import document
from scribal.stretches import LONGEST, stretches

PHRASES = (
    *("share this", "more", "top {n}", "{n} comments", "404 not found", "by {}", "ısı", "元", "ok go: {n}"),
)
WORDS = (
    *("share", "this", "more", "top", "comments", "404", "1,000", "not", "found", "by", "ISI", "ısı", "İsi"),
    *("元", "元ok", "ok", "go", "ok9", "_", "a\u0301", "\u0301", "•", "»"),
    *(" - ", ". ", ":", "„", "/", "…", "²", "٣"),
    *(" ", "  ", "\n", "\u00a0", "\t", "\udc80", "x" * LONGEST),
)


def test_what_is_glued_or_hyphenated_is_one_word() -> None:
    rule = Rule()
    lines = Lines({phrase: [rule] for phrase in ("main", "menu", "帮助", "菜单")})
    found = {
        text: [hit.trigger for _, hit in lines.hits(document(text, Place("a")).prose)]
        for text in ("Main Menu", "main-menu", "main | menu", "帮助 菜单", "帮助菜单")
    }
    assert found == {
        "Main Menu": ["main", "menu"],
        "main-menu": [],
        "main | menu": ["main", "menu"],
        "帮助 菜单": ["帮助", "菜单"],
        "帮助菜单": [],
    }


@given(st.lists(st.sampled_from(WORDS), max_size=20).map("".join))
def test_the_first_letters_of_a_line_hide_no_phrase(text: str) -> None:
    rule = Rule()
    lines = Lines({phrase: [rule] for phrase in PHRASES})
    read = Lines({phrase: [rule] for phrase in PHRASES})
    for word in list(read.waiting):
        read.rules_for(word)
    view = document(text, Place("a")).prose
    expected = [
        (rule, Hit(*found))
        for start, end in stretches(view)
        for found in cover(tokens_of(view.folded, start, end), read.tries[rule], view.text)
    ]
    assert list(lines.hits(view)) == expected
