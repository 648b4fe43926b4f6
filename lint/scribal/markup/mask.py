"""What stands in Markdown and is not Markdown: masked before the parse, code point for code point.

Shortcodes, template tags, containers, MDX, bare URLs and broken front matter
would be read as prose, or break the parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import regex

from scribal.expression import expression
from scribal.markup.bare import address, url
from scribal.markup.block import CODE_TAGS, RAW_TAGS
from scribal.markup.front import broken_front_matter, end_of
from scribal.text import Span, Veil

MASK = "\ufdd0"
"""A noncharacter that stands for each masked code point inside a line; no text may hold it."""

HIDDEN = "\ufdd2"
"""The same where nothing is to be seen: for attributes, which say how something looks."""

_SIGN = re.compile(r"``*|~~~+|\{|:::+|://|www\.|@")
"""What may begin a stretch that is not Markdown; ``re`` is fast where each branch begins with a character."""

_MDX_SIGN = re.compile(rf"{_SIGN.pattern}|<(?=[/A-Za-z>])|^(?:import|export)\b", re.M)
_TEMPLATE = r"""
      (?P<comment> \{\#[^\n]{0,999}?\#\} | \{/\*.{0,9999}?\*/\} | \{\{-?\s*+/\*.{0,9999}?\*/\s*+-?\}\}
      | \{%-?\s*+comment\s*+-?%\} .{0,9999}? \{%-?\s*+endcomment\s*+-?%\} )
    | (?P<listing> \{%-?\s*+(?P<tag>highlight|code(?:block)?+)\b .{0,9999}? \{%-?\s*+end(?P=tag)\s*+-?%\}
      | \{\{<\s*+(?P<name>highlight|code-toggle)\b .{0,9999}? \{\{<\s*+/\s*+(?P=name)\s*+>\}\} )
    | (?P<shortcode> \{\{[^{}\n]*+(?:\{[^{}\n]*+\}[^{}\n]*+)*+\}\} | \{%[^\n]{0,999}?%\} )
    """
_TEMPLATES = expression(_TEMPLATE, regex.X | regex.S)
_MARKDOWN_BRACES = expression(
    rf"{_TEMPLATE} | (?P<anchor> \{{ (?: [\#:.] | [ ][\#.]\p{{L}} ) [^{{}}\n]*+\}} )", regex.X | regex.S
)
_MDX_BRACES = expression(
    r"""
      (?P<comment> \{/\*.{0,9999}?\*/\} )
    | (?P<expression> \{ (?: [^{}]++ | \{ (?: [^{}]++ | \{[^{}]*+\} )*+ \} )*+ \} )
    """,
    regex.X | regex.S,
)
_JSX = expression(
    r"""
    < (?: > | /> | /?[A-Za-z][\w.\-]*+
      (?: [^<>"'{}]++ | "[^"]*+" | '[^']*+' | \{ (?: [^{}]++ | \{ (?: [^{}]++ | \{[^{}]*+\} )*+ \} )*+ \} )*+
    > )
    """,
    regex.X,
)

LONG = 500
"""No line is indented by so many code points."""

FAR = 10_000
"""So many code points from where it opens, what is still open is taken to be never closed."""

_NAME = re.compile(r"<([A-Za-z]+)[\s>]")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_ESM = re.compile(r"[^\n]*(?:\n[^\n]+)*")


class Masked(NamedTuple):
    """A source with what is not Markdown taken out, and what that was."""

    text: str
    """As long as the source, with lines in the same places."""
    veils: list[Veil]
    comments: list[Span]
    inline: bool
    """Whether there is a mask inside a line."""


def mask(source: str, mdx: bool = False) -> Masked:
    """Return the source as a Markdown parser may read it."""
    text = readable(source)
    veils: list[Veil] = []
    front = end_of(source)
    if not front and (front := broken_front_matter(source)):
        veils.append(Veil(0, front, "front-matter"))
    text = blank(text[:front]) + text[front:]
    return masked(text, foreign(text, mdx), veils)


def mask_templates(source: str) -> Masked:
    """Return a page of HTML as its parser may read it: without front matter and the tags of a template."""
    text = without_masks(source.encode("utf-8", "replace").decode())
    front = end_of(source)
    text = blank(text[:front]) + text[front:]
    found = _TEMPLATES.finditer(text, front) if "{{" in text or "{%" in text or "{#" in text else ()
    veils = [Veil(0, front, "front-matter")] if front else []
    return masked(text, [(Veil(*m.span(), kind_of(m)), m.lastgroup == "comment") for m in found], veils)


def masked(text: str, found: Iterable[tuple[Veil, bool]], veils: list[Veil]) -> Masked:
    """Return the text without some stretches of it, of which it is said whether they are comments."""
    comments: list[Span] = []
    parts: list[str] = []
    at, inline = 0, False
    for veil, comment in found:
        start, end, kind = veil
        veils.append(veil)
        if comment:
            comments.append(Span(start, end))
        alone = kind != "url" and stands_alone(text, start, end)
        inline = inline or not alone
        mark = HIDDEN if kind == "attribute" else MASK
        parts += [text[at:start], blank(text[start:end]) if alone else mark * (end - start)]
        at = end
    return Masked("".join([*parts, text[at:]]), veils, comments, inline)


def readable(source: str) -> str:
    """Return the source without lone surrogates and byte order mark, as long as before."""
    try:
        source.encode()
        text = source
    except UnicodeEncodeError:
        text = source.encode("utf-8", "replace").decode()
    return without_masks(" " + text[1:] if text.startswith("\ufeff") else text)


def without_masks(text: str) -> str:
    """Return the text with other characters where it holds what stands for masked ones."""
    return text.replace(MASK, "\ufffd").replace(HIDDEN, "\ufffd")


def foreign(text: str, mdx: bool) -> list[tuple[Veil, bool]]:
    """Return each stretch that is not Markdown, outside code, and whether it is a comment."""
    found: list[tuple[Veil, bool]] = []
    escapable = "`{<" if mdx else "`"
    at = 0
    for sign in (_MDX_SIGN if mdx else _SIGN).finditer(text):
        start, mark = sign.start(), sign[0]
        if start < at or (mark[0] in escapable and text[start - 1 : start] == "\\" and escaped(text, start)):
            continue
        if mark[0] in "`~":
            at = code_end(text, start, mark)
            continue
        veil, comment = None, False
        if mark == "{":
            match = (_MDX_BRACES if mdx else _MARKDOWN_BRACES).match(text, start)
            if match:
                veil, comment = Veil(start, match.end(), kind_of(match)), match.lastgroup == "comment"
        elif mark[0] == ":" and mark != "://":
            veil = container(text, start)
        elif mark == "@":
            veil = address(text, start, at)
        elif mark in ("://", "www."):
            veil = url(text, start, at)
        elif mdx and mark == "<":
            match = _JSX.match(text, start)
            veil = tag(text, start, match.end()) if match else None
        elif mdx and mark in ("import", "export"):
            esm = _ESM.match(text, start)
            veil = Veil(start, esm.end(), "code") if esm else None
        if veil:
            found.append((veil, comment))
            at = veil.end
    return found


def kind_of(braces: regex.Match[str]) -> str:
    """Return what stands between braces."""
    kinds = {"anchor": "attribute", "expression": "code", "listing": "code"}
    return kinds.get(braces.lastgroup or "", "markup")


def escaped(text: str, start: int) -> bool:
    """Return whether a backslash takes its meaning from what stands at an offset."""
    before = start
    while before and text[before - 1] == "\\":
        before -= 1
    return (start - before) % 2 == 1


def tag(text: str, start: int, end: int) -> Veil:
    """Return a tag, or the whole element that it opens if that is code and is closed."""
    name = _NAME.match(text, start)
    if name and name[1].lower() in CODE_TAGS and text[end - 2] != "/":
        closing = text.find(f"</{name[1]}>", end, end + FAR)
        if closing >= 0 and (name[1] in RAW_TAGS or not _BLANK_LINE.search(text, end, closing)):
            return Veil(start, closing + len(name[1]) + 3, "code")
    return Veil(start, end, "markup")


def code_end(text: str, start: int, mark: str) -> int:
    """Return where the code that a run of backticks or tildes opens ends; the run itself if none."""
    if len(mark) >= 3 and not before(text, start).strip(" \t>-*+0123456789.)"):
        closing = re.compile(rf"^[ \t>]*{re.escape(mark)}+[ \t]*\r?$", re.M).search(text, start + len(mark))
        return closing.end() if closing else len(text)
    if mark[0] == "`":
        closing = re.compile(rf"(?<!`){mark}(?!`)").search(text, start + len(mark))
        if closing and not _BLANK_LINE.search(text, start, closing.start()):
            return closing.end()
    return start + len(mark)


def container(text: str, start: int) -> Veil | None:
    """Return the line that opens or closes a container of colons."""
    if before(text, start).strip(" \t>"):
        return None
    end = text.find("\n", start)
    return Veil(start, end if end >= 0 else len(text), "markup")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether nothing else stands on the lines of a stretch."""
    if before(text, start).strip(" \t>"):
        return False
    last = text.find("\n", end, end + LONG)
    return not text[end : last if last >= 0 else end + LONG].strip()


def before(text: str, start: int) -> str:
    """Return what stands on a line before an offset, at most its last part."""
    least = max(start - LONG, 0)
    return text[max(text.rfind("\n", least, start) + 1, least) : start]


def blank(text: str) -> str:
    """Return a text of the same length and lines with nothing in it."""
    return re.sub(r"[^\n]", " ", text)
