"""Every format of records, compressed or not, gives the same records; what is broken is a fault."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from scribal.error import UserError
from scribal.read.compression import SUFFIXES
from scribal.read.fields import Fields
from scribal.read.record import BROKEN_RECORD, DAMAGED_ARCHIVE, UNREADABLE, Fault, Reading, Record
from scribal.read.source import read_records, read_rows
from scribal.text import About
from stage.records import ROWS, WRITTEN, archive, arrow, expected, written


@pytest.mark.parametrize("packed", ["", *SUFFIXES])
@pytest.mark.parametrize("name", WRITTEN)
def test_every_format_gives_the_same_records(tmp_path: Path, name: str, packed: str) -> None:
    path = written(tmp_path / f"{name}{packed}", WRITTEN[name](ROWS))
    assert list(read_records(path, About(), Fields(besides=("host", "missing")))) == expected(path)


@pytest.mark.parametrize("packed", SUFFIXES)
@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a.parquet", "a.warc"])
def test_a_truncated_archive_is_a_fault_and_never_an_end(tmp_path: Path, name: str, packed: str) -> None:
    many = [{**row, "text": f"{row['text']} {number * 7919}"} for number in range(3000) for row in ROWS]
    data = archive(many) if name == "a.warc" else WRITTEN[name](many)
    path = written(tmp_path / f"{name}{packed}", data)
    path.write_bytes(path.read_bytes()[:-100])
    *records, last = read_records(path, About())
    assert isinstance(last, Fault)
    assert (last.rule, last.place.path) == (DAMAGED_ARCHIVE, path.as_posix())
    assert all(isinstance(record, Record) for record in records)


def test_nested_fields(tmp_path: Path) -> None:
    rows = [{"doc": {"body": {"text": "Hello."}, "meta": {"lang": "de", "id": 7}}}]
    fields = Fields("doc.body.text", "doc.meta.id", "doc.meta.lang")
    for name in ("a.jsonl", "a.json", "a.parquet", "a.arrow"):
        path = written(tmp_path / name, {**WRITTEN, "a.arrow": arrow}[name](rows))
        [record] = read_records(path, About(), fields)
        assert isinstance(record, Record)
        assert (record.source, record.place.record, record.about.language) == ("Hello.", "7", "de")


def test_a_key_with_dots_is_found_as_it_is(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", b'{"a.b": "Hello."}')
    [record] = read_records(path, About(), Fields("a.b"))
    assert isinstance(record, Record) and record.source == "Hello."


def test_rows_that_are_no_utf8_are_faults_and_the_rest_is_read(tmp_path: Path) -> None:
    texts = pa.array([b"good", b"b\xff\xfed", b"good"], pa.binary()).view(pa.string())
    data = pa.table({"text": texts, "id": ["a", "b", "c"]})
    pq.write_table(data, tmp_path / "a.parquet")
    (tmp_path / "a.csv").write_bytes(b"text,id\ngood,a\nb\xff\xfed,b\ngood,c\n")
    (tmp_path / "a.txt").write_bytes(b"good\nb\xff\xfed\n\ngood\n")
    for name, said in (("a.parquet", None), ("a.csv", None), ("a.txt", "lines")):
        first, bad, last = read_records(tmp_path / name, About(), said=said)
        assert isinstance(bad, Fault)
        assert (bad.rule, bad.message.partition(":")[0], bad.place.row) == (
            BROKEN_RECORD,
            "not valid UTF-8",
            2,
        )
        assert isinstance(first, Record) and isinstance(last, Record)
        assert (first.source, last.source) == ("good", "good")


def test_rows_of_a_table_that_do_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'text,id\none,1\ntwo\n"three",3,x\n"fo\nur",4\n')
    readings = list(read_records(path, About()))
    assert [r.message if isinstance(r, Fault) else r.source for r in readings] == [
        "one",
        "the row has 1 cells, the table 2 names",
        "the row has 3 cells, the table 2 names",
        "fo\nur",
    ]
    assert [reading.place.row for reading in readings] == [1, 2, 3, 4]


def said(readings: Iterable[Reading]) -> list[str]:
    """Return the texts of records, and what is wrong with the others."""
    return [reading.source if isinstance(reading, Record) else reading.message for reading in readings]


def test_a_mistake_in_a_list_is_a_fault_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        '[{"text": "one, [}"}, {"text": "two\\\\"},\n{"text":\n"three" 3}, {"text": "four"}]', "utf-8"
    )
    *_, broken, _ = readings = list(read_records(path, About()))
    assert said(readings) == [
        "one, [}",
        "two\\",
        "not valid JSON: Expecting ',' delimiter at its line 2, column 9",
        "four",
    ]
    assert isinstance(broken, Fault) and (broken.rule, broken.place.row) == (BROKEN_RECORD, 3)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ('[{"text": "one"}, {"text": "tw', "not valid JSON: the file ends before the list does"),
        ('[{"text": "one"}', "not valid JSON: the file ends before the list does"),
        ('[{"text": "one"}]\n[]', "not valid JSON: something stands behind the list"),
        ('[{"text": "one"}, ]', ""),
        (
            '{"text": "one"}\n{"text": "two"}',
            "not valid JSON: Extra data at its line 2, column 1; where each line is a record, "
            "say --input-format jsonl",
        ),
    ],
)
def test_how_a_list_ends(tmp_path: Path, data: str, fault: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(data, "utf-8")
    assert said(read_records(path, About())) == [*["one"] * (data[0] == "["), *[fault] * bool(fault)]


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_list_may_be_cut_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr("scribal.read.array.PIECE", size)
    path = written(tmp_path / "a.json", WRITTEN["a.json"](ROWS))
    assert list(read_records(path, About(), Fields(besides=("host", "missing")))) == expected(path)
    path.write_text(r'[{"text": "\\\"\\"}, {"text": "\\"}]', "utf-8")
    assert said(read_records(path, About())) == ['\\"\\', "\\"]


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a.parquet", "a.arrow"])
def test_a_record_that_is_too_large_is_a_fault_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, whole: bool
) -> None:
    for limit in ("jsonl.LARGEST", "array.LARGEST", "columns.LARGEST", "table.WIDEST"):
        monkeypatch.setattr(f"scribal.read.{limit}", 2000)
    texts = ["one", 'two, "2"\n' * 500, "three", "four" * 1000, "five"]
    data = {**WRITTEN, "a.arrow": arrow}[name]([{"text": text, "id": "x"} for text in texts])
    rows = list(read_rows(written(tmp_path / name, data), whole=whole))
    assert [isinstance(row, Fault) for row in rows] == [False, True, False, True, False]
    assert [row.place.row for row in rows if isinstance(row, Fault)] == [2, 4]
    assert all("more than 2,000" in row.message for row in rows if isinstance(row, Fault))
    assert not whole or all(row.raw for row in rows)


def test_one_record_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'\xef\xbb\xbf\n {"text": "one", "id": 7}')
    [record] = read_records(path, About())
    assert isinstance(record, Record) and (record.source, record.place.record) == ("one", "7")


def test_an_empty_file_has_no_records(tmp_path: Path) -> None:
    for name in ("a.jsonl", "a.csv", "a.warc"):
        (tmp_path / name).write_bytes(b"")
        assert list(read_records(tmp_path / name, About())) == []


def test_garbage_is_a_fault(tmp_path: Path) -> None:
    for name in ("a.parquet", "a.arrow", "a.json", "a.warc", "a.jsonl.gz", "a.jsonl.zst", "a.jsonl.xz"):
        (tmp_path / name).write_bytes(b"This is none of them.\n" * 10)
        [fault] = read_records(tmp_path / name, About())
        assert isinstance(fault, Fault), name


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for name in WRITTEN:
        [fault] = read_records(tmp_path / name, About())
        assert isinstance(fault, Fault) and fault.rule == UNREADABLE


def test_an_extra_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    with pytest.raises(UserError, match=r"wants the extra “corpus”: pip install 'scribal\[corpus\]'"):
        list(read_records(tmp_path / "a.parquet", About()))
