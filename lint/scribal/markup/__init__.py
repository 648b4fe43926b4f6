"""From a source to its prose: one weaver for each media type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape as html_escape

from scribal.document import Document
from scribal.error import UserError
from scribal.finding import Place
from scribal.text import About, View

MEDIA = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".mdown": "text/markdown",
    ".mkd": "text/markdown",
    ".qmd": "text/markdown",
    ".rmd": "text/markdown",
    ".mdx": "text/mdx",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}
"""The media type that the suffix of a file name stands for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a source is read, as the settings say."""

    lines: str = "auto"
    """What a line of plain text is: ``paragraph``, ``wrapped``, or ``auto``: what the document looks like."""
    front_matter: tuple[str, ...] = ()
    """The keys of front matter whose values are read."""


def weave(source: str, about: About = About(), reading: Reading = Reading()) -> View:
    """Return what a reader sees of a source.  Raises UserError for a media type that is not known."""
    if about.media == "text/plain":
        from scribal.markup.plain import weave_plain

        return weave_plain(source, about, reading.lines)
    if about.media in ("text/markdown", "text/mdx"):
        from scribal.markup.markdown import weave_markdown

        return weave_markdown(source, about, reading.front_matter)
    if about.media == "text/html":
        from scribal.markup.html import weave_html

        return weave_html(source, about)
    raise UserError(f"“{about.media}” is no media type that can be read")


def document(
    source: str,
    place: Place = Place("-"),
    about: About = About(),
    reading: Reading = Reading(),
) -> Document:
    """Return a document, woven."""
    return Document(place, source, weave(source, about, reading))


_HTML = re.compile(r"[<>]|&(?=#|\w)")
_MARKDOWN = re.compile(r"[\\`*\[\]|~]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_MDX = re.compile(rf"{_MARKDOWN.pattern}|[{{}}]|<")


def escape(media: str, text: str) -> str:
    """Return text as the medium must write it, so that a reader reads just that."""
    if media == "text/html":
        return _HTML.sub(lambda found: html_escape(found[0], quote=False), text)
    if media == "text/markdown":
        return _MARKDOWN.sub(r"\\\g<0>", text)
    if media == "text/mdx":
        return _MDX.sub(r"\\\g<0>", text)
    return text
