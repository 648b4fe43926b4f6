"""Boilerplate inside a paragraph: what may be filled by phrases, and what is found there."""

from __future__ import annotations

import pytest

from scribal.engine import Engine
from scribal.finding import Place
from scribal.markup import document
from scribal.pack import read_pack
from scribal.stretches import PAGE, inner
from scribal.text import About

ROSE = "The river rose by two metres on Thursday, and the old bridge was lost, the town said."
PACK = """
summary = "A button stands in the text."
message = "“{found}” is a button"
why = "Pages have buttons."
lines = ["share this", "photo : {}"]
weak = ["print"]
"""


def parts(text: str) -> list[str]:
    view = document(text, Place("a")).prose
    return [text[start:end].strip() for start, end in inner(view)]


def found(text: str, media: str = "text/plain", profile: str = "repository") -> list[str]:
    rule = read_pack(PACK)
    rule.id = "house/button"
    about = About(media, profile=profile)
    return [text[d.start : d.end] for d in Engine([rule]).diagnose(document(text, Place("a"), about))]


def test_what_follows_the_last_sentence_is_looked_at() -> None:
    assert parts(f"{ROSE} Share this\nIt fell.") == ["Share this"]


def test_each_sentence_of_a_line_as_long_as_a_page_is_looked_at() -> None:
    page = f"{ROSE} " * (PAGE // len(ROSE))
    assert parts(f"{page}Share this. {ROSE}\nIt fell.").count("Share this.") == 1


def test_a_paragraph_that_ends_as_it_should_is_looked_at_as_a_whole_only() -> None:
    assert parts(f"{ROSE} It fell.\nIt rose. Share this") == []


def test_each_sentence_of_a_page_of_one_line_is_looked_at() -> None:
    assert parts(f"{ROSE} It fell. Share this") == [ROSE, "It fell.", "Share this"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ROSE} Share this", ["Share this"]),
        (f"{ROSE} Share this!\nIt fell.", []),
        (f"{ROSE} Share this! It fell again.", ["Share this!"]),
        (f"{ROSE} Share this. It fell again.", []),
        (f"{ROSE} Print | Share this\nIt fell.", ["Print | Share this"]),
        (f"{ROSE} Print\nIt fell.", []),
        (f"{ROSE} (Photo: Town of Turin)\nIt fell.", ["(Photo: Town of Turin)"]),
        (f"{ROSE} They share this\nIt fell.", []),
    ],
)
def test_what_is_found_inside_a_paragraph(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_what_somebody_marked_up_is_left_alone() -> None:
    text = f"{ROSE} Share this\n\nIt fell.\n"
    assert found(text, "text/markdown") == []
    assert found(text, "text/markdown", "corpus") == ["Share this"]
