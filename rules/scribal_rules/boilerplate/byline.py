"""Who wrote it, as a line of the text."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, View, drop, expression

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
_LINE = expression(_AUTHOR, regex.VERBOSE | regex.IGNORECASE)
_DATED = expression(rf"(?P<date>.{{6,45}}?) [\s|,·•–—/-]++ {_AUTHOR}", regex.VERBOSE | regex.IGNORECASE)


LONGEST = 119
"""A line of more code points says more than who wrote it."""

NAMED = 0.5
"""How sure it is that a name behind “by” is that of the author, and how much surer a date makes it."""


class Byline(Rule):
    """“By Staff Writer” on a line of its own names the author: metadata of the page.

    Reported with the date beside it, or where the neighbours are metadata and menus too; in plain text alone.
    """

    summary = "The name of the author stands as a line of the text."
    message = "“{line}” names the author, metadata of the page"
    lines = tuple(f"{label} {{}}" for label in LABELS)
    patterns = (
        r"^[^!?\n]{0,40}[0-9][^!?\n]{0,12}(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Aa]utora?|Автор)[ :]{1,2}\p{Lu}",
    )
    bad = [
        Bad("The river rose.\n\n⟦By Staff Writer⟧", "The river rose."),
        Bad("⟦von Erika Muster am 4. März 2021, 19:05 Uhr⟧\nDer Fluss stieg.", "Der Fluss stieg."),
        Bad("⟦Von Erika Muster | 4. März 2021, 19:05 Uhr⟧\nDer Fluss stieg.", "Der Fluss stieg."),
        Bad("Вода поднялась.\n⟦Автор: Иван Иванов⟧", "Вода поднялась."),
        Bad("⟦By Erika Muster Mar 4, 2021 5 min read⟧\nThe river rose.", "The river rose."),
        Bad("⟦4 March 2021, 19:05 by Erika Muster⟧\nThe river rose.", "The river rose."),
    ]
    good = [
        "By Monday Morning the river had risen.",
        "The poem\nBy Erika Muster\nThe river rose.",
        "Von Turin nach Rom fährt ein Zug.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.about.media != "text/plain":
            return
        for zone in view.zones_of(hits):
            line = view[zone].strip()
            if weight := certainty_of(line):
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                end = zone.start + len(view[zone].rstrip())
                yield self.finding(zone.start, end, fix, weight=weight, line=line)


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
