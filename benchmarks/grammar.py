"""What LanguageTool costs and what it finds: ``python benchmarks/grammar.py SET --language en``.

A set is a file of JSON Lines, compressed or not, with ``text`` and perhaps
``defects`` (``start``, ``end``).  Its texts are checked with the rules of the
project and those of LanguageTool, cold and from the cache; printed are the time,
the memory of both processes, and for each rule how many of its findings touch a
defect.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

import psutil

SELECT = "all,grammar"

Row = Mapping[str, Any]


def rows_of(file: Path, most: int | None) -> list[Row]:
    """Return the rows of a set."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return rows[:most]


class Peak(Thread):
    """Watches how much memory, and processor time, a process and the Java below it take."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.process = psutil.Process(pid)
        self.most = Counter[str]()
        self.seconds = defaultdict[str, float](float)
        self.start()

    def run(self) -> None:
        with suppress(psutil.NoSuchProcess):
            while self.process.is_running() and self.process.status() != psutil.STATUS_ZOMBIE:
                for one in (self.process, *self.process.children(recursive=True)):
                    with suppress(psutil.NoSuchProcess):
                        self.look(one)
                time.sleep(0.1)

    def look(self, one: psutil.Process) -> None:
        """Note what one process has taken so far."""
        kind = "java" if one.name().startswith("java") else "python"
        times = one.cpu_times()
        self.most[kind] = max(self.most[kind], one.memory_info().rss)
        self.seconds[kind] = max(self.seconds[kind], times.user + times.system)


def checked(file: Path, options: Sequence[str], home: Path) -> tuple[list[dict[str, Any]], float, Peak]:
    """Return what a run finds in a file of records, in which time, with which memory."""
    command = [sys.executable, "-m", "scribal", "check", str(file), "--isolated", "--exit-zero"]
    report = ["--output-format", "jsonl", "--output-file", str(home / "found.jsonl")]
    start = time.perf_counter()
    process = subprocess.Popen([*command, *options, *report], env={**os.environ, "XDG_CACHE_HOME": str(home)})
    peak = Peak(process.pid)
    if process.wait():
        sys.exit(f"scribal ended with {process.returncode}")
    seconds = time.perf_counter() - start
    lines = (home / "found.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines], seconds, peak


def claims(found: Sequence[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every rule's own word, with the id of the record."""
    for one in found:
        for said in (one, *one["also"]):
            yield one["record"], said


def touches(said: Mapping[str, Any], defects: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether a finding touches a defect and is not much longer."""
    return any(
        d["start"] <= said["end"]
        and said["start"] <= d["end"]
        and said["end"] - said["start"] <= max(3 * (d["end"] - d["start"]), 20)
        for d in defects
    )


def tell(rows: Sequence[Row], found: Sequence[dict[str, Any]]) -> None:
    """Print what each rule finds, and which defects whose rules touch."""
    defects = {row["id"]: row.get("defects", ()) for row in rows}
    hits, true = Counter[str](), Counter[str]()
    reached: dict[str, set[tuple[str, int]]] = {"scribal": set(), "LanguageTool": set()}
    for record, said in claims(found):
        hits[said["rule"]] += 1
        true[said["rule"]] += touches(said, defects[record])
        whose = "LanguageTool" if said["origin"] else "scribal"
        reached[whose].update((record, i) for i, d in enumerate(defects[record]) if touches(said, [d]))
    for rule, count in hits.most_common():
        print(f"{rule:40} {count:6} {true[rule]:6} touch a defect")
    mine, theirs = reached["scribal"], reached["LanguageTool"]
    print(
        f"defects: {sum(map(len, defects.values()))}; touched by scribal alone {len(mine - theirs)}, ", end=""
    )
    print(f"by LanguageTool alone {len(theirs - mine)}, by both {len(mine & theirs)}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("set", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--select", default=SELECT)
    parser.add_argument("--most", type=int, help="so many rows, from the first")
    parser.add_argument("--jobs", default="1")
    parser.add_argument("--preview", action="store_true")
    given = parser.parse_args()
    rows = rows_of(given.set, given.most)
    options = ["--select", given.select, "--language", given.language, "--jobs", given.jobs]
    options += ["--preview"] * given.preview
    with tempfile.TemporaryDirectory() as room:
        file = Path(room, "set.jsonl")
        file.write_text("".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in rows), "utf-8")
        words = sum(len(row["text"].split()) for row in rows)
        print(f"{len(rows):,} texts, {words:,} words")
        for name in ("cold", "cached"):
            found, seconds, peak = checked(file, options, Path(room))
            print(f"{name}: {seconds:.1f} s, {len(rows) / seconds:,.1f} texts/s")
            for kind, size in sorted(peak.most.items()):
                print(f"  {kind}: {size / 2**20:,.0f} MB, {peak.seconds[kind]:.1f} s of processor time")
        tell(rows, found)


if __name__ == "__main__":
    main()
