"""Rules made from packs of lines: phrases that fill a line that is to go, and sentences to go anywhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scribal.bounds import begins, goes_on, said, stands_alone, stop_of, united, with_blank
from scribal.expression import expression
from scribal.finding import Finding, Safety
from scribal.rule import Rule, drop, replace
from scribal.text import About, Hit, Span, View, Zone, fold
from scribal.wording import words_of

PROFILES = ("repository", "corpus")
"""For what a pack may give its fixes different safety."""

WEAK = 0.5
"""The weight of a line that is made of one weak phrase."""

SLIGHT = 0.1
"""Its weight in text that somebody marked up, unless it is a link: “Name *” below “Leave a Reply”."""

LABEL = 4
"""A phrase of so many words, marks and slots is a label; what stands behind it is a title or a list."""

SHORT = 120
"""A line of more code points does not end with a phrase that begins with a slot."""

WRITTEN = ("text/markdown", "text/mdx")
"""What people write by hand."""

OBJECT = "\ufffc"
"""Stands for code or an image; a line with one says more than its words."""

_COMMA = expression(r"[,،、](?=\s)")
_CODE = expression(r"^[#?~$%]|\s#\s|=|::|`|</?\p{L}|\p{L}\(\p{L}")
"""What stands in code, and in no menu."""

_STOPS = (".", "。", ";", ",")


class PackRule(Rule):
    """A rule that is data."""

    pack: Mapping[str, Any]
    """What its file says, and what its phrase files add."""

    def keeps(self) -> Any:
        """Return the pack itself, without its examples."""
        return {key: value for key, value in self.pack.items() if key not in ("bad", "good")}


class LineRule(PackRule):
    """A rule made from a pack of lines: phrases that, alone or several together, fill a line that is to go.

    A weak phrase needs a neighbour that is to go too, a sure one in marked-up text, where it says nothing as
    a title or an item, unless it stands in a link.  ``phrases`` are sentences that are to go inside a
    paragraph as well; so is what phrases fill behind the last sentence, with a strong one among them.
    In a repository, lines are looked for in the ``media`` alone, if the pack names any: who writes HTML
    writes menus.  It may name those for corpora as well.  In other media than those that it names as
    ``alone``, each phrase is weak there: who writes Markdown writes “See also”.
    """

    needs = "lines"
    strange = frozenset({"unless", "sees", "kinds", "drop", "categories"})

    def __init__(self, fields: dict[str, Any], **options: Any) -> None:
        super().__init__(**options)
        self.__doc__ = fields.pop("why")
        self.safety: Mapping[str, Safety] = fields.pop("safety", dict.fromkeys(PROFILES, Safety.UNSAFE))
        self.media: Mapping[str, Sequence[str]] = fields.pop("media", {})
        self.alone: Sequence[str] = fields.pop("alone", ())
        weak: Sequence[str] = fields.pop("weak", ())
        self.inside = frozenset(fields.pop("phrases", ()))
        every = {*fields.pop("lines"), *weak, *self.inside}
        self.endings = {fold(line[2:].strip()) for line in every if line.startswith("{}")}
        # with a full stop, so that what fills a line is told from what is found anywhere
        anywhere = self.inside | self.endings
        name = {line: f"{line}." if line in anywhere else line for line in every if not line.startswith("{}")}
        self.filling = frozenset(name.values())
        self.weak = frozenset(name[line] for line in weak)
        self.strong = self.filling - self.weak
        self.fill(fields)
        self.lines = sorted(self.filling)  # type: ignore[misc]
        self.literals = sorted(self.inside | self.endings)  # type: ignore[misc]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        media = self.media.get(view.about.profile)
        if media and view.about.media not in media:
            return
        safety = self.safety[view.about.profile]
        most = 1.0 if self.speaks_alone(view.about) else WEAK
        for zone in view.zones_of(hits):
            own = hits[bisect_left(hits, (zone.start,)) : bisect_left(hits, (zone.end,))]
            weight = self.weight(view, zone, own)
            if view[zone].rstrip().endswith(_STOPS) and goes_on(view, zone):
                weight = 0
            # a heading such as “Reply to events” is rather the title of what follows
            titled = zone.kind == "heading" and not is_button(view, zone)
            filling = {hit.trigger for hit in own} & self.strong
            sure = any(not (titled and (most < 1 or is_label(trigger))) for trigger in filling)
            if zone.kind != "cell" and ((sure and weight >= 1) or (weight and is_button(view, zone))):
                fix = drop(zone.start, zone.end, safety if sure else min(safety, Safety.UNSAFE))
                found = shortened(view[zone].strip())
                yield self.finding(zone.start, zone.end, fix, weight=min(weight, most), found=found)
                continue
            if weight and zone.kind == "paragraph" and self.weak.issuperset(self.filled(view, zone, own)):
                fix = drop(zone.start, zone.end, min(safety, Safety.UNSAFE))
                yield self.finding(zone.start, zone.end, fix, weight=SLIGHT, found=view[zone].strip())
                continue
            spans = [*self.anywhere(view, zone, own), *self.behind(view, zone, own)]
            for start, end in united(view.text, spans):
                fix = replace(*with_blank(view, zone, start, end), "", safety)
                yield self.finding(start, end, fix, found=shortened(view.text[start:end]))

    def speaks_alone(self, about: About) -> bool:
        """Return whether a line is to go without a neighbour that is to go too."""
        return not self.alone or about.profile != "repository" or about.media in self.alone

    def weight(self, view: View, zone: Zone, hits: Sequence[Hit]) -> float:
        """Return how sure it is that a line is to go; 0 where no phrases fill it."""
        return self.weighed(view[zone].strip(), self.filled(view, zone, hits))

    def filled(self, view: View, zone: Zone, hits: Sequence[Hit]) -> list[str]:
        """Return the phrases that fill a line, none where something is left over."""
        if OBJECT in view[zone] and not is_button(view, zone):
            return []
        filling = [hit for hit in hits if hit.trigger in self.filling]
        if filling and len(list(side_by_side(view.text, filling))) == 1:
            first, last = filling[0].start, max(hit.end for hit in filling)
            if not (said(view.text, zone.start, first) or said(view.text, last, zone.end)):
                return [hit.trigger for hit in filling]
        if zone.end - zone.start > SHORT:
            return []
        return [hit.trigger for hit in hits if hit.trigger in self.endings and ends(view, zone, hit)]

    def weighed(self, line: str, phrases: Sequence[str]) -> float:
        """Return how sure it is that what phrases fill is to go."""
        if not phrases or _CODE.search(line) or any(is_prose(line, phrase) for phrase in phrases):
            return 0
        weak = self.weak.issuperset(phrases)
        if OBJECT in line and weak:
            return 0
        weight = sum(WEAK if phrase in self.weak else 1.0 for phrase in phrases)
        if weak and _COMMA.search(line):  # a list in a text; a menu has other marks, or none
            return min(weight, WEAK)
        # an arrow stands in what manuals say of menus and of formats
        slight = all(phrase in self.weak or is_label(phrase) for phrase in phrases)
        return min(weight, WEAK) if "→" in line and slight else weight

    def anywhere(self, view: View, zone: Zone, hits: Sequence[Hit]) -> Iterator[Span]:
        """Yield each sentence in a zone that is to go wherever it stands."""
        yield from sentences(view, zone, [hit for hit in hits if hit.trigger in self.inside])

    def behind(self, view: View, zone: Zone, hits: Sequence[Hit]) -> Iterator[Span]:
        """Yield what phrases fill behind a sentence, in text that nobody marked up."""
        if zone.kind == "cell" or not (view.about.media == "text/plain" or view.about.profile == "corpus"):
            return
        for group in side_by_side(view.text, [hit for hit in hits if hit.trigger in self.filling]):
            start, end = group[0].start, stop_of(view, zone, group[-1].end)
            last = not said(view.text, end, zone.end)
            line = view.text[start : zone.end if last else end].strip()
            strong = [
                hit.trigger
                for hit in group
                if hit.trigger not in self.weak and (last or not is_label(hit.trigger))
            ]
            # a button has no full stop, and no code behind it
            if (
                OBJECT not in line
                and not (line[0].islower() or line.endswith((".", "。", "।")))
                and self.weighed(line, strong) >= 1
            ):
                opened = view.text[start - 1 : start] in ("(", "[") and line.endswith((")", "]"))
                yield Span(start - opened, start + len(line))


def side_by_side(text: str, hits: Sequence[Hit]) -> Iterator[list[Hit]]:
    """Yield the hits that have nothing but marks between them."""
    group: list[Hit] = []
    for hit in hits:
        if group and said(text, group[-1].end, hit.start):
            yield group
            group = []
        group.append(hit)
    if group:
        yield group


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


def sentences(view: View, zone: Zone, hits: Sequence[Hit]) -> Iterator[Span]:
    """Yield the span of each sentence that is to go, with the marks behind it."""
    for hit in hits:
        if stands_alone(view.text, hit.start, hit.end) and begins(view, zone, hit.start):
            yield Span(hit.start, stop_of(view, zone, hit.end))


def is_button(view: View, zone: Zone) -> bool:
    """Return whether a short line may be a button of a menu rather than a title or an item of a text.

    In the Markdown of a repository a list of links is one that somebody wrote.
    """
    about = view.about
    listed = zone.kind == "item" and about.profile == "repository" and about.media in WRITTEN
    return about.media == "text/plain" or (2 * zone.linked > zone.end - zone.start and not listed)


def shortened(text: str, most: int = 60) -> str:
    """Return the text, or its beginning where it is long."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
