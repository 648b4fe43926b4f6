"""The values that settings can have: how each is read, and its JSON schema.

A class whose fields are made with :func:`setting` is a table of settings: what
its keys are, how they are read and what they mean is said there and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from pathlib import Path
from typing import Any, NoReturn

from scribal.error import UserError, nearest
from scribal.finding import Severity

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
"""The form of a BCP 47 tag; an underscore will do for a hyphen."""

LANGUAGE_PATH = re.compile(r"[^{}]*\{lang\}[^{}]*")
"""A path pattern that says where the language stands."""


@dataclass(frozen=True, slots=True)
class Value:
    """One kind of value."""

    read: Callable[[Any, str, Path], Any]
    """Takes the value, the place to name in an error, and the folder that paths are relative to."""
    schema: Mapping[str, Any]


def setting(value: Value, about: str, default: Any = MISSING) -> Any:
    """Return the field of a setting: how it is read, what it means, and what holds where it is not said."""
    metadata = {"value": value, "about": about}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)


def settable(kind: type[Any]) -> dict[str, Field[Any]]:
    """Return the fields of a table that can be set, by their keys."""
    return {f.name.replace("_", "-"): f for f in fields(kind) if f.metadata}


def read_table(kind: type[Any], table: Any, place: str, folder: Path) -> dict[str, Any]:
    """Return what a table says, by the names of the fields of ``kind``.

    Raises :class:`UserError`, with ``place`` and key, for an unknown key, for
    one that is missing, and for a value of the wrong type.
    """
    known = settable(kind)
    read = {}
    for key, value in table_in(table, place).items():
        if key not in known:
            raise UserError(f"{place}: unknown key “{key}”{nearest(key, known)}")
        value_of: Value = known[key].metadata["value"]
        read[known[key].name] = value_of.read(value, f"{place}: “{key}”", folder)
    for key in required(kind):
        if known[key].name not in read:
            raise UserError(f"{place}: “{key}” is missing")
    return read


def required(kind: type[Any]) -> Iterator[str]:
    """Yield the keys that a table must have."""
    for key, setting in settable(kind).items():
        if setting.default is MISSING and setting.default_factory is MISSING:
            yield key


def table_schema(kind: type[Any]) -> dict[str, Any]:
    """Return the JSON schema of a table."""
    return {
        "type": "object",
        "properties": {key: _property(setting) for key, setting in settable(kind).items()},
        "required": list(required(kind)),
        "additionalProperties": False,
    }


def _property(setting: Field[Any]) -> dict[str, Any]:
    described = {**setting.metadata["value"].schema, "description": setting.metadata["about"]}
    if isinstance(setting.default, bool | int | str):
        described["default"] = setting.default
    return described


def wrong(place: str, wanted: str) -> NoReturn:
    raise UserError(f"{place} must be {wanted}")


def table_in(value: Any, place: str) -> dict[str, Any]:
    """Return the value if it is a table."""
    return value if isinstance(value, dict) else wrong(place, "a table")


def _phrase(value: Any, place: str, folder: Path) -> str:
    if not isinstance(value, str):
        wrong(place, "a string")
    return value or wrong(place, "a string that is not empty")


def _flag(value: Any, place: str, folder: Path) -> bool:
    return value if isinstance(value, bool) else wrong(place, "true or false")


def _number(value: Any, place: str, folder: Path) -> int:
    return value if type(value) is int and value >= 0 else wrong(place, "a whole number, not negative")


def _names(value: Any, place: str, folder: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        wrong(place, "a list of strings")
    return tuple(value) if all(value) else wrong(place, "a list of strings that are not empty")


def _patterns(value: Any, place: str, folder: Path) -> tuple[str, ...]:
    patterns = _names(value, place, folder)
    if patterns:
        from pathspec import GitIgnoreSpec  # slow to import

        try:
            GitIgnoreSpec.from_lines(patterns)
        except ValueError as error:
            raise UserError(f"{place}: {error}") from None
    return patterns


def _pattern(value: Any, place: str, folder: Path) -> str:
    return _patterns([_phrase(value, place, folder)], place, folder)[0]


def _path(value: Any, place: str, folder: Path) -> Path:
    return folder / _phrase(value, place, folder)


def _paths(value: Any, place: str, folder: Path) -> tuple[Path, ...]:
    return tuple(folder / name for name in _names(value, place, folder))


def _language(value: Any, place: str, folder: Path) -> str:
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
        wrong(place, "a BCP 47 tag, such as “en” or “pt-BR”")
    return value


def _language_path(value: Any, place: str, folder: Path) -> str:
    if not isinstance(value, str) or not LANGUAGE_PATH.fullmatch(value):
        wrong(place, "a path pattern with one {lang}, such as “docs/{lang}/**”")
    return value


def _encoding(value: Any, place: str, folder: Path) -> str:
    try:
        "".encode(_phrase(value, place, folder))
    except LookupError:
        wrong(place, f"the name of a text encoding, not “{value}”")
    return str(value)


def _severity(value: Any, place: str, folder: Path) -> Severity:
    return Severity(value) if value in list(Severity) else wrong(place, f"one of {', '.join(Severity)}")


def _severities(value: Any, place: str, folder: Path) -> dict[str, Severity]:
    return {name: _severity(v, f"{place}, “{name}”,", folder) for name, v in table_in(value, place).items()}


def _phrases(value: Any, place: str, folder: Path) -> dict[str, str]:
    return {name: _phrase(v, f"{place}, “{name}”,", folder) for name, v in table_in(value, place).items()}


def _tables(value: Any, place: str, folder: Path) -> dict[str, dict[str, Any]]:
    return {name: table_in(inner, f"{place}, “{name}”,") for name, inner in table_in(value, place).items()}


_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT}

phrase = Value(_phrase, _TEXT)
flag = Value(_flag, {"type": "boolean"})
number = Value(_number, {"type": "integer", "minimum": 0})
names = Value(_names, _TEXTS)
pattern = Value(_pattern, _TEXT)
patterns = Value(_patterns, _TEXTS)
path = Value(_path, _TEXT)
paths = Value(_paths, _TEXTS)
language = Value(_language, {"type": "string", "pattern": f"^{LANGUAGE.pattern}$"})
language_path = Value(_language_path, {"type": "string", "pattern": f"^{LANGUAGE_PATH.pattern}$"})
encoding = Value(_encoding, _TEXT)
severity = Value(_severity, {"enum": [str(name) for name in Severity]})
severities = Value(_severities, {"type": "object", "additionalProperties": severity.schema})
phrases = Value(_phrases, {"type": "object", "additionalProperties": _TEXT})
tables = Value(_tables, {"type": "object", "additionalProperties": {"type": "object"}})


def choice(*choices: str) -> Value:
    """Return the value that is one of some words."""

    def read(value: Any, place: str, folder: Path) -> str:
        return str(value) if value in choices else wrong(place, f"one of {', '.join(choices)}")

    return Value(read, {"enum": list(choices)})


def table_of(kind: type[Any]) -> Value:
    """Return the value that is a table, read as a ``kind``."""

    def read(value: Any, place: str, folder: Path) -> Any:
        return kind(**read_table(kind, value, place, folder))

    return Value(read, table_schema(kind))


def tables_of(kind: type[Any]) -> Value:
    """Return the value that is a list of tables, read as a tuple of ``kind``."""

    def read(value: Any, place: str, folder: Path) -> tuple[Any, ...]:
        if not isinstance(value, list):
            wrong(place, "a list of tables")
        return tuple(one(table, f"{place} no. {place_in}", folder) for place_in, table in enumerate(value, 1))

    def one(table: Any, place: str, folder: Path) -> Any:
        given = read_table(kind, table, place, folder)
        try:
            return kind(**given)
        except ValueError as error:
            raise UserError(f"{place}: {error}") from None

    return Value(read, {"type": "array", "items": table_schema(kind)})
