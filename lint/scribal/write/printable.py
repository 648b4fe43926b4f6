"""Text that is safe to show: what is invisible or would steer the terminal is written out."""

from __future__ import annotations

import regex

_JOINERS = "\u200c\u200d"
"""Part of the spelling of Persian and of emoji; they do no harm."""

_UNSEEN = regex.compile(rf"(?V1)[[\p{{Cc}}\p{{Cs}}\p{{Cf}}\p{{Zl}}\p{{Zp}}]--[{_JOINERS}\p{{PCM}}]]")
"""Controls, lone surrogates, marks of direction, zero-width blanks; PCM are signs that can be seen."""

_RIGHT_TO_LEFT = regex.compile(r"[\p{bc=R}\p{bc=AL}\p{bc=AN}]")

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def printable(text: str) -> str:
    """Return ``text`` with an escape in the place of each code point that cannot be seen."""
    return text if text.isascii() and text.isprintable() else _UNSEEN.sub(_escape, text)


def _escape(match: regex.Match[str]) -> str:
    return match[0].encode("unicode-escape").decode()


def isolated(text: str) -> str:
    """Return ``text`` so that a terminal that orders right-to-left text leaves its neighbours in place."""
    return f"{_ISOLATE}{text}{_END_ISOLATE}" if _RIGHT_TO_LEFT.search(text) else text


def quoted(text: str, longest: int = 60) -> str:
    """Return ``text`` in quotation marks on one line, its middle left out where it is long."""
    if len(text) > longest:
        half = longest // 2
        text = f"{text[:half]}…{text[-half:]}"
    return f"“{isolated(printable(text))}”"
