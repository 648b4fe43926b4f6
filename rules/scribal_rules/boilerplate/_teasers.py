"""How news sites of many languages announce another of their stories, from the files of the rule by language."""

import tomllib
from functools import cache
from pathlib import Path

import regex

FOLDER = Path(__file__).with_name("read_more_teaser")


@cache
def phrases() -> tuple[str, ...]:
    """Return the phrases of all languages, folded and sorted."""
    files = [tomllib.loads(file.read_text("utf-8")) for file in FOLDER.glob("*.toml")]
    return tuple(sorted({phrase for file in files for phrase in file["lines"]}))


@cache
def teaser() -> regex.Pattern[str]:
    """Return the expression for a line that is a phrase, a mark and a title."""
    return regex.compile(rf"[^\p{{L}}\p{{N}}\s]{{0,3}}+\s*+{link()}", regex.IGNORECASE)


@cache
def tail() -> regex.Pattern[str]:
    """Return the expression for the same behind the last sentence of a paragraph."""
    return regex.compile(rf"(?<=[.!?…。][\"'”’»)]{{0,2}}\s{{1,3}})(?=\P{{Ll}})(?i:{link()})")


def link() -> str:
    """Return the expression for a phrase, a mark and a title."""
    every = "|".join(map(regex.escape, sorted(phrases(), key=len, reverse=True)))
    return rf"(?:{every})\s*+[:|–—►»：]\s*+(?P<title>\S.{{8,200}}+)"
