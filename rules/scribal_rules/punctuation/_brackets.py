"""The brackets of a text, and those among them that have no partner."""

from collections import Counter
from collections.abc import Sequence

from scribal import View

PAIRS = {")": "(", "]": "[", "）": "（", "】": "【", "」": "「", "』": "『", "》": "《", "］": "［"}

BRACKETS = (*PAIRS, *PAIRS.values())


def brackets_of(view: View) -> dict[int, list[tuple[int, str]]]:
    """Return the brackets of a text with their offsets, by the index of the zone in which they stand."""
    places = sorted((at, bracket) for bracket in BRACKETS for at in view.places_of(bracket))
    found: dict[int, list[tuple[int, str]]] = {}
    index = end = -1
    for at, bracket in places:
        if at >= end:
            index = view.zone_index(at)
            end = view.zones[index].end
        found.setdefault(index, []).append((at, bracket))
    return found


def beside_pairs(found: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the brackets of a line without those that are plainly pairs, as most of most texts are."""
    left: list[tuple[int, str]] = []
    for at, bracket in found:
        if left and left[-1][1] == PAIRS.get(bracket):
            left.pop()
        else:
            left.append((at, bracket))
    return left


def unpaired(found: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the brackets of a line, given with their offsets, that have no partner in it."""
    opened: list[tuple[int, str]] = []
    waiting: Counter[str] = Counter()
    lost: list[tuple[int, str]] = []
    for at, bracket in found:
        if bracket not in PAIRS:
            opened.append((at, bracket))
            waiting[bracket] += 1
        elif not waiting[PAIRS[bracket]]:
            lost.append((at, bracket))
        else:
            waiting[PAIRS[bracket]] -= 1
            while opened[-1][1] != PAIRS[bracket]:
                waiting[opened[-1][1]] -= 1
                lost.append(opened.pop())
            opened.pop()
    return sorted(lost) + opened
