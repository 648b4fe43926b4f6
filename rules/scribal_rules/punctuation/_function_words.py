"""Words of closed classes: what a sentence is held together by."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def function_words() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return, for each language, the words of each kind; the table says what the kinds are."""
    table = tomllib.loads((Path(__file__).parent / "_function_words.toml").read_text("utf-8"))
    return {
        language: {kind: tuple(words.split()) for kind, words in kinds.items()}
        for language, kinds in table.items()
    }


@cache
def short_words() -> dict[str, tuple[str, ...]]:
    """Return, for each language, what is short for longer words."""
    table = tomllib.loads((Path(__file__).parent / "_short_words.toml").read_text("utf-8"))
    return {language: tuple(words.split()) for language, words in table.items()}
