"""How a paragraph ends: as sentences do, with a sign that it goes on elsewhere, or in the middle."""

from collections.abc import Iterator

import regex

from scribal import Span, View, Zone, expression

_MORE = (
    "read more|continue reading|keep reading|more|full story|read the rest|weiterlesen|mehr lesen|mehr|lire la suite|lire plus|suite|leer más|seguir leyendo|sigue leyendo|leia mais|continue lendo|ler mais"
    "|leggi tutto|leggi di più|continua a leggere|continua|lees verder|lees meer|meer lezen|czytaj dalej|czytaj więcej|więcej|читать далее|читать дальше|подробнее|читати далі|детальніше|číst dál|číst dále|čítať ďalej"
    "|läs mer|läs hela|les mer|læs mere|lue lisää|tovább|bővebben|tovább olvasom|citește mai mult|citeste mai mult|devamını oku|devamı|διαβάστε περισσότερα|прочети още|baca selengkapnya|selengkapnya|xem thêm|đọc tiếp|続きを読む|阅读全文|更多|더 보기|اقرأ المزيد|קרא עוד"
).replace(" ", r"\ ")
_CUT = expression(
    rf"(?<=[\p{{L}}\p{{M}},–—-]\s{{0,2}}) (?:\[\s?(?:…|\.\.\.|&hellip;|&\#8230;)\s?\] | \((?:more|mehr|suite|más|mais)(?:…|\.\.\.)\))"
    rf" (?:\s*+(?:{_MORE}))?+ \s*+[»›→>]?+\s*+\Z"
    rf"| (?:…|\.\.\.) \s*+ (?:{_MORE}) \b (?:\s[^.!?»›→>\n]{{1,80}})? \s*+[»›→>]{{0,2}}+\s*+\Z"
    rf"| (?<=[\p{{L}},])\s++ (?:{_MORE}) \s*+[»›→]{{1,2}}+\s*+\Z",
    regex.VERBOSE | regex.IGNORECASE,
)
_END = expression(r"[.!?…。！？।؟։:;\"”’»“)\]*_]\W*+\Z")
_STOPS = expression(r"(?:(?<![\p{L}\p{N}\p{M}])(?:\p{Ll}\p{M}*+)++|,)\Z")
SIGNS = ("…", "»", "›", "→", "...", "&hellip;", "&#8230;")
"""What every such end has."""

PROSE = 60
"""A line of fewer code points may be no sentence."""

TAIL = 160
"""In so many code points before its end the cut of a paragraph stands."""


def cut_of(view: View, zone: Zone) -> Span | None:
    """Return the span of the sign that a paragraph goes on elsewhere, if it ends with one."""
    found = _CUT.search(view.text, max(zone.start, zone.end - TAIL), zone.end)
    if found is None or view.text[zone.start] == "[" or found.start() - zone.start < PROSE // 3:
        return None
    start, end = found.span()
    return Span(start + len(found[0]) - len(found[0].lstrip()), end)


def is_ended(view: View, zone: Zone) -> bool:
    """Return whether a paragraph ends as a sentence does."""
    return _END.search(view.text, max(zone.start, zone.end - 9), zone.end) is not None


def signed(view: View) -> Iterator[Zone]:
    """Yield the zones that have a sign near their end, in order."""
    for index in sorted({view.zone_index(at) for sign in SIGNS for at in view.places_of(sign)}):
        zone = view.zones[index]
        if any(view.text.rfind(sign, max(zone.start, zone.end - TAIL), zone.end) >= 0 for sign in SIGNS):
            yield zone


def is_stopped(view: View, zone: Zone) -> bool:
    """Return whether a paragraph of prose ends in a word in lower case or at a comma, with no code below it."""
    long = zone.kind == "paragraph" and zone.end - zone.start >= PROSE and not zone.linked
    if not long or not _STOPS.search(view.text, zone.end - 30, zone.end) or "://" in view[zone]:
        return False
    end = view.source_span(zone.start, zone.end).end
    return not any(veil.kind == "code" and veil.start >= end for veil in view.veils)
