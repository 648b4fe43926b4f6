"""Make a table of tortured phrases of the file of fingerprints that the Problematic Paper Screener offers.

    python benchmarks/build_fingerprints.py tortured.csv > fingerprints.toml

The file has the columns “Fingerprint - Tortured Phrase”, a query such as ``"profound learning" AND "deep
learning" NOT school``, and “Expected Text”.  What is asked for beside the phrase becomes a guard.  Queries
for words near one another (``~10``), with ``OR``, brackets or ``*``, and phrases that are single words are
left out; how many are left is said on the error stream.

The list is the work of G. Cabanac, C. Labbé and A. Magazinov and grows from day to day; its terms are those
of the site that offers it, so that scribal has a builder and no copy.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import click
import regex

QUERY = regex.compile(
    r"""
    \s* "(?P<phrase>[^"]+)" \s*
    (?: (?P<sign>AND|NOT) \s+ (?: "(?P<guard>[^"]+)" | (?P<guard>[^\s"()]+) ) \s* )*+ \Z
    """,
    regex.VERBOSE,
)
PLAIN = regex.compile(r"[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} '’.-]*")


class Fingerprint(NamedTuple):
    """A phrase, what should stand there, and the words that must or may not stand in the text."""

    phrase: str
    instead: str
    needed: tuple[str, ...]
    barred: tuple[str, ...]


def read(rows: Iterable[list[str]]) -> Iterator[Fingerprint | None]:
    """Yield what each row says, None for one that cannot be said in a table."""
    for query, instead, *_ in rows:
        match = QUERY.match(query)
        if match is None or " " not in match["phrase"].strip() or " OR " in query:
            yield None
            continue
        guards = [
            (sign, word.strip())
            for sign, word in zip(match.captures("sign"), match.captures("guard"), strict=True)
        ]
        texts = [match["phrase"].strip(), *(word for _, word in guards)]
        if not all(map(PLAIN.fullmatch, texts)):
            yield None
            continue
        needed, barred = (tuple(word for sign, word in guards if sign == kind) for kind in ("AND", "NOT"))
        yield Fingerprint(texts[0], regex.sub(r"\s*\(.*|\s*\?$", "", instead).strip(), needed, barred)


def table(fingerprints: Iterable[Fingerprint]) -> Iterator[str]:
    """Yield the lines of a table, sorted."""
    for phrase, instead, needed, barred in sorted(fingerprints):
        yield f"[{json.dumps(phrase, ensure_ascii=False)}]"
        for key, words in (("instead", [instead]), ("with", needed), ("without", barred)):
            if words:
                yield f"{key} = {json.dumps(list(words), ensure_ascii=False)}"
        yield ""


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(file: Path) -> None:
    """Print the table of the fingerprints in FILE."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = [row for row in csv.reader(lines) if len(row) > 1 and '"' in row[0]]
    every = list(read(rows))
    known = {each.phrase.lower(): each for each in every if each and each.instead}
    click.echo("\n".join(table(known.values())))
    click.echo(f"{len(known)} of {len(every)} fingerprints", err=True)


if __name__ == "__main__":
    main()
