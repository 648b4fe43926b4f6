"""The baseline: old findings are quiet, new ones are not.

A finding is known again by its path, its rule and the words it stands in, never
by its line, so that text which moved wakes nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from scribal.error import UserError
from scribal.finding import Diagnostic
from scribal.text import fold

VERSION = 1
"""The version of the file; it grows when its keys change their meaning."""

NEAR = 40
"""How many code points on either side of a finding tell it from another one."""


class Entry(NamedTuple):
    """What is remembered of a finding."""

    path: str
    rule: str
    words: str
    """A digest of the finding's words and of those beside it."""


@dataclass(slots=True)
class Baseline:
    """Findings that are known, and how often each stands in its file."""

    known: Counter[Entry]

    @classmethod
    def read(cls, file: Path) -> Baseline:
        """Read a baseline.  Raises :class:`UserError` for a file that is none."""
        try:
            data = json.loads(file.read_text("utf-8"))
            if data["version"] != VERSION:
                raise UserError(f"{file}: is a baseline of version {data['version']}, not {VERSION}")
            found = [(Entry(e["path"], e["rule"], e["words"]), int(e["count"])) for e in data["findings"]]
        except FileNotFoundError:
            raise UserError(f"{file}: no such baseline; --add-baseline writes one") from None
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise UserError(f"{file}: is no baseline: {type(error).__name__}: {error}") from None
        return cls(Counter(dict(found)))

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Baseline:
        """Return the baseline that some findings make."""
        return cls(Counter(map(entry, diagnostics)))

    def news(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the findings that are not known, counting each known one off."""
        left = self.known.copy()
        for diagnostic in diagnostics:
            known = entry(diagnostic)
            if left[known] > 0:
                left[known] -= 1
            else:
                yield diagnostic

    def dump(self) -> str:
        """Return the text of the file, the same for the same findings."""
        findings = [
            {"path": e.path, "rule": e.rule, "words": e.words, "count": count}
            for e, count in sorted(self.known.items())
        ]
        return json.dumps({"version": VERSION, "findings": findings}, indent=1, ensure_ascii=True) + "\n"


def entry(diagnostic: Diagnostic) -> Entry:
    """Return what is remembered of a finding."""
    start = diagnostic.column - diagnostic.context_column
    end = start + diagnostic.end - diagnostic.start
    beside = diagnostic.context[max(0, start - NEAR) : start], diagnostic.context[end : end + NEAR]
    said = (diagnostic.place.record or "", diagnostic.message, *beside, diagnostic.excerpt)
    words = "\0".join(" ".join(fold(part).split()) for part in said)
    digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return Entry(Path(diagnostic.place.path).as_posix(), diagnostic.rule, digest)
