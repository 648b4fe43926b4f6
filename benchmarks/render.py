"""Turn a page of a manual into what people write: plain text, a line for each paragraph, or Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser

HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
BLOCKS = {
    "p",
    "div",
    "li",
    "dt",
    "dd",
    "tr",
    "td",
    "th",
    "table",
    "ul",
    "ol",
    "dl",
    "blockquote",
    "pre",
    *HEADINGS,
}
MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "code": "`", "tt": "`", "kbd": "`", "samp": "`"}
EMPTY = {"br", "hr", "img", "meta", "link", "input", "col", "area", "base", "wbr"}
HIDDEN = {"head", "script", "style", "nav", "form", "button"}
FRAME = {
    "navheader",
    "navfooter",
    "related",
    "sphinxsidebar",
    "docnav",
    "banner",
    "#title",
    "footer",
    "toc",
    "headerlink",
}
"""Classes and ids of what stands around the text: the same on every page."""

_MARKUP = re.compile(r"[\\`*_\[\]<>|#~$&{}]")
_MARKED = re.compile(r"\0(?P<mark>\*\*|[*`])(?P<before> ?)(?P<text>.*?)(?P<after> ?)(?P=mark)\0")
_AT_START = re.compile(r"^(?=[-+=])|(?<=^\d)(?=[.)])|(?<=^\d\d)(?=[.)])")
"""Where a paragraph would be taken for an item or a rule."""


class Page(HTMLParser):
    """Collects the blocks of a page, as text or as Markdown."""

    def __init__(self, markdown: bool) -> None:
        super().__init__()
        self.markdown = markdown
        self.blocks: list[str] = []
        self.parts: list[str] = []
        self.prefix = ""
        self.depth = 0
        self.hidden: int | None = None
        """How deep the element lies that hides what is in it."""
        self.code = 0
        """How deep the element lies in which marks are letters, 0 outside of one."""
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY:
            if tag == "br":
                self.parts.append(" ")
            return
        self.depth += 1
        if self.hidden is not None:
            return
        said = dict(attributes)
        names = {*(said.get("class") or "").split(), f"#{said.get('id')}"}
        if tag in BLOCKS and not self.code:
            self.end_block()
            self.prefix = HEADINGS.get(tag, "- " if tag == "li" else self.prefix)
        if tag in HIDDEN or names & FRAME:
            self.hidden = self.depth
        elif tag == "pre":
            self.code = self.depth
        elif self.markdown:
            self.open_mark(tag, said.get("href") or "")

    def open_mark(self, tag: str, target: str) -> None:
        """Write what stands in Markdown before the content of an inline element."""
        if tag == "a" and not self.code:
            self.targets.append(target)
            self.parts.append("[" if target else "")
        elif tag in MARKS and not self.code:
            self.parts.append(f"\0{MARKS[tag]}")
            self.code = self.depth if MARKS[tag] == "`" else 0

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPTY:
            return
        if self.hidden is None:
            if tag == "a" and self.targets and not self.code:
                target = self.targets.pop()
                self.parts.append(f"]({target})" if target else "")
            elif self.markdown and tag in MARKS and tag != "pre" and self.code in (0, self.depth):
                self.parts.append(f"{MARKS[tag]}\0")
                self.code = 0
            if tag == "pre" and self.code == self.depth:
                self.end_listing()
            elif tag in BLOCKS and not self.code:
                self.end_block()
                self.prefix = ""
        elif self.hidden == self.depth:
            self.hidden = None
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.hidden is None:
            self.parts.append(data if not self.markdown or self.code else _MARKUP.sub(r"\\\g<0>", data))

    def end_listing(self) -> None:
        """Finish a listing, whose lines stay as they are."""
        lines = [line.rstrip() for line in "".join(self.parts).splitlines() if line.strip()]
        self.parts.clear()
        self.code = 0
        if lines:
            self.blocks.append("\n".join(["```", *lines, "```"] if self.markdown else lines))

    def end_block(self) -> None:
        """Finish the block that was being read, if it has any text."""
        text = re.sub(r"[ \t\r\n]+", " ", "".join(self.parts)).strip(" ")
        self.parts.clear()
        self.targets.clear()
        text = tidy(text) if self.markdown else text
        if any(map(str.isalnum, text)):
            self.blocks.append((self.prefix if self.markdown else "") + text)
            self.prefix = ""


def tidy(text: str) -> str:
    """Return Markdown whose marks stand close to what they mark, and whose first letters mark nothing."""
    text = _MARKED.sub(marked, text)
    text = re.sub(" +", " ", text.replace("\0", "")).strip(" ")
    return _AT_START.sub(r"\\", text, count=1)


def marked(match: re.Match[str]) -> str:
    """Return a marked stretch, without its marks where Markdown would not take them for such."""
    mark, text = match["mark"], match["text"]
    beside = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    plain = not text or (
        mark != "`" and not (text[0].isalnum() and text[-1].isalnum() and "\0" not in text + beside)
    )
    mark = "" if plain else mark
    return f"{match['before']}{mark}{text}{mark}{match['after']}"


def render(html: str, markdown: bool) -> str:
    """Return the prose of a page; what frames the page is left out."""
    page = Page(markdown)
    page.feed(html)
    page.close()
    page.end_block()
    return ("\n\n" if markdown else "\n").join(page.blocks) + "\n"
