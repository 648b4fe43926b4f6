"""The index: what wakes each rule, kept in the user's cache.

Most rules sleep through most runs.  To import them all takes longer than to
lint a small file, so a run takes from the index what the scan must know, and
imports a rule when it wakes.  The index is made anew when any file of a package
of rules has changed; without it, or where it cannot be kept, nothing changes
but the time.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from scribal import cache
from scribal.catalog import Options, load_from, named_packages, rule_from
from scribal.error import UserError
from scribal.finding import Finding, Severity
from scribal.rule import Rule
from scribal.text import Hit, Sees, View
from scribal.waking import waking

KEPT = 16
"""How many indexes stay in the cache: one for each set of packages that is in use."""

PLAIN = 2
"""The version of the format without references: it is read in half the time."""

TRAITS = (
    "summary",
    "message",
    "kinds",
    "languages",
    "preview_languages",
    "categories",
    "preview",
    "opt_in",
    "supersedes",
    "compares",
    "marks",
)
"""What is kept of a rule as it stands, beside its severity and the view that it sees."""


class Sleeper(Rule):
    """A rule of which only what wakes it is known; it is loaded when it wakes."""

    def __init__(self, name: str, file: Path, package: str, known: Mapping[str, Any]) -> None:
        self.id, self.file = name, file
        self.load = partial(rule_from, name, file, package, {}, "", known["kept"])
        for trait in (*TRAITS, "waking"):
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


def woken(rule: Rule) -> Rule:
    """Return the rule itself, where it may be asleep."""
    return rule.awake if isinstance(rule, Sleeper) else rule


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
    stamp = stamp_of(packages)
    path = cache.folder() / f"{zlib.crc32(stamp):08x}.rules"
    rules: Sequence[Rule] | None = kept(path, stamp)
    if rules is None:
        rules = load_from(packages, options, where)
        with contextlib.suppress(OSError):  # what cannot be kept is made again
            entries = marshal.dumps([entry(rule, packages) for rule in rules], PLAIN)
            cache.save(b"\0".join((stamp, checksum(entries), entries)), path, KEPT)
    return list(rules)


def stamp_of(packages: Mapping[str, Path]) -> bytes:
    """Return what an index must begin with: all that it was made from, the engine itself included."""
    folders = {"": Path(__file__).parent, **packages}
    return repr((sys.version, [(name, *files(folder)) for name, folder in folders.items()])).encode()


def kept(path: Path, stamp: bytes) -> list[Sleeper] | None:
    """Return the rules of the index that is kept under a stamp, if one is and can be read."""
    try:
        found, total, entries = path.read_bytes().split(b"\0", 2)
    except (OSError, ValueError):
        return None
    if found != stamp or total != checksum(entries):
        return None
    return [Sleeper(e["id"], Path(e["file"]), e["package"], e) for e in marshal.loads(entries)]


def checksum(data: bytes) -> bytes:
    """Return what tells whether data are whole."""
    return b"%08x" % zlib.crc32(data)


def entry(rule: Rule, packages: Mapping[str, Path]) -> dict[str, Any]:
    """Return what is kept of a rule."""
    traits = {
        trait: value if isinstance(value := getattr(rule, trait), bool | str) else list(value)
        for trait in TRAITS
    }
    assert rule.file is not None
    package = next(name for name, folder in packages.items() if rule.file.is_relative_to(folder))
    own = {"id": rule.id, "file": str(rule.file), "package": package}
    values = {"severity": rule.severity.value, "sees": rule.sees.value}
    try:
        kept = marshal.dumps(rule.keeps(), PLAIN)
    except ValueError:
        raise UserError(f"{rule.file}: what the rule keeps is not made of plain data") from None
    return {**own, **traits, **values, "waking": waking(rule).plain(), "kept": kept}


def files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield each file below a folder of rules, with the time of its last change and its size.

    What is hidden is left out, as are links that lead nowhere or round in a circle.
    """
    waiting = [str(folder)]
    while waiting:
        for found in entries_of(waiting.pop()):
            with contextlib.suppress(OSError):
                if not found.is_dir():
                    status = found.stat()
                    yield found.path, status.st_mtime_ns, status.st_size
                elif found.name != "__pycache__":
                    waiting.append(found.path)


def entries_of(folder: str) -> list[os.DirEntry[str]]:
    """Return what is in a folder and not hidden, in the order of the names."""
    with os.scandir(folder) as entries:
        return sorted((e for e in entries if not e.name.startswith(".")), key=lambda entry: entry.name)
