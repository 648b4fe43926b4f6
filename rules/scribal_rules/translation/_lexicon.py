"""Rules that are lists of phrases which a translation carried over; ``_entries.py`` says how one is written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from scribal import Finding, Fix, Hit, Rule, Safety, View, Zone, fold, lazily, replace

from ._entries import LANGUAGES, Entry, read_lists, woken_by

CAPITALS = frozenset(("name", "people"))
REACH = 40
"""How many code points before a phrase are looked at."""


def folder_of(kind: type) -> Path:
    """Return the folder that a rule has for itself."""
    return Path(str(sys.modules[kind.__module__].__file__)).parent


class LexiconRule(Rule):
    """A rule made from the lists of phrases beside it."""

    lists: ClassVar[Mapping[str, Sequence[Entry]]] = lazily(lambda kind: read_lists(folder_of(kind)))
    literals = lazily(lambda kind: tuple(sorted(woken_by(kind.lists))))

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
        if not self.options.ignore:
            return
        known = {entry.name for entries in self.lists.values() for entry in entries}
        strange = [name for name in self.options.ignore if name not in known]
        if strange:
            raise ValueError(f"the lists have no phrase “{strange[0]}”")

    def keeps(self) -> Any:
        every = [entry for entries in self.lists.values() for entry in entries]
        places = {entry: place for place, entry in enumerate(every)}
        return (
            [(entry.name, entry.target, entry.language, entry.data) for entry in every],
            {trigger: [places[one] for one in woken] for trigger, woken in woken_by(self.lists).items()},
        )

    @cached_property
    def woken(self) -> Mapping[str, Sequence[Entry]]:
        """The entries by trigger."""
        if not self.kept:
            return woken_by(self.lists)
        every = [Entry(*entry) for entry in self.kept[0]]
        return {trigger: [every[place] for place in places] for trigger, places in self.kept[1].items()}

    def is_on(self, entry: Entry, language: str | None) -> bool:
        """Return whether an entry is for texts in a language, and the options do not leave it out."""
        if entry.target != language or entry.name in self.options.ignore:
            return False
        sources = self.options.sources
        return not sources or not {entry.language, *entry.data.get("others", ())}.isdisjoint(sources)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        places = dict.fromkeys(
            (view.zone_index(hit.start), entry.name, entry)
            for hit in hits
            for entry in self.woken.get(hit.trigger, ())
            if self.is_on(entry, view.language)
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
