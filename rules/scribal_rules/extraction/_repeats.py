"""Find what stands twice among the blocks of a text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from scribal import View, Zone, expression

_END = expression(r"[.!?…。！？।؟։][\p{Pf}\p{Pe}\"'”’“»)\]]*+\Z")
_LETTERS = expression(r"[\p{L}\p{M}\s,'’]++")
_CODE = expression(r"[<>=\\{}|~^]|--\p{L}|;\Z")

MOSTLY = 0.8
"""The share of letters and blanks in prose."""

OBJECT = "\ufffc"
"""Stands for code or an image: paragraphs of manuals that differ in nothing else are not the same."""


def is_sentence(text: str) -> bool:
    """Return whether a paragraph ends as a sentence does."""
    return bool(_END.search(text))


def is_prose(text: str) -> bool:
    """Return whether a paragraph is made of words and announces nothing."""
    if _CODE.search(text) or OBJECT in text or text.endswith((":", "：")):
        return False
    wordy = sum(match.end() - match.start() for match in _LETTERS.finditer(text))
    return wordy >= MOSTLY * len(text)


def is_indented(view: View, zone: Zone) -> bool:
    """Return whether a line of plain text is indented, as in a manual page or a listing."""
    plain = view.about.media == "text/plain"
    return plain and view.source_span(zone.start, zone.end).start != zone.source_start


def runs(texts: Sequence[str], counted: Sequence[bool], reach: int) -> Iterator[tuple[int, int, int]]:
    """Yield the index of a block that comes again, and of the first and the last block of what is repeated.

    A run has at least one block that counts; others before and behind it belong to it where they are
    the same at both places.  ``reach`` is how many blocks apart the two may be.
    """
    seen: dict[str, int] = {}
    done = -1
    for index, text in enumerate(texts):
        if index <= done or not counted[index]:
            continue
        origin = seen.setdefault(text, index)
        if origin == index or index - origin > reach:
            seen[text] = index if reach < len(texts) else origin
            continue
        away, first, last = index - origin, index, index
        while first - 1 > max(done, origin) and first > away and texts[first - 1] == texts[first - 1 - away]:
            first -= 1
        while last + 1 < len(texts) and last + 1 - away < first and texts[last + 1] == texts[last + 1 - away]:
            last += 1
        done = last
        yield first - away, first, last


def is_of_another_section(view: View, origin: int, last: int) -> bool:
    """Return whether a heading stands above the second of two paragraphs of a page with markup."""
    between = view.zones[origin + 1 : last]
    return view.about.media != "text/plain" and any(zone.kind == "heading" for zone in between)


@lru_cache(1)
def twice(view: View, size: int) -> frozenset[str]:
    """Return the texts of so many code points that stand twice."""
    text = view.text
    long = [text[zone[1] : zone[2]] for zone in view.zones if zone[2] - zone[1] >= size]
    if len(set(long)) == len(long):
        return frozenset()
    return frozenset(each for each, times in Counter(long).items() if times > 1)
