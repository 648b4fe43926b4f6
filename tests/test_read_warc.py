"""WARC: archives of the web."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from scribal.read.record import Fault, Record
from scribal.read.source import read_records
from scribal.text import About
from stage.records import ROWS, archive, written


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
