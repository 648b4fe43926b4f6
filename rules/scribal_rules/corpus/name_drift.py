"""One name in two spellings, in two texts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import regex

from scribal import (
    Bad,
    CorpusRule,
    Finding,
    Group,
    Note,
    Safety,
    Verdict,
    View,
    expression,
    mark,
    records,
    replace,
)

_NAME = expression(r"(?<![\p{L}\p{N}@#._/’'-])\p{Lu}\p{Ll}{3,}+(?![\p{L}\p{N}_@’'-]|\.\p{L})")
_SOUNDS = (
    ("tch", "ch"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"),
    ("ck", "k"), ("th", "t"), ("tz", "ts"), ("ou", "u"), ("oo", "u"), ("ey", "y"), ("ei", "y"), ("ia", "ya"),
    ("w", "v"), ("q", "k"), ("y", "i"),
)  # fmt: skip
"""Letters that transliterations write for one another."""

_TURKISH = ("c", "j")
"""A first letter that Turkish and Azerbaijani write for the other."""

WIDTH, SHORT = 32, 8
"""How many bytes of a name are kept, and of the mark of the other one."""

MANY = 5
"""A name that goes with more others than these tells nobody from others by itself."""

LEAD = 2
"""How many times as many texts must have one spelling as the other to be written in its place."""


_SMITHS = [
    f"John {last} met {first} Smith."
    for last, first in zip(
        "Bell Carter Dorn Ewell Finch".split(), "Anna Berta Clara Dora Emma".split(), strict=True
    )
]


class NameDrift(CorpusRule):
    """Five machines translate one report, and a minister has two first names: Ceyhun here and Jeyhun there.

    Two capitalised words in a row of which one is the same and the other is spelled in two ways that sound
    alike, as transliterations do, are reported where the rarer spelling stands, unless the text has both.
    John Smith and John Smit are two people: where the name that is the same goes with many others in the corpus,
    and so does one of the spellings, nothing is said. The spelling is inconsistent; which one is right the rule
    does not say, but the fix writes the one that clearly leads.
    """

    summary = "A name is spelled in two ways in two texts."
    message = "“{found}” is “{name}” in {texts}: the spelling is inconsistent"
    preview = True
    languages = ("en",)
    width = WIDTH + SHORT
    bad = [
        Bad(
            records(
                "The envoy Jeyhun Orlovan left.", "With Jeyhun Orlovan gone.", "So ⟦Ceyhun⟧ Orlovan stayed."
            ),
            records(
                "The envoy Jeyhun Orlovan left.", "With Jeyhun Orlovan gone.", "So Jeyhun Orlovan stayed."
            ),
            language="en",
        ),
        Bad(
            records("They met Peter Karelian.", "Later Peter Karelian left.", "Then Peter ⟦Karelyan⟧ spoke."),
            records("They met Peter Karelian.", "Later Peter Karelian left.", "Then Peter Karelian spoke."),
            language="en",
        ),
        Bad(records("We saw Anthony Marlow.", "There ⟦Antony⟧ Marlow sat."), language="en"),
    ]
    good = [
        records("Peter Karelian left.", "Peter Marlow left.", "Maria Karelian left."),
        records(
            "Anthony Marlow is the father of Antony Marlow.", "Antony Marlow left.", "Antony Marlow spoke."
        ),
        records("A Saudi Arabian left.", "Saudi Arabia spoke.", "Saudi Arabia left."),
        records("John Smit left.", "John Smith left.", *_SMITHS),
    ]

    def notes(self, view: View, site: str) -> Iterator[Note]:
        for one, other in pairwise(_NAME.finditer(view.text)):
            if view.text[one.end() : other.start()] == " ":
                yield noted(one, mark("first", sound(one[0]), other[0]), other[0])
                yield noted(other, mark("last", one[0], sound(other[0])), one[0])
                yield Note(name(one[0]), bytes(WIDTH) + mark(other[0])[:SHORT])
                yield Note(name(other[0]), bytes(WIDTH) + mark(one[0])[:SHORT])

    def judge(self, groups: Iterable[Group]) -> Iterator[Verdict]:
        common = {
            group.key[:SHORT]
            for group in groups
            if says_others(group) and len(first_values(group, MANY + 1)) > MANY
        }
        for group in groups:
            values = first_values(group, 3)
            if len(values) == 2 and not says_others(group):
                same = group.notes[0].value[WIDTH:]
                if same not in common or common.isdisjoint(name(named(value))[:SHORT] for value in values):
                    yield from self.verdict(group)

    def verdict(self, group: Group) -> Iterable[Verdict]:
        texts = Counter(value for _, value in {(note.record, note.value) for note in group.notes})
        (more, many), (fewer, few) = sorted(texts.items(), key=lambda item: (-item[1], item[0]))
        having = {note.record for note in group.notes if note.value == more}
        rare = [note for note in group.notes if note.value == fewer]
        if having.isdisjoint(note.record for note in rare):
            others = f"{many:,} other text{'s' if many > 1 else ''}"
            leads = "yes" if many >= LEAD * few else ""
            said = (("found", named(fewer)), ("name", named(more)), ("texts", others), ("leads", leads))
            yield from (Verdict(note.record, note.start, note.end, said) for note in rare)

    def found(self, start: int, end: int, **said: Any) -> Finding:
        fixes = (replace(start, end, said["name"], Safety.UNSAFE),) if said["leads"] else ()
        return self.finding(start, end, *fixes, **said)


def noted(found: regex.Match[str], key: bytes, other: str) -> Note:
    """Return the note of a name: as much of it as is kept, and the mark of the one beside it."""
    return Note(key, found[0].encode()[:WIDTH].ljust(WIDTH, b"\0") + name(other)[:SHORT], *found.span())


def name(word: str) -> bytes:
    """Return the key of the notes that say with which others a name goes."""
    return mark("name", word)


def says_others(group: Group) -> bool:
    """Return whether a group says with which others a name goes."""
    return group.notes[0].value[0] == 0


def first_values(group: Group, most: int) -> set[bytes]:
    """Return the different values of a group, so many at the most."""
    values: set[bytes] = set()
    for note in group.notes:
        values.add(note.value)
        if len(values) == most:
            break
    return values


def named(value: bytes) -> str:
    """Return the name that a note has."""
    return value[:WIDTH].rstrip(b"\0").decode("utf-8", "ignore")


def sound(name: str) -> str:
    """Return how a name sounds, as far as transliterations agree on it."""
    word = name.lower()
    if word.startswith(_TURKISH[0]) and word[1] in "eiı":
        word = _TURKISH[1] + word[1:]
    for letters, plain in _SOUNDS:
        word = word.replace(letters, plain)
    return regex.sub(r"(.)\1", r"\1", word)
