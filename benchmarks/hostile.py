"""Say what takes more than its share of time on texts that were made to hold a linter up.

    python benchmarks/hostile.py
    python benchmarks/hostile.py --size 1000 --media markdown,html --shape brackets,rows
    python benchmarks/hostile.py --select whitespace --all

Each shape repeats something as often as it takes to fill 100 kB, then twice as many, in one process.
What reads it is timed step by step: the weaver, the scan, each rule that wakes, the merge, the comments,
the fixes.  What is linear takes twice as long for twice as much.  Printed are the steps that take longer
than that, or more than some seconds a megabyte; with ``--all``, the most expensive step of each shape.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from scribal.finding import Place, Safety
from scribal.fix import mend
from scribal.markup import document
from scribal.order import Order
from scribal.text import About
from scribal.work import Desk, Worker

SENTENCE = "The tram that climbs the hill was late again , said the mayor on Monday."
SHAPES = {
    "one line": f"{SENTENCE} ",
    "lines": f"{SENTENCE}\n",
    "paragraphs": f"{SENTENCE}\n\n",
    "short lines": "Read more\n",
    "words": "word ",
    "names": "Anna Berg ",
    "capitals": "A",
    "letters": "a",
    "ideographs": "橋",
    "marks": "e\u0301",
    "digits": "1",
    "blanks": " ",
    "tabs": "\t",
    "no-break spaces": "\u00a0",
    "line breaks": "\n",
    "carriage returns": "\r\n",
    "zero width": "\u200b",
    "nul": "\0",
    "replaced": "\ufffd",
    "openers": '*[<"(',
    "emphasis": "*a **b ",
    "underscores": "_a __",
    "brackets": "[",
    "closing brackets": "]",
    "links": "[a](b ",
    "good links": "[a](b) ",
    "references": "[a][b] ",
    "definitions": "[a]: b\n",
    "images": "![a](",
    "braces": "{",
    "expressions": "{a {b} ",
    "shortcodes": "{{< a ",
    "templates": "{% a ",
    "fences": ":::\n",
    "code fences": "```\n",
    "backticks": "`a``",
    "rows": "| a | b |\n",
    "table": "| a | b |\n|---|---|\n| c | d |\n\n",
    "cells": "| a ",
    "quotes": ">",
    "quoted lines": "> a\n",
    "items": "- a\n",
    "numbers": "1. a\n",
    "headings": "# a\n",
    "footnotes": "[^a]: b\n\n",
    "footnote references": "a[^a] ",
    "tags": "<a ",
    "open elements": "<div>",
    "open inline elements": "<b>a ",
    "closed elements": "<p>a</p>\n",
    "list elements": "<ul><li>a",
    "comments": "<!-- ",
    "closed comments": "<!-- scribal: ignore all -->\n\n",
    "declarations": "<!a ",
    "instructions": "<? ",
    "sections": "<![CDATA[",
    "scripts": "<script>",
    "entities": "&amp;",
    "broken entities": "&amp",
    "escapes": "\\*",
    "backslashes": "\\",
    "quotation marks": "“",
    "straight marks": '"a ',
    "pairs of marks": "“a” ",
    "apostrophes": "'",
    "full stops": ".",
    "spaced stops": " . .",
    "commas": "a ,",
    "dashes": "--",
    "rules": "---\n",
    "addresses": "http://a.b/",
    "mails": "a@b.c ",
    "mojibake": "Ã©",
    "front matter": "---\na: b\n",
    "imports": "import a from 'b'\n",
}
"""What a hostile text repeats, by the name of its shape."""

MEDIA = {"text": "text/plain", "markdown": "text/markdown", "mdx": "text/mdx", "html": "text/html"}

NOTICED = 0.02
"""Steps that take less than so many seconds are too short to be compared."""


SLOW = 5
"""From so many seconds a megabyte on, a step is slow even if it is linear."""


def steps(desk: Desk, source: str, media: str) -> Iterator[tuple[str, float]]:
    """Read a text, and yield what each step is called and how many seconds of processor time it took."""
    engine, about = desk.engine, About(media, "en")
    weave = partial(document, place=Place("-"), about=about)
    yield "weave", seconds(lambda: weave(source))
    read = weave(source)
    for sees, scanner in engine.scanners.items():
        view = read.view(sees)
        yield f"zones of {sees.value}", seconds(lambda view=view: view.zones)
        yield f"scan of {sees.value}", seconds(lambda scanner=scanner, view=view: scanner.scan(view))
        for rule, hits in scanner.scan(view).items():
            yield rule.id, seconds(partial(found, rule.check, view, hits))
    diagnostics = engine.diagnose(read)
    yield "hush", seconds(lambda: desk.hush.said(read, diagnostics))
    yield "unite", seconds(lambda: engine.united(read, diagnostics))
    yield "fix", seconds(lambda: mend(read, engine.lint, weave, Safety.UNSAFE))


def found(check: Callable[..., object], *arguments: object) -> None:
    """Let a rule find all that it finds; it need not know a language that is not its own."""
    with suppress(LookupError):
        list(check(*arguments))  # type: ignore[call-overload]


def seconds(work: Callable[[], object]) -> float:
    """Return how much processor time some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def filled(shape: str, size: int) -> str:
    """Return a text of about so many characters."""
    part = SHAPES[shape]
    return part * (size // len(part))


@click.command()
@click.option("--size", type=int, metavar="KB", default=100, help="How large the smaller text is.")
@click.option("--media", metavar="NAMES", default=",".join(MEDIA), help="Which media, with commas.")
@click.option("--shape", metavar="NAMES", default=",".join(SHAPES), help="Which shapes, with commas.")
@click.option("--select", metavar="RULES", default="", help="Rules or families, with commas.")
@click.option("--preview", is_flag=True, help="Run preview rules too.")
@click.option("--growth", type=float, default=2.6, help="Up to which growth a step counts as linear.")
@click.option("--all", "everything", is_flag=True, help="Show the most expensive step of each shape too.")
def main(
    size: int, media: str, shape: str, select: str, preview: bool, growth: float, everything: bool
) -> None:
    """Say what takes more than its share of time on hostile texts."""
    worker = Worker(Order(isolated=True, preview=preview, select=tuple(filter(None, select.split(",")))))
    desk = worker.desk(worker.settings(Path("-")))
    for kind in media.split(","):
        for name in shape.split(","):
            _, small, large = (
                dict(steps(desk, filled(name, kilobytes * 1000), MEDIA[kind]))
                for kilobytes in (1, size, 2 * size)
            )  # what is made once in a run, and kept, is made for the first
            worst = max(large, key=lambda step: large[step])
            for step, spent in large.items():
                grown = spent / max(small.get(step, 0), NOTICED / 2)
                slow = (spent > NOTICED * 2 and grown > growth) or spent * 1000 > SLOW * 2 * size
                if slow or (everything and step == worst):
                    rate = spent / (2 * size) * 1e6
                    click.echo(f"{kind:9} {name:20} {step:40} {rate:9.0f} ms/MB, growth {grown:.1f}")


if __name__ == "__main__":
    main()
