"""Text that remembers where it came from.

A source is what the file holds.  A view is what a rule reads: the source as it
is, or the prose that is left when the markup is gone.  Each view carries the
map back, so a rule never sees an offset that it has to convert.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from scribal.expression import expression
from scribal.language import detect


class Sees(StrEnum):
    """Which view of a document a rule reads."""

    PROSE = "prose"
    SOURCE = "source"


class Span(NamedTuple):
    """A half-open stretch of code points."""

    start: int
    end: int


class Hit(NamedTuple):
    """Where a trigger woke a rule: the literal itself, or the zone that a pattern stands in."""

    start: int
    end: int
    trigger: str


class Zone(NamedTuple):
    """A stretch of a view with one role; zones follow one another and never overlap.

    In the prose view a zone is one line and its kind is ``paragraph``,
    ``heading``, ``item``, ``cell``, ``quote``, ``term`` or ``caption``.  In the
    source view it is ``prose``, ``markup``, ``code``, ``url``, ``attribute``,
    ``front-matter`` or ``blank``.
    """

    kind: str
    start: int
    end: int
    depth: int = 0
    source_start: int = 0
    """Where its markers begin in the source."""
    source_end: int = 0
    """Where the blank lines after it end in the source."""
    linked: int = 0
    """How many of its code points stand inside links."""


class Run(NamedTuple):
    """A stretch of a view beside the stretch of source that it stands for."""

    start: int
    end: int
    source_start: int
    source_end: int
    verbatim: bool


class Veil(NamedTuple):
    """A stretch of source that the prose does not show, and what it is."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a document besides its text."""

    media: str = "text/plain"
    language: str | None = None
    """A BCP 47 tag, where somebody said it."""
    url: str | None = None
    profile: str = "repository"
    """``repository`` or ``corpus``; records are a corpus."""
    languagetool: Hashable = None
    """How LanguageTool is asked, see :mod:`scribal.languagetool`; None: as it is found."""


_WORD = expression(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*")
_SENTENCE = expression(r"\S(?:[^.!?。！？]|[.!?](?=[^\s\p{Pf}\"')\]]))*+[.!?。！？]*[\p{Pf}\"')\]]*")


class View:
    """What a rule reads, and the way back to the source.

    ``text`` is in code points; each run says which stretch of source a stretch
    of text stands for; ``gaps`` are the offsets where two inline elements met
    without a space, so that glued words of the source are told from ours.
    """

    def __init__(
        self,
        text: str,
        runs: Sequence[Run],
        zones: Sequence[Zone] | Callable[[], Sequence[Zone]],
        about: About = About(),
        gaps: Sequence[int] = (),
        veils: Sequence[Veil] = (),
        comments: Sequence[Span] = (),
        html: Sequence[Span] = (),
    ) -> None:
        self.text = text
        self.runs = runs
        self.parted = zones
        self.about = about
        self.gaps = gaps
        self.veils = veils
        self.comments = comments
        """Source spans of the comments, in which suppressions may stand."""
        self.html = html
        """Spans of the text that stand in HTML inside of another medium."""

    @cached_property
    def zones(self) -> Sequence[Zone]:
        """The zones, in order; those of a source are made where they are asked for."""
        return self.parted() if callable(self.parted) else self.parted

    @cached_property
    def zone_starts(self) -> list[int]:
        return [zone[1] for zone in self.zones]  # by place: twice as fast as by name

    @cached_property
    def run_starts(self) -> list[int]:
        return [run.start for run in self.runs]

    def source_span(self, start: int, end: int) -> Span:
        """Return the source offsets of ``text[start:end]``."""
        if not self.runs:
            return Span(0, 0)
        first = self.run_at(start)
        last = first if end <= start else self.run_at(end - 1)
        source_start = first.source_start + (start - first.start) if first.verbatim else first.source_start
        source_end = last.source_start + (end - last.start) if last.verbatim else last.source_end
        return Span(source_start, max(source_start, source_end))

    def run_at(self, offset: int) -> Run:
        """Return the run that ``offset`` stands in, the nearest one before it otherwise."""
        place = bisect_right(self.run_starts, offset) - 1
        return self.runs[max(place, 0)]

    def zone_index(self, offset: int) -> int:
        """Return the index of the zone that holds ``offset``, or of the last one before it."""
        return max(bisect_right(self.zone_starts, offset) - 1, 0)

    def zone_at(self, offset: int) -> Zone | None:
        """Return the zone that holds ``offset``, if one does."""
        if not self.zones:
            return None
        zone = self.zones[self.zone_index(offset)]
        return zone if zone.start <= offset <= zone.end else None

    def zones_of(self, hits: Iterable[Hit]) -> Iterator[Zone]:
        """Yield each zone that holds the start of a hit, once, in order."""
        last = -1
        for hit in hits:
            if hit.start >= last and (zone := self.zone_at(hit.start)) and zone.end > last:
                last = zone.end
                yield zone

    def places_of(self, text: str) -> Iterator[int]:
        """Yield where a text stands; much faster than an expression of single characters."""
        at = self.text.find(text)
        while at >= 0:
            yield at
            at = self.text.find(text, at + 1)

    def __getitem__(self, span: Span | Zone | Run) -> str:
        """Return the text of a span, a zone or a run."""
        return self.text[span.start : span.end]

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Every word, with its inner apostrophes and hyphens.  Slow: never read it in a gate."""
        return tuple(Span(*match.span()) for match in _WORD.finditer(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """A rough split inside zones; good enough to compare neighbours, too rough to quote."""
        return tuple(
            Span(*match.span())
            for zone in self.zones
            for match in _SENTENCE.finditer(self.text, zone.start, zone.end)
        )

    @cached_property
    def names(self) -> Counter[str]:
        """The capitalised words of the text and how often each stands in it."""
        text = self.text
        return Counter(text[s:e] for s, e in self.words if text[s].isupper())

    @cached_property
    def language(self) -> str | None:
        """The primary language subtag: what somebody said, else what the text looks like, else None."""
        said = self.about.language
        return said.replace("_", "-").split("-")[0].lower() if said else detect(self.text)


_BLANKS = "\u00a0\u202f\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000"
_VARIANTS = {
    "\u03c2": "\u03c3",  # final sigma
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
    "\u2011": "-",
    **dict.fromkeys(_BLANKS, " "),
}


def fold(text: str) -> str:
    """Fold case, typographic quotes and odd blanks, one code point for one code point.

    U+0130 is the only code point that ``str.lower`` lengthens.
    """
    if text.isascii():
        return text.lower()
    text = text.replace("\u0130", "i").lower()
    for variant, plain in _VARIANTS.items():
        text = text.replace(variant, plain)
    return text
