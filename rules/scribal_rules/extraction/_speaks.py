"""Tell markup and code that a scraper left from what a text about them shows, and cut them out."""

import regex

from scribal import Drop, Edit, View, Zone, expression

_QUOTED = expression(r"[\"'“‘«‹(\[`„‚「『\ufffc]\s?+\Z")
_LISTING = expression(r"\s*+(?:[#*%$>;|+]|//|--)")

NEAR = 150
"""Within so many characters of a word about it, markup is spoken of."""

OFTEN = 3
"""A text that has so many words about code is about code, as long as it is no longer than three pages."""

PAGE = 1_500
"""How many code points make a page."""

CODE = expression(
    r"\b(?i:html|xhtml|xml|css|javascript|jquery|typescript|php|json|api|apis|sql|python|java|snippets?|stylesheets?|source code"
    r"|program(?:s|mer|mers|ming|mation|mierung|mieren|a|as|me|mes|mi|my)?|variables?|functions?|compil\w*|debug\w*|script(?:s|ing)?"
    r"|syntax\w*|softwar\w*|plugins?|frameworks?|librar(?:y|ies)|terminal|shell|command line|linux|unix|debian"
    r"|funktion(?:en)?|befehle?|commandes?|comandos?|переменн\w+|функци\w+|программ\w+|кода?|скрипт\w*)\b"
    r"|代码|函数|程序|コード|関数|プログラム|스크립트|코드"
)
"""Words of texts that show code on purpose."""


def is_quoted(view: View, start: int) -> bool:
    """Return whether a mark of quotation or a bracket stands before something, or code."""
    return _QUOTED.search(view.text, max(0, start - 2), start) is not None


def is_near(view: View, start: int, end: int, about: regex.Pattern[str]) -> bool:
    """Return whether a word of a kind stands near a stretch, which does not count itself."""
    before = view.text[max(0, start - NEAR) : start]
    after = view.text[end : end + NEAR]
    return about.search(before) is not None or about.search(after) is not None


def is_listing(view: View, zone: Zone) -> bool:
    """Return whether a line begins as a comment, a prompt or a row of a listing, or is indented as one."""
    source = view.source_span(zone.start, zone.end).start
    indented = view.about.media == "text/plain" and source - zone.source_start > 3
    return indented or _LISTING.match(view.text, zone.start, zone.end) is not None


def is_about(text: str, about: regex.Pattern[str], often: int = OFTEN) -> bool:
    """Return whether a text has so many words of a kind, and more if it is long."""
    least = max(often, len(text) // PAGE)
    found = about.finditer(text)
    return sum(1 for _, _ in zip(range(least), found, strict=False)) == least


def cut(view: View, start: int, end: int, instead: str = "") -> Edit | Drop:
    """Return the edit that takes a stretch out, with one of the blanks beside it, or the lines that it fills."""
    text = view.text
    first, last = view.zone_at(start), view.zone_at(max(start, end - 1))
    if first is None or last is None:
        return Edit(start, end, instead)
    if start == first.start and end == last.end and not instead:
        return Drop(start, end)
    before = start == first.start or text[start - 1] == " "
    if not instead and before and end < last.end and text[end] == " ":
        end += 1
    elif not instead and end == last.end and start > first.start and text[start - 1] == " ":
        start -= 1
    return Edit(start, end, instead)
