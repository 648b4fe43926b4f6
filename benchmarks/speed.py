"""Time scribal against its peers on the texts of this machine.

    python benchmarks/speed.py
    python benchmarks/speed.py --quick

Builds a corpus (``speed_corpus.py``), as text and as Markdown in documents of 16 KB, then runs ``scribal
check`` and each of typos and codespell that is installed, in turn, on one core.  Prints the ratio of their
times within each round: its median, least and greatest; below 1 scribal is the faster one.  Then the same
for one file of 5 KB, which is start-up, and which share of its time scribal spends on what.  Nothing is
asserted: machines differ, and the ratios with them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import click
from speed_corpus import build, documents

from scribal.order import Order
from scribal.read.file import read_file
from scribal.read.record import Record
from scribal.text import Sees
from scribal.work import Worker

BIN = Path(sys.executable).parent

TOOLS: dict[str, tuple[str, ...]] = {
    "scribal": ("scribal", "check", "--isolated", "--jobs", "1", "--exit-zero", "--output-format", "jsonl"),
    "typos": ("typos", "--isolated", "-j", "1", "--format", "brief"),
    "codespell": ("codespell",),
}
"""How each tool is run; the path comes last."""


@click.command()
@click.option("--quick", is_flag=True, help="2 MB and 3 rounds instead of 20 MB and 7.")
@click.option("--size", type=float, metavar="MB", help="How much text.")
@click.option("--rounds", type=int, metavar="N", help="How often each tool runs.")
@click.option("--preview", is_flag=True, help="Run preview rules too.")
def main(quick: bool, size: float | None, rounds: int | None, preview: bool) -> None:
    """Time scribal against typos and codespell on the texts of this machine."""
    size, rounds = size or (2 if quick else 20), rounds or (3 if quick else 7)
    with suppress(AttributeError):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    tools = {name: command for name, command in TOOLS.items() if found(name)}
    if preview:
        tools["scribal"] = (*tools["scribal"], "--preview")
    click.echo("; ".join(version(name) for name in tools) + f"; patterns are looked for by {engine()}")
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        text, markdown = build(folder, int(size * 1e6))
        one = folder / "one.txt"
        one.write_text("\n\n".join(next(documents()))[:5000], encoding="utf-8")
        compare("text", tools, folder / "text", text, rounds)
        compare("Markdown", tools, folder / "markdown", markdown, rounds)
        compare("one file of 5 KB", tools, one, one.stat().st_size, 3 * rounds)
        for kind in ("text", "markdown"):
            shares(kind, sorted((folder / kind).iterdir()), preview)


def found(name: str) -> str | None:
    """Return where a tool is, the one beside this Python first."""
    return shutil.which(name, path=f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}")


def version(name: str) -> str:
    """Return a tool's name and version."""
    said = subprocess.run([str(found(name)), "--version"], capture_output=True, text=True, check=True).stdout
    return f"{name} {said.split()[-1]}"


def engine() -> str:
    """Return the library that scribal's prefilter uses at first; much text makes it take Hyperscan."""
    known = [name for name in ("re2", "hyperscan") if find_spec(name)]
    return " and ".join(known) or "regex"


def compare(title: str, tools: dict[str, tuple[str, ...]], path: Path, size: int, rounds: int) -> None:
    """Run all tools in turn, and print their times and ratios."""
    times: dict[str, list[float]] = {name: [] for name in tools}
    for name in tools:
        timed(tools[name], path)
    for _ in range(rounds):
        for name, command in tools.items():
            times[name].append(timed(command, path))
    click.echo(f"\n{title}: {size / 1e6:.3g} MB, {rounds} rounds")
    for name, seconds in times.items():
        line = f"  {name:10} {median(seconds):8.3f} s {size / 1e6 / median(seconds):7.2f} MB/s"
        if name != "scribal":
            ratios = sorted(ours / theirs for ours, theirs in zip(times["scribal"], seconds, strict=True))
            line += f"   scribal takes {median(ratios):.2f} × ({ratios[0]:.2f}–{ratios[-1]:.2f})"
        click.echo(line)


def timed(command: Sequence[str], path: Path) -> float:
    """Return how many seconds of processor time a tool takes, of wall time where the system tells no better.

    Peers exit with 65 or less when they find something; scribal is told to exit with 0.
    """
    before, start = children(), time.perf_counter()
    done = subprocess.run(
        [str(found(command[0])), *command[1:], str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    wall = time.perf_counter() - start
    if done.returncode and command[0] == "scribal":
        raise click.ClickException(done.stderr.decode())
    return children() - before or wall


def children() -> float:
    """Return the processor time of all processes that were waited for; 0 on Windows."""
    if sys.platform == "win32":
        return 0.0
    import resource

    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def shares(kind: str, paths: Sequence[Path], preview: bool) -> None:
    """Print which share of its time scribal spends on what, measured inside one process."""
    worker = Worker(Order(isolated=True, preview=preview))
    spent: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def clock(part: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        spent[part] += time.perf_counter() - start

    for path in paths:
        settings = worker.settings(path)
        desk = worker.desk(settings)
        with clock("read"):
            readings = list(read_file(path, worker.about(path, settings)))
        for record in (reading for reading in readings if isinstance(reading, Record)):
            with clock("weave"):
                document = worker.weave(record, record.source, settings)
            views = [document.prose]
            if Sees.SOURCE in desk.engine.scanners:
                with clock("part the source"):
                    views.append(document.source_view)
            with clock("fold"):
                for view in views:
                    view.folded  # noqa: B018 (computed once)
            with clock("scan"):
                for sees, scanner in desk.engine.scanners.items():
                    scanner.scan(document.view(sees))
            with clock("check, settle, hush"):
                worker.said(document, desk)
    spent["check, settle, hush"] -= spent["scan"]  # which it did once more
    total = sum(spent.values())
    click.echo(f"\n{kind}: {total:.3f} s in one process, of which")
    for part, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        click.echo(f"  {part:20} {seconds / total:6.1%}")


if __name__ == "__main__":
    main()
