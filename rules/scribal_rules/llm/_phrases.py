"""The words of a rule by language, from the TOML files beside it."""

import tomllib
from pathlib import Path

from scribal import fold
from scribal_rules.translation._notation import read_phrase


def words_beside(file: str, key: str) -> tuple[str, ...]:
    """Return the folded phrases of one key in all languages, given the path of the rule's module."""
    tables = (tomllib.loads(path.read_text("utf-8")) for path in sorted(Path(file).parent.glob("*.toml")))
    return tuple(sorted({fold(phrase) for table in tables for phrase in table[key]}))


def spelled_beside(file: str, key: str) -> tuple[str, ...]:
    """Return every spelling of the phrases of one key, written in the notation of ``translation``."""
    phrases = map(read_phrase, words_beside(file, key))
    return tuple(sorted({text for phrase in phrases for text in phrase.spellings}))
