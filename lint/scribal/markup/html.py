"""HTML: what a browser shows as text."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from html.parser import HTMLParser

from scribal.markup.element import BLOCKS, ENDS, HIDDEN, ICON, SHOWN, VOID
from scribal.markup.mask import MASK, mask_templates
from scribal.text import About, Span, View, Zone
from scribal.weaver import Weaver

_APART = re.compile(rf"[ \t\n\r\f]+|{MASK}+")
_NO_TAG = "\ufdd1"
_REST = re.compile(r"(?:[ \t]*\r?\n)?")
_SPACE = frozenset(" \t\n\r\f")


def weave_html(source: str, about: About = About()) -> View:
    """Keep what a browser shows; inline elements leave no trace, blocks part zones."""
    weaver = Weaver(source, about)
    masked = mask_templates(source)
    for veil in masked.veils:
        weaver.hide(*veil)
    weaver.comments += masked.comments
    reader = HtmlReader(weaver, masked.text, 0, len(source))
    reader.read()
    weaver.veils.sort()
    weaver.comments.sort()
    if reader.language and about.language is None:
        weaver.about = replace(about, language=reader.language)
    return weaver.view()


class HtmlReader(HTMLParser):
    """Reads a stretch of source, given as it is to be parsed, into a weaver."""

    def __init__(self, weaver: Weaver, text: str, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self.weaver, self.base = weaver, start
        self.text = text[start:end]
        self.lines = [0, *(match.end() for match in re.finditer("\n", self.text))]
        self.language: str | None = None
        self.kinds: list[tuple[str, str]] = []
        self.hiding: list[str] = []
        self.links: list[int] = []
        self.linked = 0
        self.gap: Span | None = None
        self.glued = False
        self.opened: tuple[str, int] | None = None
        """The block element that the open zone is all of, and where its tag stands."""
        self.begin = weaver.size
        self.last_break = -1

    def read(self) -> None:
        """Read all of it; a comment that is never closed reaches to the end, another such tag is text."""
        text = self.text
        end = text.find("<!--", max(text.rfind("-->"), text.rfind("--!>")) + 1)
        end = len(text) if end < 0 else end
        last = text.rfind(">", 0, end) + 1
        self.feed(text[:last] + text[last:end].replace("<", _NO_TAG))
        self.close()
        self.weaver.hide(self.base + end, self.base + len(text), "markup")
        if self.hiding and self.hiding[0] in SHOWN:
            self.weaver.stretch(self.base + len(text))
        self.part()

    def at(self) -> int:
        line, column = self.getpos()
        return self.base + self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start, text = self.at(), self.get_starttag_text() or ""
        self.weaver.hide(start, start + len(text), "attribute")
        if tag == "html":
            self.language = dict(attrs).get("lang") or self.language
        if self.hiding:
            if tag == self.hiding[-1] and tag not in VOID:
                self.hiding.append(tag)
        elif tag in HIDDEN and not text.endswith("/>"):
            self.hiding.append(tag)
            if tag in SHOWN:
                self.show(start, start + len(text), "\ufffc")
            else:
                self.part()
        elif tag == "br":
            self.line_break(start, start + len(text))
        elif tag in ("img", "input", "embed") or ICON.match(self.text, start - self.base):
            self.show(start, start + len(text), "\ufffc")
        elif tag in BLOCKS:
            self.part()
            self.end_implied(tag)
            if tag not in VOID:
                around = self.kinds[-1][1] if self.kinds else "paragraph"
                self.kinds.append((tag, BLOCKS[tag] if BLOCKS[tag] != "paragraph" else around))
                self.opened = tag, start
        else:
            self.glued = self.gap is None
            if tag == "a":
                self.links.append(self.weaver.size)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.hiding:
            if tag == self.hiding[-1]:
                self.hiding.pop()
                self.end_hidden(tag)
        elif tag in BLOCKS:
            self.part(tag)
            while self.kinds and any(name == tag for name, _ in self.kinds):
                if self.kinds.pop()[0] == tag:
                    break
        else:
            self.glued = self.gap is None
            if tag == "a" and self.links:
                self.linked += self.weaver.size - max(self.links.pop(), self.begin)

    def end_hidden(self, tag: str) -> None:
        """Let the object that is shown for an element stand for all of it."""
        if not self.hiding and tag in SHOWN:
            end = self.text.find(">", self.at() - self.base)
            self.weaver.stretch(self.base + end + 1)

    def end_implied(self, tag: str) -> None:
        """Close the paragraph that is open, and the item or cell before another one."""
        while self.kinds and (self.kinds[-1][0] == "p" or self.kinds[-1][0] in ENDS.get(tag, ())):
            self.kinds.pop()

    def handle_data(self, data: str) -> None:
        start = self.at()
        if self.hiding:
            kind = HIDDEN[self.hiding[0]]
            self.weaver.hide(start, start + len(data), kind)
            return
        at = 0
        for apart in _APART.finditer(data):
            self.keep(start + at, start + apart.start())
            if apart[0][0] == MASK:
                self.show(start + apart.start(), start + apart.end(), "\ufffc")
            else:
                self.space(start + apart.start(), start + apart.end())
            at = apart.end()
        self.keep(start + at, start + len(data))

    def handle_entityref(self, name: str) -> None:
        self.reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self.reference(f"&#{name}")

    def reference(self, text: str) -> None:
        """Show what a character reference stands for."""
        start = self.at()
        place = start - self.base + len(text)
        text += ";" if self.text[place : place + 1] == ";" else ""
        shown = html.unescape(text)
        if self.hiding:
            return
        if shown == text:
            self.keep(start, start + len(text))
        elif set(shown) <= _SPACE:
            self.space(start, start + len(text))
        else:
            self.show(start, start + len(text), shown)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over a section such as CDATA, which the parser would raise about where it is broken."""
        return self.text.find(">", i) + 1 or len(self.text)

    def handle_comment(self, data: str) -> None:
        start = self.at()
        self.weaver.comments.append(Span(start, start + len(data) + 7))

    def keep(self, start: int, end: int) -> None:
        """Show source as it is."""
        if start < end:
            self.before(start)
            self.weaver.keep(start, end)

    def show(self, start: int, end: int, text: str) -> None:
        """Show other text for source."""
        self.before(start)
        self.weaver.swap(start, end, text)

    def space(self, start: int, end: int) -> None:
        """Remember a blank; it is shown when text follows it."""
        if self.weaver.size > self.begin and self.gap is None:
            self.gap = Span(start, end)

    def before(self, start: int) -> None:
        """Show what stands between the text before and the text that comes."""
        weaver = self.weaver
        if weaver.size == self.begin:
            if self.begin:
                weaver.swap(start, start, "\n")
                self.begin = weaver.size
        elif self.gap:
            if weaver.source[slice(*self.gap)] == " ":
                weaver.keep(*self.gap)
            else:
                weaver.swap(*self.gap, " ")
        elif self.glued:
            weaver.gaps.append(weaver.size)
        self.gap, self.glued = None, False

    def line_break(self, start: int, end: int) -> None:
        """Read one break as a blank, two as the end of a paragraph."""
        between = self.weaver.source[self.last_break : start]
        if self.last_break >= 0 and not between.strip():
            self.part()
        else:
            self.space(start, end)
        self.last_break = end

    def part(self, closing: str = "") -> None:
        """Close the zone that is open; it can be dropped where it is all of the element that closes."""
        weaver = self.weaver
        if weaver.size > self.begin:
            kind = self.kinds[-1][1] if self.kinds else "paragraph"
            linked = self.linked + sum(weaver.size - max(start, self.begin) for start in self.links)
            start = end = weaver.runs[-1].source_end
            if self.opened and self.opened[0] == closing:
                start, end = self.opened[1], self.after_tag()
            weaver.zones.append(Zone(kind, self.begin, weaver.size, len(self.kinds), start, end, linked))
        self.begin, self.gap, self.glued, self.linked, self.opened = weaver.size, None, False, 0, None
        self.links = [weaver.size] * len(self.links)

    def after_tag(self) -> int:
        """Return where the tag that is being read ends, with the blank lines after it."""
        end = self.text.find(">", self.at() - self.base)
        found = _REST.match(self.text, end + 1 if end >= 0 else len(self.text))
        return self.base + (found.end() if found else len(self.text))
