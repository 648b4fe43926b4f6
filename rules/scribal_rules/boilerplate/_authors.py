"""Whether a line says who wrote a page, in any of many languages."""

import regex

from scribal import View, Zone, expression

from ._dates import certainty

LABELS = (
    "by|written by|posted by|reporting by|edited by|von|par|por|di|door|af|av|autor|autorin|autore|autora|author|auteur|redakteur|redaktion|text"
    "|publié par|publicado por|escrito por|pubblicato da|scritto da|geschreven door|skriven av|skrevet av|skrevet af|kirjoittanut|napisał|napsal"
    "|szerző|автор|текст|джерело|συντάκτης|yazar|yazan|बाय|द्वारा|बقلم|كتب|בקלם|מאת|نویسنده|文|作者|记者|記者|編集|글|기자|tác giả|oleh|penulis|โดย|autors|autorius"
).split("|")  # fmt: skip
"""How the pages of many languages introduce an author; the words are our own list."""

_NAME = r"(?!\p{L}{3,12}\.?[ ][0-9])(?:\p{Lu}[\p{L}\p{M}.’'-]*+|\p{Lo}{2,8}+)"
_LABEL = rf"(?:{'|'.join(sorted(map(regex.escape, LABELS), key=len, reverse=True))}) \s*+ [:：]?+ \s*+"
_NAMES = rf"""
    (?-i:{_NAME}) (?:[ ](?:de[ ]|von[ ]|van[ ]|der[ ]|da[ ]|di[ ]|al-)?+ (?-i:{_NAME})){{1,4}}+
    (?: (?:,[ ]|[ ](?:and|und|et|y|e|en|och|og|i|и|та|&)[ ]) (?-i:{_NAME}) (?:[ ](?-i:{_NAME})){{1,3}}+ ){{0,3}}+"""
_AUTHOR = rf"{_LABEL} {_NAMES} (?P<rest> [\s|,·•–—-] .{{0,60}} )?+"
_ONE = expression(rf"{_LABEL} [^\s:]{{3,30}}", regex.VERBOSE | regex.IGNORECASE)
_LINE = expression(_AUTHOR, regex.VERBOSE | regex.IGNORECASE)
_DATED = expression(rf"(?P<date>.{{6,45}}?) [\s|,·•–—/-]++ {_AUTHOR}", regex.VERBOSE | regex.IGNORECASE)


LONGEST = 119
"""A line of more code points says more than who wrote it."""

NAMED = 0.5
"""How sure it is that a name behind “by” is that of the author, and how much surer a date makes it."""


def certainty_of(line: str) -> float:
    """Return how sure it is that a line names an author, 0 where it does not."""
    if len(line) > LONGEST:
        return 0
    match = _LINE.fullmatch(line)
    date = match["rest"] if match else None
    if match is None and any(map(str.isdigit, line)):
        match = _DATED.fullmatch(line)
        date = match["date"] if match else None
    if match is None:
        return 0
    date = (date or "").strip(" |,·•–—-")
    if not date:
        return NAMED
    return min(NAMED + certainty(date), 1) if certainty(date) else 0


def certainty_beside(view: View, zone: Zone) -> float:
    """Return how sure it is that a line with one word, “by admin”, names an author: a date stands beside it."""
    if not _ONE.fullmatch(view[zone].strip()):
        return 0
    index = view.zone_index(zone.start)
    beside = (*view.zones[max(index - 1, 0) : index], *view.zones[index + 1 : index + 2])
    dates = (view[other].strip() for other in beside if other.end - other.start <= LONGEST)
    return NAMED if any(certainty(date) >= NAMED for date in dates) else 0
