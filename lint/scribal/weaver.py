"""Build a prose view stretch by stretch."""

from __future__ import annotations

from scribal.text import About, Run, Span, Veil, View, Zone

_new = tuple.__new__
"""Makes a named tuple of a tuple, in half the time; texts are made of thousands of runs."""


class Weaver:
    """Builds a prose view stretch by stretch, in source order.

    Whatever is neither kept nor swapped nor hidden by name is hidden markup.
    """

    def __init__(self, source: str, about: About = About()) -> None:
        self.source = source
        self.about = about
        self.size = 0
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.zones: list[Zone] = []
        self.gaps: list[int] = []
        self.veils: list[Veil] = []
        self.comments: list[Span] = []
        self.html: list[Span] = []

    def keep(self, start: int, end: int) -> None:
        """Show ``source[start:end]`` as it is."""
        if end > start:
            self.parts.append(self.source[start:end])
            size = self.size + end - start
            self.runs.append(_new(Run, (self.size, size, start, end, True)))
            self.size = size

    def swap(self, start: int, end: int, text: str) -> None:
        """Show ``text`` where the source has ``source[start:end]``."""
        if text:
            self.parts.append(text)
            size = self.size + len(text)
            self.runs.append(_new(Run, (self.size, size, start, end, False)))
            self.size = size

    @property
    def reach(self) -> int:
        """Where the source ends that what is shown last stands for; 0 if nothing is shown."""
        return self.runs[-1].source_end if self.runs else 0

    def stretch(self, end: int) -> None:
        """Let what is shown last stand for the source up to ``end``."""
        self.runs[-1] = self.runs[-1]._replace(source_end=max(self.runs[-1].source_end, end))

    def hide(self, start: int, end: int, kind: str) -> None:
        """Say what a hidden stretch is: ``code``, ``url``, ``attribute``, ``front-matter``, ``markup``."""
        if end > start:
            self.veils.append(Veil(start, end, kind))

    def view(self) -> View:
        """Return the finished view."""
        return View(
            "".join(self.parts),
            self.runs,
            self.zones,
            self.about,
            self.gaps,
            self.veils,
            self.comments,
            self.html,
        )
