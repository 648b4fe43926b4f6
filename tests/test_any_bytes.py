"""Whatever bytes a file has: right offsets or a clear finding, never a traceback, and fixes that settle."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scribal.cli import scribal

PARTS = (
    *(
        b"\n",
        b"\r\n",
        b"\r",
        b" ",
        b"\t",
        b"\0",
        b"\xff",
        b"\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\x1b[",
    ),
    *(
        b"- ",
        b"> ",
        b"# ",
        b"1. ",
        b"| ",
        b"|---|",
        b"---\n",
        b"+++\n",
        b"```",
        b"~~~",
        b"    ",
        b":::",
        b"$$",
    ),
    *(
        b"*",
        b"**",
        b"_",
        b"`",
        b"[",
        b"]",
        b"](",
        b")",
        b"![",
        b"<",
        b">",
        b"</",
        b"&amp;",
        b"&#",
        b"\\",
        b"{",
        b"}",
    ),
    *(
        b"<!-- ",
        b" -->",
        b"<p>",
        b"<b>",
        b"<script>",
        b"<br/>",
        b"<td",
        b"<![CDATA[",
        b"{{< ",
        b"{% ",
        b"[^a]",
        b": ",
    ),
    *(
        b"scribal: ignore all",
        b"---\nlang: de\n---\n",
        b"import a from 'b'\n",
        b'{"text": "',
        b'"}',
        b'{"id": 1}',
        b"null",
    ),
    *(
        "“",
        "”",
        "«",
        "’",
        "\u200b",
        "\u00a0",
        "\ufffd",
        "Ã©",
        "â€™",
        "e\u0301",
        "漢字",
        "مرحبا",
        "😀",
        "ﬁ",
        "…",
    ),
    *(
        "the the ",
        " , ",
        ". . ",
        "Read more\n",
        "Leave a Reply\n",
        "AS an AI model",
        "https://a.b/c",
        "word ",
        "Ａ",
    ),
)
"""Pieces of which broken texts are made."""

BYTES = st.one_of(
    st.binary(max_size=80),
    st.lists(st.sampled_from([p.encode() if isinstance(p, str) else p for p in PARTS]), max_size=30).map(
        b"".join
    ),
)


FILES = st.lists(BYTES, min_size=20, max_size=60)
"""What many files hold: they are read in one run, since a run takes long to begin."""

TEXTS, RECORDS = (".txt", ".md", ".mdx", ".html"), (".jsonl", ".jsonl.gz", ".csv")

ODD = [
    b"",
    "\ufeffe\u0301 , c\r\n".encode("utf-16"),
    b"caf\xe9 , c \0\r",
    b'{"text": "a , b \\ud800"}\n\xff\n[1]\n{"text": 1}\n{"text": "c"',
]


def lines(*arguments: str | Path) -> list[dict[str, Any]]:
    """Return the findings that a check prints; it must not raise, and no rule may fail."""
    options = ("check", "--isolated", "--preview", "--output-format", "jsonl")
    result = CliRunner().invoke(scribal, [*options, *map(str, arguments)])
    assert isinstance(result.exception, SystemExit | None), result.exception
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one for one in found if one["rule"] == "scribal/rule-failed"] == []
    return found


@settings(max_examples=8)
@given(contents=FILES)
@example(contents=ODD)
def test_any_bytes_are_read_and_fixes_settle(contents: list[bytes]) -> None:
    with TemporaryDirectory() as room:
        files = [Path(room, f"{n}{TEXTS[n % len(TEXTS)]}") for n in range(len(contents))]
        for file, data in zip(files, contents, strict=True):
            file.write_bytes(data)
        for one in lines(room):
            assert one["scope"] != "span" or 0 <= one["start"] <= one["end"]
        assert [file.read_bytes() for file in files] == contents
        lines(room, "--fix", "--unsafe-fixes")
        mended = [file.read_bytes() for file in files]
        lines(room, "--fix", "--unsafe-fixes")
        assert [file.read_bytes() for file in files] == mended


@settings(max_examples=8)
@given(contents=FILES)
@example(contents=ODD)
def test_any_bytes_may_be_records(contents: list[bytes]) -> None:
    with TemporaryDirectory() as room:
        for number, data in enumerate(contents):
            Path(room, f"{number}{RECORDS[number % len(RECORDS)]}").write_bytes(data)
        lines(room)
