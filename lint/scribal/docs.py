"""A rule's page, made from the rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from inspect import cleandoc
from typing import Any

from scribal.example import CLOSE, OPEN, unmark
from scribal.quality import row
from scribal.rule import Bad, Good, Rule
from scribal.text import Sees


def page(rule: Rule) -> str:
    """Return the rule's page in Markdown."""
    return "\n".join(_lines(rule)) + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield from (f"# {rule.id}", "", rule.summary, "", cleandoc(rule.__doc__ or ""), "")
    yield from (f"- {line}" for line in traits(rule))
    options = [(option.name, option.default, option.type) for option in fields(rule.Options)]
    if options:
        yield from ("", "## Options", "")
        for name, default, kind in options:
            yield f"- `{name.replace('_', '-')}` ({kind}): {default!r} unless set"
    yield from ("", "## Found", "")
    for bad in rule.bad:
        yield from _example(bad)
    yield from ("## Left alone", "")
    for good in rule.good:
        yield from _block(good.text if isinstance(good, Good) else good)


def traits(rule: Rule) -> Iterator[str]:
    """Yield what is to be known of a rule in a line each."""
    yield f"severity: {rule.severity}"
    yield f"status: {'preview' if rule.preview else 'stable'}{', only when named' if rule.opt_in else ''}"
    yield f"reads: the {'prose' if rule.sees is Sees.PROSE else 'source'}"
    yield f"languages: {', '.join(rule.languages) or 'all'}"
    if rule.preview_languages:
        yield f"in preview for: {', '.join(rule.preview_languages)}"
    if rule.supersedes:
        yield f"speaks for: {', '.join(rule.supersedes)}"
    if measured := row(rule):
        yield f"measured: {measured.summary}"


def _example(bad: Bad) -> Iterator[str]:
    yield from _block(bad.text)
    if bad.fixed is not None and bad.fixed != unmark(bad.text)[0]:
        yield from ("becomes", "")
        yield from _block(bad.fixed)


def _block(text: str) -> Iterator[str]:
    """Yield a fenced block that no text can close, with invisible characters made visible."""
    shown = "".join(char if char.isprintable() or char == "\n" else ascii(char)[1:-1] for char in text)
    fence = "~" * max(
        3,
        *(len(run) + 1 for run in shown.replace(OPEN, "").replace(CLOSE, "").split() if set(run) == {"~"}),
        3,
    )
    yield from (f"{fence}text", *shown.split("\n"), fence, "")


def fixable(rule: Rule) -> Any:
    """Return whether one of the rule's own examples is mended."""
    return any(bad.fixed is not None and bad.fixed != unmark(bad.text)[0] for bad in rule.bad)
