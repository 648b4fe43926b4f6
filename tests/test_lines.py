"""Phrases that fill lines: what is told by the first letters is what the whole line tells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scribal import Rule
from scribal.finding import Place
from scribal.lines import Lines
from scribal.markup import document
from scribal.stretches import LONGEST, inner
from scribal.wording import Row, beginnings, token_for, words_of

PHRASES = (
    *(
        "share this",
        "more",
        "top {n}",
        "{n} comments",
        "404 not found",
        "by {}",
        "ısı",
        "元",
        "ok go: {n}",
        "to {} {n} {}",
    ),
)
WORDS = (
    *("share", "this", "more", "top", "comments", "404", "1,000", "not", "found", "by", "ISI", "ısı", "İsi"),
    *("元", "元ok", "to", "ok", "go", "ok9", "_", "a\u0301", "\u0301", "•", "»"),
    *(" - ", ". ", ":", "„", "/", "…", "²", "٣"),
    *(" ", "  ", "\n", "\u00a0", "\t", "\udc80", "x" * LONGEST),
)


def test_what_is_glued_or_hyphenated_is_one_word() -> None:
    rule = Rule()
    lines = Lines({rule: beginnings(("main", "menu", "帮助", "菜单"))})
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
    lines = Lines({rule: beginnings(PHRASES)})
    read = Lines({rule: beginnings(PHRASES)})
    for phrase in PHRASES:
        read.learn(rule, phrase, words_of(phrase))
    view = document(text, Place("a")).prose
    expected = [
        hit
        for start, end in (
            *((z.start, z.end) for z in view.zones if z.end - z.start <= LONGEST),
            *inner(view),
        )
        for hit in read.cover(Row(token_for(view.folded), view.folded, start, end), rule, view.text)
    ]
    assert [hit for _, hit in lines.hits(view)] == expected
