"""Lists of phrases which a translation carried over, by target and source language.

A list is ``<target>/<source>.toml`` beside its rule, a table for each phrase, which is its name::

    ["{make} part of"]
    source = "faire partie de"
    instead = ["{be} part of"]
    why = "French makes a part of what English is"
    before = "(the|a)"

``instead`` is what to say, best first; with ``…`` it is only shown.  ``before``, ``after``,
``unless-before`` and ``unless-after`` say beside what a phrase must stand or may not, ``others`` which
other languages say it with which words, ``case`` whether it must begin with a ``capital`` or be all
``lower``.  ``_notation.py`` has the notation; in lists for English ``{make}`` is any form of a verb.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import regex

from ._notation import Phrase, expression_of, read_phrase
from ._verbs import forms, like

LANGUAGES = {
    "ar": "Arabic",
    "cs": "Czech",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
"""The names of the source languages."""

NUMBERS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|several|many"
    "|some|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig|deux|trois|quatre|cinq|sept|huit|neuf|dix"
    "|quinze|vingt|trente|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|treinta"
)
CLASSES = {
    "day": r"[12]?\d|3[01]",
    "ing": r"[\p{L}-]+ing",
    "month": "january|february|march|april|may|june|july|august|september|october|november|december",
    "name": r"[\p{L}][\p{L}'-]*",
    "number": rf"\d[\d.,]*|{NUMBERS}",
    "ordinal": r"\d{1,2}(?:st|nd|rd|th)|first|second|third",
    "people": r"\p{L}{2,}(?:ans|ians|ese|ish|is|ards|ens|men|ks|bs|ns|ds|es)",
    "weekday": "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "word": r"[\p{L}'-]+",
    "year": r"1\d\d\d|20\d\d",
}
"""What ``<name>`` stands for in a phrase; names and peoples begin with a capital."""


@dataclass(frozen=True, eq=False)
class Entry:
    """A phrase of a list."""

    name: str
    target: str
    language: str
    data: Mapping[str, Any]

    @property
    def source(self) -> str:
        return str(self.data["source"])

    @cached_property
    def phrase(self) -> Phrase:
        return read_phrase(self.name, CLASSES)

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        ahead = "".join(
            rf"(?{sign}[ ]{{0,3}}{expression_of(self.data[key], CLASSES)})"
            for key, sign in (("before", "="), ("unless-before", "!"))
            if key in self.data
        )
        return regex.compile(f"{self.phrase.expression}{ahead}")

    def stands(self, text: str, before: str) -> bool:
        """Return whether a match is meant: by its capitals, and by what stands before it."""
        case = self.data.get("case")
        if (case == "capital" and not text[0].isupper()) or (case == "lower" and text != text.lower()):
            return False
        return all(
            bool(regex.search(f"{expression_of(self.data[key], CLASSES)}[ ]*\\Z", before)) is wanted
            for key, wanted in (("after", True), ("unless-after", False))
            if key in self.data
        )

    def suggestions(self, match: regex.Match[str], text: str, before: str) -> list[str]:
        """Return what to say in the place of a match, whose text is given as it was written."""
        groups = {name: value for name, value in match.groupdict().items() if value is not None}
        said: list[str] = []
        for instead in self.data["instead"]:
            ways = [""]
            for piece in regex.split(r"([{<][\w-]+[}>])", instead):
                words: tuple[str, ...] = (piece,)
                if piece.startswith("{"):
                    words = like(self.verb(groups["verb"]), groups["verb"], before, piece[1:-1])
                elif piece.startswith("<"):
                    start, end = match.span(piece[1:-1])
                    words = (text[start - match.start() : end - match.start()],)
                ways = [way + word for way in ways for word in words]
            said += ways
        first = text[:1].isupper() and not self.name.startswith(("<people>", "<name>"))
        return [way[:1].upper() + way[1:] if first else way for way in said]

    def verb(self, found: str) -> str:
        """Return the base of a form, among the verbs of the phrase."""
        verbs: list[str] = regex.findall(r"{([\w-]+)}", self.name)
        return next(verb for verb in verbs if found in forms(verb))


def read_lists(folder: Path) -> dict[str, list[Entry]]:
    """Return the entries of a rule's lists by target language."""
    return {
        target.name: [
            Entry(name, target.name, file.stem, data)
            for file in sorted(target.glob("*.toml"))
            for name, data in tomllib.loads(file.read_text("utf-8")).items()
        ]
        for target in sorted(folder.iterdir())
        if target.is_dir() and not target.name.startswith("_")
    }


def woken_by(lists: Mapping[str, Sequence[Entry]]) -> dict[str, list[Entry]]:
    """Return the entries that each trigger wakes."""
    woken: dict[str, list[Entry]] = {}
    for entries in lists.values():
        for entry in entries:
            for trigger in entry.phrase.triggers:
                woken.setdefault(trigger, []).append(entry)
    return woken
