"""Files that appear under their name only when they are whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write, and put it in its place at the end; if anything is raised nothing is left of it.

    Raises OSError where the folder cannot be written.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as new:
            yield cast(BinaryIO, new)
            new.flush()
            os.fsync(new.fileno())
        draft.chmod(0o666 & ~mask())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def mask() -> int:
    """Return which permissions the system takes from new files."""
    taken = os.umask(0o022)
    os.umask(taken)
    return taken
