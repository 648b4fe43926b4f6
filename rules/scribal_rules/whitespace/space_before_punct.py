"""A blank before a mark that belongs to the word before it."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, replace

_MARK = regex.compile(
    r"""
    (?<= [\p{L}\p{M}\p{N}%€$°”’"')\]»] )
    (?P<blank> [ \u00a0\u202f]{1,3} )
    (?P<mark> [,.;:!?] )
    (?= \s | \Z | (?<! [:;] ) [”’"'»)\]] (?: \s | \Z | [,.;:] ) )
    """,
    regex.VERBOSE,
)
_GOES_ON = regex.compile(r"\s++\p{Ll}")
"""What follows a mark that is mentioned, as in “the ? operator”."""

_MENTION = regex.compile(
    r"\b(?:the|an?|and|or|by|with|character|symbol|mark|operator|precedes)\Z", regex.IGNORECASE
)
"""What stands before a mark that is mentioned."""

_SENTENCE = 5
"""A colon after fewer words parts a label from its text."""

_TIED = frozenset(";:!?")
_SPACED = frozenset(("fr", "br", "oc", "co", "wa"))
"""The languages that set a blank before high marks (CLDR and the Lexique of the Imprimerie nationale)."""


class SpaceBeforePunct(Rule):
    """A blank before a comma or a full stop is left when markup or words between them were taken out.

    French and its neighbours set a blank before ``; : ! ?``: there only commas and stops are reported.
    Left alone: marks that begin something (``.NET``, ``:)``), ellipses, rows of a table, and colons that
    part the sides of a ratio or of a title.
    """

    summary = "A blank stands before a comma, a full stop or another mark."
    message = "a blank stands before “{mark}”"
    patterns = (r"""[\p{L}\p{M}\p{N}%€$°”’"')\]»][ \xa0""" "\u202f" r"]{1,3}[,.;:!?]",)
    bad = [
        Bad("The port⟦ ,⟧ which is old, lies in Odesa⟦ .⟧", "The port, which is old, lies in Odesa."),
        Bad("It lies “in the south”⟦ ,⟧ she said.", "It lies “in the south”, she said."),
        Bad("Le port⟦ ,⟧ dit-elle, est vieux !", "Le port, dit-elle, est vieux !", language="fr"),
        Bad("Is it *here*⟦ ?⟧ It is.", "Is it *here*? It is.", media="text/markdown", language="en"),
    ]
    good = [
        Good("Le port est-il vieux ? Oui : très vieux !", language="fr"),
        Good("Le port est-il vieux\u202f? Oui\u00a0: très vieux\u202f!", language="fr"),
        "It runs on .NET and reads .txt files, see ./notes.",
        "Well . . . it lies there ...",
        "A scale of 1 : 500 , 2 : 500",
        "She laughed :) and left ;-)",
        "Odesa : a port",
        Good("The ? operator and the ! type follow the . here, as in C", language="en"),
        "| a , b |",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            line = view[zone]
            if "|" in line or "\t" in line:
                continue
            found = list(_MARK.finditer(line))
            for match in found:
                if self.belongs(view, line, match):
                    start, end = zone.start + match.start(), zone.start + match.end()
                    fix = replace(start, end, match["mark"], Safety.SAFE)
                    yield self.finding(start, end, fix, mark=match["mark"])

    def belongs(self, view: View, line: str, match: regex.Match[str]) -> bool:
        """Return whether the mark belongs to the word before it."""
        mark, before, after = match["mark"], line[: match.start()], line[match.end() :]
        if mark == "." and (after.lstrip().startswith(".") or before.endswith((" .", ".", "…"))):
            return False
        if before[-1:].isdigit() and after.lstrip()[:1].isdigit():
            return False
        if mark in ".?!" and _GOES_ON.match(after):
            return False
        if mark in _TIED:
            if _MENTION.search(before) or (mark in ":;" and len(before.split()) < _SENTENCE):
                return False
            return "\u202f" not in match["blank"] and view.language not in (None, *_SPACED)
        return not _MENTION.search(before)
