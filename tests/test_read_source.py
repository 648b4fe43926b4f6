"""Records through the command line: formats, places, what is not fixed in place, what is extracted."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from scribal.cli import scribal

RULE = "whitespace/space-before-punct"
BAD = "It lies in the west , she said."


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check(*arguments: str) -> Result:
    always = (
        "--isolated",
        "--select",
        "whitespace/space-before-punct",
        "--language",
        "en",
        "--output-format",
        "jsonl",
    )
    return CliRunner().invoke(scribal, ["check", *arguments, *always])


def found(result: Result) -> list[tuple[str, str | None, int, str]]:
    return [
        (f["path"], f["record"], f["row"], f["rule"]) for f in map(json.loads, result.stdout.splitlines())
    ]


def table(*texts: str) -> pa.Table:
    return pa.table({"text": list(texts), "id": [str(number) for number, _ in enumerate(texts)]})


def test_a_named_table_and_the_records_of_a_folder() -> None:
    Path("d").mkdir()
    pq.write_table(table("Good.", BAD), "d/a.parquet")
    Path("d/b.csv").write_text(f'text,id\n"{BAD}",x\n', "utf-8")
    Path("d/c.json").write_text(json.dumps([{"text": BAD, "id": "y"}]), "utf-8")
    assert found(check("d")) == [("d/a.parquet", "1", 2, RULE)]
    assert found(check("d/b.csv", "d/c.json")) == [("d/b.csv", "x", 1, RULE), ("d/c.json", "y", 1, RULE)]


def test_a_data_set_that_was_saved_to_disk() -> None:
    Path("set/train").mkdir(parents=True)
    Path("set/dataset_dict.json").write_text('{"splits": ["train"]}', "utf-8")
    Path("set/train/state.json").write_text("{}", "utf-8")
    data = table("Good.", BAD)
    file = Path("set/train/data-00000-of-00001.arrow")
    with file.open("wb") as out, pa.ipc.new_stream(out, data.schema) as writer:
        writer.write_table(data)
    assert found(check("set")) == [("set/train/data-00000-of-00001.arrow", "1", 2, RULE)]


def test_patterns_are_spelled_out_where_the_shell_does_not() -> None:
    for name in ("a.jsonl", "b.jsonl", "c.txt"):
        Path(name).write_text(json.dumps({"text": BAD}), "utf-8")
    assert [path for path, *_ in found(check("*.jsonl"))] == ["a.jsonl", "b.jsonl"]
    result = check("*.parquet")
    assert (result.exit_code, str(result.exception)) == (1, "*.parquet: there is no such file")


def test_places_on_other_machines() -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe("/bucket/a.jsonl", json.dumps({"text": BAD, "id": "x"}).encode())
    memory.pipe("/bucket/b.txt", BAD.encode())
    assert found(check("memory://bucket/a.jsonl")) == [("memory://bucket/a.jsonl", "x", 1, RULE)]
    assert [path for path, *_ in found(check("memory://bucket"))] == [
        "memory://bucket/a.jsonl",
        "memory://bucket/b.txt",
    ]
    gone = check("memory://bucket/c.jsonl")
    assert str(gone.exception) == "memory://bucket/c.jsonl: there is no such file"
    assert "Protocol not known" in str(check("nowhere://bucket/a.jsonl").exception)


def test_a_text_a_line() -> None:
    Path("a.txt").write_text(f"Good.\n\n{BAD}\n", "utf-8")
    assert found(check("a.txt", "--input-format", "lines")) == [("a.txt", None, 3, RULE)]


def test_a_compressed_text() -> None:
    Path("a.md.gz").write_bytes(gzip.compress(f"`code , code` {BAD}".encode()))
    [finding] = map(json.loads, check("a.md.gz").stdout.splitlines())
    assert (finding["start"], finding["row"]) == (33, None)


def test_neither_records_nor_compressed_texts_are_fixed_in_place() -> None:
    Path("a.csv").write_text(f"text\n{BAD}\n", "utf-8")
    result = CliRunner().invoke(scribal, ["check", "a.csv", "--fix", "--isolated"])
    assert "records are not fixed in place; use “scribal clean --output”" in str(result.exception)
    Path("a.txt.gz").write_bytes(b"")
    result = CliRunner().invoke(scribal, ["check", "a.txt.gz", "--fix", "--isolated"])
    assert "a compressed file is not fixed in place" in str(result.exception)


PAGE = (
    "<html><body><nav><a href='/'>Home , sweet</a></nav><main><article>"
    + f"<p>The river rose in the night, and nobody in the town slept. {BAD}</p>" * 3
    + "</article></main></body></html>"
)


def test_pages_are_read_as_html_or_as_the_text_that_a_library_takes_out() -> None:
    Path("a.jsonl").write_text(json.dumps({"text": PAGE}), "utf-8")
    assert len(found(check("a.jsonl", "--media", "text/html"))) == 4
    for library in ("resiliparse", "trafilatura"):
        assert 1 <= len(found(check("a.jsonl", "--media", "text/html", "--extract", library))) <= 3
