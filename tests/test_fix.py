"""Fixes keep what they do not change: how the rest of a document is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from scribal import Edit, Finding, Fix, Hit, Rule, Safety, Sees, View, replace
from scribal.document import Document
from scribal.engine import Engine
from scribal.fix import REVERTED, ROUNDS, Mended, mend
from scribal.markup import document
from scribal.text import About


class Replacing(Rule):
    """Puts one text for another, wherever it stands."""

    id = "test/replacing"
    summary = message = "Replaces."

    def __init__(self, old: str, new: str, sees: Sees = Sees.PROSE) -> None:
        super().__init__()
        self.old, self.new = old, new
        self.sees = sees  # type: ignore[misc]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        at = view.text.find(self.old)
        while at >= 0:
            end = at + len(self.old)
            yield self.finding(at, end, replace(at, end, self.new, Safety.SAFE))
            at = view.text.find(self.old, end)


def mended(source: str, rule: Rule, media: str = "markdown") -> Mended:
    def read(text: str) -> Document:
        return document(text, about=About(f"text/{media}"))

    return mend(read(source), Engine([rule]).lint, read, Safety.SAFE)


@pytest.mark.parametrize(
    ("source", "old", "new", "want"),
    [
        ("*a* old b &amp; c", "old", "new", "*a* new b &amp; c"),
        ("> \u4e2d\n> \u6587\n", " ", "", "> \u4e2d\u6587\n"),
        ("> a\n>   b\n", "a b", "c", "> c\n"),
        ("- a\n  b\n", "a b", "c", "- c\n"),
        ("[old](old)", "old", "new", "[new](old)"),
        ("a&nbsp;b", "\u00a0", " ", "a b"),
        ('a \\"b\\"', '"', "\u201d", "a \u201db\u201d"),
        ("a `b`c", "\ufffcc", "\ufffc c", "a `b` c"),
        ("a <code>b</code>c", "\ufffcc", "\ufffc c", "a <code>b</code> c"),
        ("a ![b](d)c", "\ufffcc", "\ufffc c", "a ![b](d) c"),
        ("a\0b old\n", "old", "new", "a\0b new\n"),
        ("<p>old</p>\n", "old", "a < *b*", "<p>a &lt; *b*</p>\n"),
        ("a\\\\*b*", "\\", "/", "a/*b*"),
    ],
)
def test_a_fix_is_made(source: str, old: str, new: str, want: str) -> None:
    assert mended(source, Replacing(old, new)).document.source == want


@pytest.mark.parametrize(
    ("source", "old", "new"),
    [
        ("[old][]\n\n[old]: /a\n", "old", "new"),
        ("[old]\n\n[old]: /a\n", "old", "new"),
        ("**a:**\n", ":", ":\u00a0"),
        ("\u4e2d **[\u6587](a)**", "\u4e2d ", "\u4e2d"),
        ("old\n", "old", "# new"),
        ("old\n", "old", "1. new"),
        ("a\n\nold\n", "old", "    new"),
    ],
)
def test_a_fix_that_would_change_how_the_rest_is_read_is_not_made(source: str, old: str, new: str) -> None:
    result = mended(source, Replacing(old, new))
    assert (result.document.source, result.applied) == (source, 0)
    assert REVERTED in {diagnostic.rule for diagnostic in result.diagnostics}


class Twice(Replacing):
    """Edits the same place twice."""

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        fix = Fix((Edit(0, 3, "new"), Edit(2, 4, "s")), Safety.SAFE)
        yield self.finding(0, 4, fix)


def test_a_fix_whose_edits_overlap_is_only_shown() -> None:
    result = mended("olds", Twice("old", "new"))
    assert result.document.source == "olds"
    assert [fix.safety for found in result.diagnostics for fix in found.fixes] == [Safety.SHOWN]


def test_half_of_what_stands_for_something_else_is_not_replaced() -> None:
    result = mended("a &NotEqualTilde; b", Replacing("\u2242", "~"))
    assert result.document.source == "a &NotEqualTilde; b"


def test_the_other_fixes_are_made() -> None:
    result = mended("old\n\n[old]\n\nold\n\n[old]: /a\n", Replacing("old", "new"))
    assert (result.document.source, result.applied) == ("new\n\n[old]\n\nnew\n\n[old]: /a\n", 2)


def test_a_document_is_mended_in_ten_rounds_at_most() -> None:
    result = mended("a", Replacing("a", "aa"))
    assert result.document.source.count("a") == 2**ROUNDS == 1024
    assert result.applied == 2**ROUNDS - 1


@pytest.mark.parametrize(("old", "new"), [("b  ", "b"), ("\u200b", "")])
def test_a_fix_of_the_source_keeps_line_endings(old: str, new: str) -> None:
    source = f"a {old}\r\nc\r\n"
    want = source.replace(old, new)
    assert mended(source, Replacing(old, new, Sees.SOURCE), "plain").document.source == want
