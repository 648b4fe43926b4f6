"""The sentences and credits in which texts say that a machine translated them, by language."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import regex

from scribal import fold

from ._notation import read_phrase

FOLDER = Path(__file__).with_name("machine_translation_notice")


@cache
def notices() -> Mapping[str, Mapping[str, Any]]:
    """Return the lists by language."""
    files = sorted(FOLDER.glob("*.toml"))
    return {file.stem: tomllib.loads(file.read_text("utf-8")) for file in files}


Which = tuple[str, str, int]
"""A phrase: its language, the name of its list, and its place there."""


@cache
def sentences() -> Mapping[str, Sequence[Which]]:
    """Return, by what wakes them, the sentences and openings of all lists."""
    woken: dict[str, list[Which]] = {}
    for language, words in notices().items():
        for name in ("openings", "sentences"):
            for place, sentence in enumerate(words.get(name, ())):
                for trigger in read_phrase(sentence, classes(words)).triggers:
                    woken.setdefault(trigger, []).append((language, name, place))
    return woken


def classes(words: Mapping[str, Any]) -> dict[str, str]:
    """Return the expressions of what a list means by this text, by its translation, and by a machine."""
    return {
        name: "|".join(regex.escape(fold(one), literal_spaces=True) for one in words[name])
        for name in ("this", "work", "machine")
        if name in words
    }
