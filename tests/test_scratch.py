"""Folders of notes: no process takes another's away, and a killed one leaves nothing for long."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from scribal.corpus import scratch

HOLDS = """
from scribal.corpus.scratch import scratch
with scratch() as folder:
    (folder / "notes").mkdir()
    print(folder, flush=True)
    input()
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_goes_with_its_process(place: Path) -> None:
    with scratch.scratch() as folder:
        assert folder.parent == place
    assert list(place.iterdir()) == []


def test_what_a_killed_process_left_is_deleted(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "FRESH", -1)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        folder = Path(process.stdout.readline().strip())
        with scratch.scratch():
            assert (folder / "notes").is_dir()
        process.kill()
    (place / f"{scratch.PREFIX}other").mkdir()
    assert folder.is_dir()
    with scratch.scratch():
        assert not folder.exists()
    assert [left.name for left in place.iterdir()] == [f"{scratch.PREFIX}other"]


def test_a_fresh_folder_is_left_alone(place: Path) -> None:
    folder = place / f"{scratch.PREFIX}new"
    folder.mkdir()
    (folder / scratch.LOCK).touch()
    scratch.sweep(place)
    assert folder.is_dir()
