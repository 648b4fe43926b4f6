"""Which paths are left out: patterns as in ``.gitignore``, each list speaking for one folder.

Paths are absolute, real and with slashes, so that lists of several folders
can judge them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

GITIGNORE = ".gitignore"

NEVER = frozenset({
    ".bzr", ".cache", ".direnv", ".eggs", ".git", ".hg", ".hypothesis", ".ipynb_checkpoints", ".jj",
    ".mypy_cache", ".nox", ".pytest_cache", ".ruff_cache", ".svn", ".tox", ".venv", "__pycache__",
    "bower_components", "node_modules", "site-packages", "venv",
})  # fmt: skip
"""Names of folders that hold nothing that anybody wrote by hand."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """The patterns that a folder has for what is below it."""

    folder: str
    spec: GitIgnoreSpec

    @classmethod
    def parse(cls, folder: str, lines: Iterable[str]) -> Self:
        """Return the patterns of a folder; raises :class:`ValueError` for one that git does not know."""
        from pathspec import GitIgnoreSpec  # 60 ms: only where there are patterns

        return cls(folder, GitIgnoreSpec.from_lines(lines))

    @classmethod
    def read(cls, folder: str, path: Path) -> Self | None:
        """Return the patterns in a file, if it is there; like git, pass over broken ones."""
        try:
            lines = path.read_text(encoding="utf-8-sig", errors="surrogateescape").split("\n")
        except OSError:
            return None
        return cls.parse(folder, filter(sound, lines))

    def verdict(self, path: str) -> bool | None:
        """Return whether ``path`` is left out, None if no pattern speaks of it; a folder ends in a slash."""
        below = within(path, self.folder)
        return None if below is None else self.spec.check_file(below).include

    def without(self, path: str) -> Self:
        """Return the patterns that do not speak of ``path``, which the user asked for by name."""
        below = within(path, self.folder)
        if below is None:
            return self
        kept = [pattern for pattern in self.spec.patterns if pattern.match_file(below) is None]
        return type(self)(self.folder, type(self.spec)(kept))


def within(path: str, folder: str) -> str | None:
    """Return the path as seen from a folder that it is below, else None."""
    above = f"{folder.rstrip('/')}/"
    return path[len(above) :] if path.startswith(above) else None


def sound(line: str) -> bool:
    """Return whether a line is a pattern that can be read."""
    try:
        Ignore.parse("/", [line])
    except ValueError:
        return False
    return True


def ignored(path: str, ignores: Sequence[Ignore]) -> bool:
    """Return whether a path is left out: the last list that speaks of it decides."""
    verdicts = (ignore.verdict(path) for ignore in reversed(ignores))
    return next((verdict for verdict in verdicts if verdict is not None), False)


def inherited(folder: str) -> list[Ignore]:
    """Return the patterns of git that hold in a folder from above, outermost first, its own left out.

    Outside a repository none do.
    """
    chain = [Path(folder), *Path(folder).parents]
    for place, home in enumerate(chain):
        if (home / ".git").exists():
            files = [(home, home / ".git" / "info" / "exclude")]
            files += [(parent, parent / GITIGNORE) for parent in reversed(chain[1 : place + 1])]
            found = (Ignore.read(parent.as_posix(), path) for parent, path in files)
            return [ignore for ignore in found if ignore]
    return []
