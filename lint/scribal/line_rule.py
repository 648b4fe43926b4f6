"""Rules made from packs of lines: phrases that fill a line that is to go, and sentences to go anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import regex

from scribal.finding import Finding, Safety
from scribal.lines import words_of
from scribal.rule import Rule, drop, replace
from scribal.text import Hit, View, Zone, fold

PROFILES = ("repository", "corpus")
"""For what a pack may give its fixes different safety."""

WEAK = 0.5
"""The weight of a line that is made of one weak phrase."""

LABEL = 4
"""A phrase of so many words, marks and slots is a label; what stands behind it is a title or a list."""

SHORT = 120
"""A line of more code points does not end with a phrase that begins with a slot."""

_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_CODE = regex.compile(r"^[#?~$%]|=|\p{L}\(\p{L}")
"""What stands in code, and in no menu."""

_CLOSE = regex.compile(r"(?:\s*+[*＊])?+[.!?。！？؟।]?+(?:\s*+[*＊])?+")


class LineRule(Rule):
    """A rule made from a pack of lines: phrases that, alone or several together, fill a line that is to go.

    A weak phrase needs a neighbour that is to go too, and says nothing in marked-up text, where it may be
    a title or an item, unless it stands in a link.   ``phrases`` are sentences that are to go inside a
    paragraph as well.  In a repository, lines are looked for in the ``media`` alone, if the pack names any:
    who writes HTML writes menus.
    """

    needs = "lines"
    strange = frozenset({"unless", "sees", "kinds", "drop"})

    def __init__(self, fields: dict[str, Any], **options: Any) -> None:
        super().__init__(**options)
        self.__doc__ = fields.pop("why")
        self.safety: Mapping[str, Safety] = fields.pop("safety", dict.fromkeys(PROFILES, Safety.UNSAFE))
        self.media: Sequence[str] = fields.pop("media", ())
        weak: Sequence[str] = fields.pop("weak", ())
        self.inside = frozenset(fields.pop("phrases", ()))
        every = {*fields.pop("lines"), *weak, *self.inside}
        self.endings = {fold(line[2:].strip()) for line in every if line.startswith("{}")}
        # with a full stop, so that what fills a line is told from what is found anywhere
        anywhere = self.inside | self.endings
        name = {line: f"{line}." if line in anywhere else line for line in every if not line.startswith("{}")}
        self.filling = frozenset(name.values())
        self.weak = frozenset(name[line] for line in weak)
        self.fill(fields)
        self.lines = sorted(self.filling)  # type: ignore[misc]
        self.literals = sorted(self.inside | self.endings)  # type: ignore[misc]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if self.media and view.about.profile == "repository" and view.about.media not in self.media:
            return
        safety = self.safety[view.about.profile]
        for zone in view.zones_of(hits):
            own = [hit for hit in hits if zone.start <= hit.start < zone.end]
            weight = self.weight(view, zone, own)
            sure = any(hit.trigger in self.filling and hit.trigger not in self.weak for hit in own)
            if zone.kind != "cell" and ((sure and weight >= 1) or (weight and is_button(view, zone))):
                fix = drop(zone.start, zone.end, safety if sure else min(safety, Safety.UNSAFE))
                found = shortened(view[zone].strip())
                yield self.finding(zone.start, zone.end, fix, weight=min(weight, 1.0), found=found)
                continue
            for start, end in sentences(view, zone, [hit for hit in own if hit.trigger in self.inside]):
                fix = replace(*with_blank(view, zone, start, end), "", safety)
                yield self.finding(start, end, fix, found=shortened(view.text[start:end]))

    def weight(self, view: View, zone: Zone, hits: Sequence[Hit]) -> float:
        """Return how sure it is that a line is to go; 0 where no phrases fill it."""
        line = view[zone].strip()
        filling = [hit.trigger for hit in hits if hit.trigger in self.filling]
        if not filling and zone.end - zone.start <= SHORT:
            filling = [hit.trigger for hit in hits if hit.trigger in self.endings and ends(view, zone, hit)]
        if not filling or _CODE.search(line) or any(is_prose(line, phrase) for phrase in filling):
            return 0
        weight = sum(WEAK if phrase in self.weak else 1.0 for phrase in filling)
        # an arrow stands in what manuals say of menus and of formats
        slight = all(phrase in self.weak or is_label(phrase) for phrase in filling)
        return min(weight, WEAK) if "→" in line and slight else weight


def ends(view: View, zone: Zone, hit: Hit) -> bool:
    """Return whether a line ends with a hit, and is no sentence that does."""
    behind = view.text[hit.end : zone.end].strip()
    before = view.text[zone.start : hit.start].rstrip()
    stops = behind.startswith((".", "。")) and before[-1:].isalnum()
    return not behind.strip('.!?:*)»”"') and not stops and stands_alone(view.text, hit.start, hit.end)


def is_prose(line: str, phrase: str) -> bool:
    """Return whether a line that a phrase fills is rather a sentence or the end of one.

    It begins with a small letter and ends with a full stop, or the phrase is a few words only and the rest
    of the line is a sentence.
    """
    stops = line.endswith((".", "。", "।", ";", ",")) and not line.endswith("..")
    begins_small, open_end = line[:1].islower(), phrase.endswith("{}")
    if begins_small and (stops or open_end):
        return True
    return stops and is_label(phrase)


def is_label(phrase: str) -> bool:
    """Return whether a phrase is a few words, behind which a title or a list stands."""
    return phrase.endswith("{}") and len(words_of(phrase)) <= LABEL


def sentences(view: View, zone: Zone, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """Yield the span of each sentence that is to go, or of several in a row, with the marks behind it."""
    start = end = -1
    for hit in hits:
        if not (stands_alone(view.text, hit.start, hit.end) and begins(view, zone, hit.start)):
            continue
        mark = _CLOSE.match(view.text, hit.end, zone.end)
        stop = mark.end() if mark else hit.end
        if end >= 0 and view.text[end : hit.start].isspace():
            end = max(end, stop)
            continue
        if end >= 0:
            yield start, end
        start, end = hit.start, stop
    if end >= 0:
        yield start, end


def with_blank(view: View, zone: Zone, start: int, end: int) -> tuple[int, int]:
    """Return a span and the blank behind it, or at the end of a line those before it."""
    if view.text[end : zone.end].strip():
        return start, end + view.text[end].isspace()
    return zone.start + len(view.text[zone.start : start].rstrip()), end


def begins(view: View, zone: Zone, at: int) -> bool:
    """Return whether a sentence may begin at an offset: with no small letter, or behind a mark."""
    before = view.text[zone.start : at].rstrip()
    return not view.text[at].islower() or not before or not (before[-1].isalnum() or before[-1] == ",")


def is_button(view: View, zone: Zone) -> bool:
    """Return whether a short line may be a button of a menu rather than a title or an item of a text."""
    plain = view.about.media == "text/plain"
    return plain or 2 * zone.linked > zone.end - zone.start


def shortened(text: str, most: int = 60) -> str:
    """Return the text, or its beginning where it is long."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether no letter or digit is glued to either end; scripts without spaces glue by nature."""
    return not (_glued(text[start - 1 : start], text[start]) or _glued(text[end - 1], text[end : end + 1]))


def _glued(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not (_UNSPACED.match(left) or _UNSPACED.match(right))
