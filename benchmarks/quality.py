"""Run scribal over labelled and clean texts, and say how good each rule is.

    python benchmarks/quality.py DIR --preview --samples 5
    python benchmarks/quality.py DIR --select whitespace/doubled-space --samples 1000
    python benchmarks/quality.py DIR --preview --output-format toml

DIR holds sets, ``*.jsonl`` or ``*.jsonl.gz``; ``labels.py`` describes their rows.  It reads labels, never
the names of rules: whatever is found at a label counts for the label.  A flag on clean text counts as false
until somebody has read it; the format ``toml`` prints each rule's row for the ``_quality.toml`` of its
family with all its hits as false ones, to be corrected after reading them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click
from labels import Worth, read
from score import ALL, Result, Sample, Score, rate, speaks

from scribal.catalog import load
from scribal.engine import Engine
from scribal.error import UserError
from scribal.finding import Place
from scribal.gather import spoken_of
from scribal.markup import document
from scribal.selection import selected
from scribal.settings import Settings
from scribal.show import printed
from scribal.text import About

WIDTH = 60
"""How many code points are shown on either side of a sample."""

PORTION = 60_000
"""By so many code points of each language the flags on edited text are told."""

READ = (Worth.FALSE, Worth.NOTE, Worth.OPEN, Worth.FOUND)
"""What samples are printed of, in this order."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--select", multiple=True, help="Rules or families to measure instead of the default ones.")
@click.option("--preview", is_flag=True, help="Measure preview rules too.")
@click.option("--set", "sets", multiple=True, metavar="NAME", help="Read this set only; may be repeated.")
@click.option("--samples", default=0, metavar="N", help="Print N findings of each kind for each rule.")
@click.option(
    "--rule-path",
    "rule_paths",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A folder with rules of your own.",
)
@click.option("--output-format", type=click.Choice(("text", "json", "toml")), default="text")
def main(
    folder: Path,
    select: tuple[str, ...],
    preview: bool,
    sets: tuple[str, ...],
    samples: int,
    rule_paths: tuple[Path, ...],
    output_format: str,
) -> None:
    """Measure the rules on the sets in FOLDER."""
    try:
        names = tuple(name for part in select for name in part.split(","))
        rules = selected(load(rule_paths), Settings(select=names or None, preview=preview))
        engine = Engine(rules, preview=preview)
        results = [measure(engine, name, file) for name, file in files(folder, sets)]
    except UserError as error:
        raise click.ClickException(str(error)) from None
    if output_format == "json":
        click.echo(json.dumps([result.summary for result in results], indent=1, ensure_ascii=False))
        return
    for line in rows(engine, results) if output_format == "toml" else report(engine, results, samples):
        click.echo(line)


def files(folder: Path, wanted: Sequence[str]) -> list[tuple[str, Path]]:
    """Return the name and the file of each set.  Raises :class:`UserError` for a set that is not there."""
    every = {file.name.partition(".jsonl")[0]: file for file in sorted(folder.glob("*.jsonl*"))}
    for name in wanted:
        if name not in every:
            raise UserError(f"{folder}: holds no set “{name}”")
    if not every:
        raise UserError(f"{folder}: holds no sets, *.jsonl or *.jsonl.gz")
    return [(name, file) for name, file in every.items() if not wanted or name in wanted]


def measure(engine: Engine, name: str, file: Path) -> Result:
    """Return what the engine finds in a set."""
    result = Result(name)
    for text in read(file):
        about = About(text.media, text.language, profile="corpus")
        linted = document(text.source, Place(name, text.name), about)
        alone = engine.diagnose(linted)
        result.add(text, spoken_of(linted, alone), engine.united(linted, alone))
    return result


def report(engine: Engine, results: Sequence[Result], samples: int) -> Iterator[str]:
    """Yield the lines of the report: each set, then each rule over all sets."""
    for result in results:
        yield from set_report(engine, result, samples)
    yield "== all sets"
    yield heading()
    for rule in engine.rules:
        words = sum(words_of(engine, rule.id, result).total() for result in results)
        yield line(rule.id, [result.scores[rule.id] for result in results], words)
    if sizes := sum((result.sizes for result in results), Counter[str]()):
        false = sum((result.scores[ALL].false for result in results), Counter[str]())
        rates = sorted(((PORTION * false[t] / n, t) for t, n in sizes.items()), reverse=True)
        yield f"   false flags in {PORTION:,} code points: " + ", ".join(f"{t} {n:.2f}" for n, t in rates)


def set_report(engine: Engine, result: Result, samples: int) -> Iterator[str]:
    """Yield the lines about one set."""
    yield f"== {result.name}: {result.texts:,} texts, {result.whole:,} of them whole documents"
    if result.edited:
        yield f"   {result.edited.total():,} words of edited text: {numbers(result.edited)}"
    everything = result.scores[ALL]
    for kind, total in sorted(result.labels.items()):
        found, mended = everything.found[kind], everything.mended[kind]
        yield f"   label {kind}: {found}/{total} found, {mended}/{result.mendable[kind]} right fixes"
        for sample in spread(result.missed[kind], samples):
            yield f"      missed    {quoted(sample)}"
    yield heading()
    for name, score in sorted(result.scores.items()):
        yield line(name, [score], words_of(engine, name, result).total())
        if name != ALL:
            for value in READ:
                for sample in spread(score.samples[value], samples):
                    yield f"      {value:<8}  {quoted(sample)}"
    yield ""


def words_of(engine: Engine, name: str, result: Result) -> Counter[str]:
    """Return the words of edited text that a rule has seen in a set, by language."""
    rule = next((rule for rule in engine.rules if rule.id == name), None)
    return Counter(
        {t: n for t, n in result.edited.items() if rule is None or speaks(rule, t, engine.preview)}
    )


def heading() -> str:
    """Return the head of a table of rules."""
    columns = f"{'found':>7}{'mended':>7}{'false':>7}{'/10,000':>9}{'info':>6}{'open':>6}"
    return f"   {'rule':<40}{columns}  false by language; found by class"


def line(name: str, scores: Sequence[Score], words: int) -> str:
    """Return the line of a table about one rule."""
    found, mended, false = (
        sum((getattr(score, trait) for score in scores), Counter[str]())
        for trait in ("found", "mended", "false")
    )
    note, unsaid = (sum(score.worths[value] for score in scores) for value in (Worth.NOTE, Worth.OPEN))
    return (
        f"   {name:<40}{found.total():>7}{mended.total():>7}{false.total():>7}"
        f"{rate(false.total(), words):>9}{note:>6}{unsaid:>6}  {numbers(false)}; {numbers(found)}"
    ).rstrip("; ")


def rows(engine: Engine, results: Sequence[Result]) -> Iterator[str]:
    """Yield the lines of each rule's row, made from the edited text in the sets."""
    edited = [result for result in results if result.edited]
    for rule in engine.rules:
        family, _, name = rule.id.partition("/")
        words = sum((words_of(engine, rule.id, result) for result in edited), Counter[str]())
        hits = sum(r.scores[rule.id].worths[w] for r in edited for w in (Worth.FALSE, Worth.NOTE))
        yield f"# {family.replace('-', '_')}/_quality.toml"
        yield f"[{name}]"
        yield f"words = {words.total():_}"
        yield f"languages = {json.dumps(sorted(words.keys() - {'und'}))}"
        yield f"hits = {hits}"
        yield "true = 0"
        yield f"false = {hits}"
        yield f"date = {date.today()}"
        yield f"sets = {json.dumps([result.name for result in edited])}"
        yield ""


def numbers(counts: Counter[str]) -> str:
    """Return counts by name, the greatest first."""
    return ", ".join(f"{tongue} {n:,}" for tongue, n in counts.most_common() if n)


def spread(samples: Sequence[Sample], most: int) -> Sequence[Sample]:
    """Return at most so many samples, evenly from first to last."""
    return samples if len(samples) <= most else [samples[i * len(samples) // most] for i in range(most)]


def quoted(sample: Sample) -> str:
    """Return a sample on one line, marked in what stands around it."""
    source, start, end = sample.text.source, sample.start, sample.end
    before, after = source[max(0, start - WIDTH) : start], source[end : end + WIDTH]
    found = source[start:end]
    if len(found) > 4 * WIDTH:
        found = f"{found[: 2 * WIDTH]} […] {found[-WIDTH:]}"
    about = f"{sample.text.tongue}; {sample.text.name}; {sample.message}"
    return f"{printed(f'{before}⟦{found}⟧{after}')}  [{about}]"


if __name__ == "__main__":
    main()
