"""What was measured of a rule: how much text was read, and how many of its hits there were right.

The rows stand beside the rules, in ``_quality.toml`` of each family's folder,
so that they travel with the package, one's own packages of rules included::

    [doubled-word]
    words = 1_204_113
    languages = ["de", "en"]
    hits = 14
    true = 12
    false = 2
    date = 2026-03-01
    sets = ["clean_en", "clean_multi"]
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path
from typing import Any

from scribal import values
from scribal.error import UserError
from scribal.rule import Rule
from scribal.values import Value, setting

FILE = "_quality.toml"
"""Where the rows of a family stand, in its folder."""


def _day(value: Any, place: str, folder: Path) -> Date:
    return value if type(value) is Date else values.wrong(place, "a date")


_DAY = Value(_day, {"type": "string", "format": "date"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is known of one rule; every hit was read by somebody."""

    words: int = setting(values.number, "How many words of edited text the rule has seen.")
    languages: tuple[str, ...] = setting(values.names, "The primary language subtags of that text.")
    hits: int = setting(values.number, "How much the rule found there.")
    true: int = setting(values.number, "How many hits point at a fault that the editors had missed.")
    false: int = setting(values.number, "How many hits point at text that is right.")
    date: Date = setting(_DAY, "When the hits were read.")
    sets: tuple[str, ...] = setting(values.names, "The names of the sets of texts.")
    note: str = setting(values.phrase, "What the hits were, where the numbers need a word.", "")

    def __post_init__(self) -> None:
        if self.hits != self.true + self.false:
            raise ValueError(f"{self.hits} hits are not {self.true} true and {self.false} false ones")

    @property
    def summary(self) -> str:
        """One line for a rule's page."""
        tongues = languages_of(self)
        note = f" ({self.note})" if self.note else ""
        return (
            f"{self.hits:,} hits in {self.words:,} words of edited text in {tongues}, "
            f"{self.true:,} right and {self.false:,} wrong, read on {self.date}{note}"
        )


def languages_of(row: Row, most: int = 6) -> str:
    """Return the languages of a row, or their number where they are many."""
    return ", ".join(row.languages) if len(row.languages) <= most else f"{len(row.languages)} languages"


def row(rule: Rule) -> Row | None:
    """Return what was measured of a rule, None where nothing was.

    Raises :class:`UserError`, with file and key, for a table that cannot be read.
    """
    if rule.file is None:
        return None
    folder = rule.file.parent
    family = folder.parent if rule.file.stem == "rule" else folder
    return rows(family).get(rule.id.partition("/")[2])


def rows(family: Path) -> dict[str, Row]:
    """Return the rows of a family, given its folder, by the names of its rules.

    Raises :class:`UserError`, with file and key, for a table that cannot be read.
    """
    file = family / FILE
    if not file.is_file():
        return {}
    try:
        tables = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UserError(f"{file}: {error}") from None
    return {name: _row(table, f"{file}: “{name}”", family) for name, table in tables.items()}


def _row(table: Any, place: str, folder: Path) -> Row:
    read = values.read_table(Row, table, place, folder)
    try:
        return Row(**read)
    except ValueError as error:
        raise UserError(f"{place}: {error}") from None
