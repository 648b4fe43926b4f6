"""Put new content in the place of a file, all of it or nothing."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

UNWRITABLE = "scribal/unwritable-file"
"""The id for a file that could not be given its new content."""


def rewrite(path: Path, data: bytes) -> None:
    """Replace what a file holds; links are followed, mode and owner are kept.

    Raises :class:`OSError`; then the old file is as it was and nothing is left
    beside it.
    """
    target = Path(os.path.realpath(path))
    with target.open("r+b") as old:  # a file that may not be written must not be replaced either
        status = os.fstat(old.fileno())
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
        keep_owner(draft, status)
        draft.chmod(stat.S_IMODE(status.st_mode))
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def keep_owner(path: Path, status: os.stat_result) -> None:
    """Give a file the owner and the group of the old one, where the system lets us."""
    if hasattr(os, "chown"):
        for owner, group in ((status.st_uid, -1), (-1, status.st_gid)):
            with contextlib.suppress(PermissionError):
                os.chown(path, owner, group)
