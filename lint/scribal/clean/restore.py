"""From a repaired copy and its edit log back to what the source held."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from scribal.clean.log import Undoing, read_log, undone
from scribal.clean.parts import Done, Room
from scribal.clean.run import LOG
from scribal.clean.store import Store, store_for, text_in
from scribal.clean.stream import ROWS
from scribal.error import UserError
from scribal.read.decode import decode
from scribal.read.fields import Fields, Row
from scribal.read.record import Fault
from scribal.read.source import TEXT, read_rows, unpacked
from scribal.write.whole import whole


def restore(copy: Path, output: Path, log: Path | None, force: bool) -> int:
    """Write what a repaired copy was made of, and return how many records that are.

    Raises :class:`UserError` for a log that is not that of the copy.
    """
    if output.exists() and not force:
        raise UserError(f"{output}: is there already; --force replaces it")
    head, undoings = read_log(log or copy.with_name(copy.name + LOG))
    form, field = head["format"], head["text-field"]
    store = store_for(copy, form, field)
    room = Room(output)
    room.leave()
    room.enter({"restore": str(copy)})
    rows = restored(rows_of(copy, form, field), undoings, store, form, field, copy)
    number = 0
    while batch := list(islice(rows, ROWS)):
        number += len(batch)
        room.add(store.part(batch), "", Done(len(batch)))
    if number != head["records"]:
        raise UserError(
            f"{copy}: has {number:,} records with those of the log, the source had {head['records']:,}"
        )
    with whole(output) as out:
        store.join(room.files("part"), out)
    room.leave()
    return number


def rows_of(copy: Path, form: str, field: str) -> Iterator[Row]:
    """Yield the rows of a copy.  Raises :class:`UserError` where one cannot be read."""
    if form == TEXT:
        with unpacked(copy, form) as stream:
            source, charset, _ = decode(stream.read())
        yield Row(1, {field: source}, (source, charset))
        return
    for row in read_rows(copy, Fields(field), form, whole=True):
        if not isinstance(row, Fault):
            yield row if row.raw is not None else row._replace(raw=row.value)
        elif row.raw is not None:
            yield Row(row.line, {}, row.raw)
        else:
            raise UserError(f"{row.place}: {row.message}")


def restored(
    rows: Iterator[Row], undoings: Iterator[Undoing], store: Store, form: str, field: str, copy: Path
) -> Iterator[Any]:
    """Yield what is written for each record of the source."""
    index = 0
    for undoing in undoings:
        for row in islice(rows, undoing.place - index):
            yield row.raw
        index = undoing.place + 1
        if undoing.dropped is not None:
            yield store.load(undoing.dropped)
            continue
        try:
            row = next(rows)
        except StopIteration:
            raise UserError(f"{copy}: has fewer records than the log tells of") from None
        text = text_in(row.value, field)
        try:
            before = undone(text.decode() if isinstance(text, bytes) else text, undoing.edits)
        except (ValueError, AttributeError) as error:
            raise UserError(f"{copy}: record no. {row.number}: {error}") from None
        yield (before, row.raw[1]) if form == TEXT else store.edited(row, before)
    yield from (row.raw for row in rows)
