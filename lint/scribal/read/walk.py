"""From paths that the user named to files, in a fixed order, each once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from glob import glob, has_magic
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from scribal.error import UserError
from scribal.read import remote
from scribal.read.file import unreadable
from scribal.read.ignore import GITIGNORE, NEVER, Ignore, ignored, inherited, within
from scribal.read.record import Fault


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which files of a folder are read, and which not even by name."""

    suffixes: tuple[str, ...]
    """How the names of files end that are read when they are not named, in lower case."""
    exclude: tuple[str, ...] = ()
    """Patterns as in ``.gitignore``, for paths below ``root``."""
    root: Path = Path()
    gitignore: bool = True
    """Whether what git ignores is left out of folders."""
    force_exclude: bool = False
    """Whether what is excluded is left out even if the user named it."""


class Folder(NamedTuple):
    """A folder that is still to be read."""

    path: Path
    place: str
    """Its real path."""
    git: tuple[Ignore, ...]
    excludes: tuple[Ignore, ...]


def walk(paths: Sequence[Path], wanted: Wanted) -> Iterator[Path | Fault]:
    """Return the files that ``paths`` stand for; folders in the order of their names, no file twice.

    A link to a folder is followed only where the user named it.  Raises
    :class:`UserError`, before anything is yielded, for a path that does not
    exist and for a pattern that cannot be read.
    """
    for path in paths:
        if remote.address_of(path) or is_pattern(path):
            continue
        try:
            path.stat()
        except OSError as error:
            raise UserError(f"{path}: {error.strerror}") from None
    return each_once(named(paths, wanted, excludes(wanted)))


def excludes(wanted: Wanted) -> tuple[Ignore, ...]:
    """Return the user's own patterns."""
    try:
        return (Ignore.parse(real(wanted.root), wanted.exclude),) if wanted.exclude else ()
    except ValueError as error:
        raise UserError(f"exclude: {error}") from None


def named(paths: Sequence[Path], wanted: Wanted, excluded: tuple[Ignore, ...]) -> Iterator[Path | Fault]:
    """Yield the files that the user named, and those below the folders that the user named."""
    for path in chain.from_iterable(map(spelled_out, paths)):
        if remote.address_of(path):
            yield path
            continue
        place, folder = real(path), path.is_dir()
        if wanted.force_exclude and barred(place, folder, real(wanted.root), excluded):
            continue
        if not folder:
            yield path
            continue
        git = inherited(place) if wanted.gitignore else ()
        lists = (tuple(ignore.without(f"{place}/") for ignore in ignores) for ignores in (git, excluded))
        yield from below(Folder(path, place, *lists), wanted)


def spelled_out(path: Path) -> Iterator[Path]:
    """Yield what a pattern or an address stands for; any other path as it is.

    Raises :class:`UserError` where that is nothing.
    """
    if remote.address_of(path):
        yield from remote.members(path)
    elif is_pattern(path):
        found = sorted(glob(str(path), recursive=True))  # noqa: PTH207 (it may be absolute)
        if not found:
            raise UserError(f"{path}: there is no such file")
        yield from map(Path, found)
    else:
        yield path


def is_pattern(path: Path) -> bool:
    """Return whether a path is a pattern with ``*``, ``?`` or ``[…]`` rather than the name of a file."""
    return has_magic(str(path)) and not os.path.lexists(path)


def below(top: Folder, wanted: Wanted) -> Iterator[Path | Fault]:
    """Yield the files below a folder; a stack, as folders can be deeper than Python's."""
    stack: list[Folder | Path] = [top]
    while stack:
        item = stack.pop()
        if isinstance(item, Path):
            yield item
            continue
        try:
            stack += reversed(list(inside(item, wanted)))
        except OSError as error:
            yield unreadable(item.path, error)


def inside(folder: Folder, wanted: Wanted) -> Iterator[Folder | Path]:
    """Yield what is read of the things in a folder, in the order of their names."""
    with os.scandir(folder.path) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    own = Ignore.read(folder.place, folder.path / GITIGNORE) if wanted.gitignore else None
    git = (*folder.git, own) if own else folder.git
    for entry in entries:
        path, place = folder.path / entry.name, f"{folder.place.rstrip('/')}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in NEVER and not left_out(f"{place}/", git, folder.excludes):
                yield Folder(path, place, git, folder.excludes)
        elif readable(path, wanted.suffixes) and not left_out(place, git, folder.excludes):
            yield path


def readable(path: Path, suffixes: tuple[str, ...]) -> bool:
    """Return whether a path has one of the suffixes and is a file; a link that leads nowhere is none."""
    return path.name.lower().endswith(suffixes) and os.path.isfile(path)  # noqa: PTH113 (Path's raises)


def left_out(place: str, git: Sequence[Ignore], excluded: Sequence[Ignore]) -> bool:
    return ignored(place, git) or ignored(place, excluded)


def barred(place: str, folder: bool, root: str, excluded: Sequence[Ignore]) -> bool:
    """Return whether a path below the root is excluded although the user named it."""
    path = within(place, root)
    if path is None:
        return False
    folders = path.split("/") if folder else path.split("/")[:-1]
    return not NEVER.isdisjoint(folders) or ignored(f"{place}/" if folder else place, excluded)


def each_once(files: Iterator[Path | Fault]) -> Iterator[Path | Fault]:
    """Yield each file once, by whichever path it is met first."""
    seen: set[str] = set()
    for file in files:
        place = real(file) if isinstance(file, Path) and not remote.address_of(file) else None
        if place is None or place not in seen:
            yield file
        if place is not None:
            seen.add(place)


def real(path: Path) -> str:
    """Return the path with every link followed, with slashes."""
    return Path(os.path.realpath(path)).as_posix()
