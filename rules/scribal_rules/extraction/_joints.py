"""Where a capital stands between small letters, as if two words were one."""

import re
from collections.abc import Iterator, Sequence

import regex

from scribal import Hit, View, expression

_JOINT = expression(r"\p{Lu}(?<=\p{Ll}{2}\p{Lu})\p{Ll}{2}")
_ASCII_JOINT = re.compile(r"[A-Z](?<=[a-z]{2}[A-Z])[a-z]{2}")
"""A capital between small letters; ``re`` is several times as fast."""

_GLUED = expression(
    r"(?<=(?<![\p{L}\p{N}\p{M}@#/_.:\\$&=+\[<-])(?P<left>\p{Lu}?\p{Ll}{2,20}))(?P<right>\p{Lu}\p{Ll}{2,20}+)(?![\p{L}\p{N}\p{M}_@(/=]|[.:-][\p{L}\p{N}])"
)
"""Two words, as seen from the first letter of the second."""


def glued(view: View, hits: Sequence[Hit]) -> Iterator[regex.Match[str]]:
    """Yield what looks like two words in one; in lists and headings of manuals stand names of functions."""
    joint = _ASCII_JOINT if view.text.isascii() else _JOINT
    plain = view.about.media == "text/plain"
    for zone in view.zones_of(hits):
        if not (plain or zone.kind == "paragraph"):
            continue
        for capital in joint.finditer(view.text, zone.start, zone.end):
            if match := _GLUED.match(view.text, capital.start(), zone.end):
                yield match
