"""The pairs of quotation marks of a paragraph, and what is left over.

One state machine for each family of marks reads a zone from left to right.  A
mark opens or closes by the way it faces in this text and by where it stands; an
apostrophe, a prime and an inch mark are no quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from weakref import WeakKeyDictionary

import regex

from scribal import View, Zone, expression

from ._conventions import Facing, facings
from ._marks import FAMILIES, FAMILY, Mark, Stand, marks

_CLIPPED = expression(
    r"\d\d(?:s|er)?\b | (?: em|tis|twas|twere|twill|til|till|n|cause|bout|cuz|round|neath|s|t|k|ne|nen|ns|ok|un ) \b",
    regex.VERBOSE | regex.IGNORECASE,
)
"""What an apostrophe stands before where letters or digits were left out."""


SHORT = 24
"""What stands between two marks that are swapped is shorter; else it may stand between two quotations."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks around what is quoted."""

    open: Mark
    close: Mark
    turned: tuple[bool, bool] = (False, False)
    """Whether each of them faces the other way than it should."""


@dataclass(slots=True)
class Reading:
    """What a zone has of quotation marks."""

    pairs: list[Pair] = field(default_factory=list)
    loose: list[Mark] = field(default_factory=list)
    """The marks that have no partner, in order."""


_READ: WeakKeyDictionary[View, dict[int, Reading]] = WeakKeyDictionary()
_FACING: WeakKeyDictionary[View, dict[str, Facing]] = WeakKeyDictionary()


def facing_of(view: View) -> dict[str, Facing]:
    """Return which way the marks of a view face, computed once."""
    if view not in _FACING:
        _FACING[view] = facings(view)
    return _FACING[view]


def reading(view: View, zone: Zone) -> Reading:
    """Return the pairs of a zone, computed once for all rules."""
    known = _READ.setdefault(view, {})
    if zone.start not in known:
        known[zone.start] = read(view, zone)
    return known[zone.start]


def read(view: View, zone: Zone) -> Reading:
    """Return the pairs of a zone."""
    families: dict[str, list[Mark]] = {}
    for mark in marks(view.text, zone.start, zone.end):
        families.setdefault(FAMILY[mark.glyph], []).append(mark)
    result = Reading()
    for family in FAMILIES:
        if found := families.get(family):
            if family in ("'", "‘’‚‛"):
                found = list(without_apostrophes(view.text, found))
            match(found, {} if family in ('"＂', "'") else facing_of(view), result)
    result.pairs.sort(key=lambda pair: pair.open.at)
    result.loose.sort(key=lambda mark: mark.at)
    if len(result.loose) == 1 and shares_its_closer(result.loose[0], result.pairs):
        result.loose.clear()
    return result


def shares_its_closer(mark: Mark, pairs: Sequence[Pair]) -> bool:
    """Return whether a guillemet closes with another inside it, as one does for both in Russian."""
    return mark.glyph in "«»" and any(
        pair.open.glyph == mark.glyph and pair.open.at > mark.at for pair in pairs
    )


def without_apostrophes(text: str, found: Sequence[Mark]) -> Iterator[Mark]:
    """Yield the single marks that quote."""
    opened = False
    for index, mark in enumerate(found):
        if mark.stand is Stand.OPENS and mark.glyph != "’":
            if mark.glyph in "'‘" and _CLIPPED.match(text, mark.at + 1):
                continue
            opened = True
        elif opened and (mark.stand in (Stand.CLOSES, Stand.FLOATS) or mark.unspaced):
            if possessive(text, mark) and closes_later(islice(found, index + 1, None)):
                continue
            opened = False
        else:
            continue
        yield mark


def possessive(text: str, mark: Mark) -> bool:
    """Return whether a closing mark may be the apostrophe of a plural before its noun."""
    return (
        mark.before in "szxSZX"
        and text[mark.at + 1 : mark.at + 2] == " "
        and text[mark.at + 2 : mark.at + 3].isalpha()
    )


def closes_later(after: Iterable[Mark]) -> bool:
    """Return whether the next mark that is no apostrophe closes."""
    following = next((mark for mark in after if mark.stand is not Stand.INNER), None)
    return following is not None and following.stand is Stand.CLOSES


def match(found: Sequence[Mark], facing: dict[str, Facing], result: Reading) -> None:
    """Pair the marks of one family, and add them to the result."""
    if swapped(found, facing):
        result.pairs += [Pair(*both, (True, True)) for both in zip(found[::2], found[1::2], strict=True)]
        return
    opened: list[tuple[Mark, bool]] = []
    for index, mark in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if is_prime(mark, following, bool(opened)):
            continue
        opens, turned = role(mark, facing.get(mark.glyph), bool(opened))
        if opens:
            if opened and (opened[-1][1] or not facing):
                result.loose.append(opened.pop()[0])
            opened.append((mark, turned))
        elif opened:
            partner, was_turned = opened.pop()
            result.pairs.append(Pair(partner, mark, (was_turned, turned)))
        else:
            result.loose.append(mark)
    result.loose += [mark for mark, _ in opened]


def swapped(found: Sequence[Mark], facing: dict[str, Facing]) -> bool:
    """Return whether each mark that closes has the place of one that opens, and the other way round."""
    return len(found) % 2 == 0 and all(
        facing.get(one.glyph) is Facing.CLOSES
        and facing.get(other.glyph) is Facing.OPENS
        and one.stand is not Stand.CLOSES
        and other.stand is not Stand.OPENS
        and other.at - one.at < SHORT
        for one, other in zip(found[::2], found[1::2], strict=True)
    )


def role(mark: Mark, facing: Facing | None, opened: bool) -> tuple[bool, bool]:
    """Return whether a mark opens, and whether it faces the other way than it should."""
    if facing is Facing.OPENS:
        ends = mark.stand is Stand.CLOSES or (mark.stand is Stand.FLOATS and mark.clause_end)
        turned = opened and ends
        return not turned, turned
    if facing is Facing.CLOSES:
        turned = not opened and mark.stand in (Stand.OPENS, Stand.FLOATS)
        return turned, turned
    if mark.stand in (Stand.OPENS, Stand.CLOSES):
        return mark.stand is Stand.OPENS, False
    return not opened, False


def is_prime(mark: Mark, following: Mark | None, opened: bool) -> bool:
    """Return whether a mark behind a digit stands for inches, feet, minutes or seconds."""
    if not mark.before.isdigit() or mark.stand is Stand.OPENS or mark.glyph not in "\"”'’":
        return False
    if not opened:
        return True
    if mark.stand is Stand.INNER:
        return mark.after in "x×" or mark.after.isdigit()
    return following is not None and following.stand is Stand.CLOSES
