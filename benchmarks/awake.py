"""Say what each rule costs: how often it wakes, how long it looks, what it finds.

    python benchmarks/awake.py
    python benchmarks/awake.py --kind markdown --size 20 --select whitespace,quotes
    python benchmarks/awake.py --top 10 FOLDER

Reads the documents of a folder, or of the corpus of ``speed.py``, in one process.  For each rule it prints

- awake: in which share of the documents a trigger or the gate wakes it;
- hits: how many places its triggers find in a document, and findings: how many the rule reports;
- gate, check: milliseconds of processor time for each million code points of all documents;
- waking: milliseconds until it has read its first view, once in a run: imports, data, regular expressions.

The triggers that wake a rule most often are listed below it.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click
from speed_corpus import build

from scribal.document import Document
from scribal.order import Order
from scribal.read.file import read_file
from scribal.read.record import Record
from scribal.rule import Rule
from scribal.scan import Scanner
from scribal.text import Hit, View
from scribal.work import Worker

OFTEN = 0.05
"""From this share of the documents on, the triggers that wake a rule are shown."""


class Ledger:
    """What was spent on what, in seconds, and how often."""

    def __init__(self) -> None:
        self.gate: Counter[str] = Counter()
        self.check: Counter[str] = Counter()
        self.waking: dict[str, float] = {}
        self.awake: Counter[str] = Counter()
        self.hits: Counter[str] = Counter()
        self.findings: Counter[str] = Counter()
        self.triggers: dict[str, Counter[str]] = {}
        self.documents = self.size = 0
        self.language = 0.0

    def read(self, document: Document, scanners: Iterable[tuple[View, Scanner]]) -> None:
        """Let all rules read a document."""
        self.documents += 1
        self.size += len(document.source)
        self.language += seconds(lambda: document.prose.language)  # lest the first rule that asks pays for it
        for view, scanner in scanners:
            for rule in scanner.gated:
                self.gate[rule.id] += seconds(lambda rule=rule, view=view: rule.gate(view))
            for rule, hits in scanner.scan(view).items():
                self.let(rule, view, hits)

    def let(self, rule: Rule, view: View, hits: Sequence[Hit]) -> None:
        """Let a rule read a view in which it woke."""
        findings: list[object] = []

        def check() -> None:
            findings.extend(rule.check(view, hits))

        if rule.id not in self.waking:
            self.waking[rule.id] = seconds(check)
            findings.clear()
        self.check[rule.id] += seconds(check)
        self.awake[rule.id] += 1
        self.hits[rule.id] += len(hits)
        self.findings[rule.id] += len(findings)
        self.triggers.setdefault(rule.id, Counter()).update({hit.trigger for hit in hits})

    def rate(self, spent: float) -> float:
        """Return milliseconds for each million code points."""
        return spent * 1e9 / max(self.size, 1)

    def report(self, top: int | None) -> None:
        """Print all rules that cost anything, the most expensive ones first."""
        spent = self.gate + self.check
        click.echo(f"{self.documents} documents, {self.size / 1e6:.1f} million code points")
        click.echo(
            f"all gates {self.rate(self.gate.total()):.1f}, all checks {self.rate(self.check.total()):.1f}"
        )
        click.echo(f"{'':42} awake    hits findings    gate   check waking")
        for name, _ in spent.most_common(top):
            count = self.documents
            each = (counts[name] / count for counts in (self.awake, self.hits, self.findings))
            costs = self.rate(self.gate[name]), self.rate(self.check[name]), self.waking.get(name, 0) * 1e3
            click.echo("{:40} {:7.1%} {:7.2f} {:8.2f} {:7.2f} {:7.2f} {:6.1f}".format(name, *each, *costs))
            for trigger, times in self.triggers.get(name, Counter()).most_common(3):
                if times > OFTEN * count:
                    click.echo(f"    {times / count:7.1%} {trigger!r:.90}")


def seconds(work: Callable[[], object]) -> float:
    """Return how much processor time some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


@click.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--kind", type=click.Choice(["text", "markdown"]), default="text", help="Which of the corpora.")
@click.option("--size", type=float, metavar="MB", default=4, help="How much of it.")
@click.option("--select", metavar="RULES", default="", help="Rules or families, with commas.")
@click.option("--preview", is_flag=True, help="Run preview rules too.")
@click.option("--top", type=int, metavar="N", help="Show only the N most expensive rules.")
def main(folder: Path | None, kind: str, size: float, select: str, preview: bool, top: int | None) -> None:
    """Say what each rule costs."""
    with tempfile.TemporaryDirectory() as room:
        if folder is None:
            build(Path(room), int(size * 1e6))
            folder = Path(room) / kind
        rules = tuple(filter(None, select.split(",")))
        worker = Worker(Order(isolated=True, preview=preview, select=rules))
        ledger = Ledger()
        for path in sorted(folder.iterdir()):
            settings = worker.settings(path)
            scanners = worker.desk(settings).engine.scanners
            for reading in read_file(path, worker.about(path, settings)):
                if isinstance(reading, Record):
                    document = worker.weave(reading, reading.source, settings)
                    ledger.read(document, [(document.view(sees), each) for sees, each in scanners.items()])
        ledger.report(top)


if __name__ == "__main__":
    main()
