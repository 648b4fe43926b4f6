"""The baseline: old findings are quiet, new ones are not.

A finding is known again by its file, its rule, and its words with those beside
it in its block, never by its line, so that text which moved wakes nothing.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from scribal.error import UserError
from scribal.finding import OWN, Diagnostic
from scribal.text import fold

VERSION = 1
"""The version of the file; it grows when its keys change their meaning."""


Checked = Callable[[Path, str], bool]
"""Says whether a file was read with a rule on."""


class Entry(NamedTuple):
    """What is remembered of a finding."""

    path: str
    """Its file, seen from the folder of the baseline, with slashes."""
    rule: str
    words: str
    """A digest of its record's id, its own words, and those beside it."""


class Baseline:
    """Findings that are known, and how often each stands in its file."""

    def __init__(self, file: Path, known: Counter[Entry] | None = None) -> None:
        self.file = file
        self.known: Counter[Entry] = known or Counter()
        self.left = self.known.copy()
        """What no finding was known by so far."""
        self.paths: dict[str, str] = {}

    @classmethod
    def read(cls, file: Path) -> Baseline:
        """Read a baseline.  Raises :class:`UserError` for a file that is none, or is not there."""
        try:
            text = file.read_text("utf-8")
        except FileNotFoundError:
            raise UserError(f"{file}: no such baseline; --add-baseline writes one") from None
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(f"{file}: {error}") from None
        return cls(file, Counter(dict(_entries(text, file))))

    def news(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the findings that are not known, counting each known one off.

        What the engine says for itself is always news.
        """
        for diagnostic in diagnostics:
            entry = self.entry(diagnostic)
            if diagnostic.rule.startswith(OWN) or self.left[entry] == 0:
                yield diagnostic
            else:
                self.left[entry] -= 1

    def stale(self, checked: Checked) -> list[Entry]:
        """Return what was ``checked`` and :meth:`news` met no finding of."""
        return sorted(entry for entry in self.left.elements() if self.looked_for(entry, checked))

    def renewed(self, diagnostics: Iterable[Diagnostic], checked: Checked) -> Baseline:
        """Return the baseline that some findings make.

        What was fixed, or whose file is gone, is forgotten; what was not
        ``checked`` this time is kept.
        """
        found = Counter(self.entry(d) for d in diagnostics if not d.rule.startswith(OWN))
        kept = {e: n for e, n in self.known.items() if self.exists(e) and not self.looked_for(e, checked)}
        return Baseline(self.file, found | Counter(kept))

    def looked_for(self, entry: Entry, checked: Checked) -> bool:
        """Return whether an entry would have been found, were it still there."""
        return checked(self.file.parent / entry.path, entry.rule)

    def exists(self, entry: Entry) -> bool:
        """Return whether the file of an entry is still there."""
        return (self.file.parent / entry.path).exists()

    def entry(self, diagnostic: Diagnostic) -> Entry:
        """Return what is remembered of a finding."""
        said = (diagnostic.place.record or "", diagnostic.excerpt, *diagnostic.beside)
        words = "\0".join(" ".join(fold(part).split()) for part in said)
        digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        return Entry(self.relative(diagnostic.place.path), diagnostic.rule, digest)

    def relative(self, path: str) -> str:
        """Return a path as it is seen from the folder of the baseline, with slashes."""
        if path not in self.paths:
            try:
                seen = os.path.relpath(path, self.file.parent)
            except ValueError:  # it is on another drive
                seen = os.path.realpath(path)
            self.paths[path] = PurePath(seen).as_posix()
        return self.paths[path]

    def dump(self) -> str:
        """Return the text of the file: an entry a line, sorted, the same for the same findings."""
        entries = [json.dumps({**e._asdict(), "count": n}) for e, n in sorted(self.known.items())]
        lines = ",\n".join(entries)
        return f'{{"version": {VERSION}, "findings": [\n{lines}\n]}}\n'

    def save(self) -> None:
        """Write the file, all of it or nothing.  Raises :class:`UserError` where that cannot be done."""
        target = Path(os.path.realpath(self.file))
        draft = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            draft.write_text(self.dump(), "utf-8", newline="\n")
            draft.replace(target)
        except OSError as error:
            with suppress(OSError):
                draft.unlink()
            raise UserError(f"{self.file}: {error}") from None


def _entries(text: str, file: Path) -> Iterator[tuple[Entry, int]]:
    """Yield what a baseline lists.  Raises :class:`UserError` for what is none."""
    try:
        data: Any = json.loads(text)
    except ValueError as error:
        raise UserError(f"{file}: is no baseline: {error}") from None
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise UserError(f"{file}: is no baseline: it lists no findings")
    if data.get("version") != VERSION:
        raise UserError(f"{file}: is a baseline of version {data.get('version')!r}, not {VERSION}")
    for number, listed in enumerate(data["findings"], 1):
        kinds = {key: type(value) for key, value in listed.items()} if isinstance(listed, dict) else {}
        if kinds != {"path": str, "rule": str, "words": str, "count": int} or listed["count"] < 1:
            raise UserError(f"{file}: is no baseline: its finding {number} is {listed!r}")
        yield Entry(listed["path"], listed["rule"], listed["words"]), listed["count"]
