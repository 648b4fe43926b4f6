"""UTF-8 that was read as another charset."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import regex

from scribal import Bad, Edit, Finding, Fix, Hit, Rule, Safety, Sees, Severity, View, expression

from ._badness import BADNESS, MORE
from ._mojibake import BAD, Reading, readings

_MORE = expression(MORE, regex.MULTILINE)
_OUTSIDE = re.compile(r"[^\x00-\x7f]+")
_PLAIN = re.compile(r"[\u0391-\u03ce\u0410-\u044f]+")
"""Words in Greek or Cyrillic, without the letters that are rare in them."""

BESIDE = 2
"""How many characters of ASCII a suspect may have before or behind those that are none."""


class MojibakeUtf8(Rule):
    """Bytes of UTF-8 were taken for another charset and saved as letters, once or several times.

    The heuristic and the plans to decode are those of the library ftfy; what it would change besides, as
    curly quotes, ligatures and full-width forms, is left alone.  One finding a line, at the first place, with
    one fix for all places of the line.  The fix is safe where no byte was lost and at least two letters of
    the text, or one of three bytes, decode; a single ``Ã©`` could be meant.
    """

    summary = "UTF-8 was read as another charset."
    message = "“{found}” is UTF-8 read as {charsets}: “{instead}”{more}"
    severity = Severity.ERROR
    sees = Sees.SOURCE
    patterns = (BADNESS, MORE)
    supersedes = ("encoding/c1-control", "encoding/replacement-char")
    bad = [
        Bad("A cafÃ© on the cornerâ€™s edge.".replace("fÃ©", "f⟦Ã©⟧"), "A café on the corner’s edge."),
        Bad("Le mus⟦√©⟧e est ferm√©, la for√™t aussi.", "Le musée est fermé, la forêt aussi."),
        Bad("⟦РџСЂРёРІРµС‚⟧ всем!", "Привет всем!"),
        Bad("Un “bon” caf⟦Ã©⟧, dit-il.", "Un “bon” café, dit-il."),
        Bad("The acci⟦├│⟧n began.", "The acción began."),
    ]
    good = [
        "Un “bon” café, dit-il – à côté, NESTLÉ® et MARQUÉ…",
        "Ôôô, 4×…, √π and 5 €…",
        "├── docs\n│   └── index",
        "Die Äpfel sagten: »öffne die TürÄ«, und 2√π ist x√2.",
        "Bénin bɔlƒoviwo xɔ ƒè 13 le ƒeʋɔɖoɖo me.",
        "Привет всем! Вільний світ, «ні».",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = [
            (line, at + reading.start, reading)
            for line, (at, text) in enumerate(_lines(view, hits))
            for reading in readings(text)
        ]
        often = sum(len(reading.text) for _, _, reading in found) > 1
        for _, group in groupby(found, key=lambda each: each[0]):
            places = list(group)
            (_, at, first) = places[0]
            edits = tuple(Edit(at, at + r.end - r.start, r.text) for _, at, r in places)
            safe = all(r.certain and (often or r.end - r.start > 2) for _, _, r in places)
            yield self.finding(
                at,
                at + first.end - first.start,
                Fix(edits, Safety.SAFE if safe else Safety.UNSAFE, f"decode {_named(first)}"),
                found=view.text[at : at + first.end - first.start],
                charsets=_named(first),
                instead=first.text,
                more=f", like {len(places) - 1} more in this line" if places[1:] else "",
            )


def _lines(view: View, hits: Sequence[Hit]) -> Iterator[tuple[int, str]]:
    """Yield what of each suspected line stands in a zone, and where it begins."""
    text = view.text
    for zone in view.zones_of(hits):
        outside = _OUTSIDE.search(text, zone.start, zone.end)
        while outside:
            first, last = outside.span()
            start = max(zone.start, text.rfind("\n", zone.start, first) + 1)
            end = text.find("\n", last, zone.end)
            end = zone.end if end < 0 else end
            around = max(start, first - BESIDE), min(end, last + BESIDE)
            plain = _PLAIN.fullmatch(outside[0]) and not text[first - 1 : first].isalpha()
            if not plain and (BAD.search(text, *around) or _MORE.search(text, *around)):
                yield start, text[start:end]
                last = end
            outside = _OUTSIDE.search(text, last, zone.end)


def _named(reading: Reading) -> str:
    """Return the charsets of a reading, as in “latin-1 and again as latin-1”."""
    return " and again as ".join(reading.charsets)
