"""What the records of a corpus have to do with one another: notes are judged, and given back by record."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from scribal.corpus.group import NOTE, Groups
from scribal.corpus.scratch import scratch
from scribal.corpus.spill import Spill
from scribal.corpus_rule import CorpusRule, Verdict
from scribal.engine import failed
from scribal.finding import Diagnostic, Finding, Place

VERDICT = struct.Struct(">IIIHqI")
"""A verdict on disk: number of the record, start, end, rule, other record, and what is said."""

Compared = Sequence[tuple[str, Finding]]
"""What is found in one record by rules that compare, after the rules' ids."""


class Comparison:
    """The notes of all records, and what comes of them.  Use it as a context: it has a folder of its own."""

    def __init__(self, rules: Sequence[CorpusRule]) -> None:
        self.rules = rules
        self.said: dict[tuple[tuple[str, str], ...], int] = {}
        """What messages say, each once, with its number."""
        self.others: dict[int, str] = {}
        """The places of the records that messages name, as far as they were read again."""
        self.starts: dict[Path, int] = {}
        """The number of the first record of each file."""
        self.failures: list[Diagnostic] = []
        """The rules that failed."""

    def __enter__(self) -> Comparison:
        self.stack = ExitStack()
        self.folder = self.stack.enter_context(scratch())
        self.notes = {rule.id: self.spill(rule.id, NOTE.size + rule.width) for rule in self.rules}
        self.verdicts = self.spill("verdicts", VERDICT.size)
        self.waiting: Iterator[bytes] = iter(())
        self.next: bytes | None = None
        self.values: list[tuple[tuple[str, str], ...]] = []
        return self

    def __exit__(self, *error: object) -> None:
        self.stack.close()

    def spill(self, name: str, size: int) -> Spill:
        """Return a place for rows."""
        folder = self.folder / name
        folder.mkdir(parents=True)
        return Spill(folder, size)

    def take(self, notes: Mapping[str, bytes | bytearray]) -> None:
        """Keep the notes of some records, by rule."""
        for rule, rows in notes.items():
            self.notes[rule].add(rows)

    def judge(self) -> None:
        """Let each rule say what is wrong with which record."""
        for number, rule in enumerate(self.rules):
            try:
                for verdict in rule.judge(Groups(self.notes[rule.id], rule.least)):
                    self.verdicts.add(self.packed(number, verdict))
            except Exception as error:
                self.failures.append(failed(Place("corpus"), rule, f"{type(error).__name__}: {error}"))
        self.waiting = iter(self.verdicts)
        self.next = next(self.waiting, None)
        self.values = list(self.said)

    def packed(self, rule: int, verdict: Verdict) -> bytes:
        """Return a verdict as it lies on disk."""
        record, start, end, said, other = verdict
        if other is not None:
            self.others[other] = ""
        words = self.said.setdefault(said, len(self.said))
        return VERDICT.pack(record, start, end, rule, -1 if other is None else other, words)

    def see(self, number: int, place: Place) -> None:
        """Remember where a record stands, if a message will name it.  Records are seen in their order."""
        if number in self.others:
            self.others[number] = str(place)

    def findings(self, numbers: Sequence[int]) -> dict[int, Compared]:
        """Return what is wrong with some records, by their place in ``numbers``; only later ones follow."""
        found: dict[int, Compared] = {}
        for place, number in enumerate(numbers):
            if mine := list(self.of(number)):
                found[place] = mine
        return found

    def of(self, number: int) -> Iterator[tuple[str, Finding]]:
        """Yield what is wrong with one record; verdicts on those before it are passed over."""
        while self.next is not None:
            record, start, end, rule, other, words = VERDICT.unpack(self.next)
            if record > number:
                return
            self.next = next(self.waiting, None)
            if record == number:
                said = dict(self.values[words])
                if other >= 0:
                    said["other"] = self.others[other]
                yield self.rules[rule].id, self.rules[rule].found(start, end, **said)
