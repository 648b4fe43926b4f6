"""A server that dies, or whose port is taken: it is started again, and what it did not read is reported."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from scribal.catalog import load
from scribal.engine import UNCHECKED, Engine
from scribal.finding import Diagnostic, Place
from scribal.languagetool.client import Client
from scribal.languagetool.installation import Installation, java_found
from scribal.languagetool.registry import source_for
from scribal.languagetool.server import HOST, Server
from scribal.markup import document
from scribal.settings import LanguageTool
from scribal.text import About
from stage.cli import SCRIBAL
from stage.languagetool import Check, java_of

pytestmark = pytest.mark.usefixtures("languagetool")

GRAMMAR = Engine([rule for rule in load() if rule.categories])


@pytest.fixture
def apart(tmp_path: Path, languagetool: Path) -> Path:
    """The folder of LanguageTool by another name, which has a server to itself."""
    folder = tmp_path / "apart"
    folder.symlink_to(languagetool, target_is_directory=True)
    return folder


def lint(text: str, asked: LanguageTool) -> list[Diagnostic]:
    return GRAMMAR.lint(document(text, Place("a"), About(language="en", languagetool=asked)))


def test_a_server_that_dies_is_started_again_once(apart: Path) -> None:
    asked = LanguageTool(folder=apart)
    assert [d.origin for d in lint("The quay lies a hour away.\n", asked)] == ["EN_A_VS_AN"]
    server = source_for(asked).server
    assert server is not None
    java_of(server).kill()
    assert [d.origin for d in lint("The pier lies a hour away.\n", asked)] == ["EN_A_VS_AN"]
    assert server.deaths == 1


def test_what_a_lost_server_did_not_read_is_reported(
    here: None, apart: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = LanguageTool(folder=apart)
    check, settings = Check(capsys), f'folder = "{apart.as_posix()}"'
    assert check(settings).code == 1
    server = source_for(asked).server
    assert server is not None
    for _ in range(2):
        server.ready()
        java_of(server).kill()
        assert server.process is not None
        server.process.wait()
    result = check(settings, "The old pier lies a hour away , they said.\n")
    assert result.code == 2
    assert "a.txt: error: the text was not checked: LanguageTool at http://127.0.0.1:" in result.out
    assert "was lost: the LanguageTool server ended with code" in result.out
    assert result.out.count(UNCHECKED) == 1
    assert "[whitespace/space-before-punct]" in result.out
    [again] = lint("The mole lies a hour away.\n", asked)
    assert (again.rule, again.scope) == (UNCHECKED, "document")


def test_a_server_that_other_processes_ask_is_started_again(tmp_path: Path) -> None:
    texts = [f"Ship {number} lies a hour from the town, and it is old." for number in range(80)]
    for name in ("Boat", "Tram"):
        lines = (json.dumps({"text": text.replace("Ship", name)}) + "\n" for text in texts)
        (tmp_path / f"{name}.jsonl").write_text("".join(lines))
    options = ("--select", "grammar/other", "--language", "en", "--jobs", "2", "--output-format", "jsonl")
    command = [*SCRIBAL, "check", "Boat.jsonl", "Tram.jsonl", *options]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        listening(process.pid).kill()
        out, errors = process.communicate()
    assert errors == b""
    assert [json.loads(line)["origin"] for line in out.splitlines()] == ["EN_A_VS_AN"] * 160


def listening(owner: int) -> psutil.Process:
    """Return the Java that a process has started, when it answers."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        for child in psutil.Process(owner).children(recursive=True):
            if child.name().startswith("java") and any(c.status == "LISTEN" for c in child.net_connections()):
                return child
        time.sleep(0.05)
    raise AssertionError("no server was started")


def test_the_server_ends_with_the_process_that_wants_it(languagetool: Path) -> None:
    code = (
        "import os, sys\nfrom scribal.languagetool.registry import source_for\n"
        "from scribal.settings import LanguageTool\nserver = source_for(LanguageTool()).server\n"
        "server.ready()\nprint(server.process.pid, flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as owner:
        assert owner.stdout is not None
        guard = psutil.Process(int(owner.stdout.readline()))
        [java] = guard.children()
        owner.kill()
    gone, alive = psutil.wait_procs([guard, java], timeout=30)
    assert (len(gone), alive) == (2, [])


def test_a_port_that_was_taken_is_left_to_its_owner(languagetool: Path) -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        server = Server(Installation(java_found(), languagetool), port)
        try:
            server.ready()
            assert server.port != port
            assert Client(server.url).version() == "6.8"
        finally:
            server.stop()
