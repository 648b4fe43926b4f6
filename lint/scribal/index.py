"""The index: what wakes each rule, kept in the user's cache.

Most rules sleep through most runs.  To import them all takes longer than to
lint a small file, so a run takes from the index what the scan must know, and
imports a rule when it wakes.  The index is made anew when any file of a package
of rules has changed; without it, or where it cannot be kept, nothing changes
but the time.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from scribal import cache
from scribal.catalog import Options, load_from, named_packages, rule_from
from scribal.finding import Finding, Severity
from scribal.rule import Rule
from scribal.text import Hit, Sees, View

FORMAT = 2
"""The version of the index; it grows when what is kept changes."""

KEPT = 16
"""How many indexes stay in the cache: one for each set of packages that is in use."""

TRAITS = (
    "summary",
    "message",
    "kinds",
    "literals",
    "patterns",
    "lines",
    "languages",
    "preview_languages",
    "preview",
    "opt_in",
    "supersedes",
    "marks",
)
"""What is kept of a rule as it stands, beside its severity and the view that it sees."""


class Sleeper(Rule):
    """A rule of which only what wakes it is known; it is loaded when it wakes."""

    def __init__(self, name: str, file: Path, package: str, known: Mapping[str, Any]) -> None:
        self.id, self.file = name, file
        self.load = partial(rule_from, name, file, package, {}, "")
        for trait in TRAITS:
            setattr(self, trait, known[trait])
        self.severity = Severity(known["severity"])  # type: ignore[misc]
        self.sees = Sees(known["sees"])  # type: ignore[misc]

    @cached_property
    def awake(self) -> Rule:
        """The rule itself."""
        return self.load()

    def gate(self, view: View) -> bool:
        return self.awake.gate(view)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterable[Finding]:
        return self.awake.check(view, hits)


def load_asleep(
    rule_paths: Sequence[Path] = (),
    options: Options = {},
    where: str = "options",
) -> list[Rule]:
    """Return every rule there is as :func:`scribal.catalog.load` does, asleep where that is possible.

    A rule whose options are set is loaded at once.  Raises :class:`UserError`
    as ``load`` does when the index is made.
    """
    packages = named_packages(rule_paths)
    if options:
        return load_from(packages, options, where)
    stamp = repr(
        (FORMAT, sys.version, [(name, *files(folder)) for name, folder in packages.items()])
    ).encode()
    path = cache.folder() / f"{zlib.crc32(stamp):08x}.rules"
    known = kept(path, stamp)
    if known is None:
        rules = load_from(packages, options, where)
        with contextlib.suppress(OSError):  # what cannot be kept is made again
            cache.save(
                stamp + b"\0" + json.dumps([entry(rule, packages) for rule in rules]).encode(), path, KEPT
            )
        return rules
    return [Sleeper(e["id"], Path(e["file"]), e["package"], e) for e in known]


def kept(path: Path, stamp: bytes) -> list[dict[str, Any]] | None:
    """Return the index that is kept under a stamp, if one is and can be read."""
    try:
        data = path.read_bytes()
        if not data.startswith(stamp + b"\0"):
            return None
        entries: list[dict[str, Any]] = json.loads(data[len(stamp) + 1 :])
    except (OSError, ValueError):
        return None
    return entries


def entry(rule: Rule, packages: Mapping[str, Path]) -> dict[str, Any]:
    """Return what is kept of a rule."""
    traits = {
        trait: value if isinstance(value := getattr(rule, trait), bool | str) else list(value)
        for trait in TRAITS
    }
    assert rule.file is not None
    package = next(name for name, folder in packages.items() if rule.file.is_relative_to(folder))
    own = {"id": rule.id, "file": str(rule.file), "package": package}
    return {**own, **traits, "severity": rule.severity.value, "sees": rule.sees.value}


def files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield each file below a folder of rules, with the time of its last change and its size."""
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for found in sorted(entries, key=lambda entry: entry.name):
                if found.is_dir():
                    if found.name != "__pycache__":
                        waiting.append(found.path)
                else:
                    status = found.stat()
                    yield found.path, status.st_mtime_ns, status.st_size
