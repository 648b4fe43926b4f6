"""Every format of records, compressed or not, gives the same records; what is broken is a fault."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from scribal.error import UserError
from scribal.finding import Place
from scribal.read.compression import SUFFIXES, packed
from scribal.read.fields import Fields
from scribal.read.record import BROKEN_RECORD, DAMAGED_ARCHIVE, UNREADABLE, Fault, Record
from scribal.read.source import format_of, read_records
from scribal.text import About

ROWS = [
    {"text": text, "id": name, "language": language, "url": f"https://{host}/{name}", "host": host}
    for text, name, language, host in (
        ("The river rose.", "x", "en", "a.example"),
        ("Der Fluss\nstieg, „so“ 😀.", "y", "de", "b.example"),
        ("", "z", "en", "a.example"),
    )
]


def jsonl(rows: list[dict[str, Any]]) -> bytes:
    return "".join(f"{json.dumps(row)}\n" for row in rows).encode()


def array(rows: list[dict[str, Any]]) -> bytes:
    return json.dumps(rows, indent=1, ensure_ascii=False).encode()


def table(rows: list[dict[str, Any]], delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def parquet(rows: list[dict[str, Any]]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out, row_group_size=2)
    return out.getvalue()


def arrow(rows: list[dict[str, Any]], stream: bool = False) -> bytes:
    out, data = io.BytesIO(), pa.Table.from_pylist(rows)
    with (pa.ipc.new_stream if stream else pa.ipc.new_file)(out, data.schema) as writer:
        writer.write_table(data)
    return out.getvalue()


WRITTEN: dict[str, Callable[[list[dict[str, Any]]], bytes]] = {
    "a.jsonl": jsonl,
    "a.json": array,
    "a.csv": table,
    "a.tsv": lambda rows: table(rows, "\t"),
    "a.parquet": parquet,
    "a.feather": arrow,
    "data-00000-of-00001.arrow": lambda rows: arrow(rows, stream=True),
}


def written(path: Path, data: bytes) -> Path:
    with path.open("wb") as file, packed(file, path.name) as stream:
        stream.write(data)
    return path


def expected(path: Path) -> list[Record]:
    lines = format_of(path) == "jsonl"
    assert lines or format_of(path) != "text"
    return [
        Record(
            Place(path.as_posix(), row["id"], number),
            row["text"],
            About(language=row["language"], url=row["url"], profile="corpus"),
            besides={"host": row["host"]},
        )
        for number, row in enumerate(ROWS, 1)
    ]


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


def test_a_mistake_in_a_list_ends_it_with_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"text": "one"}, {"text": "two"}, {"text" "three"}, {"text": "four"}]', "utf-8")
    *records, last = read_records(path, About())
    assert [record.source for record in records if isinstance(record, Record)] == ["one", "two"]
    assert isinstance(last, Fault) and last.rule == BROKEN_RECORD and last.place.row == 3


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


def archive(rows: list[dict[str, Any]], kind: str = "conversion") -> bytes:
    out = io.BytesIO()
    for row in rows:
        record = WarcRecord()
        html = kind == "response"
        record.init_headers(getattr(WarcRecordType, kind))
        record.headers.append("WARC-Target-URI", row["url"])
        body = row["text"].encode()
        if html:
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
            record.headers.append("Content-Type", "application/http; msgtype=response")
        else:
            record.headers.append("Content-Type", "text/plain")
        record.set_bytes_content(body)
        record.write(out)
    return out.getvalue()


def test_texts_of_an_archive(tmp_path: Path) -> None:
    for name in ("a.wet", "a.warc.zst", "a.warc.gz"):
        path = written(tmp_path / name, archive(ROWS))
        records = list(read_records(path, About()))
        assert [(r.source, r.about.url, r.about.media) for r in records if isinstance(r, Record)] == [
            (row["text"], row["url"], "text/plain") for row in ROWS
        ]
        assert all(str(record.place.record).startswith("<urn:uuid:") for record in records)


def test_pages_of_an_archive(tmp_path: Path) -> None:
    page = {"text": "<p>The river rose.</p>", "url": "https://a.example/"}
    path = written(tmp_path / "a.warc", archive([page], "response"))
    [record] = read_records(path, About())
    assert isinstance(record, Record)
    assert (record.source, record.about.media) == ("<p>The river rose.</p>", "text/html")


def test_a_page_that_was_sent_compressed_in_another_charset(tmp_path: Path) -> None:
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.headers.append("Content-Type", "application/http; msgtype=response")
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Encoding: gzip\r\n\r\n"
    record.set_bytes_content(head + gzip.compress("<p>Café</p>".encode("iso-8859-1")))
    with (tmp_path / "a.warc").open("wb") as file:
        record.write(file)
    [page] = read_records(tmp_path / "a.warc", About())
    assert isinstance(page, Record) and page.source == "<p>Café</p>"


@pytest.mark.parametrize("lost", [3, 20, 150, 300])
def test_an_archive_that_is_cut_short_says_so(tmp_path: Path, lost: int) -> None:
    (tmp_path / "a.warc").write_bytes(archive(ROWS)[:-lost])
    assert any(isinstance(reading, Fault) for reading in read_records(tmp_path / "a.warc", About()))


def test_an_extra_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    with pytest.raises(UserError, match=r"wants the extra “corpus”: pip install 'scribal\[corpus\]'"):
        list(read_records(tmp_path / "a.parquet", About()))
