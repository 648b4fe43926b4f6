"""Front matter: the language that it declares, and the values that the settings want read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import regex

from scribal.expression import expression
from scribal.text import Span, Zone
from scribal.weaver import Weaver

_LANGUAGE = expression(
    r"""^(?:lang|language|locale) [\ \t]*+ [:=] [\ \t]*+
    ["']? ([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*+) ["']? [\ \t]*+ \r?$""",
    regex.M | regex.X,
)
_STRING = expression(r"^([\w\-]+)[ \t]*+=[ \t]*+([\"'])([^\"'\n]*+)\2", regex.M)
_TABLE = expression(r"^[ \t]*+\[", regex.M)
_FRONT_LINE = expression(r"(?:[\w\-\"'.]+\s*+[:=：]|[ \t]+\S|-[ \t]|\#)[^\n]*+\n?")
_OPEN = expression(r"\ufeff?(---|\+\+\+)[ \t]*+\r?\n")
_CONTENT = expression(
    r"""(?: [ \t]*+ (?:\#[^\n]*+)? \r?\n )*+
    (?: [\w"'] [\w\-"'.\ ]{0,40}? \ *+ (?: [:=] \s | ： ) | \[\w | [{%] | --- | \+\+\+ | \.\.\. )""",
    regex.X,
)
"""How what stands between the fences begins, if these are no thematic breaks."""


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
    weaver.hide(at, end_of(weaver.source), "front-matter")


def end_of(source: str) -> int:
    """Return where closed front matter ends, with its fences; 0 if there is none."""
    span = span_of(source)
    if span is None:
        return 0
    end = source.find("\n", span.end)
    return end + 1 if end >= 0 else len(source)


def span_of(source: str) -> Span | None:
    """Return the span of closed front matter, without its fences; None if there is none."""
    opened = _OPEN.match(source)
    if not opened or not _CONTENT.match(source, opened.end()):
        return None
    fence = regex.escape(opened[1])
    closing = regex.compile(rf"^(?:{fence}|\.\.\.)[ \t]*+\r?$", regex.M).search(source, opened.end())
    return Span(opened.end(), closing.start()) if closing else None


def broken_front_matter(text: str) -> int:
    """Return where front matter that was opened and never closed plausibly ends; 0 if there is none."""
    first = _OPEN.match(text)
    if not first or regex.compile(rf"^{regex.escape(first[1])}[ \t]*+\r?$", regex.M).search(
        text, first.end()
    ):
        return 0
    at = first.end()
    while line := _FRONT_LINE.match(text, at):
        at = line.end()
    return at if at > first.end() else 0


def language_in(source: str, span: Span) -> str | None:
    """Return the language that front matter declares, if it is written as a simple value."""
    found = _LANGUAGE.search(source, *span)
    return found[1].replace("_", "-") if found else None


def values(source: str, span: Span, keys: tuple[str, ...]) -> Iterator[Span]:
    """Yield the span of each one-line text under one of the keys; none where the whole cannot be parsed."""
    text = source[slice(*span)]
    if source[: span.start].lstrip("\ufeff").startswith("+++"):
        yield from toml_values(text, span.start, keys)
        return
    import yaml  # only where front matter is to be read

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if isinstance(key, yaml.ScalarNode) and key.value in keys and isinstance(value, yaml.ScalarNode):
            start, end = value.start_mark.index, value.end_mark.index
            if value.style in ("'", '"'):
                start, end = start + 1, end - 1
            if "\n" not in text[start:end] and value.style not in ("|", ">"):
                yield Span(span.start + start, span.start + end)


def toml_values(text: str, base: int, keys: tuple[str, ...]) -> Iterator[Span]:
    """Yield the spans of simple top-level strings of TOML front matter."""
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    table = _TABLE.search(text)
    for match in _STRING.finditer(text, 0, table.start() if table else len(text)):
        if match[1] in keys and data.get(match[1]) == match[3]:
            yield Span(base + match.start(3), base + match.end(3))
