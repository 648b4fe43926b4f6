"""A corpus of a million records, and how much memory each process takes that reads it.

    python benchmarks/large_corpus.py make TEXTS FOLDER        # corpus.jsonl.zst and corpus.parquet
    python benchmarks/large_corpus.py run FOLDER --jobs 2 -- --select corpus,whitespace

``make`` takes the paragraphs of TEXTS, files of JSON Lines with a ``text`` each, and makes records of them:
one to three paragraphs, a footer on some hosts, one in fifty as it was before. The same texts give the same
corpus. ``run`` reads both files with ``scribal corpus``, given the options behind ``--``, and says how long
that took, how much memory the largest process had, and whether both files have the same findings.
"""

from __future__ import annotations

import gzip
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import click
import pyarrow
import pyarrow.parquet

from scribal.read.compression import packed

HOSTS = 2_000
AGAIN = 50
"""One record in so many is one that was there before."""

REMEMBERED = 1_000
ROWS = 10_000
"""How many rows are written at once."""

FOOTERS = (
    "Read this in print.",
    "All rights reserved. Do not copy.",
    "Back to the front page",
    "Have your say below.",
)
FILES = ("corpus.jsonl.zst", "corpus.parquet")


def paragraphs(files: Sequence[Path], longest: int) -> list[tuple[str, str]]:
    """Return the paragraphs of some files with their languages, those of so many code points at the most."""
    found = []
    for file in files:
        data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        for row in map(json.loads, data.decode().strip().split("\n")):
            language = row.get("language") or row.get("lang") or "en"
            found += [(part, language) for part in row["text"].split("\n") if 40 <= len(part) <= longest]
    return found


def records(parts: Sequence[tuple[str, str]], size: int) -> Iterator[dict[str, Any]]:
    """Yield so many records."""
    chance = random.Random(1)
    earlier: list[str] = []
    for number in range(size):
        host = int(HOSTS * chance.random() ** 3)
        first = chance.randrange(len(parts))
        language = parts[first][1]
        if earlier and chance.randrange(AGAIN) == 0:
            text = chance.choice(earlier)
        else:
            some = [parts[(first + step) % len(parts)][0] for step in range(chance.randint(1, 3))]
            some[0] = f"{some[0]} ({number:,})" if chance.randrange(2) else some[0]
            text = "\n".join([*some, FOOTERS[host % len(FOOTERS)]] if host % 3 == 0 else some)
            earlier[number % REMEMBERED : number % REMEMBERED + 1] = [text]
        url = f"https://www.site{host}.example/{number}"
        yield {"id": str(number), "url": url, "language": language, "text": text}


@click.group()
def main() -> None:
    """Make a corpus of a million records, and read it."""


@main.command()
@click.argument("texts", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--records", "size", default=1_000_000, show_default=True)
@click.option("--longest", default=240, show_default=True, help="Code points of a paragraph at the most.")
def make(texts: tuple[Path, ...], folder: Path, size: int, longest: int) -> None:
    """Write the corpus in both formats."""
    folder.mkdir(parents=True, exist_ok=True)
    schema = pyarrow.schema([(name, pyarrow.string()) for name in ("id", "url", "language", "text")])
    every = records(paragraphs(texts, longest), size)
    lines, columns = (folder / name for name in FILES)
    with (
        lines.open("wb") as out,
        packed(out, lines.name) as stream,
        pyarrow.parquet.ParquetWriter(columns, schema) as writer,
    ):
        while rows := list(islice(every, ROWS)):
            stream.write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode())
            writer.write_table(pyarrow.Table.from_pylist(rows, schema))
    click.echo(" ".join(f"{path.name}: {path.stat().st_size:,} bytes" for path in (lines, columns)))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.option("--jobs", default=2, show_default=True)
@click.argument("options", nargs=-1)
def run(folder: Path, jobs: int, options: tuple[str, ...]) -> None:
    """Read the corpus in both formats, and compare."""
    found = [measured(folder / name, jobs, options) for name in FILES]
    click.echo("the same findings" if found[0] == found[1] else "the findings differ")


def measured(file: Path, jobs: int, options: Sequence[str]) -> dict[str, Any]:
    """Return what is found in a file, and say what that took."""
    report = file.with_name(file.name + ".json")
    command = [
        *(
            sys.executable,
            "-m",
            "scribal",
            "corpus",
            file.name,
            "--isolated",
            "--jobs",
            str(jobs),
            "--samples",
            "0",
        ),
        *("--by", "host", "--output-format", "json", "--output-file", str(report.absolute()), *options),
    ]
    start = time.monotonic()
    done = subprocess.run(command, cwd=file.parent, check=False)
    took = time.monotonic() - start
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    numbers = json.loads(report.read_text("utf-8"))
    records, words, findings = (
        f"{numbers['total'][key]:,} {key}" for key in ("records", "words", "findings")
    )
    click.echo(
        f"{file.name}: exit {done.returncode}, {took:,.0f} s, {records}, {words}, {findings}; "
        f"the largest process of all so far had {largest:,.0f} MB"
    )
    return {key: numbers[key] for key in ("total", "families", "rules", "groups", "counts")}


if __name__ == "__main__":
    main()
