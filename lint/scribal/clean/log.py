"""The edit log: what was done to which record, so that it can be undone.

JSON Lines.  The first line says what the log is of; every other one is one edit,
or one record that was dropped, in the order of the source.  Offsets are code
points of the text as it was before the edit's round.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from scribal.error import UserError
from scribal.finding import Edit, Place
from scribal.fix import Applied, apply_edits

VERSION = 1
"""The version of the log; it grows when a key changes its meaning."""


class Undoing(NamedTuple):
    """What the log has on one record."""

    place: int
    """How many records stand before it in the source."""
    edits: Sequence[dict[str, Any]]
    dropped: str | None
    """The whole record, where it was dropped."""


def edit_lines(index: int, place: Place, source: str, rounds: Sequence[Sequence[Applied]]) -> Iterator[str]:
    """Yield the lines of the log on a record that was edited; all tell its new text from any other."""
    text = source
    for made in rounds:
        text = apply_edits(text, [edit for _, edit in made])
    new, text = checksum(text), source
    for number, made in enumerate(rounds, 1):
        for rule, edit in made:
            yield line(
                {
                    **where(index, place),
                    "round": number,
                    "rule": rule,
                    "start": edit.start,
                    "end": edit.end,
                    "before": text[edit.start : edit.end],
                    "after": edit.text,
                    "checksum": new,
                }
            )
        text = apply_edits(text, [edit for _, edit in made])


def checksum(text: str) -> str:
    """Return 64 bits by which a text is known."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def drop_line(index: int, place: Place, rule: str, record: str) -> str:
    """Return the line of the log on a record that was dropped."""
    return line({**where(index, place), "rule": rule, "dropped": record})


def where(index: int, place: Place) -> dict[str, Any]:
    """Return what says which record a line is about."""
    return {"index": index, "row": place.row, "record": place.record}


def line(value: dict[str, Any]) -> str:
    """Return a line; ASCII, so that lone surrogates pass."""
    return json.dumps(value) + "\n"


def read_log(file: Path) -> tuple[dict[str, Any], Iterator[Undoing]]:
    """Return what a log is of, and what it has on each record.

    Raises :class:`UserError` for anything else.
    """
    try:
        stream = file.open(encoding="utf-8")
        head = json.loads(stream.readline())
        if head["version"] != VERSION:
            raise UserError(f"{file}: was written by another version of scribal")
    except OSError as error:
        raise UserError(f"{file}: {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        raise UserError(f"{file}: is no edit log") from None
    return head, undoings(map(json.loads, stream))


def undoings(entries: Iterable[dict[str, Any]]) -> Iterator[Undoing]:
    """Yield the lines of a log by record."""
    for index, group in groupby(entries, lambda entry: int(entry["index"])):
        every = list(group)
        yield Undoing(index, every, every[0].get("dropped"))


def undone(text: str, edits: Sequence[dict[str, Any]]) -> str:
    """Return the text as it was before its edits.

    Raises ValueError where the text is not that of the log.
    """
    if any(edit["checksum"] != checksum(text) for edit in edits):
        raise ValueError("the text is not the one that the log tells of")
    rounds = [list(group) for _, group in groupby(edits, lambda edit: int(edit["round"]))]
    for made in reversed(rounds):
        shift, back = 0, []
        for edit in made:
            start = edit["start"] + shift
            end = start + len(edit["after"])
            back.append(Edit(start, end, edit["before"]))
            shift += len(edit["after"]) - len(edit["before"])
        text = apply_edits(text, back)
    return text
