"""The user's settings: one table, read once, frozen.

They stand in ``[tool.scribal]`` of ``pyproject.toml`` or at the top of
``scribal.toml``; for each file the nearest such table above it holds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scribal import values
from scribal.error import UserError, nearest
from scribal.finding import Severity
from scribal.values import Allowance, Override, Value

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILES = ("scribal.toml", ".scribal.toml", "pyproject.toml")
"""Where settings are looked for in a folder, the first that has them."""


def setting(value: Value, default: Any, about: str) -> Any:
    """Return the field of a setting: how it is read, its default, and what it means."""
    metadata = {"value": value, "about": about}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True)
class Settings:
    """What holds for a file.  The name of a key has hyphens where the field has underscores."""

    select: tuple[str, ...] | None = setting(
        values.names, None, "Rules and families to run instead of the default ones."
    )
    extend_select: tuple[str, ...] = setting(values.names, (), "Rules and families to run besides.")
    ignore: tuple[str, ...] = setting(values.names, (), "Rules and families not to run.")
    preview: bool = setting(values.flag, False, "Run preview rules too.")
    severity: Mapping[str, Severity] = setting(values.severities, {}, "The severity of rules and families.")
    rules: Mapping[str, Mapping[str, Any]] = setting(values.tables, {}, "The options of rules, by id.")
    per_path: tuple[Override, ...] = setting(values.overrides, (), "What holds for some paths only.")
    exclude: tuple[str, ...] = setting(values.names, (), "Paths to leave out, as in .gitignore.")
    force_exclude: bool = setting(values.flag, False, "Leave excluded paths out even when they are named.")
    respect_gitignore: bool = setting(values.flag, True, "Leave out what git ignores, in folders.")
    language: str | None = setting(values.phrase, None, "The language of the texts, as a BCP 47 tag.")
    language_from_path: str | None = setting(
        values.phrase, None, "A path pattern with {lang}, such as docs/{lang}/**."
    )
    fail_on: Severity = setting(
        values.severity, Severity.WARNING, "The least severity that makes the exit code 1."
    )
    extend_safe_fixes: tuple[str, ...] = setting(values.names, (), "Rules whose unsafe fixes count as safe.")
    extend_unsafe_fixes: tuple[str, ...] = setting(
        values.names, (), "Rules whose safe fixes count as unsafe."
    )
    lines: str = setting(
        values.choice("auto", "paragraph", "wrapped"), "auto", "What a line of plain text is."
    )
    front_matter: tuple[str, ...] = setting(values.names, (), "Keys of front matter whose values are read.")
    rule_paths: tuple[Path, ...] = setting(values.paths, (), "Folders with rules of your own.")
    words: tuple[str, ...] = setting(values.names, (), "Names that no rule may doubt.")
    allow: tuple[Allowance, ...] = setting(values.allowances, (), "Findings that are all right.")
    encoding: str | None = setting(values.phrase, None, "The encoding of the files, if not UTF-8.")
    text_field: str = setting(values.phrase, "text", "The field of a record that holds its text.")
    id_field: str = setting(values.phrase, "id", "The field of a record that holds its id.")
    language_field: str = setting(values.phrase, "language", "The field of a record that holds its language.")
    baseline: Path | None = setting(values.path, None, "A list of findings about which to be quiet.")
    jobs: int = setting(values.number, 0, "How many processes; 0: as many as are useful.")
    root: Path = Path()
    """The folder that the patterns are relative to."""
    origin: Path | None = None
    """The file that they were read from."""

    @property
    def key(self) -> str:
        """What tells these settings from others."""
        return repr(self)

    def override(self, said: Mapping[str, Any]) -> Settings:
        """Return the settings with those of the command line, which speak louder."""
        plus = {
            name: (*getattr(self, name), *said[name])
            for name in ("extend_select", "ignore", "exclude")
            if name in said
        }
        given = {**said, **plus}
        if "select" in said:  # what is selected by hand replaces the file's additions as well
            given["extend_select"] = said.get("extend_select", ())
        if "fail_on" in said:
            given["fail_on"] = Severity(said["fail_on"])
        return replace(self, **given)

    def for_path(self, path: Path) -> Settings:
        """Return what holds for one path: these settings with their ``per-path`` tables."""
        settings = self
        for override, patterns in zip(self.per_path, self._patterns, strict=True):
            if patterns.match_file(self.relative(path)):
                settings = replace(
                    settings,
                    select=settings.select if override.select is None else override.select,
                    extend_select=(*settings.extend_select, *override.extend_select),
                    ignore=(*settings.ignore, *override.ignore),
                    severity={**settings.severity, **override.severity},
                    language=override.language or settings.language,
                )
        return settings

    @cached_property
    def _patterns(self) -> list[GitIgnoreSpec]:
        from pathspec import GitIgnoreSpec

        return [GitIgnoreSpec.from_lines(override.paths) for override in self.per_path]

    @cached_property
    def _language_pattern(self) -> Any:
        import regex

        if self.language_from_path is None or "{lang}" not in self.language_from_path:
            return None
        parts = regex.split(r"(\{lang\}|\*\*/?|\*)", self.language_from_path)
        forms = {
            "{lang}": r"(?P<lang>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)",
            "**": ".*",
            "**/": "(?:.*/)?",
            "*": "[^/]*",
        }
        return regex.compile("".join(forms.get(part, regex.escape(part)) for part in parts))

    def language_of(self, path: Path) -> str | None:
        """Return the language that the settings give a path, by its own pattern first."""
        found = self._language_pattern and self._language_pattern.fullmatch(self.relative(path))
        return found["lang"].replace("_", "-") if found else self.language

    def relative(self, path: Path) -> str:
        """Return a path below the root, with slashes."""
        absolute, root = path.absolute(), self.root.absolute()
        return (absolute.relative_to(root) if absolute.is_relative_to(root) else absolute).as_posix()


def settings_for(path: Path, config: Path | None = None) -> Settings:
    """Return the settings that hold for a file: those of ``config``, or the nearest above it.

    Raises :class:`UserError`, with file and key, for what cannot be read.
    """
    if config is not None:
        return read_settings(config)
    return _nearest(path.absolute().parent)


@cache
def _nearest(folder: Path) -> Settings:
    for name in FILES:
        file = folder / name
        if file.is_file() and (table := table_of(file)) is not None:
            return settings_from(table, file)
    return Settings() if folder.parent == folder else _nearest(folder.parent)


def read_settings(file: Path) -> Settings:
    """Return the settings in a file.  Raises :class:`UserError` if it has none."""
    table = table_of(file)
    if table is None:
        raise UserError(f"{file}: has no [tool.scribal]")
    return settings_from(table, file)


def table_of(file: Path) -> dict[str, Any] | None:
    """Return the table of settings in a file; None for a ``pyproject.toml`` that has none."""
    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(f"{file}: {error}") from None
    if file.name != "pyproject.toml":
        return data
    table: dict[str, Any] | None = data.get("tool", {}).get("scribal")
    return table


def settings_from(table: Mapping[str, Any], file: Path, seen: tuple[Path, ...] = ()) -> Settings:
    """Return the settings that a table holds, on top of those that it extends."""
    file = file.resolve()
    if file in seen:
        raise UserError(f"{file}: “extend” goes round in a circle")
    given = dict(table)
    start = Settings()
    if "extend" in given:
        other = file.parent / values.phrase.read(given.pop("extend"), f"{file}: “extend”", file.parent)
        start = settings_from(table_of(other) or {}, other, (*seen, file))
    known = {f.name.replace("_", "-"): f for f in fields(Settings) if f.metadata}
    read: dict[str, Any] = {}
    for key, value in given.items():
        if key not in known:
            raise UserError(f"{file}: unknown key “{key}”{nearest(key, [*known, 'extend'])}")
        reader: Value = known[key].metadata["value"]
        read[known[key].name] = reader.read(value, f"{file}: “{key}”", file.parent)
    return replace(start, **read, root=file.parent, origin=file)
