"""Records in JSON Lines."""

import gzip
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribal.finding import Place
from scribal.read.fields import Fields, record_of
from scribal.read.jsonl import rows
from scribal.read.record import BROKEN_RECORD, DAMAGED_ARCHIVE, UNDECODABLE, UNREADABLE, Fault, Record
from scribal.read.source import is_records, read_records
from scribal.text import About

CORPUS = About(profile="corpus")


def parsed(data, **options):
    fields = options.pop("fields", Fields())
    about = options.pop("about", CORPUS)
    return [
        row if isinstance(row, Fault) else record_of(row, "a.jsonl", about, fields)
        for row in rows(io.BytesIO(data), "a.jsonl", **options)
    ]


def record(row, source, name=None, language=None):
    return Record(Place("a.jsonl", name, row), source, About(language=language, profile="corpus"))


def fault(row, message, name=None, rule=BROKEN_RECORD):
    return Fault(Place("a.jsonl", name, row), rule, message, row)


def test_records_and_faults_come_in_order():
    data = b"""\xef\xbb\xbf{"text": "one", "id": "x", "language": "en"}

{"text": "two", "id": 7, "language": null}\r
{"text": "three", "id": true}
{"text": "\\ud800 lone"}
{"text": "cut
{"text": "\xff"}
{"id": 8}
{"id": "y", "text": null}
[1]
{"text": "last"}"""
    assert parsed(data) == [
        record(1, "one", "x", "en"),
        record(3, "two", "7"),
        record(4, "three"),
        record(5, "\ud800 lone"),
        fault(6, "not valid JSON: Unterminated string starting at column 10"),
        fault(7, "not valid UTF-8: invalid start byte at byte 10"),
        fault(8, "no field “text” among “id”", "8"),
        fault(9, "the field “text” holds null, not a text", "y"),
        fault(10, "not a record but a list"),
        record(11, "last"),
    ]


@given(st.lists(st.text()))
def test_every_text_survives(texts):
    data = "".join(f"{json.dumps({'text': text})}\n" for text in texts).encode()
    assert parsed(data) == [record(row, text) for row, text in enumerate(texts, 1)]


@given(st.binary())
def test_every_line_that_is_not_blank_is_a_record_or_a_fault(data):
    rows = [reading.place.row for reading in parsed(data)]
    lines = enumerate(data.split(b"\n"), 1)
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        assert rows == [
            row for row, line in lines if line.removeprefix(b"\xef\xbb\xbf" if row == 1 else b"").strip()
        ]


def test_fields_have_other_names():
    fields = Fields(text="body", id="name", language="lang")
    data = b'{"body": "one", "name": "x", "lang": "de", "text": "no"}'
    assert parsed(data, fields=fields) == [record(1, "one", "x", "de")]


def test_the_language_given_holds_where_a_record_says_none():
    about = About("text/html", "fr", profile="corpus")
    data = b'{"text": "a"}\n{"text": "b", "language": "en"}\n{"text": "c", "language": ""}'
    assert [reading.about for reading in parsed(data, about=about)] == [
        About("text/html", "fr", profile="corpus"),
        About("text/html", "en", profile="corpus"),
        About("text/html", "fr", profile="corpus"),
    ]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("1", "a number"),
        ("1.5", "a number"),
        ("true", "true or false"),
        ("{}", "an object"),
        ("[]", "a list"),
    ],
)
def test_a_text_that_is_none_is_named(value, kind):
    assert parsed(b'{"text": %s}' % value.encode()) == [
        fault(1, f"the field “text” holds {kind}, not a text")
    ]


def test_what_python_cannot_hold_is_a_fault():
    deep, long = b"[" * 100_000, b"1" * 10_000
    assert [(reading.rule, reading.line) for reading in parsed(deep + b"\n" + long)] == [
        (BROKEN_RECORD, 1),
        (BROKEN_RECORD, 2),
    ]


@pytest.mark.parametrize("last", [b"\n", b""])
def test_a_line_that_is_too_long_is_passed_over(last, monkeypatch):
    data = b'{"text": "%s"}\n{"text": "b"}%s' % (b"a" * 95, last)
    monkeypatch.setattr("scribal.read.jsonl.LARGEST", 20)
    too_large = fault(1, "the record has 108 bytes, more than 20")
    assert parsed(data) == [too_large, record(2, "b")]
    assert parsed(data[:108]) == [too_large]
    [held, _] = rows(io.BytesIO(data), "a.jsonl", whole=True)
    assert held == too_large and held.raw == data[:108]
    monkeypatch.setattr("scribal.read.jsonl.LARGEST", 108)
    assert parsed(data)[0] == record(1, "a" * 95)


def test_utf_16_is_said_once():
    data = '{"text": "a"}\n{"text": "b"}\n'.encode("utf-16")
    assert parsed(data) == [fault(1, "records must be in UTF-8, these are in UTF-16", rule=UNDECODABLE)]


def test_a_gzipped_file_is_read_up_to_where_it_breaks(tmp_path):
    lines = [json.dumps({"text": f"{number} {number**80}"}) for number in range(2_000)]
    data = gzip.compress("\n".join(lines).encode())
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data)
    whole = list(read_records(path, About()))
    assert [reading.source for reading in whole] == [json.loads(line)["text"] for line in lines]

    path.write_bytes(data[: len(data) // 2])
    *records, last = read_records(path, About())
    assert records == whole[: len(records)]
    assert len(records) > 100
    assert last == Fault(
        Place(path.as_posix(), row=len(records) + 1),
        DAMAGED_ARCHIVE,
        "the archive is damaged: Compressed file ended before the end-of-stream marker was reached",
        len(records) + 1,
    )


def test_what_is_no_archive_is_damaged(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(b'{"text": "a"}')
    assert list(read_records(path, About())) == [
        Fault(
            Place(path.as_posix(), row=1),
            DAMAGED_ARCHIVE,
            "the archive is damaged: Not a gzipped file (b'{\"')",
            1,
        )
    ]


@pytest.mark.parametrize("name", ["gone.jsonl", "gone.ndjson.gz"])
def test_a_file_that_is_gone_is_a_fault(tmp_path, name):
    path = tmp_path / name
    assert list(read_records(path, About())) == [
        Fault(Place(path.as_posix()), UNREADABLE, "cannot be read: No such file or directory")
    ]


def test_names_of_records(tmp_path):
    names = ["a.jsonl", "A.JSONL.GZ", "b.ndjson", "b.ndjson.zst", "c.txt", "d.gz", "jsonl"]
    assert [is_records(tmp_path / name) for name in names] == [True, True, True, True, False, False, False]
