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


@cache
def sentences() -> Mapping[str, Sequence[tuple[str, int]]]:
    """Return, by what wakes them, the sentences of all lists: the language and the place in its list."""
    woken: dict[str, list[tuple[str, int]]] = {}
    for language, words in notices().items():
        for place, sentence in enumerate(words["sentences"]):
            for trigger in read_phrase(sentence, classes(words)).triggers:
                woken.setdefault(trigger, []).append((language, place))
    return woken


def classes(words: Mapping[str, Any]) -> dict[str, str]:
    """Return the expressions of what a list means by this text and by a machine."""
    return {
        name: "|".join(regex.escape(fold(one), literal_spaces=True) for one in words[name])
        for name in ("this", "machine")
    }
