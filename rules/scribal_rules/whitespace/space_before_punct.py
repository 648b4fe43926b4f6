"""A blank before a mark that belongs to the word before it."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, replace

_MARK = regex.compile(
    r"""
    (?<= [\p{L}\p{M}\p{N}%€$°”’"')\]»\ufffc] ) (?<! [\p{Han}\p{Hiragana}\p{Katakana}] )
    (?P<blank> [ \u00a0\u202f]{1,3} )
    (?P<mark> [,.;:!?] )
    (?= \s | \Z | (?<! [:;] ) [”’"'»)\]] (?: \s | \Z | [,.;:] ) )
    """,
    regex.VERBOSE,
)
_CODE = regex.compile(r"[<>={}\\^~$#@|*+&]|//|\w_\w|--|\[[ ]|\w[/.]\w+[/.]|[\[(/.]\Z|\A\W*+\d*+\Z")
"""What stands before a mark in a listing, or in an address that a mark would become a part of."""

_NEXT = regex.compile(r"\s++(?:[;:=|<>$\\{}.*/\[-]|(?:do|done|then|fi|echo)\b)")
"""What follows a mark in a listing."""

_FIGURE = regex.compile(r"\s\d(?!\d{3}\b)")
"""What follows a mark in a ratio or a list of figures, and not in a date."""

_MENTION = regex.compile(
    r"\b(?:the|an?|this|and|or|by|with|use|using|is|are|character|symbol|mark|operator|precedes"
    r"|un|seul|une|una|uno|le|la|el|il|der|die|das|ein|einen|một|и|или|по|o|os|as|y|e|et|ou|und|oder)\Z",
    regex.IGNORECASE,
)
"""What stands before a mark that is mentioned."""

_SENTENCE = 5
"""A colon after fewer words parts a label from its text."""

_TIED = frozenset(";:!?")
_SPACED = frozenset(("fr", "br", "oc", "co", "wa"))
"""The languages that set a blank before high marks (CLDR and the Lexique of the Imprimerie nationale)."""

_OTHER_MARKS = regex.compile(r"[\p{Arabic}\p{Syriac}\p{Hebrew}\p{Thaana}]\Z")
"""Scripts with a comma, a semicolon or words of their own before which these marks are mentioned."""


class SpaceBeforePunct(Rule):
    """A blank before a comma or a full stop is left when markup or words between them were taken out.

    French and its neighbours set a blank before ``; : ! ?``: there only commas and stops are reported.
    Left alone: marks that begin something (``.NET``, ``:)``) or are mentioned (“the ? operator”),
    ellipses, rows of a table, listings, addresses, and colons that part the sides of a ratio or of a title.
    """

    summary = "A blank stands before a comma, a full stop or another mark."
    message = "a blank stands before “{mark}”"
    patterns = (r"[\p{L}\p{M}\p{N}%€$°”’\"')\]»￼][ \xa0 ]{1,3}[,.;:!?]",)
    bad = [
        Bad("The port⟦ ,⟧ which is old, lies in Odesa⟦ .⟧", "The port, which is old, lies in Odesa."),
        Bad("It lies “in the south”⟦ ,⟧ she said.", "It lies “in the south”, she said."),
        Bad(
            "On May 9⟦ ,⟧ 1950 it began (by foot or⟦ ,⟧ late⟦ .⟧)",
            "On May 9, 1950 it began (by foot or, late.)",
        ),
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
        Good(
            "Type $ cp notes/* . and then, if [ -d x ] ; then say so; see https://example.org/a .",
            language="en",
        ),
        "| a , b |",
        "这 . 在里面",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            line = view[zone]
            if "|" in line or "\t" in line:
                continue
            for match in _MARK.finditer(line):
                if self.belongs(view, line, match):
                    start, end = zone.start + match.start(), zone.start + match.end()
                    fix = replace(start, end, match["mark"], Safety.SAFE)
                    yield self.finding(start, end, fix, mark=match["mark"])

    def belongs(self, view: View, line: str, match: regex.Match[str]) -> bool:
        """Return whether the mark belongs to the word before it."""
        mark, before, after = match["mark"], line[: match.start()], line[match.end() : match.end() + 8]
        if _CODE.search(before[-24:]) or _NEXT.match(after) or (mark != "." and _OTHER_MARKS.search(before)):
            return False
        if before[-1:].isdigit() and _FIGURE.match(after):
            return False
        goes_on = after.lstrip()[:1].islower()
        if mark == ",":
            return goes_on or not _MENTION.search(before)
        if _MENTION.search(before) or (mark in ".?!" and goes_on):
            return False
        if mark == ".":
            return not before.endswith((".", "…"))
        if mark in ":;" and len(before.split()) < _SENTENCE:
            return False
        return "\u202f" not in match["blank"] and view.language not in (None, *_SPACED)
