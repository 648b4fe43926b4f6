"""What the command line asks of ``check``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SETTINGS = (
    "select",
    "extend_select",
    "ignore",
    "preview",
    "language",
    "fail_on",
    "exclude",
    "force_exclude",
    "respect_gitignore",
    "encoding",
    "lines",
    "text_field",
    "id_field",
    "language_field",
    "url_field",
    "extract",
    "baseline",
    "jobs",
)
"""The options that speak louder than a settings file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The options of ``check``; None where nothing was said."""

    paths: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool | None = None
    language: str | None = None
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    output_format: str = "text"
    output_file: Path | None = None
    color: str = "auto"
    statistics: bool = False
    max_per_rule: int | None = None
    exit_zero: bool = False
    fail_on: str | None = None
    config: Path | None = None
    isolated: bool = False
    exclude: tuple[str, ...] = ()
    force_exclude: bool | None = None
    respect_gitignore: bool | None = None
    stdin_filename: Path | None = None
    encoding: str | None = None
    lines: str | None = None
    text_field: str | None = None
    id_field: str | None = None
    language_field: str | None = None
    url_field: str | None = None
    extract: str | None = None
    input_format: str | None = None
    media: str | None = None
    profile: str = "repository"
    """What texts are part of that are no records: a ``repository`` or a ``corpus``."""
    by: tuple[str, ...] = ()
    """Fields of records that are wanted besides their text, id, language and address."""
    baseline: Path | None = None
    add_baseline: bool = False
    jobs: int | None = None
    show_view: bool = False
    quiet: bool = False

    @property
    def overrides(self) -> Mapping[str, Any]:
        """The settings that the command line gives, by their names."""
        said = {name: getattr(self, name) for name in SETTINGS}
        return {name: value for name, value in said.items() if value not in (None, ())}
