"""``scribal learn``: the lines that a site puts on its pages, as a pack that ``check`` can use."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from scribal.catalog import id_of
from scribal.corpus.compare import Compared, Comparison
from scribal.corpus.notes import assigned, compare, comparing, numbered
from scribal.corpus.progress import Progress
from scribal.corpus.run import tasks_in
from scribal.engine import Engine
from scribal.error import UserError
from scribal.expression import expression
from scribal.finding import Diagnostic
from scribal.markup import document
from scribal.order import Order
from scribal.pack import read_pack
from scribal.pool import Task, useful_jobs
from scribal.read.extract import extracted
from scribal.read.record import Fault, Reading, Record
from scribal.run import STDIN, files
from scribal.text import About
from scribal.work import Worker, told
from scribal.write.printable import printable
from scribal.write.summary import many
from scribal.write.whole import whole

RULE = "corpus/template-line"
"""The rule that finds such lines."""

PACK = '''\
# Lines that many texts of a site have; learned by “scribal learn”, with the number of texts that have each.
summary = "A line of the site’s template stands in the text."
message = "“{{found}}” stands on many pages of its site"
why = """
These lines stand in many texts of their site, beside different ones each time: they are part of its pages and
not of its texts.
"""
safety = "unsafe"
lines = [
{lines}]
good = ["It rained, and nobody had an umbrella."]

[[bad]]
text = {text}
fixed = "It rained."
profile = "corpus"
'''

_NUMBER = expression(r"\p{N}+(?:[.,' ]\p{N}+)*")
_FRONT = expression(r"^[^\p{L}\p{N}]+")
_LETTER = expression(r"\p{L}")


class Line(NamedTuple):
    """A line as packs have it, and how many texts have it."""

    text: str
    texts: int
    first: str
    """How it stands in the first text that has it."""


def learn(order: Order, output: Path, force: bool) -> int:
    """Write the lines of templates in some sources as a pack, and return an exit code.

    Raises :class:`UserError` where the pack would be no rule, or would take the place of a file.
    """
    if output.suffix != ".toml":
        raise UserError(f"{output}: a pack is a file FAMILY/NAME.toml")
    name = id_of(output.absolute())
    if output.exists() and not force:
        raise UserError(f"{output}: is there already; --force replaces it")
    faults: list[Diagnostic] = []
    lines = [line for line in learned(Worker(order), faults) if is_found(line)]
    for fault in faults:
        print(f"{printable(str(fault.place))}: {fault.message}", file=sys.stderr)
    if not lines:
        raise UserError("no line stands in many texts of a site; nothing was learned")
    output.parent.mkdir(parents=True, exist_ok=True)
    with whole(output) as file:
        file.write(written(lines).encode())
    print(f"{output}: {name}, {many(len(lines), 'line')}")
    return 2 if faults else 0


def learned(worker: Worker, faults: list[Diagnostic]) -> list[Line]:
    """Return the lines of templates, those first that most texts have; add what could not be read.

    Of the spellings of one line those are left out that too few texts have, and lines without a letter: as
    packs have them they would be found wherever a number stands.
    """
    here, order = worker.settings(STDIN), worker.order
    texts: Counter[str] = Counter()
    firsts: dict[str, str] = {}
    with (
        Progress(order.quiet) as progress,
        Comparison(list(comparing(worker.desk(here).engine))) as comparison,
    ):
        worker.opener = progress.open
        sources = progress.of(files(order, here), 2)
        jobs = here.jobs or useful_jobs(sources)[1]
        for _ in compare(worker, tasks_in(worker, sources), comparison, jobs):
            progress.step(0)
        faults += comparison.failures
        for given in numbered(tasks_in(worker, sources), comparison.starts):
            task, compared = assigned(comparison, given)
            for number, record in enumerate(records_in(worker, task, faults)):
                found = {phrase(line): line for line in lines_of(worker, record, compared.get(number, ()))}
                texts.update(found.keys())
                firsts = {**found, **firsts} if found.keys() - firsts.keys() else firsts
            progress.step(len(given[0]))
    least = min((rule.options.texts for rule in comparison.rules), default=1)
    often = [text for text in texts if texts[text] >= least and _LETTER.search(text.replace("{n}", ""))]
    return [
        Line(text, texts[text], firsts[text]) for text in sorted(often, key=lambda text: (-texts[text], text))
    ]


def records_in(worker: Worker, task: Task, faults: list[Diagnostic]) -> Iterator[Record]:
    """Yield the records of a task; add what could not be read."""
    readings: Iterable[Reading] = (
        [task] if isinstance(task, Fault) else task[1] if isinstance(task, tuple) else ()
    )
    if isinstance(task, Path):
        readings = worker.readings(task, worker.settings(task))
    for reading in readings:
        if isinstance(reading, Fault):
            faults.append(told(reading))
        else:
            yield reading


def lines_of(worker: Worker, record: Record, compared: Compared) -> Iterator[str]:
    """Yield the lines of a record that were found."""
    if compared:
        settings = worker.settings(Path(record.place.path))
        record = extracted(record, settings.extract)
        text = worker.weave(record, record.source, settings).prose.text
        yield from (text[finding.start : finding.end].strip() for _, finding in compared)


def phrase(line: str) -> str:
    """Return a line as packs have it: numbers and braces are no part of it."""
    plain = " ".join(line.replace("{", " ").replace("}", " ").lower().split())
    return _NUMBER.sub("{n}", _FRONT.sub("", plain))


def written(lines: Sequence[Line]) -> str:
    """Return the pack."""
    rows = "".join(f"  {json.dumps(text, ensure_ascii=False)}, # {texts:,}\n" for text, texts, _ in lines)
    bad = f"It rained.\n⟦{lines[0].first}⟧"
    return PACK.format(lines=rows, text=json.dumps(bad, ensure_ascii=False))


def is_found(line: Line) -> bool:
    """Return whether a pack with a line finds it where it stood."""
    fields = {"summary": "", "message": "", "why": "", "lines": [line.text]}
    head = "".join(f"{key} = {json.dumps(value)}\n" for key, value in fields.items())
    try:
        engine = Engine([read_pack(head)])
    except UserError:
        return False
    return bool(engine.lint(document(f"It rained.\n{line.first}", about=About(profile="corpus"))))
