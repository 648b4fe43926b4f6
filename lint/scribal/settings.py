"""The user's settings: one table, read once, frozen.

They stand in ``[tool.scribal]`` of ``pyproject.toml`` or at the top of
``scribal.toml``; for each file the nearest such table above it holds.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scribal import values
from scribal.finding import Severity
from scribal.path_language import language_named
from scribal.read.fields import LONGEST
from scribal.values import setting

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Override:
    """A table ``[[tool.scribal.per-path]]``: what holds for some paths only."""

    paths: tuple[str, ...] = setting(values.patterns, "The paths, as in .gitignore.")
    select: tuple[str, ...] | None = setting(
        values.names, "Rules and families to run there instead of all others.", None
    )
    extend_select: tuple[str, ...] = setting(values.names, "Rules and families to run there besides.", ())
    ignore: tuple[str, ...] = setting(values.names, "Rules and families not to run there.", ())
    severity: Mapping[str, Severity] = setting(values.severities, "The severity of rules and families.", {})
    language: str | None = setting(values.language, "The language of these texts, as a BCP 47 tag.", None)


@dataclass(frozen=True, slots=True)
class Allowance:
    """A table ``[[tool.scribal.allow]]``: findings that are all right, told by words and not by lines."""

    path: str | None = setting(values.pattern, "A path pattern as in .gitignore.", None)
    rule: str | None = setting(values.phrase, "A rule, a family, or “all”.", None)
    text: str | None = setting(values.phrase, "Words that the finding, or its line, holds.", None)
    record: str | None = setting(values.phrase, "The id of a record.", None)
    reason: str | None = setting(values.phrase, "Why it is all right.", None)

    def __post_init__(self) -> None:
        if (self.path, self.rule, self.text, self.record) == (None, None, None, None):
            raise ValueError("one of “path”, “rule”, “text” and “record” must be said")


@dataclass(frozen=True, slots=True)
class LanguageTool:
    """The table ``[tool.scribal.languagetool]``: where LanguageTool is, and which of its rules speak."""

    url: str | None = setting(values.phrase, "The address of a server that runs.", None)
    folder: Path | None = setting(values.path, "The folder of languagetool-server.jar.", None)
    variants: tuple[str, ...] = setting(
        values.names, "The regions of texts that say only their language, such as en-GB.", ()
    )
    select: tuple[str, ...] = setting(values.names, "Ids of LanguageTool’s own rules: only these speak.", ())
    ignore: tuple[str, ...] = setting(values.names, "Ids of LanguageTool’s own rules that do not speak.", ())

    @property
    def place(self) -> LanguageTool:
        """The settings that say where it is, without the others: one server does for all that share them."""
        return LanguageTool(self.url, self.folder)


@dataclass(frozen=True)
class Settings:
    """What holds for a file.  The name of a key has hyphens where the field has underscores."""

    extend: Path | None = setting(values.path, "A file whose settings hold where this one is silent.", None)
    select: tuple[str, ...] | None = setting(
        values.names, "Rules and families to run instead of the default ones.", None
    )
    extend_select: tuple[str, ...] = setting(values.names, "Rules and families to run besides.", ())
    ignore: tuple[str, ...] = setting(values.names, "Rules and families not to run.", ())
    preview: bool = setting(values.flag, "Run preview rules too.", False)
    severity: Mapping[str, Severity] = setting(values.severities, "The severity of rules and families.", {})
    rules: Mapping[str, Mapping[str, Any]] = setting(values.tables, "The options of rules, by id.", {})
    per_path: tuple[Override, ...] = setting(
        values.tables_of(Override), "What holds for some paths only; the last table that speaks wins.", ()
    )
    exclude: tuple[str, ...] = setting(values.patterns, "Paths to leave out, as in .gitignore.", ())
    extend_exclude: tuple[str, ...] = setting(values.patterns, "Paths to leave out besides.", ())
    force_exclude: bool = setting(values.flag, "Leave excluded paths out even when they are named.", False)
    respect_gitignore: bool = setting(values.flag, "Leave out what git ignores, in folders.", True)
    language: str | None = setting(values.language, "The language of the texts, as a BCP 47 tag.", None)
    language_from_path: str | None = setting(
        values.language_path, "A path pattern with {lang}, such as docs/{lang}/**.", None
    )
    fail_on: Severity = setting(
        values.severity, "The least severity that makes the exit code 1.", Severity.WARNING
    )
    extend_safe_fixes: tuple[str, ...] = setting(values.names, "Rules whose unsafe fixes count as safe.", ())
    extend_unsafe_fixes: tuple[str, ...] = setting(
        values.names, "Rules whose safe fixes count as unsafe.", ()
    )
    lines: str = setting(
        values.choice("auto", "paragraph", "wrapped"), "What a line of plain text is.", "auto"
    )
    front_matter: tuple[str, ...] = setting(values.names, "Keys of front matter whose values are read.", ())
    rule_paths: tuple[Path, ...] = setting(values.paths, "Folders with rules of your own.", ())
    words: tuple[str, ...] = setting(values.names, "Names that no rule may doubt.", ())
    allow: tuple[Allowance, ...] = setting(values.tables_of(Allowance), "Findings that are all right.", ())
    encoding: str | None = setting(values.encoding, "The encoding of the files, if not UTF-8.", None)
    text_field: str = setting(values.phrase, "The field of a record that holds its text.", "text")
    id_field: str = setting(values.phrase, "The field of a record that holds its id.", "id")
    language_field: str = setting(values.phrase, "The field of a record that holds its language.", "language")
    url_field: str = setting(values.phrase, "The field of a record that holds its address.", "url")
    longest_text: int = setting(values.number, "How many characters a record’s text may have.", LONGEST)
    extract: str = setting(
        values.choice("none", "resiliparse", "trafilatura"),
        "The library that takes the text out of HTML records; none: they are read as HTML.",
        "none",
    )
    baseline: Path | None = setting(values.path, "A list of findings about which to be quiet.", None)
    gate: Mapping[str, str] = setting(
        values.phrases, "How much a corpus may have of a rule, a family or “all”, such as “1 %”.", {}
    )
    languagetool: LanguageTool = setting(
        values.table_of(LanguageTool), "Where LanguageTool is, and which of its rules speak.", LanguageTool()
    )
    jobs: int = setting(values.number, "How many processes; 0: as many as are useful.", 0)
    root: Path = Path()
    """The folder that patterns are relative to."""
    origins: tuple[Path, ...] = ()
    """The file that they were read from, after those that it extends."""
    spoken: Override = Override(paths=())
    """What the command line says of rules and language, louder than the tables of any path."""

    @property
    def origin(self) -> Path | None:
        """The file that they were read from."""
        return self.origins[-1] if self.origins else None

    @property
    def where(self) -> str:
        """The files that a mistake in the settings may stand in."""
        return " or ".join(map(str, self.origins)) or "the settings"

    @property
    def excluded(self) -> tuple[str, ...]:
        """All patterns of paths to leave out."""
        return (*self.exclude, *self.extend_exclude)

    @property
    def key(self) -> str:
        """What tells the rules that are on, and what is hushed, from those of other settings."""
        return repr([getattr(self, name) for name in _ABOUT_RULES])

    def override(self, said: Mapping[str, Any]) -> Settings:
        """Return the settings with those of the command line, by field, which speak louder.

        ``exclude`` adds to what the file says.  Raises :class:`UserError` for a
        value that cannot be read.
        """
        known = {field.name: (key, field) for key, field in values.settable(Settings).items()}
        given: dict[str, Any] = {}
        for name, value in said.items():
            key, field = known[name]
            given[name] = field.metadata["value"].read(_plain(value), f"--{key}", Path())
        if "exclude" in given:
            given["exclude"] = (*self.exclude, *given["exclude"])
        loud = {field: given.pop(field) for field in _LOUD & given.keys()}
        spoken = Override(paths=(), **loud)
        return replace(self, **given, spoken=spoken).under(spoken)

    def for_path(self, path: Path) -> Settings:
        """Return what holds for one path: its language, and what the ``per-path`` tables say of it."""
        place = self.relative(path)
        settings = self
        if self.language_from_path and (named := language_named(place, self.language_from_path)):
            settings = replace(settings, language=named)
        for table, patterns in zip(self.per_path, self._patterns, strict=True):
            if patterns.match_file(place):
                settings = settings.under(table)
        return settings.under(self.spoken)

    def under(self, table: Override) -> Settings:
        """Return the settings with what a table says louder than they do.

        Its ``select`` begins anew; a rule that it selects by the very name that
        these settings ignore is no longer ignored.
        """
        if table == _SILENT:
            return self
        named = {*(table.select or ()), *table.extend_select}
        ignored = (name for name in self.ignore if name not in named)
        besides = self.extend_select if table.select is None else ()
        return replace(
            self,
            select=self.select if table.select is None else table.select,
            extend_select=tuple(dict.fromkeys((*besides, *table.extend_select))),
            ignore=tuple(dict.fromkeys((*ignored, *table.ignore))),
            severity={**self.severity, **table.severity},
            language=table.language or self.language,
        )

    @cached_property
    def _patterns(self) -> list[GitIgnoreSpec]:
        if not self.per_path:
            return []
        from pathspec import GitIgnoreSpec  # slow to import

        return [GitIgnoreSpec.from_lines(table.paths) for table in self.per_path]

    def relative(self, path: Path) -> str:
        """Return a path below the root, with slashes; one elsewhere is absolute."""
        whole, root = absolute(path), absolute(self.root)
        return (whole.relative_to(root) if whole.is_relative_to(root) else whole).as_posix()


_SILENT = Override(paths=())

_LOUD = {"select", "extend_select", "ignore", "language"}
"""What the command line can say louder than the tables of any path."""

_ABOUT_RULES = (
    *("select", "extend_select", "ignore", "preview", "severity", "rules", "rule_paths"),
    *("extend_safe_fixes", "extend_unsafe_fixes", "words", "allow", "origins", "spoken", "root"),
)
"""The settings on which the rules that are on, and what is hushed, depend."""


def absolute(path: Path) -> Path:
    """Return a path from the root of the file system, without ``..``, its links not followed."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (resolve follows links)


def _plain(value: Any) -> Any:
    """Return a value of the command line as a settings file would have it."""
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, Path) else value
