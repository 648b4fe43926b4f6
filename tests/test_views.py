"""The law of views: what a run says is verbatim stands in the source, and nothing ever runs backward."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scribal import Finding, Hit, Rule, Safety, replace
from scribal.document import Document
from scribal.engine import Engine
from scribal.fix import mend
from scribal.markup import document
from scribal.text import About, View

MEDIA = ("text/plain", "text/markdown", "text/mdx", "text/html")

PIECES = st.sampled_from(
    (
        "a¦word¦é¦𝒳¦e\u0301¦İ¦中文¦\u200b¦\ufeff¦\ufffc¦\ufdd0¦\udc80¦\x00¦.¦ ¦  ¦\t¦    ¦\n¦\n\n¦"
        "\r\n¦\r¦\xa0¦\u2028¦*¦**¦_¦`¦``¦```¦~~~¦\\*¦\\¦&amp;¦&nbsp;¦&#x41;¦&¦<¦>¦> ¦- ¦1. ¦# ¦## ¦"
        "===\n¦---\n¦+++\n¦| a | b |\n|---|---|\n¦|¦[x](y)¦[x]: y\n¦[^1]¦[^1]: ¦![i](j)¦[¦](¦)¦"
        "<https://a.b>¦https://a.b/c_d¦www.a.b¦a@b.cd¦$x$¦~~¦- [ ] ¦<b>¦</b>¦<p>¦</p>¦<br>¦<br/>¦"
        '<!--¦-->¦<script>¦</script>¦<pre>¦</pre>¦<li>¦<td>¦</td>¦<a href="x">¦</a>¦<img src=x>¦'
        "<code>¦</code>¦<![CDATA[¦]]>¦<html lang=fr>¦{{< x >}}¦{{% y %}}¦{% if %}¦{{¦}}¦{%¦{#id}¦"
        ":::¦::: note\n¦{/* c */}¦{# c #}¦import x from 'y'\n¦export const a = 1\n¦<Tab x={1}>¦"
        "</Tab>¦{1 + 1}¦---\ntitle: x\n---\n¦---\nlang: de\n"
    ).split("¦")
)
SOURCES = st.lists(PIECES, max_size=30).map("".join)


def check_runs(view: View, source: str) -> None:
    at = shown = 0
    for run in view.runs:
        assert shown == run.start < run.end or not source
        assert at <= run.source_start <= run.source_end <= len(source)
        at, shown = run.source_end, run.end
        if run.verbatim:
            assert source[run.source_start : run.source_end] == view.text[run.start : run.end]
    assert shown == len(view.text)


def check_spans(view: View, source: str) -> None:
    before = 0
    for start in range(len(view.text)):
        span = view.source_span(start, start + 1)
        assert before <= span.start <= span.end <= len(source)
        before = span.start


def check_zones(view: View, source: str) -> None:
    edge = extent = 0
    for zone in view.zones:
        assert edge <= zone.start < zone.end <= len(view.text)
        assert "\n" not in view[zone]
        assert view.text[edge : zone.start].strip() == ""
        assert extent <= zone.source_start <= zone.source_end <= len(source) or zone.kind == "cell"
        if zone.source_end > zone.source_start:
            span = view.source_span(zone.start, zone.end)
            assert zone.source_start <= span.start and span.end <= zone.source_end
            extent = zone.source_end
        edge = zone.end


@pytest.mark.parametrize("media", MEDIA)
@settings(max_examples=400)
@given(source=SOURCES)
def test_views_of_broken_texts_keep_the_law(media: str, source: str) -> None:
    read = document(source, about=About(media))
    check_runs(read.prose, source)
    check_spans(read.prose, source)
    check_zones(read.prose, source)


@pytest.mark.parametrize("media", MEDIA)
@settings(max_examples=200)
@given(source=SOURCES)
def test_the_source_view_is_parted_without_gaps(media: str, source: str) -> None:
    view = document(source, about=About(media)).source_view
    assert view.text == source
    edge = 0
    for zone in view.zones:
        assert edge == zone.start < zone.end
        edge = zone.end
    assert edge == len(source)


NEW = st.sampled_from(
    [
        "",
        "word",
        "a b",
        ", x",
        "\u201d",
        "x & y",
        "a*b",
        "_x_",
        "<b>",
        "[x](y)",
        "`c`",
        "&amp;",
        "\u00a0",
        "{x}",
        "# ",
    ]
)


@pytest.mark.parametrize("media", MEDIA)
@settings(max_examples=200)
@given(source=SOURCES, place=st.integers(0, 200), size=st.integers(0, 6), new=NEW)
def test_an_edit_is_read_as_it_was_meant_or_not_made(
    media: str, source: str, place: int, size: int, new: str
) -> None:
    def read(text: str) -> Document:
        return document(text, about=About(media))

    assume(media != "text/mdx" or "<!" not in source)  # which is no MDX
    assume("\r" not in source.replace("\r\n", ""))  # after which the parser knows no escapes
    text = read(source)
    view = text.prose
    start = min(place, len(view.text))
    end = min(start + size, len(view.text))
    mended = mend(text, Engine([Editing(start, end, new)]).lint, read, Safety.SAFE)
    shown = mended.document.prose.text
    meant = view.text[:start] + new + view.text[end:]
    assert (
        mended.document.source == source or shown.split() == meant.split() or dropped(view, start, end, new)
    )


def dropped(view: View, start: int, end: int, new: str) -> bool:
    """Return whether an edit deletes all of a zone, which then goes with its markers."""
    return not new.strip() and any(
        (start <= zone.start and zone.end <= end)
        or not (view.text[zone.start : start] + view.text[end : zone.end]).strip()
        for zone in view.zones
        if zone.start <= start <= zone.end
    )


class Editing(Rule):
    """Makes one edit, once."""

    id = "test/editing"
    summary = message = "Edits."

    def __init__(self, start: int, end: int, new: str) -> None:
        super().__init__()
        self.edits = [(start, end, new)]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        while self.edits:
            start, end, new = self.edits.pop()
            yield self.finding(start, end, replace(start, end, new, Safety.SAFE))
