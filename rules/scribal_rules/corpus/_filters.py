"""What filters of corpora look at: thresholds by language, words and lines of a text."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from scribal import View

LANGUAGES = (
    *("af", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa"),
    *("fi", "fr", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "ko", "lt", "lv", "mk", "ms"),
    *("nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "tr", "uk", "ur", "vi"),
)
"""Those that the table has."""


@cache
def filters() -> dict[str, dict[str, Any]]:
    """Return the thresholds of each language; the table says what they are."""
    return tomllib.loads((Path(__file__).parent / "_filters.toml").read_text("utf-8"))


def is_corpus(view: View) -> bool:
    """Return whether a text is a record of a corpus and not blank."""
    return view.about.profile == "corpus" and not view.text.isspace() and view.text != ""


def lines_of(view: View) -> list[str]:
    """Return the lines of a text that are not blank."""
    return [line for zone in view.zones if (line := view[zone].strip())]


def words_of(view: View) -> list[str]:
    """Return the words of a text, in small letters."""
    text = view.folded
    return [text[start:end] for start, end in view.words]
