"""What ``scribal check`` reads: files of all sorts, standard input, records."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from stage.cli import GLUED, findings, run


def test_standard_input(folder: Path) -> None:
    [found] = findings(
        run("check", "-", "--stdin-filename", "docs/x.md", "--output-format", "jsonl", cwd=folder, data=GLUED)
    )
    assert found["path"] == "docs/x.md"
    mended = run("check", "-", "--fix", cwd=folder, data=GLUED)
    assert (mended.returncode, mended.stdout.decode()) == (0, GLUED.replace(" ,", ","))


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "utf-8-sig"])
def test_standard_input_keeps_its_charset(folder: Path, charset: str) -> None:
    mended = run("check", "-", "--fix", cwd=folder, data=GLUED.encode(charset))
    assert (mended.returncode, mended.stdout) == (0, GLUED.replace(" ,", ",").encode(charset))


def test_standard_input_that_does_not_decode_comes_out_as_it_was(folder: Path) -> None:
    result = run("check", "-", "--fix", cwd=folder, data=b"caf\xe9 , c\n")
    assert (result.returncode, result.stdout) == (1, b"caf\xe9 , c\n")


def test_records_on_standard_input(folder: Path) -> None:
    data = "".join(json.dumps({"id": f"a{n}", "text": GLUED}) + "\n" for n in range(3))
    for packed, arguments in (
        (data.encode(), ("--stdin-filename", "part.jsonl")),
        (gzip.compress(data.encode()), ("--stdin-filename", "part.jsonl.gz")),
        (data.encode(), ("--input-format", "jsonl")),
    ):
        found = findings(run("check", "-", *arguments, "--output-format", "jsonl", cwd=folder, data=packed))
        assert [(f["record"], f["row"], f["column"]) for f in found] == [
            ("a0", 1, 32),
            ("a1", 2, 32),
            ("a2", 3, 32),
        ]
    view = run("check", "-", "--show-view", "--input-format", "jsonl", cwd=folder, data=data)
    assert view.stdout.decode().splitlines()[1] == f"     1  paragraph: {GLUED.strip()}"


def test_records_stream_and_a_broken_line_is_a_finding(folder: Path) -> None:
    rows = [json.dumps({"id": "one", "text": GLUED}), "{broken", json.dumps({"body": GLUED})]
    (folder / "part.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode()))
    found = findings(run("check", "part.jsonl.gz", "--output-format", "jsonl", cwd=folder))
    assert [(f["record"], f["row"], f["rule"], f["scope"]) for f in found] == [
        ("one", 1, "whitespace/space-before-punct", "span"),
        (None, 2, "scribal/broken-record", "record"),
        (None, 3, "scribal/broken-record", "record"),
    ]
    found = findings(
        run("check", "part.jsonl.gz", "--text-field", "body", "--output-format", "jsonl", cwd=folder)
    )
    assert [f["row"] for f in found if f["rule"] == "whitespace/space-before-punct"] == [3]


def test_records_are_not_fixed(folder: Path) -> None:
    (folder / "part.jsonl").write_text(json.dumps({"text": GLUED}))
    result = run("check", "--fix", "part.jsonl", cwd=folder)
    assert result.returncode == 2
    assert b"clean --output" in result.stderr


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nul.txt", b"a\x00b , c\n"),
        ("latin.txt", b"caf\xe9 , c\n"),
        ("utf16.txt", "café , c\n".encode("utf-16")),
        ("bom.md", "\ufeffcafé , c\n".encode()),
        ("crlf.md", "*café* , c\r\n\r\nd\r\n".encode()),
        ("emoji.txt", "👩‍👩‍👧 e\u0301 , c\n".encode()),
        ("empty.txt", b""),
        ("long.txt", b"word " * 1_000_000 + b", end"),
    ],
)
def test_odd_files_have_right_offsets_or_a_clear_finding(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    result = run("check", name, "--output-format", "jsonl", cwd=folder)
    assert result.returncode in (0, 1)
    source = data.decode("utf-16") if name == "utf16.txt" else data.decode("utf-8", "surrogateescape")
    if name == "utf16.txt":
        source = "\ufeff" + source
    for found in findings(result):
        if found["scope"] == "span":
            start, end = found["start"], found["end"]
            assert isinstance(start, int) and isinstance(end, int)
            assert source[start:end] == found["excerpt"]


def test_a_file_that_does_not_decode_is_reported_and_not_fixed(folder: Path) -> None:
    (folder / "latin.txt").write_bytes(b"caf\xe9 , c\n")
    result = run("check", "--fix", "latin.txt", "--output-format", "jsonl", cwd=folder)
    assert "scribal/undecodable-file" in [f["rule"] for f in findings(result)]
    assert (folder / "latin.txt").read_bytes() == b"caf\xe9 , c\n"
    result = run("check", "--fix", "--encoding", "latin-1", "latin.txt", cwd=folder)
    assert (result.returncode, (folder / "latin.txt").read_bytes()) == (0, b"caf\xe9, c\n")
