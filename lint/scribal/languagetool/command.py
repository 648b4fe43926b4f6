"""``scribal languagetool``: what is there, how to get it, and what is kept of its findings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from scribal.error import Absent
from scribal.languagetool.installation import (
    CURES,
    download,
    downloaded,
    folder_named,
    java_found,
    java_version,
)
from scribal.languagetool.registry import source_for
from scribal.languagetool.store import clear, file
from scribal.settings_file import settings_for


def status(config: Path | None) -> Iterator[str]:
    """Yield what is to be known of LanguageTool here; a server of our own is started to see whether it works.

    Nothing is downloaded.  Raises :class:`Absent` where there is none.
    """
    asked = settings_for(Path("-"), config).languagetool
    if not (asked.url or folder_named(asked) or downloaded()):
        raise Absent(f"there is no LanguageTool on this machine; cures:\n{CURES}")
    source = source_for(asked)
    source.find()
    if source.server:
        installed = source.server.installation
        yield f"Java {java_version(installed.java)}: {installed.java}"
        yield f"LanguageTool {source.version()}: {installed.folder}"
    else:
        yield f"LanguageTool {source.version()}: {source.url}"
    yield from kept()


def kept() -> Iterator[str]:
    """Yield a line about the cache, if there is one."""
    path = file()
    if path.is_file():
        size = path.stat().st_size / 1_000_000
        with sqlite3.connect(path) as database:
            [count] = database.execute("SELECT count(*) FROM said").fetchone()
        yield f"cache: {path}, {count:,} paragraphs, {size:.1f} MB"


def install() -> str:
    """Download LanguageTool, unless it is there, and return where it is.  Raises :class:`Absent`."""
    java_found()
    return f"LanguageTool: {download()}"


def forget() -> str:
    """Delete the cache."""
    clear(file())
    return f"{file()}: deleted"
