"""What ``scribal clean`` does with records that were compared, and after it was killed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scribal.cli import scribal

KILLED = """
import os
import sys

from scribal.clean import parts, stream
from scribal.cli import main

stream.ROWS = 20
add = parts.Room.add


def killed(room, *part):
    add(room, *part)
    if room.count == 3:
        os._exit(9)


parts.Room.add = killed
main()
"""
"""The command, in a process that ends with its third part as if it had been killed."""

RIVERS = ("Rhine", "Oder", "Elbe", "Main", "Aare")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(scribal, [*arguments])


def clean(*arguments: str) -> Result:
    return run("clean", *arguments, "--isolated", "--language", "en", "--jobs", "1")


def write(name: str, texts: list[str]) -> None:
    rows = [json.dumps({"text": text, "url": f"https://a.example/{at}"}) for at, text in enumerate(texts)]
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text("".join(f"{row}\n" for row in rows), "utf-8")


def texts(name: str) -> list[str]:
    return [json.loads(line)["text"] for line in Path(name).read_text("utf-8").splitlines()]


def test_what_is_there_twice_is_dropped_from_all_copies_but_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("scribal.pool.BATCH", 300)
    monkeypatch.setattr("scribal.clean.stream.BATCH", 200)
    some = [f"The {name} rose in the night, number {number}." for number in range(8) for name in RIVERS]
    write("in/a.jsonl", [*some, some[3]])
    write("in/b.jsonl", ["Nobody slept.", some[5], "The bridge fell.", some[39]])
    result = clean("in", "--output", "out", "--drop", "corpus/exact-duplicate", "--select", "corpus")
    assert result.exit_code == 0, result.output
    assert "a.jsonl: 41 records, 0 edited (0 edits), 1 dropped" in result.stderr
    assert texts("out/a.jsonl") == some
    assert texts("out/b.jsonl") == ["Nobody slept.", "The bridge fell."]
    assert run("restore", "out/b.jsonl", "--output", "b.jsonl").exit_code == 0
    assert Path("b.jsonl").read_bytes() == Path("in/b.jsonl").read_bytes()
    again = clean("out", "--output", "again", "--drop", "corpus/exact-duplicate", "--select", "corpus")
    assert "0 dropped" in again.stderr
    assert texts("again/a.jsonl") == some


def test_lines_of_a_template_are_cut_out_with_unsafe_fixes() -> None:
    write("a.jsonl", [f"The {name} rose.\nRead it in print." for name in RIVERS])
    options = ("--select", "corpus/template-line")
    assert clean("a.jsonl", "--output", "safe.jsonl", *options).exit_code == 0
    assert Path("safe.jsonl").read_bytes() == Path("a.jsonl").read_bytes()
    assert clean("a.jsonl", "--output", "b.jsonl", *options, "--unsafe-fixes").exit_code == 0
    assert texts("b.jsonl") == [f"The {name} rose." for name in RIVERS]
    assert run("restore", "b.jsonl", "--output", "c.jsonl").exit_code == 0
    assert Path("c.jsonl").read_bytes() == Path("a.jsonl").read_bytes()


def test_a_run_that_was_killed_goes_on_where_it_was() -> None:
    lines = [
        f"The {RIVERS[number % 5]} rose in the the night, it says {number // 2}." for number in range(150)
    ]
    write("a.jsonl", lines)
    options = ("a.jsonl", "--drop", "corpus", "--select", "corpus,translation/repeated-word")
    options += ("--unsafe-fixes", "--isolated", "--language", "en", "--jobs", "1")
    command = [sys.executable, "-c", KILLED, "clean", *options, "--output", "b.jsonl"]
    killed = subprocess.run(command, capture_output=True, check=False)
    assert killed.returncode == 9, killed.stderr
    assert not Path("b.jsonl").exists()
    first = Path(".b.jsonl.parts/000000.part")
    stamp = first.stat().st_mtime_ns
    whole = run("clean", *options, "--output", "whole.jsonl")
    assert first.stat().st_mtime_ns == stamp
    resumed = run("clean", *options, "--output", "b.jsonl")
    assert (whole.exit_code, resumed.exit_code) == (0, 0)
    assert resumed.stderr.replace("b.jsonl", "whole.jsonl") == whole.stderr
    for end in ("", ".edits.jsonl"):
        assert Path(f"b.jsonl{end}").read_bytes() == Path(f"whole.jsonl{end}").read_bytes()
    assert not first.exists()


def test_parts_are_thrown_away_where_another_source_has_changed() -> None:
    lines = [f"The {RIVERS[number % 5]} rose, it says {number}." for number in range(100)]
    write("in/a.jsonl", lines)
    write("in/b.jsonl", ["Nobody slept.", lines[70]])
    options = ("in", "--drop", "corpus/exact-duplicate", "--select", "corpus", "--isolated", "--jobs", "1")
    command = [sys.executable, "-c", KILLED, "clean", *options, "--output", "out"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 9
    write("in/a.jsonl", lines[::-1])
    write("in/b.jsonl", ["Nobody slept."])
    assert run("clean", *options, "--output", "out").exit_code == 0
    assert texts("out/a.jsonl") == lines[::-1]
