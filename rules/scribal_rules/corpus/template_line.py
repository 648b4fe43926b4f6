"""A line that a site puts on its pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from scribal import (
    Bad,
    CorpusRule,
    Finding,
    Group,
    Note,
    Noted,
    Safety,
    Verdict,
    View,
    drop,
    expression,
    mark,
    records,
)

_PLAIN = expression(r"[^\p{L}\p{M}\p{N}]+")
_DIGITS = expression(r"\d+")
SHORT = 6
"""How many bytes of a key tell a line, or a site, from others."""

NOTHING = bytes(SHORT)
"""What stands for the edge of a text."""


LOOSE = 3
"""Beside so many different lines a line stands that is part of no text."""


class Line(NamedTuple):
    """What is known of a line that many texts of a site have."""

    texts: int
    before: frozenset[bytes]
    after: frozenset[bytes]

    @property
    def loose(self) -> bool:
        """Whether it stands beside different lines: one that moved with its article has always the same."""
        return max(len(self.before), len(self.after)) >= LOOSE


class TemplateLine(CorpusRule):
    """A site’s menus, notices and footers stand on each of its pages, and were scraped with every one.

    Learned from the corpus itself, without any list of phrases: a line (its case, figures and marks do not
    count) that stands in enough texts of one host, or of one folder where records have no address, beside at
    least three different lines. Lines inside of a block of such lines, which have always the same
    neighbours, count with it; an article that was published twice has always the same too, and does not.
    """

    summary = "A line stands in many texts of its site."
    message = "the line stands in {texts} texts of its site"
    width = 3 * SHORT
    least = 1
    preview = True
    bad = [
        Bad(
            records(*(f"The {name} rose.\n⟦Read it in print.⟧\n⟦All rights reserved.⟧" for name in ("Rhine", "Oder", "Elbe", "Main", "Aare"))),
            records(*(f"The {name} rose." for name in ("Rhine", "Oder", "Elbe", "Main", "Aare"))),
        ),
        Bad(
            records(*(f"⟦Сегодня {day} мая⟧\nРека {name} поднялась." for day, name in enumerate(("Волга", "Ока", "Кама", "Нева", "Москва"), 1))),
            records(*(f"Река {name} поднялась." for name in ("Волга", "Ока", "Кама", "Нева", "Москва"))),
        ),
    ]  # fmt: skip
    good = [
        records(*["The river rose.\nNobody slept.\nThe bridge fell."] * 6),
        records(*(f"The {name} rose.\nNobody slept." for name in ("Rhine", "Oder", "Elbe", "Main"))),
    ]

    @dataclass(frozen=True)
    class Options:
        texts: int = 5
        """In how many texts of a site a line must stand."""
        share: float = 0.02
        """In which share of the texts of its site a line must stand."""

    def notes(self, view: View, site: str) -> Iterator[Note]:
        lines = [
            (zone, text) for zone in view.zones if zone.kind != "heading" and (text := plain(view[zone]))
        ]
        keys = [mark(site, text) for _, text in lines]
        home, short = mark(site), [NOTHING, *(key[:SHORT] for key in keys), NOTHING]
        yield Note(home, short[0] + short[0] + home[:SHORT])
        seen: set[bytes] = set()
        for place, ((zone, text), key) in enumerate(zip(lines, keys, strict=True)):
            if key not in seen and len(text) >= 4:
                seen.add(key)
                yield Note(key, short[place] + short[place + 2] + home[:SHORT], zone.start, zone.end)

    def judge(self, groups: Iterable[Group]) -> Iterator[Verdict]:
        found: dict[bytes, Line] = {}
        sizes: dict[bytes, int] = {}
        homes: dict[bytes, bytes] = {}
        for group in groups:
            home = group.notes[0].value[2 * SHORT :]
            if group.key.startswith(home):
                sizes[home] = len(group.notes)
            elif len(group.notes) >= self.options.texts:
                found[group.key[:SHORT]] = line_of(group.notes)
                homes[group.key[:SHORT]] = home
        least = {key: sizes[home] * self.options.share for key, home in homes.items()}
        lines = {key: line for key, line in found.items() if line.texts >= least[key]}
        template = spread(lines)
        for group in groups:
            if group.key[:SHORT] in template:
                said = (("texts", f"{len(group.notes):,}"),)
                yield from (Verdict(note.record, note.start, note.end, said) for note in group.notes)

    def found(self, start: int, end: int, **said: Any) -> Finding:
        return self.finding(start, end, drop(start, end, Safety.UNSAFE), **said)


def plain(line: str) -> str:
    """Return a line without what changes from page to page: case, figures, marks."""
    return _PLAIN.sub(" ", _DIGITS.sub("0", line.casefold())).strip()


def line_of(notes: Sequence[Noted]) -> Line:
    """Return what is known of a line, of which these are the notes; more neighbours than tell are left out."""
    before: set[bytes] = set()
    after: set[bytes] = set()
    for note in notes:
        for side, value in ((before, note.value[:SHORT]), (after, note.value[SHORT : 2 * SHORT])):
            if len(side) < LOOSE:
                side.add(value)
    return Line(len(notes), frozenset(before), frozenset(after))


def spread(lines: dict[bytes, Line]) -> set[bytes]:
    """Return the lines of templates: the loose ones, and those that always stand beside one as frequent."""
    template = {key for key, line in lines.items() if line.loose}
    fresh = template
    while fresh:
        fresh = {
            key
            for key, line in lines.items()
            if key not in template
            and any(
                side and all(other in template and lines[other].texts <= 2 * line.texts for other in side)
                for side in (line.before, line.after)
            )
        }
        template |= fresh
    return template
