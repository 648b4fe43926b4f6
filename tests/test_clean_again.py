"""``scribal clean`` that was ended or could not go on: nothing is lost, nothing half made."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from scribal.clean.cleaner import Cleaner
from scribal.read.record import Fault
from scribal.read.source import read_records
from scribal.text import About
from stage.copies import FORMATS, GOOD, LOOPED, MENDED, RULES, as_jsonl, clean, rows, run, texts

pytestmark = pytest.mark.usefixtures("here")


def test_no_copy_is_made_of_what_cannot_be_read_to_its_end() -> None:
    as_jsonl(Path("a.jsonl.gz"), rows(300))
    Path("a.jsonl.gz").write_bytes(Path("a.jsonl.gz").read_bytes()[:-60])
    result = clean("a.jsonl.gz", "--output", "b.jsonl.gz")
    assert result.exit_code == 2
    assert "the archive is damaged" in result.stderr
    assert "b.jsonl.gz is not written" in result.stderr
    assert not Path("b.jsonl.gz").exists()


KILLER = """
import os, signal, sys
from scribal.clean import parts, stream
from scribal.cli import main

stream.ROWS = 150
add = parts.Room.add
def dying(room, *part):
    add(room, *part)
    if room.count == 3:
        os.kill(os.getpid(), signal.SIGKILL)
parts.Room.add = dying
sys.argv[0] = "scribal"
main()
"""


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.parquet"])
def test_a_run_that_was_killed_goes_on_and_loses_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    FORMATS[name](Path(name), rows(900))
    arguments = ["clean", name, "--output", f"b-{name}", "--isolated", "--select", RULES]
    arguments += ["--language", "en"]
    arguments += ["--unsafe-fixes", "--jobs", "2"]
    killed = subprocess.run([sys.executable, "-c", KILLER, *arguments], capture_output=True)
    assert killed.returncode == -signal.SIGKILL
    assert not Path(f"b-{name}").exists()
    monkeypatch.setattr("scribal.clean.stream.ROWS", 150)
    read: list[int] = []
    original = Cleaner.clean

    def counting(self: Cleaner, path: Path, readings: Sequence[Any], *others: Any) -> Any:
        read.append(len(readings))
        return original(self, path, readings, *others)

    monkeypatch.setattr(Cleaner, "clean", counting)
    assert run(*arguments[:-2], "--jobs", "1").exit_code == 0
    assert sum(read) == 450
    assert clean(name, "--output", f"c-{name}").exit_code == 0
    assert texts(Path(f"b-{name}")) == texts(Path(f"c-{name}")) == [GOOD, MENDED, LOOPED] * 300
    logs = [Path(f"{copy}-{name}.edits.jsonl").read_text("utf-8") for copy in "bc"]
    assert logs[0] == logs[1]


def test_parts_of_a_source_that_has_changed_are_thrown_away() -> None:
    as_jsonl(Path("a.jsonl.gz"), rows(300))
    whole = Path("a.jsonl.gz").read_bytes()
    Path("a.jsonl.gz").write_bytes(whole[:-60])
    assert clean("a.jsonl.gz", "--output", "b.jsonl.gz").exit_code == 2
    Path("a.jsonl.gz").write_bytes(whole)
    assert clean("a.jsonl.gz", "--output", "b.jsonl.gz").exit_code == 0
    assert texts(Path("b.jsonl.gz")) == [GOOD, MENDED, LOOPED] * 100
    assert not any(isinstance(reading, Fault) for reading in read_records(Path("b.jsonl.gz"), About()))
