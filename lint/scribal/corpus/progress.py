"""How far a long run is, by the bytes that were read; quiet where there is no terminal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from scribal.read.record import Fault
from scribal.read.remote import address_of, opened


class Progress:
    """A bar with rate and time left.  Use it as a context."""

    def __init__(self, quiet: bool = False) -> None:
        self.quiet = quiet
        self.read = 0
        """The bytes of the files that were read to their end."""
        self.stream: BinaryIO | None = None
        self.size = 0
        """How many bytes the file has that is read."""
        self.records = 0

    def __enter__(self) -> Progress:
        from tqdm import tqdm

        hidden = True if self.quiet else None  # None: where the stream is no terminal
        self.bar: Any = tqdm(disable=hidden, unit="B", unit_scale=True, unit_divisor=1000, dynamic_ncols=True)
        return self

    def __exit__(self, *error: object) -> None:
        self.bar.close()

    def open(self, path: Path) -> BinaryIO:
        """Open a file whose reading is to be shown."""
        self.close()
        self.stream, self.size = opened(path), size_of(path)
        return self.stream

    def close(self) -> None:
        """Count the file that was read last as read."""
        self.read, self.stream = self.position(), None

    def position(self) -> int:
        """Return how many bytes were read, as they lie in the files."""
        try:
            return self.read + (self.stream.tell() if self.stream else 0)
        except (OSError, ValueError):  # a closed stream: its file is done
            return self.read + self.size

    def of(self, files: Iterable[Path | Fault], times: int = 1) -> list[Path | Fault]:
        """Return the files, having learnt how large they are together; they are read so many times."""
        every = list(files)
        self.bar.total = sum(map(size_of, every)) * times or None
        return every

    def step(self, records: int) -> None:
        """Show that so many records more are done."""
        self.records += records
        self.bar.set_postfix_str(f"{self.records:,} records", refresh=False)
        self.bar.update(self.position() - self.bar.n)


def size_of(file: Path | Fault) -> int:
    """Return the size of a file in bytes, 0 where it is not known."""
    if isinstance(file, Fault) or address_of(file):
        return 0
    try:
        return file.stat().st_size
    except OSError:
        return 0
