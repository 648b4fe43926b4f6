"""HTML's character references as they stand in texts that were never decoded."""

from html import unescape
from html.entities import name2codepoint

from scribal import expression

_CODE = {
    *(
        "and",
        "ang",
        "cap",
        "chi",
        "cong",
        "cup",
        "empty",
        "eta",
        "exist",
        "fnof",
        "forall",
        "image",
        "int",
        "isin",
    ),
    *(
        "lang",
        "ni",
        "nu",
        "or",
        "part",
        "phi",
        "pi",
        "prod",
        "prop",
        "psi",
        "rang",
        "real",
        "rho",
        "sim",
        "sub",
    ),
    *("sum", "sup", "there4", "uml", "weierp", "xi"),
}
"""Names that are more often variables of a program, as in ``&sum;``."""

NAMES = "|".join(sorted({*name2codepoint, "apos"} - _CODE))
"""The names of HTML 4, as alternatives of a regular expression."""

REFERENCE = rf"(?: \# (?: \d{{1,7}} | [xX][0-9a-fA-F]{{1,6}} ) | {NAMES} ) ;"
"""What follows the ampersand of a reference, for ``regex.VERBOSE``."""

OPENING, CLOSING = r"[\"'“‘«‹(\[`„‚「『]", r"[\"'”’»›)\]`“‘」』]"
"""Marks between which a reference is spoken of rather than used."""


_ABOUT = expression(r"(?i)\b(?:html|xml|sgml|ampersand|entit|escape)")

NEAR = 150
"""Within so many characters of a word about HTML a reference is spoken of."""


def spoken_of(text: str, start: int, end: int) -> bool:
    """Return whether a text speaks of HTML near a reference."""
    return _ABOUT.search(text, max(0, start - NEAR), end + NEAR) is not None


def decoded(text: str) -> str:
    """Return the text without any level of references."""
    while (plain := unescape(text)) != text:
        text = plain
    return text
