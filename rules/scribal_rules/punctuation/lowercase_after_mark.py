"""A sentence that goes on in small letters after a question or an exclamation mark."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

_MARK = expression(
    r"(?<! [\p{L}\p{N}'’:._/$\"“”‘] ) (?P<word> \p{Ll}{3,} ) (?P<mark> [!?] ) (?= [ \xa0] (?P<next> \p{Ll}++ (?! [@/] | \.\p{L} ) ) )",
    regex.VERBOSE,
)
_CALL = frozenset("call calls expression function macro macros method type".split())
"""What stands after a name of a program that ends in such a mark."""

ROW = 40
"""How far before a name the names are that stand in a row with it."""


class LowercaseAfterMark(Rule):
    """A question or an exclamation mark inside a sentence was set there by a slip, or lost its sentence.

    Exclamations go on in small letters in older prose and in chat, and some names end in such a mark:
    a text that has several is left alone.
    """

    summary = "A sentence goes on in small letters after a question or an exclamation mark."
    message = "the sentence goes on with “{next}” after “{mark}”"
    preview = True
    languages = ("de", "en", "it", "nl", "pt", "ru")
    patterns = (r"\p{Ll}{3}[!?][ \xa0]\p{Ll}",)
    bad = [
        Bad("The ship reached⟦!⟧ the old port.", "The ship reached the old port.", language="en"),
        Bad("Корабль пришёл⟦?⟧ в старый порт.", "Корабль пришёл в старый порт.", language="ru"),
        Bad("The *ship* went⟦?⟧ out.", "The *ship* went out.", media="text/markdown", language="en"),
    ]
    good = [
        Good("Did it reach the port? The ship did! It is here.", language="en"),
        Good("We use the println! macro; vec! is one too, and so is format! there.", language="en"),
        Good("“Is it here?” she asked.", language="en"),
        Good("So do any?, none?, and one? in the port.", language="en"),
        Good("It is like [try!](https://example.org) of the port.", media="text/markdown", language="en"),
    ]

    MOST = 1

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = [match for match in _MARK.finditer(view.text) if not is_name(view, match)]
        if len(found) > self.MOST:
            return
        for match in found:
            start, end = match.span("mark")
            fix = replace(start, end, "", Safety.UNSAFE)
            yield self.finding(start, end, fix, next=match["next"], mark=match["mark"])


def is_name(view: View, match: regex.Match[str]) -> bool:
    """Return whether the mark ends the name of a function, alone or in a row, or the text of a link."""
    start, end = match.span("mark")
    first, last = view.source_span(end - 1, end + 1)
    before = view.text[max(start - ROW, 0) : start]
    return match["next"] in _CALL or last - first > 2 or f"{match['mark']}," in before
