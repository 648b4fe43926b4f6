"""The options that a user sets for a rule: whether there are such, and of the right type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from scribal.error import UserError, nearest
from scribal.rule import Rule

WORDS: Mapping[object, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a string",
    tuple: "a list",
    frozenset: "a list",
    dict: "a table",
}
"""How the type of an option is called where TOML is written."""


def read_options(kind: type[Rule], given: Mapping[str, Any], place: str) -> dict[str, Any]:
    """Return options by the names of the fields of the rule's ``Options``.

    Raises :class:`UserError`, with ``place`` and key, for an option that the
    rule does not have, for a value of the wrong type, and for one that the rule
    itself refuses.
    """
    if not given:
        return {}
    known = {field.name.replace("_", "-"): field.name for field in fields(kind.Options)}
    types = get_type_hints(kind.Options)
    read: dict[str, Any] = {}
    for key, value in given.items():
        if key not in known:
            raise UserError(f"{place}: unknown option “{key}”{nearest(key, known) or offered(known)}")
        try:
            read[known[key]] = fitted(value, types[known[key]])
        except ValueError:
            raise UserError(f"{place}: “{key}” must be {spelled(types[known[key]])}") from None
    try:
        kind.Options(**read)
    except ValueError as error:
        raise UserError(f"{place}: {error}") from None
    return read


def offered(known: Iterable[str]) -> str:
    """Return what to add to an error about an option that is like none: those that there are."""
    names = ", ".join(f"“{name}”" for name in known)
    return f"; there is {names}" if names else "; the rule has none"


def fitted(value: Any, hint: Any) -> Any:
    """Return a value of TOML as the type that an option has.  Raises ValueError if it is no such thing."""
    kind, inner = get_origin(hint) or hint, get_args(hint)
    if kind in (Union, UnionType):
        return fitted_to_one(value, inner)
    if kind is Literal and value in inner:
        return value
    if kind in (tuple, frozenset) and isinstance(value, list):
        return kind(fitted(item, inner[0]) for item in value)
    if kind in (dict, Mapping) and isinstance(value, dict):
        return {key: fitted(item, inner[1]) for key, item in value.items()}
    if kind is float and type(value) is int:
        return float(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if type(value) is not kind:
        raise ValueError
    return value


def fitted_to_one(value: Any, hints: tuple[Any, ...]) -> Any:
    """Return a value as the first type that it fits; TOML has nothing for None."""
    for hint in hints:
        try:
            return fitted(value, hint)
        except ValueError:
            continue
    raise ValueError


def spelled(hint: Any) -> str:
    """Return how a type is called in a message."""
    kind, inner = get_origin(hint) or hint, get_args(hint)
    if kind in (Union, UnionType):
        return " or ".join(spelled(one) for one in inner if one is not NoneType)
    if kind is Literal:
        return f"one of {', '.join(map(str, inner))}"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return f"one of {', '.join(str(one.value) for one in kind)}"
    word = WORDS.get(dict if kind is Mapping else kind, str(hint))
    return f"{word} in which each is {spelled(inner[0])}" if kind in (tuple, frozenset) else word
