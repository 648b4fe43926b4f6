"""What stands in Markdown and is not Markdown: masked before the parse, code point for code point.

Shortcodes, template tags, containers, MDX, bare URLs and broken front matter
would be read as prose, or break the parse.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from scribal.text import Span, Veil

MASK = "\ufdd0"
"""A noncharacter that stands for each masked code point inside a line; no text may hold it."""

_SIGN = re.compile(r"`+|~{3,}|\{|:{3,}|://|www\.|@|<(?=[/A-Za-z>])|^(?:import|export)\b", re.M)
_MARKDOWN_BRACES = regex.compile(
    r"""
      (?P<comment> \{\#[^\n]*?\#\} | \{/\*.*?\*/\}
      | \{%-?\s*+comment\s*+-?%\} .*? \{%-?\s*+endcomment\s*+-?%\} )
    | (?P<shortcode> \{\{[^{}\n]*+(?:\{[^{}\n]*+\}[^{}\n]*+)*+\}\} | \{%[^\n]*?%\} )
    | (?P<anchor> \{[\#:.][^{}\n]*+\} )
    """,
    regex.X | regex.S,
)
_MDX_BRACES = regex.compile(
    r"""
      (?P<comment> \{/\*.*?\*/\} )
    | (?P<expression> \{ (?: [^{}]++ | \{ (?: [^{}]++ | \{[^{}]*+\} )*+ \} )*+ \} )
    """,
    regex.X | regex.S,
)
_JSX = regex.compile(
    r"""
    < (?: > | /> | /?[A-Za-z][\w.\-]*+
      (?: [^<>"'{}]++ | "[^"]*+" | '[^']*+' | \{ (?: [^{}]++ | \{ (?: [^{}]++ | \{[^{}]*+\} )*+ \} )*+ \} )*+
    > )
    """,
    regex.X,
)
_ESM = re.compile(r"[^\n]*(?:\n[^\n]+)*")
_SCHEME = re.compile(r"(?:https?|ftp)$")
_URL_REST = regex.compile(r"(?: [^\s<>()\[\]`\"'|*\\\ufdd0]++ | \([^\s<>()]*+\) )++", regex.X)
_LOCAL = re.compile(r"[\w.+-]+$")
_DOMAIN = regex.compile(r"[\w\-]{1,63}+(?:\.[\w\-]{1,63})++")
_FRONT = regex.compile(r"(?P<mark>---|\+\+\+)[ \t]*+\r?\n")
_FRONT_LINE = regex.compile(r"(?:[\w\-\"'.]+\s*+[:=：]|[ \t]+\S|-[ \t]|\#)[^\n]*+\n?")


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
    comments: list[Span] = []
    if end := broken_front_matter(text):
        veils.append(Veil(0, end, "front-matter"))
        text = blank(text[:end]) + text[end:]
    parts: list[str] = []
    at, inline = 0, False
    for veil, comment in foreign(text, mdx):
        start, end, kind = veil
        veils.append(veil)
        if comment:
            comments.append(Span(start, end))
        alone = kind != "url" and stands_alone(text, start, end)
        inline = inline or not alone
        parts += [text[at:start], blank(text[start:end]) if alone else MASK * (end - start)]
        at = end
    return Masked("".join([*parts, text[at:]]), veils, comments, inline)


def readable(source: str) -> str:
    """Return the source without lone surrogates and byte order mark, as long as before."""
    try:
        source.encode()
        text = source
    except UnicodeEncodeError:
        text = source.encode("utf-8", "replace").decode()
    if text.startswith("\ufeff"):
        text = (" " if _FRONT.match(text, 1) is None else "\n") + text[1:]
    return text.replace(MASK, "\ufffd")


def foreign(text: str, mdx: bool) -> list[tuple[Veil, bool]]:
    """Return each stretch that is not Markdown, outside code, and whether it is a comment."""
    found: list[tuple[Veil, bool]] = []
    at = 0
    for sign in _SIGN.finditer(text):
        start, mark = sign.start(), sign[0]
        if start < at:
            continue
        if mark[0] in "`~":
            at = code_end(text, start, mark)
            continue
        veil, comment = None, False
        if mark == "{":
            match = (_MDX_BRACES if mdx else _MARKDOWN_BRACES).match(text, start)
            if match:
                kind = {"anchor": "attribute", "expression": "code"}.get(match.lastgroup or "", "markup")
                veil, comment = Veil(start, match.end(), kind), match.lastgroup == "comment"
        elif mark[0] == ":" and mark != "://":
            veil = container(text, start)
        elif mark == "@":
            veil = address(text, start, at)
        elif mark in ("://", "www."):
            veil = url(text, start, at)
        elif mdx and mark == "<":
            match = _JSX.match(text, start)
            veil = Veil(start, match.end(), "markup") if match else None
        elif mdx and mark in ("import", "export"):
            esm = _ESM.match(text, start)
            veil = Veil(start, esm.end(), "code") if esm else None
        if veil:
            found.append((veil, comment))
            at = veil.end
    return found


def code_end(text: str, start: int, mark: str) -> int:
    """Return where the code that a run of backticks or tildes opens ends; the run itself if none."""
    line = text.rfind("\n", 0, start) + 1
    if len(mark) >= 3 and not text[line:start].strip(" \t>-*+0123456789.)"):
        closing = re.compile(rf"^[ \t>]*{re.escape(mark)}+[ \t]*\r?$", re.M).search(text, start + len(mark))
        return closing.end() if closing else len(text)
    if mark[0] == "`":
        closing = re.compile(rf"(?<!`){mark}(?!`)").search(text, start + len(mark))
        blank_line = text.find("\n\n", start)
        if closing and (blank_line < 0 or closing.start() < blank_line):
            return closing.end()
    return start + len(mark)


def container(text: str, start: int) -> Veil | None:
    """Return the line that opens or closes a container of colons."""
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip(" \t>"):
        return None
    end = text.find("\n", start)
    return Veil(start, end if end >= 0 else len(text), "markup")


def url(text: str, start: int, least: int) -> Veil | None:
    """Return the bare URL around ``://`` or at ``www.``; links and attributes hold theirs themselves."""
    scheme = _SCHEME.search(text, max(start - 5, least), start)
    first = scheme.start() if scheme else start
    if (not scheme and not text.startswith("www.", start)) or not free_before(text, first):
        return None
    rest = _URL_REST.match(text, start + 3)
    if not rest:
        return None
    end = start + 3 + len(rest[0].rstrip(".,;:!?…。，"))
    return Veil(first, end, "url") if end > start + 3 else None


def free_before(text: str, start: int) -> bool:
    """Return whether a URL may begin here: not inside a link, an attribute, or a word."""
    before = text[max(start - 2, 0) : start]
    return not before or not (before[-1].isalnum() or before[-1] in "<\"'=/@_" or before == "](")


def address(text: str, start: int, least: int) -> Veil | None:
    """Return the e-mail address around ``@``."""
    local = _LOCAL.search(text, max(start - 64, least), start)
    domain = _DOMAIN.match(text, start + 1)
    if not local or not domain or not free_before(text, local.start()):
        return None
    return Veil(local.start(), domain.end(), "url")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether nothing else stands on the lines of a stretch."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return not text[first:start].strip(" \t>") and not text[end : last if last >= 0 else len(text)].strip()


def blank(text: str) -> str:
    """Return a text of the same length and lines with nothing in it."""
    return re.sub(r"[^\n]", " ", text)


def broken_front_matter(text: str) -> int:
    """Return where front matter that was opened and never closed plausibly ends; 0 if there is none."""
    first = _FRONT.match(text)
    if not first or re.compile(rf"^{re.escape(first['mark'])}[ \t]*\r?$", re.M).search(text, first.end()):
        return 0
    at = first.end()
    while line := _FRONT_LINE.match(text, at):
        at = line.end()
    return at if at > first.end() else 0
