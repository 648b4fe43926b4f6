"""Make a table of tortured phrases of the file of fingerprints that the Problematic Paper Screener offers.

    python benchmarks/build_fingerprints.py tortured.csv > fingerprints.toml

The rule reads the file as it is too; a table can be looked through, cut and kept.  It begins with where it
is from and on what terms.  The list is the work of G. Cabanac, C. Labbé and A. Magazinov and grows from day
to day.  Its terms are those of the site that offers it; copies that others publish name CC BY 4.0.  scribal
has a builder and no copy.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from scribal_rules.translation._fingerprints import Fingerprint, fingerprints

SOURCE = "https://www.irit.fr/~Guillaume.Cabanac/problematic-paper-screener"


def heading(file: Path, licence: str) -> Iterator[str]:
    """Yield the lines that say where a table is from."""
    made = date.fromtimestamp(file.stat().st_mtime)
    yield "# Fingerprints of tortured phrases, by G. Cabanac, C. Labbé and A. Magazinov."
    yield f"# Source: Problematic Paper Screener, {SOURCE}, {file.name} of {made}"
    yield f"# Licence: {licence}"
    yield "# Made by scribal’s benchmarks/build_fingerprints.py; changed in form only."
    yield ""


def table(every: Iterable[Fingerprint]) -> Iterator[str]:
    """Yield the lines of a table, sorted."""
    for each in sorted(every):
        yield f"[{json.dumps(each.phrase, ensure_ascii=False)}]"
        yield from (f"{key} = {json.dumps(words, ensure_ascii=False)}" for key, words in each.entry.items())
        yield ""


@click.command()
@click.option(
    "--licence", default="that of the source; published copies name CC BY 4.0", help="The terms of the file."
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(file: Path, licence: str) -> None:
    """Print the table of the fingerprints in FILE."""
    every = list(fingerprints(file))
    known = {each.phrase.lower(): each for each in every if each}
    click.echo("\n".join((*heading(file, licence), *table(known.values()))))
    click.echo(f"{len(known)} of {len(every)} fingerprints", err=True)


if __name__ == "__main__":
    main()
