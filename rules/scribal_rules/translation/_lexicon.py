"""Rules that are lists of phrases which a translation carried over, by target and source language.

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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import regex

from scribal import Finding, Fix, Hit, Rule, Safety, View, Zone, fold, replace

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

CAPITALS = frozenset(("name", "people"))
REACH = 40
"""How many code points before a phrase are looked at."""


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


def triggers_of(lists: Mapping[str, Sequence[Entry]]) -> tuple[str, ...]:
    """Return what wakes a rule with these lists."""
    return tuple(
        sorted({trigger for entries in lists.values() for one in entries for trigger in one.phrase.triggers})
    )


class LexiconRule(Rule):
    """A rule made from lists of phrases."""

    lists: ClassVar[Mapping[str, Sequence[Entry]]]

    @dataclass(frozen=True)
    class Options:
        """Which phrases not to speak of."""

        ignore: tuple[str, ...] = ()
        """Phrases of the lists, by their names."""
        sources: tuple[str, ...] = ()
        """The languages that the texts were translated from; empty: any."""

        def __post_init__(self) -> None:
            strange = [language for language in self.sources if language not in LANGUAGES]
            if strange:
                raise ValueError(f"there is no source language “{strange[0]}”")

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        known = {entry.name for entries in self.lists.values() for entry in entries}
        strange = [name for name in self.options.ignore if name not in known]
        if strange:
            raise ValueError(f"the lists have no phrase “{strange[0]}”")

    @cached_property
    def woken(self) -> Mapping[str, Mapping[str, Sequence[Entry]]]:
        """The entries by target language and trigger, without what the options leave out."""
        known: dict[str, dict[str, list[Entry]]] = {}
        for target, entries in self.lists.items():
            for entry in entries:
                languages = {entry.language, *entry.data.get("others", ())}
                if entry.name in self.options.ignore or not (
                    languages & {*self.options.sources} or not self.options.sources
                ):
                    continue
                for trigger in entry.phrase.triggers:
                    known.setdefault(target, {}).setdefault(trigger, []).append(entry)
        return known

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        known = self.woken.get(view.language or "", {})
        places = dict.fromkeys(
            (view.zone_index(hit.start), entry.name, entry)
            for hit in hits
            for entry in known.get(hit.trigger, ())
        )
        for index, _, entry in sorted(places, key=lambda place: place[:2]):
            yield from self.found(view, view.zones[index], entry)

    def found(self, view: View, zone: Zone, entry: Entry) -> Iterator[Finding]:
        """Yield the places of a zone where an entry stands."""
        if not entry.phrase.may_stand(view.folded[zone.start : zone.end]):
            return
        for match in entry.phrase.matches(entry.compiled, view.folded, zone.start, zone.end):
            start, end = match.span()
            text, before = view.text[start:end], view.folded[max(zone.start, start - REACH) : start]
            capitals = all(
                view.text[match.start(name)].isupper() for name in CAPITALS & match.groupdict().keys()
            )
            if not capitals or is_quoted(view.text, start, end) or not entry.stands(text, before):
                continue
            instead = entry.suggestions(match, text, before)
            yield self.finding(
                start,
                end,
                *(fix(start, end, way, entry) for way in instead),
                found=text,
                language=LANGUAGES[entry.language],
                source=entry.source,
                instead="” or “".join(instead),
                why=entry.data["why"],
            )


def fix(start: int, end: int, text: str, entry: Entry) -> Fix:
    """Return the fix that says ``text``; one with a gap, or of a phrase whose words vary, only shows how."""
    if "…" in text or (entry.target != "en" and "(" in entry.name):
        return Fix((), Safety.SHOWN, f"say “{text}”")
    return replace(start, end, text, Safety.UNSAFE, str(entry.data["why"]))


def is_quoted(text: str, start: int, end: int) -> bool:
    """Return whether a phrase stands alone between quotation marks: it is spoken of, not used."""
    return fold(text[start - 1 : start]) in ('"', "'", "«") and fold(text[end : end + 1]) in ('"', "'", "»")
