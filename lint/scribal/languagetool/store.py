"""What was found in paragraphs, kept in the user's cache: most of a text is as it was yesterday.

The key of a paragraph is a hash of all that its findings depend on; the cache
may be deleted at any time, and a cache that cannot be read or written is none.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from scribal import cache

MOST = 500_000
"""How many paragraphs are kept; the half that was used longest ago goes when there are more."""

DAY = 86_400

_TABLE = "CREATE TABLE IF NOT EXISTS said (key BLOB PRIMARY KEY, found TEXT, day INTEGER) WITHOUT ROWID"


def file() -> Path:
    """Return where the cache is."""
    return cache.folder() / "languagetool.sqlite"


def key_of(*parts: str) -> bytes:
    """Return the key of all that findings depend on."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Store:
    """The cache, opened where it is first needed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.here: dict[bytes, str] = {}
        """What this run has found, should nothing be kept on disk."""
        self.database = opened(path)

    def find(self, keys: Iterable[bytes]) -> dict[bytes, str]:
        """Return what is kept under some keys."""
        found = {key: self.here[key] for key in keys if key in self.here}
        if self.database is None:
            return found
        with contextlib.suppress(sqlite3.Error):
            for key in set(keys) - found.keys():
                row = self.database.execute("SELECT found FROM said WHERE key = ?", (key,)).fetchone()
                if row:
                    found[key] = self.here[key] = row[0]
        return found

    def keep(self, found: Mapping[bytes, str]) -> None:
        """Keep what was found."""
        if len(self.here) > MOST:
            self.here.clear()
        self.here.update(found)
        if self.database is None:
            return
        today = int(time.time()) // DAY
        rows = [(key, said, today) for key, said in found.items()]
        with contextlib.suppress(sqlite3.Error), self.database:
            self.database.executemany("INSERT OR REPLACE INTO said VALUES (?, ?, ?)", rows)


def opened(path: Path) -> sqlite3.Connection | None:
    """Return the database in a file, made anew where it is damaged; None where that cannot be."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(path, timeout=30)
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = OFF")
            database.execute(_TABLE)
            forget_old(database)
        except sqlite3.DatabaseError:
            clear(path)
        except OSError:
            return None
        else:
            return database
    return None


def forget_old(database: sqlite3.Connection) -> None:
    """Forget the older half of what is kept, if it is too much."""
    [count] = database.execute("SELECT count(*) FROM said").fetchone()
    if count > MOST:
        with database:
            database.execute(
                "DELETE FROM said WHERE key IN (SELECT key FROM said ORDER BY day LIMIT ?)", (MOST // 2,)
            )


def clear(path: Path) -> None:
    """Delete the cache."""
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink()
