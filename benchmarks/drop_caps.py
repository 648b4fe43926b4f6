"""Damage the first word of paragraphs as drop caps do, and say how often it is found and rightly mended.

    python benchmarks/drop_caps.py DIR DIR --samples 100

Each DIR holds sets of whole documents, as benchmarks/quality.py reads them.  Texts that are clean, or the
parts of others that are to be kept, are damaged in one paragraph at a time: “T he” (spaced), “THe” (glued),
“THoe” (mangled, as by a translation of the rest) and “he” (beheaded).
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import regex
from labels import Labelled, read

from scribal.catalog import load
from scribal.engine import Engine
from scribal.finding import Place
from scribal.fix import apply
from scribal.markup import document
from scribal.text import About

DAMAGES: dict[str, Callable[[str], str]] = {
    "spaced": lambda word: f"{word[0]} {word[1:]}",
    "glued": lambda word: word[0] + word[1:].capitalize(),
    "mangled": lambda word: word[0] + word[1].upper() + word[2:4] + "o" + word[4:],
    "beheaded": lambda word: word[1:],
}

_FIRST = regex.compile(r"\p{Lu}\p{Ll}{3,}(?= \p{Ll})")
"""A first word that is long enough for each of the damages."""


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path, file_okay=False))
@click.option("--samples", default=100, metavar="N", help="Damage N paragraphs in each language.")
def main(folders: tuple[Path, ...], samples: int) -> None:
    """Measure the rules on drop caps on texts in FOLDERS."""
    engine = Engine([rule for rule in load() if rule.id.startswith("extraction/dropcap")], preview=True)
    chance = random.Random(1)
    pools = defaultdict(list)
    for folder in folders:
        for file in sorted(folder.glob("*.jsonl*")):
            for text in read(file):
                if text.whole and (places := list(first_words(text))):
                    pools[text.tongue].append((text, places))
    total: Counter[tuple[str, str]] = Counter()
    for tongue, pool in sorted(pools.items()):
        counts: Counter[tuple[str, str]] = Counter()
        for number in range(samples):
            text, places = pool[number % len(pool)]
            counts += measured(engine, text, *chance.choice(places))
        click.echo(line(tongue, counts, samples))
        total += counts
    click.echo(line("all", total, samples * len(pools)))


def first_words(text: Labelled) -> Iterator[tuple[int, int]]:
    """Yield the span of the first word of each paragraph that is in order."""
    view = document(text.source, Place(text.name), About(text.media, text.language)).prose
    for zone in view.zones:
        start, end = view.source_span(zone.start, zone.end)
        kept = text.clean or any(span.start <= start and end <= span.end for span in text.keep)
        word = _FIRST.match(text.source, start) if kept and zone.kind == "paragraph" else None
        if word:
            yield word.span()


def measured(engine: Engine, text: Labelled, start: int, end: int) -> Counter[tuple[str, str]]:
    """Return which damages of one word are found, and which are rightly mended."""
    counts: Counter[tuple[str, str]] = Counter()
    source = text.source
    for damage, spoil in DAMAGES.items():
        spoilt = spoil(source[start:end])
        broken = source[:start] + spoilt + source[end:]
        about = About(text.media, text.language, profile="corpus")
        for diagnostic in engine.lint(document(broken, Place(text.name), about)):
            if diagnostic.start < start + len(spoilt) and diagnostic.end > start:
                counts[damage, "found"] = 1
                if apply(broken, diagnostic.fixes[:1]) == source:
                    counts[damage, "mended"] = 1
            else:
                counts[damage, "elsewhere"] += 1
    return counts


def line(name: str, counts: Counter[tuple[str, str]], tries: int) -> str:
    """Return what was found and rightly mended of each damage."""
    parts = (f"{d} {counts[d, 'found'] / tries:.2f}/{counts[d, 'mended'] / tries:.2f}" for d in DAMAGES)
    elsewhere = sum(n for (_, what), n in counts.items() if what == "elsewhere")
    return f"{name:<4} n = {tries}: {'  '.join(parts)}  found elsewhere {elsewhere}"


if __name__ == "__main__":
    main()
