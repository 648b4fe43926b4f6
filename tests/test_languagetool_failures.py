"""LanguageTool that is missing, too old or somewhere else: each is told, and ends the run with 2."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from scribal.languagetool.installation import CURES
from scribal.languagetool.server import HOST, free_port
from stage.cli import findings, run
from stage.languagetool import OLD, Check, changed, jars

pytestmark = pytest.mark.usefixtures("languagetool", "here")


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Check:
    """What checks a text, with settings of LanguageTool, and knows of no server."""
    monkeypatch.setattr("scribal.languagetool.registry._sources", {})
    return Check(capsys)


def test_nothing_answers_at_the_address(check: Check) -> None:
    port = free_port()
    result = check(f'url = "http://localhost:{port}"')
    assert result.code == 2
    assert f"scribal: error: no LanguageTool answers at http://localhost:{port}: " in result.errors


@pytest.fixture
def page(tmp_path: Path) -> Iterator[str]:
    """The address of a server of another kind."""
    with ThreadingHTTPServer((HOST, 0), partial(SimpleHTTPRequestHandler, directory=tmp_path)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{server.server_port}"
        server.shutdown()


def test_something_else_answers_at_the_address(tmp_path: Path, page: str, check: Check) -> None:
    (tmp_path / "v2").mkdir()
    (tmp_path / "v2" / "info").write_text('["a web page"]')
    result = check(f'url = "{page}"')
    assert result.code == 2
    assert result.errors.endswith(f"scribal: error: what answers at {page} is no LanguageTool\n")


def test_java_is_missing(tmp_path: Path, check: Check) -> None:
    with changed(PATH=str(tmp_path)):
        result = check()
    assert result.code == 2
    assert "LanguageTool wants Java 17 or later, and no “java” is on the PATH" in result.errors
    assert result.out == ""


def test_java_is_too_old(tmp_path: Path, check: Check) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n")
    java.chmod(0o755)
    with changed(PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}"):
        result = check()
    assert (result.code, result.errors) == (
        2,
        f"scribal: error: LanguageTool wants Java 17 or later; {java} is Java 11\n",
    )


def test_languagetool_is_too_old(check: Check) -> None:
    old = jars(OLD, ("es", "ca", "pt"))
    result = check(f'folder = "{old.as_posix()}"')
    assert result.code == 2
    assert f"is {OLD}; scribal wants 6.0 or later" in result.errors


def test_the_folder_holds_no_languagetool(tmp_path: Path, check: Check) -> None:
    result = check('folder = "java"')
    assert (result.code, result.out) == (2, "")
    assert "java holds no languagetool-server.jar; cures:" in result.errors
    with changed(LTP_JAR_DIR_PATH=str(tmp_path)):
        result = check()
    assert result.errors.startswith(f"scribal: error: LTP_JAR_DIR_PATH: {tmp_path} holds no ")


def test_a_jar_that_is_none(tmp_path: Path, check: Check) -> None:
    (tmp_path / "languagetool-server.jar").write_text("no jar")
    result = check(f'folder = "{tmp_path.as_posix()}"')
    assert result.code == 2
    assert "the LanguageTool server ended with code 1: Error:" in result.errors


def test_there_is_none_and_none_can_be_had(monkeypatch: pytest.MonkeyPatch, check: Check) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    monkeypatch.delenv("LTP_JAR_DIR_PATH")
    result = check()
    assert (result.code, result.out) == (2, "")
    assert CURES in result.errors
    assert len(CURES.splitlines()) == 3


def test_it_cannot_be_downloaded(tmp_path: Path) -> None:
    nowhere = f"http://{HOST}:{free_port()}/"
    with changed(LTP_PATH=str(tmp_path / "lt"), LTP_DOWNLOAD_HOST_NEW_RELEASES=nowhere):
        del os.environ["LTP_JAR_DIR_PATH"]
        result = run("languagetool", "install", cwd=tmp_path)
        assert (result.returncode, findings(result)) == (2, [])
        assert "LanguageTool 6.8 cannot be downloaded: " in result.stderr.decode()
        result = run("languagetool", "status", cwd=tmp_path)
        assert (result.returncode, result.stdout) == (2, b"")
        assert "there is no LanguageTool on this machine; cures:" in result.stderr.decode()
        (tmp_path / "scribal.toml").write_text('select = ["grammar"]')
        (tmp_path / "a.txt").write_text("It lies a hour away, in the old town.")
        result = run("check", "a.txt", cwd=tmp_path)
        assert (result.returncode, result.stdout) == (2, b"")
        assert CURES in result.stderr.decode()
