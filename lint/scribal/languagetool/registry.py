"""One LanguageTool for a whole run: who owns it, and who is told of it.

The first process starts the server and tells the others where it is; they ask
it over HTTP and own nothing.  A run that asks for no grammar loads nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from scribal.settings import LanguageTool

if TYPE_CHECKING:
    from scribal.languagetool.source import Source

_sources: dict[LanguageTool, Source] = {}


def source_for(asked: LanguageTool) -> Source:
    """Return the one source of this process for some settings."""
    place = asked.place
    if place not in _sources:
        from scribal.languagetool.source import Source

        _sources[place] = Source(place)
    return _sources[place]


Announcement = Mapping[LanguageTool, tuple[str, str]]
"""Where the server for some settings is, and its stamp."""


def announced() -> Announcement:
    """Start what has been prepared, and return where each server is, for the other processes."""
    for source in _sources.values():
        if source.server:
            source.server.start()
    return {place: (source.url, source.stamp) for place, source in _sources.items()}


def listen(servers: Announcement) -> None:
    """Learn where the servers are that the first process has started."""
    for place, told in servers.items():
        from scribal.languagetool.source import Source

        if place not in _sources or _sources[place].told != told:
            _sources[place] = Source(place, told)
