"""``scribal clean`` and ``scribal restore``: copies that are whole, logs that lead back."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from scribal.clean.log import checksum
from scribal.cli import scribal
from scribal.read.record import Fault, Record
from scribal.read.source import read_records
from scribal.text import About

GOOD = "The river rose in the night, and “nobody” slept 😀."
BAD = "The river rose in the night , and it re\u200bceded at four.\n\nAll slept ."
MENDED = "The river rose in the night, and it receded at four.\n\nAll slept."
LOOPED = "This page was translated by a machine, and the the river rose."
RULES = "whitespace"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(scribal, arguments)


def clean(*arguments: str, select: str = RULES) -> Result:
    return run("clean", *arguments, "--isolated", "--select", select, "--language", "en", "--unsafe-fixes")


def rows(number: int = 9) -> list[dict[str, Any]]:
    texts = (GOOD, BAD, LOOPED)
    return [{"id": f"r{i}", "text": texts[i % 3], "n": i * 1.5, "tags": ["a", "ü"]} for i in range(number)]


def texts(path: Path) -> list[str | None]:
    return [r.source if isinstance(r, Record) else None for r in read_records(path, About())]


def as_jsonl(path: Path, data: list[dict[str, Any]]) -> None:
    lines = "".join(
        f'{{"id": "{r["id"]}",   "text":{json.dumps(r["text"])} , "n": {r["n"]}}}\r\n' for r in data
    )
    path.write_bytes(gzip.compress(lines.encode()) if path.suffix == ".gz" else lines.encode())


def as_json(path: Path, data: list[dict[str, Any]]) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def as_csv(path: Path, data: list[dict[str, Any]]) -> None:
    lines = ["\ufeffid,text,n", *(f'{r["id"]},"{r["text"]}",{r["n"]}' for r in data)]
    path.write_bytes("\r\n".join([*lines, ""]).encode())


def table(data: list[dict[str, Any]]) -> pa.Table:
    fields = {
        "id": pa.dictionary(pa.int32(), pa.string()),
        "text": pa.large_string(),
        "n": pa.float32(),
        "tags": pa.list_(pa.string()),
    }
    schema = pa.schema(fields, metadata={"made by": "hand"})
    return pa.Table.from_pylist(data, schema=schema)


def as_parquet(path: Path, data: list[dict[str, Any]]) -> None:
    pq.write_table(table(data), path, row_group_size=4, compression="zstd")


def as_arrow(path: Path, data: list[dict[str, Any]]) -> None:
    made = table(data)
    with path.open("wb") as out, pa.ipc.new_file(out, made.schema) as writer:
        writer.write_table(made, max_chunksize=4)


FORMATS: dict[str, Callable[[Path, list[dict[str, Any]]], None]] = {
    "a.jsonl": as_jsonl,
    "a.jsonl.gz": as_jsonl,
    "a.json": as_json,
    "a.csv": as_csv,
    "a.parquet": as_parquet,
    "a.arrow": as_arrow,
}


@pytest.mark.parametrize("size", [2, 20_000])
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_mended_and_restored(name: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scribal.clean.stream.ROWS", size)
    source, copy, back = Path(name), Path(f"copy-{name}"), Path(f"back-{name}")
    FORMATS[name](source, rows())
    before = source.read_bytes()
    result = clean(name, "--output", str(copy), "--drop", "translation", select=f"{RULES},translation")
    assert (result.exit_code, result.stderr) == (
        0,
        f"copy-{name}: 9 records, 3 edited (9 edits), 3 dropped\n",
    )
    assert texts(copy) == [GOOD, MENDED] * 3
    assert run("restore", str(copy), "--output", str(back)).exit_code == 0
    assert texts(back) == [row["text"] for row in rows()]
    assert source.read_bytes() == before
    assert sorted(path.name for path in Path().iterdir()) == sorted(
        [name, f"copy-{name}", f"copy-{name}.edits.jsonl", f"back-{name}"]
    )
    again = Path(f"again-{name}")
    assert clean(str(copy), "--output", str(again)).exit_code == 0
    assert texts(again) == texts(copy)
    assert len(Path(f"again-{name}.edits.jsonl").read_text("utf-8").splitlines()) == 1


def test_schema_metadata_and_compression_stay() -> None:
    as_parquet(Path("a.parquet"), rows())
    clean("a.parquet", "--output", "b.parquet")
    old, new = (pq.ParquetFile(name) for name in ("a.parquet", "b.parquet"))
    assert new.schema_arrow.equals(old.schema_arrow, check_metadata=True)
    assert new.metadata.row_group(0).column(1).compression == "ZSTD"
    assert new.read().drop_columns(["text"]).equals(old.read().drop_columns(["text"]))


def test_lines_that_were_not_edited_stay_byte_for_byte_and_edited_ones_change_in_their_text_alone() -> None:
    as_jsonl(Path("a.jsonl"), rows())
    as_csv(Path("a.csv"), rows())
    for name in ("a.jsonl", "a.csv"):
        clean(name, "--output", f"b-{name}")
    old, new = (Path(name).read_bytes().splitlines(True) for name in ("a.jsonl", "b-a.jsonl"))
    assert [line.replace(json.dumps(BAD).encode(), json.dumps(MENDED).encode()) for line in old] == new
    assert Path("b-a.csv").read_bytes() == Path("a.csv").read_bytes().replace(BAD.encode(), MENDED.encode())


def test_the_log_says_what_was_done_to_what() -> None:
    as_jsonl(Path("a.jsonl"), rows(3))
    clean(
        "a.jsonl", "--output", "b.jsonl", "--drop", "translation/repeated-word", select=f"{RULES},translation"
    )
    head, *entries = map(json.loads, Path("b.jsonl.edits.jsonl").read_text("utf-8").splitlines())
    assert (head["source"], head["format"], head["records"]) == ("a.jsonl", "jsonl", 3)
    assert entries[0] == {
        "index": 1,
        "row": 2,
        "record": "r1",
        "round": 1,
        "rule": "whitespace/space-before-punct",
        "start": 27,
        "end": 28,
        "before": " ",
        "after": "",
        "checksum": checksum(MENDED),
    }
    assert (entries[-1]["row"], entries[-1]["rule"]) == (3, "translation/repeated-word")
    assert json.loads(entries[-1]["dropped"])["text"] == LOOPED


def test_broken_records_are_kept_as_they_are_and_reported() -> None:
    line = json.dumps({"text": BAD})
    Path("a.jsonl").write_bytes(f'{line}\n{{"text": \n{line}'.encode() + b'\n{"text": "\xff"}\n')
    result = clean("a.jsonl", "--output", "b.jsonl")
    assert result.exit_code == 2
    assert "a.jsonl#2: not valid JSON" in result.stderr
    assert "a.jsonl#4: not valid UTF-8" in result.stderr
    assert "4 records, 2 edited (6 edits), 0 dropped, 2 broken ones kept as they were" in result.stderr
    new = line.replace(json.dumps(BAD), json.dumps(MENDED))
    assert Path("b.jsonl").read_bytes() == f'{new}\n{{"text": \n{new}'.encode() + b'\n{"text": "\xff"}\n'
    assert run("restore", "b.jsonl", "--output", "c.jsonl").exit_code == 0
    assert Path("c.jsonl").read_bytes() == Path("a.jsonl").read_bytes()


def test_no_copy_is_made_of_what_cannot_be_read_to_its_end() -> None:
    as_jsonl(Path("a.jsonl.gz"), rows(300))
    Path("a.jsonl.gz").write_bytes(Path("a.jsonl.gz").read_bytes()[:-60])
    result = clean("a.jsonl.gz", "--output", "b.jsonl.gz")
    assert result.exit_code == 2
    assert "the archive is damaged" in result.stderr
    assert "b.jsonl.gz is not written" in result.stderr
    assert not Path("b.jsonl.gz").exists()


def test_folders_and_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a/b").mkdir(parents=True)
    as_jsonl(Path("a/b/c.jsonl"), rows())
    Path("a/d.md").write_bytes(BAD.replace("\n", "\r\n").encode("utf-16"))
    Path("a/e.txt.gz").write_bytes(gzip.compress(BAD.encode()))
    assert clean("a", "a/e.txt.gz", "--output", "out").exit_code == 0
    assert texts(Path("out/b/c.jsonl"))[1] == MENDED
    assert Path("out/d.md").read_bytes().decode("utf-16") == MENDED.replace("\n", "\r\n")
    assert gzip.decompress(Path("out/e.txt.gz").read_bytes()).decode() == MENDED
    for name in ("d.md", "e.txt.gz"):
        assert run("restore", f"out/{name}", "--output", f"back-{name}").exit_code == 0
    assert Path("back-d.md").read_bytes().decode("utf-16") == BAD.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--output", "a.jsonl"], "a.jsonl: the copy must not take the place of its source"),
        (["--output", "b.parquet"], "b.parquet: a copy has the format of its source, a.jsonl"),
        (["--output", "b.jsonl.gz"], "b.jsonl.gz: a copy has the format of its source, a.jsonl"),
        (["--output", "there.jsonl"], "there.jsonl: is there already; --force replaces it"),
        (["--output", "b.jsonl", "--drop", "translatio"], "--drop: no rule “translatio” is on"),
    ],
)
def test_mistakes(arguments: list[str], message: str) -> None:
    as_jsonl(Path("a.jsonl"), rows())
    Path("there.jsonl").touch()
    assert str(clean("a.jsonl", *arguments).exception).startswith(message)


def test_a_log_of_another_copy_restores_nothing() -> None:
    as_jsonl(Path("a.jsonl"), rows())
    clean("a.jsonl", "--output", "b.jsonl")
    Path("b.jsonl").write_bytes(Path("a.jsonl").read_bytes())
    result = run("restore", "b.jsonl", "--output", "c.jsonl")
    assert str(result.exception) == "b.jsonl: record no. 2: the text is not the one that the log tells of"
    assert not Path("c.jsonl").exists()


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
    one = "scribal.clean.cleaner.Cleaner.clean"
    from scribal.clean.cleaner import Cleaner

    original = Cleaner.clean
    monkeypatch.setattr(
        one, lambda self, path, batch: (read.append(len(batch)), original(self, path, batch))[1]
    )
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
