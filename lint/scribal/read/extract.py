"""The text of a page of HTML, without its menus and forms, by a library that is made for it."""

from __future__ import annotations

import importlib
from dataclasses import replace
from typing import Any

from scribal.error import UserError, wants
from scribal.read.record import Record


def extracted(record: Record, how: str) -> Record:
    """Return a record of HTML as the record of its text; others, and all of a repository, as they are.

    ``how`` is the name of a library, or ``none``.  Raises :class:`UserError` where the library is missing.
    """
    about = record.about
    if how == "none" or about.media != "text/html" or about.profile != "corpus":
        return record
    text = by_resiliparse(record.source) if how == "resiliparse" else by_trafilatura(record.source)
    return replace(record, source=text, about=replace(about, media="text/plain"))


def by_resiliparse(page: str) -> str:
    """Return the main text of a page, a line for each block."""
    text: str = library("resiliparse.extract.html2text").extract_plain_text(
        page.encode("utf-8", "replace").decode(), main_content=True, alt_texts=False
    )
    return text


def by_trafilatura(page: str) -> str:
    """Return the main text of a page, a line for each block; none where it finds none."""
    return library("trafilatura").extract(page) or ""


def library(module: str) -> Any:
    """Return a library that takes the text out of pages."""
    try:
        return importlib.import_module(module)
    except ImportError:
        raise UserError(wants("--extract", "extract")) from None
