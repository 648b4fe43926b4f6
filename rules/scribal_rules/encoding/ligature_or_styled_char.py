"""Ligatures of printers, shapes of letters, and mathematical letters for ordinary ones."""

from collections.abc import Iterator, Sequence
from unicodedata import normalize

from scribal import Bad, Finding, Hit, Rule, Safety, Sees, View, expression, replace

_LIGATURE = expression(r"(?<![\p{L}\p{M}\ufb00-\ufb06])[\p{L}\p{M}]*?[\ufb00-\ufb06][\p{L}\p{M}]*+")
_STYLED = expression(
    r"[\U0001d400-\U0001d7ff\u2102\u210a-\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2134]{2,}+"
    r"(?:[ ][\U0001d400-\U0001d7ff]{2,}+)*+"
)
_SHAPED = expression(r"[\ufb50-\ufdcf\ufe70-\ufefc]{2,}+(?:[ ][\ufb50-\ufdcf\ufe70-\ufefc]{2,}+)*+")
_KINDS = ((_LIGATURE, Safety.SAFE), (_STYLED, Safety.UNSAFE), (_SHAPED, Safety.UNSAFE))


class LigatureOrStyledChar(Rule):
    """A ligature came out of a printed page, bold and italic letters out of a social network.

    No search finds such words, nor Arabic ones in the shapes that a printer uses.  Those and mathematical
    letters are not safe to change: the first may stand in the order of the eye, the second may be meant.
    Single mathematical letters are formulas and are left alone, as are whole formulas of Arabic (ﷺ).
    """

    summary = "A ligature or mathematical letters stand in a word."
    message = "“{found}” is written with characters that are no letters of a text: “{instead}”"
    sees = Sees.SOURCE
    patterns = (
        "[\ufb00-\ufb06]",
        "[\U0001d400-\U0001d7ff][\U0001d400-\U0001d7ff]",
        "[\ufb50-\ufdcf\ufe70-\ufefc][\ufb50-\ufdcf\ufe70-\ufefc]",
    )
    bad = [
        Bad("The ⟦ﬁnal⟧ ⟦oﬃce⟧ is open.", "The final office is open."),
        Bad("⟦𝗥𝗲𝗮𝗱 𝘁𝗵𝗶𝘀⟧ now, ⟦𝒛𝒂⟧!", "Read this now, za!"),
        Bad("⟦\ufee3\ufeae\ufea3\ufe92\ufe8e⟧", "مرحبا"),
    ]
    good = ["The final office is open.", "Let 𝑥 be in ℝ, and 𝑓 a map.", "Ægir, œuvre, Ǆ, ĳs", "محمد ﷺ"]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            for pattern, safety in _KINDS:
                for match in pattern.finditer(view.text, zone.start, zone.end):
                    start, end = match.span()
                    text = normalize("NFKC", match[0])
                    yield self.finding(
                        start, end, replace(start, end, text, safety), found=match[0], instead=text
                    )
