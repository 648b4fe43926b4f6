"""Character references that were torn apart."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

from ._references import decoded, spoken_of

_NAMES = (
    r"(?:amp|apos|quot|nbsp|lt|gt|hellip|[nm]dash|[lr][sd]quo|[lr]aquo|szlig"
    r"|[A-Za-z](?:acute|grave|circ|tilde|uml|cedil|ring))"
)
_BROKEN = expression(
    rf"""
    & [ \xa0]{{1,2}} (?: \#[ \xa0]?\d{{2,5}} | {_NAMES} ) [ \xa0]?;
      | & \#[ \xa0]\d{{2,5}} [ \xa0]?;
      | & (?: \#\d{{2,5}} | {_NAMES} ) [ \xa0];
      | & (?: A[Mm]p | A[Pp]os | Q[Uu]ot | N[Bb]sp | Lt | Gt | [Nn]BSP | [Aa]POS );
      | (?<=\p{{L}}) & \# (?: 3[49] | 8211 | 821[2-9] | 822[0-3] ) (?=[^0-9;\n])
    """,
    regex.VERBOSE,
)
_CODE = expression(r"[={}\\$]|\(\)|//|&&")


class BrokenEntity(Rule):
    """A machine that translates takes ``&#39;`` for words and sets blanks between them, or a capital in them.

    No program decodes ``& amp;``, so that readers see it in Markdown and HTML too.  Left alone are lines that
    look like code, and what stands near a word about HTML.
    """

    summary = "A character reference of HTML has blanks or capitals in it, or no semicolon."
    message = "“{found}” is a broken character reference"
    patterns = (
        r"&[ \xa0]{1,2}(?:#[ \xa0]?[0-9]{2,5}|[A-Za-z]{2,7})[ \xa0]?;",
        r"&#[ \xa0][0-9]{2,5}[ \xa0]?;",
        r"&(?:#[0-9]{2,5}|[A-Za-z]{2,7})[ \xa0];",
        "&(?:A[Mm]p|A[Pp]os|Q[Uu]ot|N[Bb]sp|L[t]|G[t]|[Nn]BSP|[Aa]POS);",
        r"\p{L}&#(?:3[49]|8211|821[2-9]|822[0-3])[^0-9;\n]",
    )
    bad = [
        Bad(
            "It⟦&# 39;⟧s the moon ⟦& amp;⟧ the sea, ⟦& quot;⟧so⟦&quot ;⟧ to say.",
            'It\'s the moon & the sea, "so" to say.',
        ),
        Bad(
            "The caf⟦& eacute;⟧ and⟦&Nbsp;⟧tea, she didn⟦&#8217⟧t know.", "The café and tea, she didn’t know."
        ),
        Bad("The moon ⟦& amp;⟧ the *sea*.", "The moon & the *sea*.", media="text/markdown"),
        Bad("<p>The moon ⟦& amp;⟧ the sea.</p>\n", "<p>The moon & the sea.</p>\n", media="text/html"),
    ]
    good = [
        "Research & development; then cut & copy; R&D ; Q&A.",
        "An entity is & amp; when it is broken.",
        "if (a & amp; b) { return x == y; }",
        Good("The moon &amp; the sea, it&#39;s here.", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            if _CODE.search(view[zone]):
                continue
            for match in _BROKEN.finditer(view.text, zone.start, zone.end):
                if not spoken_of(view.text, *match.span()):
                    fix = replace(*match.span(), _mended(match[0]), Safety.UNSAFE)
                    yield self.finding(*match.span(), fix, found=match[0])


def _mended(broken: str) -> str:
    """Return what a reference stands for when its parts are joined, with a plain blank for a no-break one."""
    whole = "&" + "".join(broken[1:].split()).removesuffix(";") + ";"
    text = decoded(whole)
    return (decoded(whole.lower()) if text == whole else text).replace("\xa0", " ")
