"""What several tests begin with."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from scribal.languagetool.proof import store
from stage.benchmarks import DOUBLED, PACK
from stage.cli import GLUED
from stage.languagetool import changed, jars, missing

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
"""No test fails on a machine that is busy."""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A folder of rules of one's own: one in Python, one in TOML with a folder to itself."""
    family = tmp_path / "pack" / "toy_box"
    (family / "menu").mkdir(parents=True)
    (family / "doubled.py").write_text(DOUBLED, "utf-8")
    (family / "menu" / "rule.toml").write_text(PACK, "utf-8")
    return tmp_path / "pack"


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """An empty folder for sets of labelled texts."""
    folder = tmp_path / "sets"
    folder.mkdir()
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two texts, one fault in each, and one rule that is on."""
    (tmp_path / "scribal.toml").write_text('select = ["whitespace/space-before-punct"]\n')
    (tmp_path / "a.txt").write_text(GLUED)
    (tmp_path / "b.md").write_text(f"# Trams\n\n`euros , a`\n\nSee *this*: {GLUED}")
    return tmp_path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to an empty folder."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def languagetool_jars() -> Path:
    """The folder of a real LanguageTool, fetched where it is not there."""
    if (lacking := missing()) and "CI" not in os.environ:
        pytest.skip(f"no {lacking} on the PATH: LanguageTool cannot be fetched and run")
    return jars()


@pytest.fixture(scope="module")
def languagetool(languagetool_jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """That folder, where scribal finds it; nothing is known of any paragraph."""
    store.cache_clear()
    with changed(
        LTP_JAR_DIR_PATH=str(languagetool_jars), XDG_CACHE_HOME=str(tmp_path_factory.mktemp("cache"))
    ):
        yield languagetool_jars
    store.cache_clear()
