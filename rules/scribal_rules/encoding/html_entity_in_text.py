"""HTML's character references in text that is no HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, View, expression

from ._references import CLOSING, OPENING, REFERENCE, decoded, spoken_of

_REFERENCE = expression(
    rf"(?! & amp; {REFERENCE} ) (?! (?<={OPENING}) & {REFERENCE} {CLOSING} ) (?<!&amp) & {REFERENCE}",
    regex.VERBOSE,
)
_ALONE = expression(r"\s*+&[^;\s]*+;\s*+")


class HtmlEntityInText(Rule):
    """A scraper took the source of a page for its text: the reader sees ``&eacute;`` as eight characters.

    Only in plain text: Markdown and HTML mean their references.  Left alone is what stands between quotation
    marks or brackets, alone in its line or near a word about HTML, since there the text speaks of it.  ``many``
    references in one text are one finding, for then nobody decoded the text.  To decode ``&lt;`` is not safe,
    since it may make a tag.
    """

    @dataclass(frozen=True)
    class Options:
        many: int = 3
        """From how many references on one finding speaks for all."""

    summary = "A character reference of HTML stands in plain text."
    message = "“{found}” was not decoded{more}"
    patterns = (r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}[0-9]{0,2});",)
    bad = [
        Bad("Bread ⟦&amp;⟧ butter in the caf⟦&eacute;⟧.", "Bread & butter in the café."),
        Bad("It⟦&#39;⟧s &#x201C;late&#8221;.", "It's “late”."),
        Bad("One ⟦&lt;⟧ two.", "One < two."),
        Bad("⟦&iexcl;⟧Qu&eacute; d&iacute;a!", "¡Qué día!"),
    ]
    good = [
        "In HTML an ampersand is written “&amp;”, a blank (&nbsp;) too.",
        'The ampersand has to be rewritten as &amp; in a page.\n&quot;\n" (a quotation mark)',
        "R&D; then sales & marketing; &c.",
        'scanf("%d", &number); total = &sum;',
        Good("Bread &amp; butter.", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.about.media != "text/plain":
            return
        found = [
            match
            for zone in view.zones_of(hits)
            if not _ALONE.fullmatch(view[zone])
            for match in _REFERENCE.finditer(view.text, zone.start, zone.end)
            if not spoken_of(view.text, *match.span())
        ]
        at_once = len(found) >= self.options.many
        for group in [found] if at_once else [[match] for match in found]:
            edits = tuple(Edit(*match.span(), decoded(match[0])) for match in group)
            tags = any(edit.text in "<>" for edit in edits)
            more = f", nor were {len(group) - 1} more references" if at_once else ""
            fix = Fix(edits, Safety.UNSAFE if tags else Safety.SAFE)
            yield self.finding(*group[0].span(), fix, found=group[0][0], more=more)
