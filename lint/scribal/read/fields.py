"""What a record holds under which name, and the text to lint that is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from scribal.finding import Place
from scribal.read.record import BROKEN_RECORD, Fault, Reading, Record
from scribal.text import About

MISSING = object()

LONGEST = 3_000_000
"""How many code points a text may have unless told; a longer one is not checked, but reported."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Under which keys a record holds what; only the text must be there.

    A key with dots leads into nested records, as in ``doc.body.text``, where
    the record has no such key itself.
    """

    text: str = "text"
    id: str = "id"
    language: str = "language"
    url: str = "url"
    besides: tuple[str, ...] = ()
    """Further fields that are wanted, by which records are counted."""
    longest: int = LONGEST
    """How many code points a text may have."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Every field that is read."""
        return tuple(dict.fromkeys((self.text, self.id, self.language, self.url, *self.besides)))


class Row(NamedTuple):
    """One record as its file holds it."""

    number: int
    """Its line or its row, from 1."""
    value: Any
    """What its fields hold, with plain types."""
    raw: Any = None
    """What its format needs to write it again."""


def field(value: Any, name: str) -> Any:
    """Return what a record holds under a key, ``MISSING`` where there is none."""
    if not isinstance(value, Mapping):
        return MISSING
    if name in value:
        return value[name]
    head, dot, rest = name.partition(".")
    return field(value.get(head), rest) if dot else MISSING


def record_of(row: Row, path: str, about: About, fields: Fields) -> Reading:
    """Return the text of a row, or what is wrong with the row."""
    place = Place(path, row=row.number)
    value = row.value
    if not isinstance(value, Mapping):
        return broken(place, f"not a record but {kind(value)}")
    place = replace(place, record=label(field(value, fields.id)))
    text = field(value, fields.text)
    if text is MISSING:
        return broken(place, f"no field “{fields.text}”{among(value)}")
    if isinstance(text, bytes):
        try:
            text = text.decode()
        except UnicodeDecodeError as error:
            return broken(place, f"not valid UTF-8: {error.reason} at byte {error.start}")
    if not isinstance(text, str):
        return broken(place, f"the field “{fields.text}” holds {kind(text)}, not a text")
    if len(text) > fields.longest:
        return broken(place, too_long(f"{len(text):,} code points", fields.longest))
    language, url = (label(field(value, name)) for name in (fields.language, fields.url))
    if language or url:
        about = replace(about, language=language or about.language, url=url or about.url)
    besides = {
        name: str(held)
        for name in fields.besides
        if (held := field(value, name)) is not MISSING and held is not None
    }
    return Record(place, text, about, besides=besides)


def too_long(size: str, longest: int) -> str:
    """Return what is said of a text that is too long to be checked."""
    return f"the text has {size}, more than {longest:,} (the setting longest-text)"


def broken(place: Place, message: str, raw: Any = None) -> Fault:
    """Return the fault of a row that is no record."""
    return Fault(place, BROKEN_RECORD, message, place.row if isinstance(place.row, int) else 1, raw)


def among(value: Mapping[str, Any], most: int = 6) -> str:
    """Return what to add to an error about a field that is not there: those that are."""
    names = [f"“{name}”" for name in value]
    more = ["…"] if len(names) > most else []
    return f" among {', '.join([*names[:most], *more])}" if names else ""


def label(value: object) -> str | None:
    """Return a record's id as text: a text or a whole number, else None."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def kind(value: object) -> str:
    """Return what JSON calls a value."""
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
