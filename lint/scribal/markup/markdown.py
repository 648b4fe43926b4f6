"""Markdown (CommonMark and GFM): no code, no markers, no link targets, no front matter."""

from __future__ import annotations

import re

from scribal.expression import expression
from scribal.markup.block import BLOCKS, CODE_TAGS, OWNERS, STARTS, Blocks
from scribal.markup.element import ICON
from scribal.markup.extent import settle
from scribal.markup.front import weave_front_matter
from scribal.markup.html import HtmlReader
from scribal.markup.mask import HIDDEN, MASK, Masked, mask
from scribal.markup.parse import events_of, offsets_of
from scribal.text import About, Span, View, Zone
from scribal.weaver import Weaver

OBJECT = "\ufffc"
"""What is shown where something stands that is no word."""

_MASKS = expression(rf"{MASK}+|[ \t]*+{HIDDEN}++")
_INDENTATION = re.compile(r"[ \t>]++")
_TAG = re.compile(r"</?([A-Za-z][\w-]*)")


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


class MarkdownReader:
    """Turns the events of the parser into zones."""

    def __init__(self, weaver: Weaver, masked: Masked) -> None:
        self.weaver = weaver
        self.source = weaver.source
        self.text = masked.text
        self.inline_masks = masked.inline
        self.blocks = Blocks()
        self.settled: set[int] = set(range(len(weaver.zones)))
        """The zones whose extents are known: those of front matter and HTML."""
        self.begin = weaver.size
        self.linked = 0
        self.link_at = -1
        self.edge = 0
        """Where the last element inside a line ends."""
        self.broken = 0
        """Where the break ends that was shown last, if nothing was since."""
        self.code = ""
        """The tag of the code that is open."""

    def read(self) -> None:
        """Weave the whole text."""
        offset = offsets_of(self.text)
        source, weaver = self.source, self.weaver
        skipping = 0
        for event, reach in events_of(self.text):
            start = reach["start"]
            if event.__class__ is str:
                if not skipping and event in ("SoftBreak", "HardBreak"):
                    self.line_break(offset(start), offset(reach["end"]))
                continue
            name, value = event.popitem()
            if skipping:
                skipping += (name == "Start") - (name == "End")
            elif name == "Text":
                start, end = offset(start), offset(reach["end"])
                if self.broken:
                    self.go_on(start)
                if self.code:
                    weaver.hide(start, end, "code")
                    self.edge = end
                elif value == source[start:end]:
                    if source[start - 1 : start] == "\\" and weaver.reach < start:
                        self.show(start - 1, start + 1, value[0])
                        start += 1
                    elif weaver.size == self.begin:
                        self.open(start)
                    weaver.keep(start, end)
                else:
                    self.masked_text(start, end, value)
            elif name == "Start":
                part = value if value.__class__ is str else next(iter(value))
                if part in STARTS:
                    skipping += self.start(part, offset(start), offset(reach["end"]), value)
            elif name == "End":
                part = value if value.__class__ is str else next(iter(value))
                self.end(part, offset(start) if part == "Link" else 0, offset(reach["end"]))
            else:
                self.other(name, offset(start), offset(reach["end"]))
        self.close(len(source))
        settle(source, weaver.zones, self.blocks.rooted, self.settled)

    def start(self, part: str, start: int, end: int, value: object) -> bool:
        """Take the start of an element; return whether the whole of it is to be skipped."""
        weaver = self.weaver
        if part in BLOCKS:
            while start < end and self.text[start] in "\r\n":  # where a tab is wider than the indentation
                start += 1
            self.close(start)
            self.blocks.root(len(weaver.zones))
            if part == "CodeBlock":
                weaver.hide(start, end, "code")
                return True
            if part == "HtmlBlock":
                self.html(start, end)
                return True
            self.blocks.start(part, start, len(weaver.zones))
        elif part == "Image":
            self.show(start, end, OBJECT)
            weaver.hide(start, end, "attribute")
            return True
        elif part == "Link":
            kind = next(iter(value.values()))["link_type"] if isinstance(value, dict) else ""
            if kind in ("Autolink", "Email"):
                self.show(start, end, OBJECT)
                weaver.hide(start, end, "url")
                return True
            self.link_at = weaver.size
        return False

    def end(self, part: str, start: int, end: int) -> None:
        """Take the end of an element."""
        weaver = self.weaver
        if part in BLOCKS:
            self.close(end)
            self.blocks.end(part, len(weaver.zones))
            return
        self.edge = end
        if part == "Link" and self.link_at >= 0:
            at = max(weaver.reach, start)
            if weaver.size == max(self.link_at, self.begin):  # its text comes from its target
                self.show(start, end, OBJECT)
            self.linked += weaver.size - max(self.link_at, self.begin)
            self.link_at = -1
            weaver.hide(at, end, "url")

    def other(self, name: str, start: int, end: int) -> None:
        """Take what is neither text nor an element of its own."""
        weaver, self.edge = self.weaver, end
        if name in ("Code", "InlineMath", "DisplayMath"):
            self.show(start, end, OBJECT)
            weaver.hide(start, end, "code")
        elif name == "InlineHtml":
            self.inline_html(start, end)
        else:
            weaver.hide(start, end, "markup")

    def inline_html(self, start: int, end: int) -> None:
        """Hide a tag; a comment may hold a suppression, a break is a blank, an image an object."""
        weaver = self.weaver
        tag = _TAG.match(self.text, start, end)
        name = tag[1].lower() if tag else ""
        if self.code:
            if name == self.code and self.text.startswith("</", start):
                self.code = ""
                weaver.stretch(end)
        elif name in CODE_TAGS and not self.text.startswith("</", start) and self.text[end - 2] != "/":
            self.show(start, end, OBJECT)
            self.code = name
        elif self.text.startswith("<!--", start):
            weaver.comments.append(Span(start, end))
        elif name == "br":
            self.show(start, end, " ")
        elif name in ("img", "svg", "video", "audio") or ICON.match(self.text, start):
            self.show(start, end, OBJECT)
        elif weaver.size > self.begin:
            weaver.gaps.append(weaver.size)
        weaver.hide(start, end, "attribute")

    def html(self, start: int, end: int) -> None:
        """Read a block of HTML; what is all of it goes as a block of Markdown would."""
        weaver, source = self.weaver, self.source
        before, size = len(weaver.zones), weaver.size
        HtmlReader(weaver, self.text, start, end).read()
        self.begin = weaver.size
        weaver.html.append(Span(size, weaver.size))
        for index in range(before, len(weaver.zones)):
            first, last = weaver.zones[index].source_start, weaver.zones[index].source_end
            if first == last or source[start:first].strip() or source[last:end].strip():
                self.settled.add(index)

    def line_break(self, start: int, end: int) -> None:
        """Show a break inside a paragraph as a blank."""
        self.show(start, end, " ")
        self.broken = end

    def go_on(self, start: int) -> None:
        """Let the blank stand for the indentation and the quote marks, too, before what comes next."""
        indented = _INDENTATION.match(self.text, self.broken, start) if start > self.broken else None
        if indented and self.weaver.reach == self.broken:
            self.weaver.stretch(indented.end())
        self.broken = 0

    def masked_text(self, start: int, end: int, value: str) -> None:
        """Show text that is not what the source has: a reference, an escape, or a mask."""
        at = start
        for found in _MASKS.finditer(self.text, start, end) if self.inline_masks else ():
            if found.start() > at:
                self.open(at)
                self.weaver.keep(at, found.start())
            if found[0][0] == MASK:
                self.show(*found.span(), OBJECT)
            at = found.end()
        if at == start and len(value) != end - start:
            self.show(start, end, value)
        elif at < end:  # also what the parser has no character for, such as NUL
            self.open(at)
            self.weaver.keep(at, end)

    def show(self, start: int, end: int, text: str) -> None:
        """Show other text for a stretch of source, in the zone that is open or in a new one."""
        if self.code or (text == " " and self.weaver.size == self.begin):
            return
        if self.broken:
            self.go_on(start)
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
            if self.code:
                weaver.stretch(self.edge)
            inner = self.blocks.inner
            first, last = inner.start, max(weaver.reach, self.edge)
            last = last if inner.part in OWNERS else max(last, end)
            weaver.zones.append(
                Zone(inner.kind, self.begin, weaver.size, inner.depth, first, last, self.linked)
            )
        self.begin, self.linked, self.code, self.broken = weaver.size, 0, "", 0
