"""What a scraper takes along below an article: one finding with one fix, in each medium."""

from __future__ import annotations

from functools import cache

import pytest

from scribal.catalog import load
from scribal.engine import Engine
from scribal.finding import Safety
from scribal.fix import mend
from scribal.markup import document
from scribal.text import About

TAIL = (
    "Source link",
    "Leave a Reply",
    "Your email address will not be published. Required fields are marked *",
    "Comment *",
    "Name *",
    "© 2021 Turin Herald. All rights reserved.",
)
TEXT = ("The river rose in the night.", "People slept in the school.")


@cache
def engine() -> Engine:
    return Engine([rule for rule in load() if rule.id.startswith("boilerplate/")])


def page(media: str, *lines: str) -> str:
    if media == "text/html":
        link = f'<p><a href="https://herald.example/a">{TAIL[0]}</a></p>'
        return "".join(f"{link if line == TAIL[0] else f'<p>{line}</p>'}\n\n" for line in lines)
    link = f"[{TAIL[0]}](https://herald.example/a)" if media == "text/markdown" else TAIL[0]
    return "\n\n".join(link if line == TAIL[0] else line for line in lines) + "\n"


@pytest.mark.parametrize("media", ["text/plain", "text/markdown", "text/html"])
@pytest.mark.parametrize("profile", ["repository", "corpus"])
def test_a_tail_is_one_finding_whose_fix_deletes_it_with_its_blank_lines(media: str, profile: str) -> None:
    about = About(media, language="en", profile=profile)
    source = page(media, *TEXT, *TAIL)
    [tail] = engine().lint(document(source, about=about))
    assert tail.message.endswith("6 lines in a row are no part of the text")
    assert tail.fixes[0].safety is Safety.UNSAFE
    mended = mend(
        document(source, about=about),
        engine().lint,
        lambda text: document(text, about=about),
        Safety.UNSAFE,
    )
    assert mended.document.source.rstrip() == page(media, *TEXT).rstrip()
    assert mended.diagnostics == []


def test_in_a_corpus_what_is_safe_of_a_tail_goes_without_being_asked_for() -> None:
    about = About("text/plain", language="en", profile="corpus")
    mended = mend(
        document(page("text/plain", *TEXT, *TAIL), about=about),
        engine().lint,
        lambda text: document(text, about=about),
        Safety.SAFE,
    )
    assert mended.document.source.rstrip() == page("text/plain", *TEXT, TAIL[-1]).rstrip()


@pytest.mark.parametrize("media", ["text/markdown", "text/html"])
def test_in_a_repository_a_page_may_name_its_owner_and_its_source(media: str) -> None:
    about = About(media, language="en")
    for line in (TAIL[0], TAIL[-1], "Name *"):
        assert engine().lint(document(page(media, *TEXT, line), about=about)) == []
