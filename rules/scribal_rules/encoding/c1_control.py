"""Bytes of Windows-1252 that were read as Latin-1."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, Sees, View, replace

from ._single_bytes import FITS_WINDOWS, MAC, WINDOWS

_C1 = regex.compile(r"(?<! [\xc2-\xf4] [\x80-\xbf]{0,2} ) [\x80-\x9f]", regex.VERBOSE)


class C1Control(Rule):
    """U+0080 to U+009F are controls that no text uses; a text that has them was read as Latin-1 but is not.

    Mostly it was written in Windows-1252, which has its quotation marks and dashes there.  The fix is safe
    where what Windows-1252 has makes sense at the place.  A text in which all of them would be accented
    letters of the old Macintosh charset inside words is mended by that, which is not safe.  What may be
    UTF-8 read as Latin-1 is left to ``encoding/mojibake-utf8``.
    """

    summary = "A C1 control character stands where Windows-1252 has a quotation mark, a dash or a letter."
    message = "the invisible character {found!a} is left of another charset"
    sees = Sees.SOURCE
    patterns = (r"[\x80-\x9f]",)
    bad = [
        Bad("We don⟦\x92⟧t say ⟦\x93⟧no⟦\x94⟧⟦\x85⟧", "We don’t say “no”…"),
        Bad("L⟦\x92⟧eau coûte 5 ⟦\x80⟧.", "L’eau coûte 5 €."),
        Bad("Er sagt: ⟦\x84⟧Nein!⟦\x93⟧ ⟦\x96⟧ und geht.", "Er sagt: „Nein!“ – und geht."),
        Bad("Le c⟦\x9c⟧ur et l⟦\x92⟧⟦\x9c⟧uvre", "Le cœur et l’œuvre"),
        Bad("El jard⟦\x92⟧n est⟦\x87⟧ cerrado.", "El jardín está cerrado."),
        Bad("An odd one⟦\x81⟧ here."),
    ]
    good = ["We don’t say “no”…", "Sheâ\x80\x99s here."]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        text = view.text
        macintosh = _is_mac(text)
        for zone in view.zones_of(hits):
            for match in _C1.finditer(text, zone.start, zone.end):
                start, end = match.span()
                fixes = []
                if macintosh:
                    fixes = [replace(start, end, MAC[match[0]], Safety.UNSAFE, "mac_roman")]
                elif FITS_WINDOWS.match(text, start):
                    fixes = [replace(start, end, WINDOWS[match[0]], Safety.SAFE, "windows-1252")]
                yield self.finding(start, end, *fixes, found=match[0])


def _is_mac(text: str) -> bool:
    """Return whether two or more do not all fit Windows, and are letters in words on a Macintosh."""
    places = [match.start() for match in _C1.finditer(text)]
    return (
        len(places) > 1
        and not all(FITS_WINDOWS.match(text, at) for at in places)
        and all(MAC[text[at]].isalpha() and text[at - 1 : at].isalpha() for at in places)
    )
