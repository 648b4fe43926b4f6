"""Read the fingerprints of the Problematic Paper Screener: queries for tortured phrases, as it asks a search engine.

A row has a query such as ``"profound learning" AND ("deep learning" OR "neural network") NOT school`` and
the text that was expected.  What is asked for beside the phrase becomes a guard.  Queries for words near one
another (``~10``), with ``*``, for one of two phrases, and for a word that stands alone are left out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import regex

from scribal import expression

from ._notation import plain

_QUERY = expression(
    r"""
    \s* "(?P<phrase>[^"]+)" \s*
    (?: (?P<sign>AND|NOT) \s+ (?P<guard> "[^"]+" | [^\s"()]+ | \( [^()]+ \) ) \s* )*+ \Z
    """,
    regex.VERBOSE,
)
_TERM = expression(r"""(?P<term>"[^"]+"|[^\s"]+)(?:\s+OR\s+(?P<term>"[^"]+"|[^\s"]+))*+""")
_WRITTEN = expression(r"[\p{L}\p{N}][^\"*~?\n]*")
_REMARK = expression(r"\s*\(.*|\s*\?$")


class Fingerprint(NamedTuple):
    """A phrase in the notation of the lists, what should stand there, and what must or may not stand in the text."""

    phrase: str
    instead: str
    needed: tuple[str, ...]
    barred: tuple[str, ...]

    @property
    def entry(self) -> Mapping[str, list[str]]:
        """What a table says of the phrase."""
        parts = {"instead": [self.instead], "with": [*self.needed], "without": [*self.barred]}
        return {key: words for key, words in parts.items() if words}


def fingerprints(file: Path) -> Iterator[Fingerprint | None]:
    """Yield what each row of a file says, None for one that a table cannot say."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for query, instead, *_ in (row for row in csv.reader(lines) if len(row) > 1 and '"' in row[0]):
            yield fingerprint(query, _REMARK.sub("", instead).strip())


def fingerprint(query: str, instead: str) -> Fingerprint | None:
    """Return what a query asks for, None where that is more than a phrase and its guards."""
    match = _QUERY.match(query)
    if match is None or not instead:
        return None
    phrase = match["phrase"].strip()
    guards = [*zip(match.captures("sign"), map(guard, match.captures("guard")), strict=True)]
    needed, barred = (tuple(word for sign, word in guards if sign == kind) for kind in ("AND", "NOT"))
    alone = regex.search(r"[ -]", phrase) is None and not needed
    if alone or not _WRITTEN.fullmatch(phrase) or "" in needed or "" in barred:
        return None
    return Fingerprint(plain(phrase), instead, needed, barred)


def guard(query: str) -> str:
    """Return the notation of one term, or of several between which “OR” stands; empty where that cannot be said."""
    match = _TERM.fullmatch(query.strip("() "))
    terms = [term.strip('" ') for term in match.captures("term")] if match else [""]
    if not all(map(_WRITTEN.fullmatch, terms)):
        return ""
    return plain(terms[0]) if len(terms) == 1 else f"({'|'.join(map(plain, terms))})"


def table(file: Path) -> Mapping[str, Mapping[str, list[str]]]:
    """Return the fingerprints of a file as a table of phrases."""
    return {each.phrase: each.entry for each in fingerprints(file) if each}
