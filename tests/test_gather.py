"""Runs of lines that are to go: what is sure alone, what only among others, and what is said of a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from scribal import Finding, Hit, Rule, Safety, View, drop, replace
from scribal.engine import Engine
from scribal.finding import Diagnostic
from scribal.fix import mend
from scribal.markup import document
from scribal.text import About

WEIGHTS = {"Share": 0.5, "Search": 0.5, "Tags": 0.4, "Login": 1.0, "Leave a reply": 1.0}


class Buttons(Rule):
    """Lines that are a button."""

    id = "test/buttons"
    summary = "A button."
    message = "“{found}” is a button"
    safety = Safety.SAFE

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones:
            if view[zone] in WEIGHTS:
                fix = drop(zone.start, zone.end, self.safety)
                yield self.finding(zone.start, zone.end, fix, weight=WEIGHTS[view[zone]], found=view[zone])


class Words(Rule):
    """A word of a button, wherever it stands."""

    id = "test/words"
    summary = "A word."
    message = "a word"
    literals = ("search",)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for hit in hits:
            yield self.finding(hit.start, hit.end, replace(hit.start, hit.end, "find", Safety.SAFE))


def found(source: str, *rules: Rule, media: str = "plain") -> list[Diagnostic]:
    return Engine(rules or [Buttons()]).lint(document(source, about=About(f"text/{media}")))


def excerpts(source: str, *rules: Rule, media: str = "plain") -> list[str]:
    return [diagnostic.excerpt for diagnostic in found(source, *rules, media=media)]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("One.\nLogin\nTwo.", ["Login"]),
        ("One.\nShare\nTwo.", []),
        ("One.\nShare\nSearch\nTwo.", ["Share\nSearch"]),
        ("One.\nShare\n\n\nSearch\nTwo.", ["Share\n\n\nSearch"]),
        ("One.\nShare\nTags\nTwo.", []),
        ("The club offers:\nShare\nSearch\nTwo.", []),
        ("The club offers:\nShare\nLogin\nTwo.", ["Share\nLogin"]),
        ("One.\nShare\nTwo.\nSearch\nThree.", []),
        ("One.\nShare\nLogin\nTwo.", ["Share\nLogin"]),
        ("One.\nShare", ["Share"]),
        ("Share\nOne.", []),
        ("One.\nTags", []),
        ("Tags", []),
        ("One.\nTags\nShare", ["Tags\nShare"]),
        ("", []),
    ],
)
def test_a_line_is_as_sure_as_its_neighbours_make_it(source: str, said: list[str]) -> None:
    assert excerpts(source) == said


def test_the_end_of_a_page_with_markup_is_no_footer() -> None:
    assert excerpts("One.\n\nShare\n") == ["Share"]
    assert excerpts("One.\n\nShare\n", media="markdown") == []


def test_one_finding_speaks_for_a_run_and_deletes_it() -> None:
    source = "One.\n\nShare\nLogin\nSearch\n\nTwo.\n"
    [run] = found(source)
    assert (run.rule, run.excerpt) == ("test/buttons", "Share\nLogin\nSearch")
    assert run.message == "“Login” is a button; 3 lines in a row are no part of the text"
    assert (run.line, run.column, run.end_line, run.end_column) == (3, 1, 5, 7)
    assert [echo.message for echo in run.also] == [
        "“Share” is a button",
        "“Login” is a button",
        "“Search” is a button",
    ]
    [fix] = run.fixes
    assert (fix.safety, len(fix.edits)) == (Safety.SAFE, 1)
    mended = mend(
        document(source), Engine([Buttons()]).lint, lambda text: document(text), Safety.SAFE
    ).document.source
    assert mended == "One.\n\nTwo.\n"


def test_what_is_too_slight_is_no_echo_of_a_neighbour() -> None:
    [said] = found("One.\nSearch\nTwo.", Buttons(), Words())
    assert (said.rule, said.also) == ("test/words", ())


def test_a_run_takes_what_is_said_inside_it() -> None:
    [run] = found("One.\nLogin\nSearch\nTwo.", Buttons(), Words())
    assert sorted({echo.rule for echo in run.also}) == ["test/buttons", "test/words"]


def test_a_slight_line_whose_fix_is_only_shown_is_never_spoken_of() -> None:
    shown = Buttons()
    shown.safety = Safety.SHOWN
    assert excerpts("One.\nShare\nSearch\nTwo.", shown) == []
    assert excerpts("One.\nLogin\nTwo.", shown) == ["Login"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("# One\n\n- Share\n- Search\n\nTwo.\n", ["Share\n- Search"]),
        ("# One\nShare\n\nSearch\n\nTwo.\n", ["Share\n\nSearch"]),
        ("One.\n\nShare\n\n```\ncode\n```\n\nSearch\n\nTwo.\n", []),
        ("One.\n\nShare\n\n![a](b)\n\nSearch\n\nTwo.\n", []),
        ("> One.\n>\n> Share\n>\n> Search\n>\n> Two.\n", ["Share\n>\n> Search"]),
        ("One.\n\n| Login | Share |\n|---|---|\n| Search | Tags |\n\nTwo.\n", ["Login"]),
        ("One.\n\n- Login\n  - Share\n  - Search\n\nTwo.\n", ["Login", "Share\n  - Search"]),
    ],
)
def test_lines_of_markdown_stand_beside_one_another_where_nothing_is_between(
    source: str, said: list[str]
) -> None:
    assert [one.lstrip("- ") for one in excerpts(source, media="markdown")] == [
        one.lstrip("- ") for one in said
    ]


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ("# One\n\n- Share\n- Search\n\nTwo.\n", "# One\n\nTwo.\n"),
        ("One.\n\n> Share\n>\n> Search\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\n\n## Leave a reply\n\nLogin\n\n[Share](a)\n", "One.\n"),
        ("One.\n\n- a\n- Share\n- Search\n\nTwo.\n", "One.\n\n- a\n\nTwo.\n"),
    ],
)
def test_a_run_goes_with_its_markers(source: str, want: str) -> None:
    def read(text: str) -> object:
        return document(text, about=About("text/markdown"))

    engine = Engine([Buttons()])
    assert mend(read(source), engine.lint, read, Safety.SAFE).document.source == want  # type: ignore[arg-type]
