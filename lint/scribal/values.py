"""The values that settings can have: how each is read, and its JSON schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from scribal.error import UserError, nearest
from scribal.finding import Severity


@dataclass(frozen=True, slots=True)
class Value:
    """One kind of value."""

    read: Callable[[Any, str, Path], Any]
    """Takes the value, the place to name in an error, and the folder that paths are relative to."""
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Override:
    """A table ``[[tool.scribal.per-path]]``: what holds for some paths only."""

    paths: tuple[str, ...]
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Allowance:
    """A table ``[[tool.scribal.allow]]``: findings that are all right, told by words and not by lines."""

    path: str | None = None
    """A pattern as in ``.gitignore``."""
    rule: str | None = None
    """A rule, a family, or ``all``."""
    text: str | None = None
    """Words that the finding, or the line it stands in, holds."""
    record: str | None = None
    """The id of a record."""
    reason: str | None = None


def wrong(place: str, wanted: str) -> NoReturn:
    raise UserError(f"{place} must be {wanted}")


def _phrase(value: Any, place: str, folder: Path) -> str:
    return value if isinstance(value, str) else wrong(place, "a string")


def _flag(value: Any, place: str, folder: Path) -> bool:
    return value if isinstance(value, bool) else wrong(place, "true or false")


def _number(value: Any, place: str, folder: Path) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return int(value) if whole else wrong(place, "a whole number, not negative")


def _names(value: Any, place: str, folder: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        wrong(place, "a list of strings")
    return tuple(value)


def _path(value: Any, place: str, folder: Path) -> Path:
    return folder / _phrase(value, place, folder)


def _paths(value: Any, place: str, folder: Path) -> tuple[Path, ...]:
    return tuple(folder / name for name in _names(value, place, folder))


def _severity(value: Any, place: str, folder: Path) -> Severity:
    if value not in list(Severity):
        wrong(place, f"one of {', '.join(Severity)}")
    return Severity(value)


def _table(value: Any, place: str) -> dict[str, Any]:
    return value if isinstance(value, dict) else wrong(place, "a table")


def _severities(value: Any, place: str, folder: Path) -> dict[str, Severity]:
    return {name: _severity(v, f"{place}, “{name}”,", folder) for name, v in _table(value, place).items()}


def _tables(value: Any, place: str, folder: Path) -> dict[str, dict[str, Any]]:
    return {name: _table(inner, f"{place}, “{name}”,") for name, inner in _table(value, place).items()}


phrase = Value(_phrase, {"type": "string"})
flag = Value(_flag, {"type": "boolean"})
number = Value(_number, {"type": "integer", "minimum": 0})
names = Value(_names, {"type": "array", "items": {"type": "string"}})
path = Value(_path, {"type": "string"})
paths = Value(_paths, {"type": "array", "items": {"type": "string"}})
severity = Value(_severity, {"enum": [str(name) for name in Severity]})
severities = Value(_severities, {"type": "object", "additionalProperties": severity.schema})
tables = Value(_tables, {"type": "object", "additionalProperties": {"type": "object"}})


def choice(*choices: str) -> Value:
    """Return the value that is one of some words."""

    def read(value: Any, place: str, folder: Path) -> str:
        return str(value) if value in choices else wrong(place, f"one of {', '.join(choices)}")

    return Value(read, {"enum": list(choices)})


def records(kind: type[Any], keys: Mapping[str, Value], required: tuple[str, ...] = ()) -> Value:
    """Return the value that is a list of tables with these keys, read as a tuple of ``kind``."""

    def read(value: Any, place: str, folder: Path) -> tuple[Any, ...]:
        if not isinstance(value, list):
            wrong(place, "a list of tables")
        return tuple(one(_table(table, place), place, folder) for table in value)

    def one(table: Mapping[str, Any], place: str, folder: Path) -> Any:
        for key in table:
            if key not in keys:
                raise UserError(f"{place} has the unknown key “{key}”{nearest(key, keys)}")
        for key in required:
            if key not in table:
                raise UserError(f"{place} has no “{key}”")
        if not table:
            raise UserError(f"{place} says nothing")
        return kind(
            **{k.replace("-", "_"): keys[k].read(v, f"{place}, “{k}”,", folder) for k, v in table.items()}
        )

    schema = {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {key: value.schema for key, value in keys.items()},
            "required": list(required),
            "additionalProperties": False,
        },
    }
    return Value(read, schema)


overrides = records(
    Override,
    {
        "paths": names,
        "select": names,
        "extend-select": names,
        "ignore": names,
        "severity": severities,
        "language": phrase,
    },
    ("paths",),
)
allowances = records(
    Allowance, {"path": phrase, "rule": phrase, "text": phrase, "record": phrase, "reason": phrase}
)
