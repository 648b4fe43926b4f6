"""What one process counts in a batch of records, and how surveys add up."""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from scribal.corpus.compare import Compared
from scribal.corpus.counts import ALL, Counts, names_of
from scribal.document import Document
from scribal.finding import Diagnostic, Severity
from scribal.read.extract import extracted
from scribal.read.record import Fault, Record
from scribal.work import Worker, is_failure, told

OTHERS = "(others)"
"""The group of all records whose own group came too late to be counted apart."""

UNSAID = "(none)"
"""The group of the records that do not say theirs."""

GROUPS = 100_000
"""How many groups of one field are counted apart."""

BESIDE = 80
"""How many code points of a text are shown on either side of a sample."""

LONGEST = 300
"""How many code points of a sample itself are shown."""

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts without spaces between words: Thai, Lao, Burmese, Khmer, Kana, Han."""


class Sample(NamedTuple):
    """One finding, to be looked at.  Those with the least ``draw`` are kept, which is as good as chance."""

    draw: bytes
    place: str
    message: str
    before: str
    found: str | None
    """What was found, None for a finding about the whole text, which ``after`` is the beginning of."""
    after: str
    fix: str | None
    """What the best fix puts there; None where there is none."""
    language: str | None


@dataclass(slots=True)
class Survey:
    """What was counted: in all records, in each group, of each rule."""

    total: Counts = field(default_factory=Counts)
    groups: dict[str, dict[str, Counts]] = field(default_factory=dict)
    """By field and by value."""
    samples: dict[str, list[Sample]] = field(default_factory=dict)
    """By rule."""
    faults: list[Diagnostic] = field(default_factory=list)
    """What could not be read."""
    failed: bool = False
    """Whether something could not be checked."""

    def add(self, other: Survey, keep: int) -> None:
        """Add what was counted elsewhere, and keep so many samples of each rule."""
        self.total.add(other.total)
        for name, groups in other.groups.items():
            mine = self.groups.setdefault(name, {})
            for value, counts in groups.items():
                group_in(mine, value).add(counts)
        for rule, samples in other.samples.items():
            self.samples[rule] = heapq.nsmallest(keep, [*self.samples.get(rule, ()), *samples])
        self.faults += other.faults
        self.failed |= other.failed


class Surveyor:
    """Counts what is wrong with records.

    ``by`` names the fields that records are grouped by; ``keep`` is how many
    samples of each rule are kept, drawn by ``seed``.
    """

    def __init__(self, worker: Worker, by: Sequence[str], keep: int, seed: int) -> None:
        self.worker = worker
        self.by = by
        self.keep = keep
        self.seed = seed

    def survey(
        self, path: Path, readings: Iterable[Record | Fault], compared: Mapping[int, Compared] = {}
    ) -> Survey:
        """Count what is wrong with a batch of a file's records, and what comparison has found in them."""
        worker, survey = self.worker, Survey()
        settings = worker.settings(path)
        desk = worker.desk(settings)
        for reading in readings:
            if isinstance(reading, Fault):
                survey.faults.append(told(reading))
                continue
            reading = extracted(reading, settings.extract)
            document = worker.weave(reading, reading.source, settings)
            diagnostics = worker.said(document, desk, compared.get(survey.total.records, ()))
            survey.failed |= any(map(is_failure, diagnostics))
            self.take(survey, document, reading.besides, diagnostics, settings.fail_on)
        return survey

    def take(
        self,
        survey: Survey,
        document: Document,
        besides: Mapping[str, str],
        diagnostics: Sequence[Diagnostic],
        loud: Severity,
    ) -> None:
        """Count one record."""
        words, found = count_words(document.prose.text), counted(diagnostics, loud)
        survey.total.take(words, found)
        for name in self.by:
            groups = survey.groups.setdefault(name, {})
            group_in(groups, group_of(document, besides, name)).take(words, found)
        for diagnostic in diagnostics:
            self.sample(survey.samples.setdefault(diagnostic.rule, []), document, diagnostic)

    def sample(self, kept: list[Sample], document: Document, diagnostic: Diagnostic) -> None:
        """Keep a finding as a sample, if chance will have it."""
        drawn = draw(self.seed, f"{diagnostic.place}:{diagnostic.start}:{diagnostic.rule}")
        if len(kept) < self.keep or (kept and drawn < kept[-1].draw):
            kept.append(sample_of(document, diagnostic, drawn))
            kept.sort()
            del kept[self.keep :]


def draw(seed: int, name: str) -> bytes:
    """Return a number that chance might have drawn for a name, the same in every run with the same seed."""
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8, key=b"%d" % seed).digest()


def counted(diagnostics: Iterable[Diagnostic], loud: Severity) -> Counter[str]:
    """Return how many findings a record has, by name; what a finding speaks for counts under its own."""
    found: Counter[str] = Counter()
    for diagnostic in diagnostics:
        found[ALL] += diagnostic.severity.rank >= loud.rank
        found.update(names_of(diagnostic.rule))
        for echo in diagnostic.also:
            found.update(names_of(echo.rule))
    return +found


def group_in(groups: dict[str, Counts], value: str) -> Counts:
    """Return the counts of a group, of the group of all others where there are too many."""
    if value not in groups and len(groups) >= GROUPS:
        value = OTHERS
    return groups.setdefault(value, Counts())


def group_of(document: Document, besides: Mapping[str, str], name: str) -> str:
    """Return the group of a record: by its own field, or by what is known of it.

    ``source`` is the file, ``language`` its primary subtag, said or detected,
    and ``host`` what its address names.
    """
    if name == "source":
        return document.place.path
    if name == "language":
        return document.prose.language or UNSAID
    if name in besides:
        return besides[name]
    if name == "host":
        return host_of(document.about.url) or UNSAID
    return UNSAID


def host_of(url: str | None) -> str | None:
    """Return the host that an address names, without ``www.``."""
    try:
        host = urlsplit(url if url is None or "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return str(host).removeprefix("www.") if host else None


def count_words(text: str) -> int:
    """Return about how many words a text has: in scripts without spaces two letters count as one."""
    words = len(text.split())
    return words if text.isascii() else words + len(_UNSPACED.findall(text)) // 2


def sample_of(document: Document, diagnostic: Diagnostic, drawn: bytes) -> Sample:
    """Return a finding with the text around it."""
    source, start, end = document.source, diagnostic.start, diagnostic.end
    placed = diagnostic.scope == "span"
    fix = diagnostic.fixes[0] if diagnostic.fixes else None
    edit = fix.edits[0] if fix and len(fix.edits) == 1 else None
    return Sample(
        drawn,
        str(diagnostic.place),
        diagnostic.message,
        source[max(0, start - BESIDE) : start],
        source[start : min(end, start + LONGEST)] if placed else None,
        source[end : end + BESIDE],
        edit.text if edit else (fix.label if fix else None),
        document.prose.language,
    )
