"""Words that the end of a printed line broke."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, fold, replace

_BROKEN = regex.compile(
    r"(?<![\p{L}\p{N}'’-]) (?<head>\p{L}\p{Ll}{1,20}+) -\  (?<tail>\p{Ll}{2,20}+) (?![\p{L}\p{N}-])",
    regex.VERBOSE,
)
_EDGE = r"(?<![\p{L}\p{M}\p{N}]|[\p{L}\p{M}\p{N}]['’-])", r"(?![\p{L}\p{M}\p{N}]|['’-][\p{L}\p{N}])"
_TAILS = {
    "en": frozenset(
        "ance ances ation ations cial cially ence ences ible ically ious ities ity ization izations mation ment "
        "mental ments ness ology ously sion sional sions tial tially tion tional tions tive tively ture tures".split()
    ),
}
"""Ends of words that are no words."""


class LineBreakHyphen(Rule):
    """A text from a printed page keeps the hyphen at which a line ended, and a blank for the line break.

    Since ``pre- and post-war`` and ``Vor- und Nachteile`` are right, a word is put together only where the text
    has the whole word elsewhere, or where what follows the blank is the end of a word and no word.
    """

    summary = "A word is broken as at the end of a printed line."
    message = "“{found}” was broken at the end of a line: “{instead}”"
    patterns = (r"\p{Ll}- \p{Ll}{2}",)
    bad = [
        Bad(
            "The ⟦commit- tee⟧ met at noon. The committee was tired.",
            "The committee met at noon. The committee was tired.",
        ),
        Bad("All this ⟦informa- tion⟧ was lost.", "All this information was lost.", language="en"),
    ]
    good = [
        "Die Vor- und Nachteile sind bekannt.",
        Good("We use pre- and post-war maps of a five- year plan.", language="en"),
        "The up- grade and the upside.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            for match in _BROKEN.finditer(view.text, zone.start, zone.end):
                whole = match["head"] + match["tail"]
                if stands_in(view, fold(whole)) or match["tail"] in _TAILS.get(view.language or "", ()):
                    start, end = match.span()
                    fix = replace(start, end, whole, Safety.UNSAFE)
                    yield self.finding(start, end, fix, found=match[0], instead=whole)


def stands_in(view: View, word: str) -> bool:
    """Return whether a text has a word, given folded, that no other letter or hyphen is glued to."""
    return word in view.folded and bool(regex.search(rf"{_EDGE[0]}{word}{_EDGE[1]}", view.folded))
