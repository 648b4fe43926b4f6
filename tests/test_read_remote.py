"""Places on other machines: every format is read from them, and what is not there is said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from scribal.error import UserError
from scribal.read.record import Record
from scribal.read.remote import address_of, members
from scribal.read.source import read_records
from scribal.text import About
from stage.records import ROWS, WRITTEN, written

TEXTS = [row["text"] for row in ROWS]


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.mark.parametrize("packed", ["", ".gz"])
@pytest.mark.parametrize("name", WRITTEN)
def test_every_format_is_read_from_a_server(tmp_path: Path, server: str, name: str, packed: str) -> None:
    written(tmp_path / f"{name}{packed}", WRITTEN[name](ROWS))
    [path] = members(Path(f"{server}/{name}{packed}"))
    found = list(read_records(path, About()))
    assert [record.source for record in found if isinstance(record, Record)] == TEXTS
    assert found[0].place.path == f"{server}/{name}{packed}"


def test_what_is_not_there_is_said(server: str) -> None:
    with pytest.raises(UserError, match="there is no such file"):
        list(members(Path(f"{server}/none.jsonl")))


def test_a_file_may_be_an_address(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        written(tmp_path / name, WRITTEN["a.jsonl"](ROWS))
    paths = list(members(Path(f"file://{tmp_path.as_posix()}/*.jsonl")))
    assert [address_of(path) for path in paths] == [
        f"file://{tmp_path.as_posix()}/{name}" for name in ("a.jsonl", "b.jsonl")
    ]
    for path in paths:
        assert [
            record.source for record in read_records(path, About()) if isinstance(record, Record)
        ] == TEXTS


def test_a_protocol_that_nobody_knows_is_said() -> None:
    with pytest.raises(UserError, match="Protocol not known: carrier-pigeon"):
        list(members(Path("carrier-pigeon://a/b.jsonl")))
