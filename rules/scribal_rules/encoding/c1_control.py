"""Bytes of Windows-1252 that were read as Latin-1."""

from collections.abc import Iterator, Mapping, Sequence

import regex

from scribal import Bad, Edit, Finding, Fix, Hit, Rule, Safety, Sees, View, expression

from ._single_bytes import FITS_WINDOWS, MAC, WINDOWS

_C1 = regex.compile(r"[\x80-\x9f]")
_LINE = expression(r"(?: (?<![^\n]) | \G ) [^\n\x80-\x9f]*+ [\x80-\x9f] [^\n]*+", regex.VERBOSE)
_UTF8 = regex.compile(r"[\xc2-\xf4][\x80-\xbf]")


class C1Control(Rule):
    """U+0080 to U+009F are controls that no text uses; a text that has them was read as Latin-1 but is not.

    Mostly it was written in Windows-1252, which has its quotation marks and dashes there.  The fix is safe
    where what Windows-1252 has makes sense at the place.  A text in which all of them would be accented
    letters of the old Macintosh charset inside words is mended by that, which is not safe.  One finding a
    line, at the first place.  What may be UTF-8 read as Latin-1 is left to ``encoding/mojibake-utf8``.
    """

    summary = "A C1 control character stands where Windows-1252 has a quotation mark, a dash or a letter."
    message = "the invisible character {found!a} is left of another charset{more}"
    sees = Sees.SOURCE
    patterns = (r"[\x80-\x9f]",)
    bad = [
        Bad("We don⟦\x92⟧t say \x93no\x94\x85", "We don’t say “no”…"),
        Bad(
            "L⟦\x92⟧eau coûte 5 \x80.\nLe c⟦\x9c⟧ur et l\x92\x9cuvre", "L’eau coûte 5 €.\nLe cœur et l’œuvre"
        ),
        Bad("Er sagt: ⟦\x84⟧Nein!\x93 \x96 und geht.", "Er sagt: „Nein!“ – und geht."),
        Bad("El jard⟦\x92⟧n est\x87 cerrado.", "El jardín está cerrado."),
        Bad("An odd ⟦\x81⟧ one\x92s here.", "An odd \x81 one’s here."),
    ]
    good = ["We don’t say “no”…", "Sheâ\x80\x99s here."]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        text = view.text
        macintosh = _is_mac(text)
        for zone in view.zones_of(hits):
            for line in _LINE.finditer(text, zone.start, zone.end):
                places = [match.start() for match in _C1.finditer(text, *line.span())]
                if _UTF8.search(line[0]):
                    continue
                if macintosh:
                    fixes = [_fix(text, places, MAC, Safety.UNSAFE, "decode mac-roman")]
                else:
                    fitting = [at for at in places if FITS_WINDOWS.match(text, at)]
                    fixes = (
                        [_fix(text, fitting, WINDOWS, Safety.SAFE, "decode windows-1252")] if fitting else []
                    )
                more = f", like {len(places) - 1} more in this line" if places[1:] else ""
                yield self.finding(places[0], places[0] + 1, *fixes, found=text[places[0]], more=more)


def _fix(text: str, places: Sequence[int], charset: Mapping[str, str], safety: Safety, label: str) -> Fix:
    return Fix(tuple(Edit(at, at + 1, charset[text[at]]) for at in places), safety, label)


def _is_mac(text: str) -> bool:
    """Return whether two or more do not all fit Windows, and are letters in words on a Macintosh."""
    places = [match.start() for match in _C1.finditer(text)]
    return (
        len(places) > 1
        and not all(FITS_WINDOWS.match(text, at) for at in places)
        and all(MAC[text[at]].isalpha() and text[at - 1 : at].isalpha() for at in places)
    )
