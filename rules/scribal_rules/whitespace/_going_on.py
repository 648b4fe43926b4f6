"""Tell whether a word goes on the text behind a mark, or is the rest of a name."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import regex

from scribal import View, expression

_METHODS = frozenset(
    "all and any as at by contains each for from if in is no not of on or over than then to where with".split()
)
"""Words that are also names of methods: before them a capitalised word may be the name of a class."""

_CASELESS = expression(
    r"[\p{Arabic}\p{Hebrew}\p{M}]{3}\.[\p{Arabic}\p{Hebrew}]{2} | \p{Hangul}{2}[다요까]\.\p{Hangul}",
    regex.VERBOSE,
)
"""A sentence that ends and another one in scripts that names of files and programs are not written in."""

_LATIN = expression(r"\p{Latin}")
_UNSPACED = expression(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]"
)


_SISTERS = {"ms": "id", "nb": "no", "nn": "no"}
"""Languages that share the words of another."""


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Return, by language, the words with which sentences and clauses go on."""
    lists = tomllib.loads(
        (Path(__file__).parent / "missing_space_after_punct" / "words.toml").read_text("utf-8")
    )
    words = {language: frozenset(every) for language, every in lists.items()}
    return words | {other: words[language] for other, language in _SISTERS.items()}


def goes_on(view: View, match: regex.Match[str]) -> bool:
    """Return whether what follows a mark is a word of the text, and not the rest of a name."""
    left, mark, right = match["left"], match["mark"], match["right"]
    if mark == "." and not match["quotes"] and _CASELESS.search(f"{left}.{right}"):
        return True
    if _UNSPACED.search(left + right) or right[:1].islower() is not (mark == ","):
        return False
    if mark != "," and right[1:] != right[1:].lower():
        return False
    small, word = left == left.lower(), right.lower()
    if word in _words().get(view.language or "", ()):
        return small or word not in _METHODS or bool(match["quotes"])
    if not left.islower() or (len(right) < 2 and mark != ","):
        return False
    return not _LATIN.search(left + right) or not (left + right).isascii() or mark[0] in "!?…"
