"""``check --show-view``: what is read of a document, and what is masked."""

from __future__ import annotations

from collections.abc import Iterator

from scribal.document import Document

ROOM = 60
"""How many code points of a masked stretch are shown."""


def shown(document: Document) -> Iterator[str]:
    """Yield a line for each zone of the prose, and one for each stretch that is not read.

    A line has the source line, the kind, and the text; masked stretches stand
    in parentheses.
    """
    prose, about = document.prose, document.about
    yield f"{document.place}: {about.media}, {about.language or 'language not said'}"
    lines: list[tuple[int, str]] = []
    for zone in prose.zones:
        start = prose.source_span(zone.start, zone.end).start
        lines.append((start, f"{zone.kind}: {printed(prose[zone])}"))
    for zone in document.source_view.zones:
        if zone.kind not in ("prose", "blank"):
            text = document.source[zone.start : zone.end]
            cut = text if len(text) <= ROOM else f"{text[:ROOM]}…"
            lines.append((zone.start, f"({zone.kind}: {printed(cut)})"))
    for start, line in sorted(lines):
        yield f"{document.line_column(start)[0]:>6}  {line}"


def printed(text: str) -> str:
    """Return text on one line, with what cannot be printed as escapes."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape", "backslashreplace").decode()
        for char in text
    )
