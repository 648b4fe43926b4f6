"""Markdown (CommonMark and GFM): no code, no markers, no link targets, no front matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from typing import Any

import pyromark
import regex

from scribal.markup.front import language_in, span_of, values
from scribal.markup.html import HtmlReader
from scribal.markup.mask import MASK, Masked, mask
from scribal.text import About, Span, View, Weaver, Zone

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_MATH
    | pyromark.Options.ENABLE_GFM
)

KINDS = {
    "Heading": "heading",
    "Item": "item",
    "BlockQuote": "quote",
    "TableCell": "cell",
    "DefinitionListTitle": "term",
    "DefinitionListDefinition": "item",
    "FootnoteDefinition": "paragraph",
}
"""The kind of zone that the text in a block has, the innermost one first."""

BLOCKS = frozenset(
    (
        *KINDS,
        "Paragraph",
        "List",
        "Table",
        "TableHead",
        "TableRow",
        "DefinitionList",
        "HtmlBlock",
        "CodeBlock",
    )
)
"""The blocks at whose start and end no text of another zone is open."""

OBJECT = "\ufffc"
"""What is shown where something stands that is no word."""

_MASKS = regex.compile(f"{MASK}+")
_TAG = regex.compile(r"</?([A-Za-z][\w-]*)")
_CODE_TAGS = frozenset({"code", "kbd", "samp", "var", "tt", "pre", "script", "style"})
_BLANK_LINES = regex.compile(r"[^\r\n]*+(?:\r\n|\r|\n)?+(?:[ \t>]*+(?:\r\n|\r|\n))*+")
_CONTINUATION = bytes(range(0x80, 0xC0))
_STEP = 256


def weave_markdown(source: str, about: About = About(), front_matter: tuple[str, ...] = ()) -> View:
    """Return what a reader of the rendered text reads, a zone for each innermost block of text."""
    masked = mask(source, about.media == "text/mdx")
    weaver = Weaver(source, about)
    for veil in masked.veils:
        weaver.hide(*veil)
    weaver.comments += masked.comments
    weave_front_matter(weaver, front_matter)
    MarkdownReader(weaver, masked).read()
    weaver.veils.sort()
    weaver.comments.sort()
    return weaver.view()


def weave_front_matter(weaver: Weaver, keys: tuple[str, ...]) -> None:
    """Take the language from the front matter, and read the values that are wanted."""
    span = span_of(weaver.source)
    if span is None:
        return
    if weaver.about.language is None and (language := language_in(weaver.source, span)):
        weaver.about = replace(weaver.about, language=language)
    at = 0
    for value in sorted(values(weaver.source, span, keys)) if keys else ():
        if weaver.size:
            weaver.swap(value.start, value.start, "\n")
        begin = weaver.size
        weaver.hide(at, value.start, "front-matter")
        weaver.keep(*value)
        weaver.zones.append(Zone("paragraph", begin, weaver.size, 0, value.end, value.end))
        at = value.end
    weaver.hide(at, span.end, "front-matter")


def offsets_of(text: str) -> Callable[[int], int]:
    """Return the function from offsets in the UTF-8 form of a text to offsets in the text."""
    if text.isascii():
        return int
    data = text.encode()
    counts = (len(data[at : at + _STEP].translate(None, _CONTINUATION)) for at in range(0, len(data), _STEP))
    before = [0, *accumulate(counts)]

    def offset(place: int) -> int:
        block = place // _STEP
        return before[block] + len(data[block * _STEP : place].translate(None, _CONTINUATION))

    return offset


class MarkdownReader:
    """Turns the events of the parser into zones."""

    def __init__(self, weaver: Weaver, masked: Masked) -> None:
        self.weaver = weaver
        self.source = weaver.source
        self.text = masked.text
        self.inline_masks = masked.inline
        self.kinds: list[str] = []
        self.blocks: list[int] = []
        self.begin = weaver.size
        self.linked = 0
        self.link_at = -1

    def read(self) -> None:
        """Weave the whole text."""
        offset = offsets_of(self.text)
        source, weaver = self.source, self.weaver
        skip_until = ""
        events: Any = pyromark.events_with_range(self.text, options=OPTIONS)
        for event, reach in events:
            start = reach["start"]
            if event.__class__ is str:
                if not skip_until and event in ("SoftBreak", "HardBreak"):
                    self.show(offset(start), offset(reach["end"]), " ")
                continue
            ((name, value),) = event.items()
            if name == "Text":
                if skip_until:
                    continue
                start, end = offset(start), offset(reach["end"])
                if value == source[start:end]:
                    if weaver.size == self.begin:
                        self.open(start)
                    weaver.keep(start, end)
                else:
                    self.masked_text(start, end, value)
            elif name == "Start":
                part = value if value.__class__ is str else next(iter(value))
                if not skip_until:
                    skip_until = self.start(part, offset(start), offset(reach["end"]), value)
            elif name == "End":
                part = value if value.__class__ is str else next(iter(value))
                if skip_until:
                    if part == skip_until:
                        skip_until = ""
                else:
                    self.end(part, offset(start), offset(reach["end"]))
            elif not skip_until:
                skip_until = self.other(name, offset(start), offset(reach["end"]))
        self.close(len(source))
        self.settle()

    def start(self, part: str, start: int, end: int, value: object) -> str:
        """Take the start of an element; return the name of an element that is to be skipped whole."""
        weaver = self.weaver
        if part in BLOCKS:
            self.close(start)
            if part == "CodeBlock":
                weaver.hide(start, end, "code")
                return part
            if part == "HtmlBlock":
                HtmlReader(weaver, start, end).read()
                self.begin = weaver.size
                return part
            self.kinds.append(KINDS.get(part, ""))
            self.blocks.append(start)
        elif part == "MetadataBlock":
            return part
        elif part == "Image":
            self.show(start, end, OBJECT)
            weaver.hide(start, end, "attribute")
            return part
        elif part == "Link":
            kind = next(iter(value.values()))["link_type"] if isinstance(value, dict) else ""
            if kind in ("Autolink", "Email"):
                self.show(start, end, OBJECT)
                weaver.hide(start, end, "url")
                return part
            self.link_at = weaver.size
        return ""

    def end(self, part: str, start: int, end: int) -> None:
        """Take the end of an element."""
        weaver = self.weaver
        if part in BLOCKS:
            self.close(end)
            if self.kinds:
                self.kinds.pop()
                self.blocks.pop()
        elif part == "Link" and self.link_at >= 0:
            self.linked += weaver.size - max(self.link_at, self.begin)
            self.link_at = -1
            last = weaver.runs[-1].source_end if weaver.runs else start
            weaver.hide(max(last, start), end, "url")

    def other(self, name: str, start: int, end: int) -> str:
        """Take what is neither text nor an element of its own."""
        weaver = self.weaver
        if name in ("Code", "InlineMath", "DisplayMath"):
            self.show(start, end, OBJECT)
            weaver.hide(start, end, "code")
        elif name == "InlineHtml":
            self.inline_html(start, end)
        else:
            weaver.hide(start, end, "markup")
        return ""

    def inline_html(self, start: int, end: int) -> None:
        """Hide a tag; a comment may hold a suppression, a break is a blank, an image an object."""
        weaver = self.weaver
        tag = _TAG.match(self.text, start, end)
        name = tag[1].lower() if tag else ""
        if self.text.startswith("<!--", start):
            weaver.comments.append(Span(start, end))
        elif name == "br":
            self.show(start, end, " ")
        elif name in ("img", "svg", "video", "audio"):
            self.show(start, end, OBJECT)
        elif weaver.size > self.begin:
            weaver.gaps.append(weaver.size)
        weaver.hide(start, end, "attribute")
        if name in _CODE_TAGS and not self.text.startswith("</", start):
            self.code_from = end

    def masked_text(self, start: int, end: int, value: str) -> None:
        """Show text that is not what the source has: a reference, an escape, or a mask."""
        at = start
        for found in _MASKS.finditer(self.text, start, end) if self.inline_masks else ():
            if found.start() > at:
                self.open(at)
                self.weaver.keep(at, found.start())
            self.show(*found.span(), OBJECT)
            at = found.end()
        if at == start:
            self.show(start, end, value)
        elif at < end:
            self.weaver.keep(at, end)

    def show(self, start: int, end: int, text: str) -> None:
        """Show other text for a stretch of source, in the zone that is open or in a new one."""
        if self.weaver.size == self.begin:
            if text == " ":
                return
            self.open(start)
        self.weaver.swap(start, end, text)

    def open(self, start: int) -> None:
        """Begin a zone, on a line of its own, if none is open."""
        weaver = self.weaver
        if weaver.size == self.begin and weaver.size:
            weaver.swap(start, start, "\n")
            self.begin = weaver.size

    def close(self, end: int) -> None:
        """End the zone that is open, if it has text."""
        weaver = self.weaver
        if weaver.size > self.begin:
            kind = next((kind for kind in reversed(self.kinds) if kind), "paragraph")
            first = self.blocks[-1] if self.blocks else end
            last = max(weaver.runs[-1].source_end, end if self.blocks else 0)
            depth = sum(map(bool, self.kinds))
            weaver.zones.append(Zone(kind, self.begin, weaver.size, depth, first, last, self.linked))
        self.begin, self.linked = weaver.size, 0

    def settle(self) -> None:
        """Give each zone the extent that goes when it is dropped: its lines, and the blank ones after it.

        A zone whose block holds other blocks too has an empty extent: it cannot
        be dropped alone.
        """
        zones = self.weaver.zones
        text = self.text
        limit = len(text)
        for index in range(len(zones) - 1, -1, -1):
            zone = zones[index]
            if zone.kind == "cell" or zone.source_start == zone.source_end:
                limit = min(limit, zone.source_start)
                continue
            first = max(text.rfind(end, 0, zone.source_start) for end in "\n\r") + 1
            tail = _BLANK_LINES.match(text, max(zone.source_end - 1, zone.source_start))
            last = min(tail.end() if tail else zone.source_end, limit)
            if last <= first:
                first = last = zone.source_start
            zones[index] = zone._replace(source_start=first, source_end=last)
            limit = min(limit, first)
