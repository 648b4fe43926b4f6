"""``scribal clean`` of archives of the web."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from stage.copies import clean, run, texts

pytestmark = pytest.mark.usefixtures("here")

PAGE = "<html><body><p>The river rose , and the bridge fell .</p></body></html>"
MENDED = "<html><body><p>The river rose, and the bridge fell.</p></body></html>"
LATIN = "<p>Die Brücke fiel , sagt man.</p>"
TEXT = "Nobody slept ."


def record(kind: str, body: bytes, media: str, http: str = "") -> bytes:
    out, made = io.BytesIO(), WarcRecord()
    made.init_headers(getattr(WarcRecordType, kind))
    made.headers.append("WARC-Target-URI", "https://a.example/")
    made.headers.append("Content-Type", media)
    made.set_bytes_content(http.replace("\n", "\r\n").encode() + body)
    made.write(out, checksum_data=True)
    return out.getvalue()


def response(body: bytes, head: str = "Content-Type: text/html; charset=utf-8") -> bytes:
    http = f"HTTP/1.1 200 OK\n{head}\nX-Seen: yes\n\n"
    return record("response", body, "application/http; msgtype=response", http)


ARCHIVE = [
    record("warcinfo", b"software: none\r\n", "application/warc-fields"),
    record("request", b"", "application/http; msgtype=request", "GET / HTTP/1.1\n\n"),
    response(PAGE.encode()),
    response(b"\x89PNG , .", "Content-Type: image/png"),
    response(gzip.compress(PAGE.encode()), "Content-Type: text/html; charset=utf-8\nContent-Encoding: gzip"),
    response(LATIN.encode("latin-1"), "Content-Type: text/html; charset=iso-8859-1"),
    response(b"<p>\xc3\xb6 , \xff</p>"),
    record("conversion", TEXT.encode(), "text/plain"),
    record("metadata", b"fetched: yes\r\n", "application/warc-fields"),
]


def pages(path: Path) -> list[tuple[str, bytes]]:
    with path.open("rb") as stream:
        return [
            (str(one.record_type), one.reader.read())
            for one in ArchiveIterator(stream, parse_http=True, auto_decode="all")
        ]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.warc.zst"])
@pytest.mark.parametrize("size", [1, 20_000])
def test_pages_are_mended_and_restored(name: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scribal.clean.stream.ROWS", size)
    source, copy, back = Path(name), Path(f"copy-{name}"), Path(f"back-{name}")
    plain = b"".join(ARCHIVE)
    if name.endswith(".zst"):
        zstd = pytest.importorskip("backports.zstd")
        source.write_bytes(zstd.compress(plain))
    else:
        source.write_bytes(b"".join(map(gzip.compress, ARCHIVE)) if name.endswith(".gz") else plain)
    result = clean(name, "--output", str(copy))
    assert (result.exit_code, result.stderr) == (
        0,
        f"copy-{name}: 9 records, 4 edited (6 edits), 0 dropped\n",
    )
    assert texts(copy) == [
        *(MENDED, MENDED),
        LATIN.replace(" ,", ","),
        "<p>Ã¶ , ÿ</p>",
        TEXT.replace(" .", "."),
    ]
    assert run("restore", str(copy), "--output", str(back)).exit_code == 0
    assert texts(back) == texts(source)
    if name == "a.warc.gz":
        assert [kind for kind, _ in pages(copy)] == [kind for kind, _ in pages(source)]


def test_what_is_no_page_and_what_is_not_edited_stay_byte_for_byte() -> None:
    Path("a.warc").write_bytes(b"".join(ARCHIVE))
    clean("a.warc", "--output", "b.warc")
    made = Path("b.warc").read_bytes()
    for place in (0, 1, 3, 6, 8):
        assert ARCHIVE[place] in made
    [edited] = [body for _, body in pages(Path("b.warc")) if body == MENDED.encode()][:1]
    assert edited
    assert made.count(b"X-Seen: yes") == 5
    assert b"Content-Encoding" not in made
    assert run("restore", "b.warc", "--output", "c.warc").exit_code == 0
    assert [body for _, body in pages(Path("c.warc"))] == [body for _, body in pages(Path("a.warc"))]


def test_a_page_that_is_dropped_comes_back_byte_for_byte() -> None:
    Path("a.warc").write_bytes(b"".join(ARCHIVE))
    clean("a.warc", "--output", "b.warc", "--drop", "whitespace")
    assert texts(Path("b.warc")) == ["<p>Ã¶ , ÿ</p>"]
    log = [json.loads(line) for line in Path("b.warc.edits.jsonl").read_text("utf-8").splitlines()]
    assert (log[0]["records"], len(log)) == (9, 5)
    assert run("restore", "b.warc", "--output", "c.warc").exit_code == 0
    assert Path("c.warc").read_bytes() == Path("a.warc").read_bytes()


def test_a_text_whose_charset_lacks_a_letter_stays_and_is_told() -> None:
    Path("a.txt").write_bytes("It’s the river’s water, and the people’s.".encode())
    result = clean("a.txt", "--output", "b.txt", "--encoding", "latin-1", select="encoding")
    assert result.exit_code == 2
    assert "a.txt: the fixes need “’”, which latin-1 has no bytes for" in result.stderr
    assert Path("b.txt").read_bytes() == Path("a.txt").read_bytes()
