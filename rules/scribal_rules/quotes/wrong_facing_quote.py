"""A closing quotation mark that opens."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, replace

_INVERTED = regex.compile(r"(?<= [\p{L}\p{M},:;] \s | \A ) ” [ \u00a0]?+ (?= [\p{L}\p{N}\[] )", regex.VERBOSE)
_MARK = regex.compile("[“”]")
_LIKE = frozenset(
    ("sv", "fi", "no", "nb", "nn", "da", "hu", "pl", "ro", "nl", "hr", "bs", "sr", "sl", "he", "af")
)
"""The languages in which ” opens, or did within living memory (CLDR quotation marks)."""


class WrongFacingQuote(Rule):
    """A quotation mark that closes where one must open was curled by a program that saw a blank after it.

    Reported where the marks of the paragraph show it: the mark stands before a word, nothing is open, and
    another ” closes after it.  Swedish, Finnish and others open with ”: there the rule is silent.
    """

    summary = "A closing quotation mark stands where one must open."
    message = "“{found}” closes where a quotation opens"
    patterns = (r"(?:^|[\p{L}\p{M},:;][ \xa0])”[ \xa0]?[\p{L}\p{N}\[]",)
    bad = [
        Bad("It was⟦ ” very⟧ glad” of it. “Yes.”", "It was “very glad” of it. “Yes.”", language="en"),
        Bad("She said:⟦ ”Come⟧ in.” Then: “Sit.”", "She said: “Come in.” Then: “Sit.”", language="en"),
    ]
    good = [
        Good("Hon sade: ”Kom in.” Sedan: ”Sitt.”", language="sv"),
        Good("It was “very glad” of it.", language="en"),
        Good("The sign 12” long is glad” now", language="en"),
        Good("He called it “a ” of sorts”.", language="en"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.language in _LIKE:
            return
        for zone in view.zones_of(hits):
            line = view[zone]
            for match in _INVERTED.finditer(line):
                marks = [mark[0] for mark in _MARK.finditer(line, 0, match.start())]
                after = _MARK.search(line, match.end())
                if (not marks or marks[-1] == "”") and after and after[0] == "”":
                    start, end = zone.start + match.start(), zone.start + match.end()
                    word = regex.compile(r"\S*+").match(line, match.end())
                    left = start - 1 if match.start() else start
                    stop = zone.start + word.end() if word else end
                    yield self.finding(left, stop, replace(start, end, "“", Safety.SAFE), found="”")
