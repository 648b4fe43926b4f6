"""Bare URLs and mail addresses in Markdown."""

from __future__ import annotations

import re

import regex

from scribal.expression import expression
from scribal.text import Veil

_SCHEME = re.compile(r"(?:https?|ftp)$")
_URL_REST = expression(r"(?: [^\s<>()\[\]`\"'|*\\\ufdd0]++ | \([^\s<>()]*+\) )++", regex.X)
_LOCAL = re.compile(r"[\w.+-]+$")
_DOMAIN = expression(r"[\w\-]{1,63}+(?:\.[\w\-]{1,63})++")


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
