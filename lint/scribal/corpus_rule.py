"""Rules about the records of a corpus together: what stands in many of them, what is there twice.

Such a rule takes notes of each record by itself; notes are kept on disk and
come back by their keys.  What it then says of a record is reported where the
record is read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar, NamedTuple

from scribal.finding import Finding
from scribal.rule import Rule
from scribal.text import View

MARK = 12
"""How many bytes a key has: enough that two texts of a corpus share one by chance in no corpus there is."""

BETWEEN = "\n⁂\n"
"""What stands between the records of an example."""


class Note(NamedTuple):
    """What a rule wants to know later of a record: all notes with one key are judged together."""

    key: bytes
    """What :func:`mark` gives."""
    value: bytes = b""
    """As many bytes as the rule's ``width`` says."""
    start: int = 0
    end: int = 0


class Noted(NamedTuple):
    """A note that came back."""

    record: int
    """The number of its record among all of the corpus, from 0."""
    start: int
    end: int
    value: bytes


class Group(NamedTuple):
    """The notes with one key, in the order of the corpus, there until the next group is asked for."""

    key: bytes
    notes: Sequence[Noted]


class Verdict(NamedTuple):
    """What is wrong with a record, or with a stretch of it; without a stretch ``start`` and ``end`` are 0."""

    record: int
    start: int = 0
    end: int = 0
    said: tuple[tuple[str, str], ...] = ()
    """What the message says of it, by name."""
    other: int | None = None
    """A record that stands before it, of which the message says the place as ``other``."""


class CorpusRule(Rule):
    """A rule that compares the records of a corpus."""

    compares = True
    width: ClassVar[int] = 0
    """How many bytes the value of a note has."""
    least: ClassVar[int] = 2
    """Groups of fewer notes are not judged."""

    def notes(self, view: View, site: str) -> Iterable[Note]:
        """Yield what is to be known of a record later; ``site`` is its host or, without one, its folder."""
        raise NotImplementedError

    def verdict(self, group: Group) -> Iterable[Verdict]:
        """Yield what is wrong with the records of a group."""
        raise NotImplementedError

    def judge(self, groups: Iterable[Group]) -> Iterator[Verdict]:
        """Yield what is wrong with the records; ``groups`` can be gone through more than once."""
        for group in groups:
            yield from self.verdict(group)

    def found(self, start: int, end: int, **said: Any) -> Finding:
        """Return the finding that a verdict is."""
        return self.finding(start, end, scope="span" if end else "record", **said)


def mark(*texts: str) -> bytes:
    """Return the key by which equal texts are known."""
    from hashlib import blake2b  # slow to import, and of no use to a run without corpora

    return blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=MARK).digest()


def records(*texts: str) -> str:
    """Return the text of an example: several records, ⟦marked⟧ as a whole where the whole is wrong."""
    return BETWEEN.join(texts)
