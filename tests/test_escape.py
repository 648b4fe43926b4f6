"""What a fix writes is read as it was meant, whatever the medium."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribal.markup import document, escape
from scribal.text import About

PIECES = st.sampled_from(
    [*"ab1 .,!?'\"#-+:;()/=", *"<>&*_`[]\\|~{}$", "&amp;", "<b>", "</b>", "a_b", "**", "~~", "é", "中"]
)


@pytest.mark.parametrize("media", ["text/plain", "text/markdown", "text/html"])
@given(text=st.lists(PIECES, max_size=8).map("".join))
def test_what_is_written_is_read(media: str, text: str) -> None:
    inner = " ".join(["Word", *text.split(), "word."])
    shown = document(escape(media, inner), about=About(media)).prose.text
    if "$" not in inner and "://" not in inner:  # formulas and bare addresses are no text
        assert shown == inner


def test_only_what_must_be_is_escaped() -> None:
    assert (
        escape("text/markdown", "A snake_case & R&D < 3 > 2, 50 % (so).")
        == "A snake_case & R&D < 3 > 2, 50 % (so)."
    )
    assert escape("text/html", "R&D & “so” 'x'") == "R&amp;D & “so” 'x'"
    assert escape("text/mdx", "a {b} < c") == "a \\{b\\} \\< c"
