"""``scribal clean`` and ``scribal restore``: copies that are whole, logs that lead back."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from scribal.clean.log import checksum
from stage.copies import (
    BAD,
    FORMATS,
    GOOD,
    LOOPED,
    MENDED,
    RULES,
    as_csv,
    as_jsonl,
    as_parquet,
    clean,
    rows,
    run,
    texts,
)

pytestmark = pytest.mark.usefixtures("here")


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
