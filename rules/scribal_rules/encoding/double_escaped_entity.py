"""Character references that were escaped once more."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

from ._references import CLOSING, OPENING, REFERENCE, decoded

_IN_TEXT = expression(rf"& (?:amp;)+ {REFERENCE}", regex.VERBOSE)
_IN_MARKUP = expression(rf"& (?:amp;)* {REFERENCE}", regex.VERBOSE)
_SPOKEN_OF = expression(rf"(?<={OPENING}) & (?:amp;)* {REFERENCE} {CLOSING}", regex.VERBOSE)


class DoubleEscapedEntity(Rule):
    """Two steps of a pipeline escaped the same text, and a reader of the page sees ``&nbsp;`` as letters.

    The fix decodes all levels.  It is not safe where it may make a tag, nor in Markdown and HTML, since a
    text about HTML writes such things on purpose, though mostly as code; between quotation marks or brackets
    they are left alone there.
    """

    summary = "A character reference was escaped twice."
    message = "“{found}” was escaped twice"
    patterns = (
        r"&amp;(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}[0-9]{0,2});",
        r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}[0-9]{0,2});",
    )
    bad = [
        Bad("It⟦&amp;#39;⟧s late.", "It's late."),
        Bad("Bread ⟦&amp;amp;amp;⟧ butter.", "Bread & butter."),
        Bad("Bread ⟦&amp;amp;⟧ butter.", "Bread &amp; butter.", media="text/markdown"),
    ]
    good = [
        "Bread &amp; butter, R&amp;D; then sales.",
        Good("It&#39;s late, and bread &amp; butter is good.", media="text/markdown"),
        Good("Write “&amp;amp;” for an ampersand.", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        plain = view.about.media == "text/plain"
        for zone in view.zones_of(hits):
            for match in (_IN_TEXT if plain else _IN_MARKUP).finditer(view.text, zone.start, zone.end):
                start, end = match.span()
                if plain or not _SPOKEN_OF.match(view.text, start):
                    text = decoded(match[0])
                    safe = plain and text not in "<>"
                    fix = replace(start, end, text, Safety.SAFE if safe else Safety.UNSAFE)
                    yield self.finding(start, end, fix, found=match[0])
