"""From files to settings: where they are looked for, and what they extend."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from scribal import values
from scribal.error import UserError
from scribal.settings import Override, Settings, absolute

FILES = ("scribal.toml", ".scribal.toml", "pyproject.toml")
"""Where settings are looked for in a folder, the first that has them."""


def settings_for(path: Path, config: Path | None = None) -> Settings:
    """Return the settings that hold for a file: those of ``config``, or the nearest above it.

    Patterns are relative to the folder of the settings; those of ``config`` to
    the current one, since it may lie anywhere.  Raises :class:`UserError`, with
    file and key, for what cannot be read.
    """
    if config is not None:
        return replace(read_settings(absolute(config)), root=Path.cwd())
    return _nearest(absolute(path).parent)


@cache
def _nearest(folder: Path) -> Settings:
    for name in FILES:
        file = folder / name
        if file.is_file() and (table := table_of(file)) is not None:
            return settings_from(table, file)
    return Settings() if folder.parent == folder else _nearest(folder.parent)


@cache
def read_settings(file: Path) -> Settings:
    """Return the settings in a file.  Raises :class:`UserError` if it has none."""
    table = table_of(file)
    if table is None:
        raise UserError(f"{file}: there is no [tool.scribal] in it")
    return settings_from(table, file)


def table_of(file: Path) -> dict[str, Any] | None:
    """Return the table of settings in a file; None for a ``pyproject.toml`` that has none."""
    try:
        data = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise UserError(f"{file}: {error.strerror}") from None
    except ValueError as error:
        raise UserError(f"{file}: {error}") from None
    if file.name != "pyproject.toml":
        return data
    tools = values.table_in(data.get("tool", {}), f"{file}: “tool”")
    return values.table_in(tools["scribal"], f"{file}: “tool.scribal”") if "scribal" in tools else None


def settings_from(table: Mapping[str, Any], file: Path, above: tuple[Path, ...] = ()) -> Settings:
    """Return the settings that a table holds, on top of those that it extends.

    ``above`` are the files that led to this one by their ``extend``.
    """
    if file.resolve() in above:
        raise UserError(f"{file}: “extend” goes round in a circle")
    said = values.read_table(Settings, table, str(file), file.parent)
    start = Settings()
    if "extend" in said:
        start = extended(said["extend"], file, above)
    choice = {name: said.pop(name) for name in ("select", "extend_select", "ignore") if name in said}
    merged = {name: joined(name, getattr(start, name), value) for name, value in said.items()}
    settings = start.under(Override(paths=(), **choice))
    return replace(settings, **merged, root=file.parent, origins=(*start.origins, file))


def extended(other: Path, file: Path, above: tuple[Path, ...]) -> Settings:
    """Return the settings in a file that another one extends."""
    table = table_of(other)
    if table is None:
        raise UserError(f"{file}: “extend”: there is no [tool.scribal] in {other}")
    return settings_from(table, other, (*above, file.resolve()))


def joined(name: str, old: Any, new: Any) -> Any:
    """Return a setting on top of the one that it extends.

    Lists and tables add up; but ``exclude`` begins anew, as ``select`` does.
    """
    if isinstance(new, Mapping):
        inner = {key: joined(key, old[key], value) if key in old else value for key, value in new.items()}
        return {**old, **inner}
    return (*old, *new) if isinstance(new, tuple) and name != "exclude" else new
