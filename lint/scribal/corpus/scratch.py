"""A folder for what does not fit into memory, gone with its process, or when the next one starts."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

PREFIX = "scribal-notes-"

LOCK = "lock"
"""The file by which a process holds its folder."""

FRESH = 60
"""For so many seconds a folder is left alone whose process may not hold it yet."""


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder of one's own among the temporary files; what killed processes left there is deleted."""
    sweep(Path(tempfile.gettempdir()))
    with (
        tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name,
        Path(name, LOCK).open("wb") as lock,
    ):
        taken(lock)
        yield Path(name)


def sweep(place: Path) -> None:
    """Delete the folders that nobody holds any more."""
    for folder in place.glob(f"{PREFIX}*"):
        if left(folder):
            shutil.rmtree(folder, ignore_errors=True)


def left(folder: Path) -> bool:
    """Return whether the process of a folder has ended without deleting it."""
    try:
        if time.time() - folder.stat().st_ctime < FRESH:
            return False
        with (folder / LOCK).open("r+b") as lock:
            return taken(lock)
    except OSError:  # another user's, or gone by now
        return False


if sys.platform == "win32":
    import msvcrt

    def taken(lock: IO[bytes]) -> bool:
        """Take a lock and return whether that could be: no other process has it."""
        lock.seek(0)
        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def taken(lock: IO[bytes]) -> bool:
        """Take a lock and return whether that could be: no other process has it."""
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
