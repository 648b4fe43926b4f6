"""Which packages of rules are installed: those behind the ``scribal.rules`` entry points.

To import ``importlib.metadata`` takes longer than to lint a small file, so the
entry points are read from the folders of ``sys.path``, as it would read them;
where something other than folders is to be searched, it is asked after all.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.machinery import PathFinder
from pathlib import Path
from typing import NamedTuple

from scribal.error import UserError

GROUP = "scribal.rules"
"""The entry-point group under which a distribution names its package of rules."""


class Plugin(NamedTuple):
    """An installed package of rules."""

    package: str
    where: str
    """What to name in an error: the file, or the distribution, that names the package."""


def plugins() -> list[Plugin]:
    """Return the installed packages of rules, each once, in the order of their names."""
    found = in_folders() if only_folders() else by_importlib()
    return sorted({plugin.package: plugin for plugin in found}.values())


def only_folders() -> bool:
    """Return whether all that is installed lies in folders, and only Python itself looks for it."""
    finders = [finder for finder in sys.meta_path if finder is not PathFinder]
    return not any(hasattr(finder, "find_distributions") for finder in finders) and not any(
        path.endswith(".egg") or Path(path).is_file() for path in sys.path
    )


def by_importlib() -> Iterator[Plugin]:
    """Yield what ``importlib.metadata`` finds."""
    from importlib.metadata import entry_points

    for point in entry_points(group=GROUP):
        yield Plugin(point.module, point.dist.name if point.dist else point.name)


def in_folders() -> Iterator[Plugin]:
    """Yield what the folders of ``sys.path`` hold; of two copies of a distribution the first counts."""
    seen: set[str] = set()
    for folder in dict.fromkeys(sys.path):
        for name in names_in(folder or "."):
            distribution = name.partition("-")[0].lower().replace(".", "_")
            if name.endswith((".dist-info", ".egg-info")) and distribution not in seen:
                seen.add(distribution)
                yield from named_in(Path(folder or ".", name, "entry_points.txt"))


def names_in(folder: str) -> list[str]:
    """Return the names of what is in a folder, none if there is no such folder."""
    try:
        return os.listdir(folder)  # noqa: PTH208 (names will do, and are quicker)
    except OSError:
        return []


def named_in(file: Path) -> Iterator[Plugin]:
    """Yield the packages of rules that a file of entry points names."""
    try:
        text = file.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, ValueError) as error:
        raise UserError(f"{file}: {error}") from None
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            section = line.strip("[]")
        elif section == GROUP and "=" in line and not line.startswith("#"):
            value = line.partition("=")[2].partition("[")[0].partition(":")[0]
            yield Plugin(value.strip(), str(file))
