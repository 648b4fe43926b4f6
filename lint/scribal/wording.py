"""The words of a line, and of a phrase that fills one.

A phrase is words, ``{n}`` for a number, ``{}`` for a few words, or none, or, at its end,
for the rest of the line, and ``:`` for a colon, a bar, a dash or an arrow.
All other marks, and case, do not matter.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, cast

import regex

from scribal.expression import expression
from scribal.text import fold

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_TOKEN = expression(
    rf"\p{{N}}++(?:[.,' ]\p{{N}}++)*+|[{_UNSPACED}]|[[\p{{L}}\p{{M}}]--[{_UNSPACED}]]++"
    r"|[:：|»→►▶•·>/]|(?<=\s)[-–—](?=\s)",
    regex.VERSION1,
)
FIRST_UNSPACED = "\u0e01"
"""No letter before this one, the first of Thai, is of a script without blanks between words."""

_ASCII_TOKEN = re.compile(r"[0-9]++(?:[.,' ][0-9]++)*+|[A-Za-z]++|[:|>/]|(?<=\s)-(?=\s)")
"""The same for a text in ASCII; ``re`` is ten times as fast as ``regex`` here."""

HEAD = re.compile(r"[\W_]*(\d|[^\W\d_]+)([\W_]*)([^\W\d_]*)")
"""How a line or a phrase begins: a digit or some letters, what is none, and the next letters."""

_BEGINNING = expression(r"(?:(?![:：|»→►▶•·>/])[^\p{L}\p{N}{])*+(?:[\p{L}\p{M}\p{N}]|\{n\})")
_SLOT = expression(r"\{n?\}")
ANY, NUMBER, MARK = "{}", "{n}", ":"
"""A slot for some words, one for a number, and what every separating mark is."""

Pattern = re.Pattern[str] | regex.Pattern[str]
Match = re.Match[str] | regex.Match[str]


class Beginnings(NamedTuple):
    """How the phrases of a rule begin, and the phrases; see :func:`beginnings`."""

    seconds: Mapping[str, str]
    """The next letters of phrases by their first ones, with blanks between them."""
    packed: bytes
    """The phrases and their words by their first letters, kept by ``marshal`` in two layers: few are read."""

    def unpacked(self) -> Mapping[str, bytes]:
        """Return the phrases by their first letters, those of each still packed."""
        return cast(Mapping[str, bytes], marshal.loads(self.packed))


def phrases_in(packed: bytes) -> Sequence[tuple[str, Sequence[str]]]:
    """Return phrases that begin alike, each with its words."""
    return cast("Sequence[tuple[str, Sequence[str]]]", marshal.loads(packed))


class Row:
    """The words, numbers and separating marks of a folded line, read as far as they are asked for."""

    def __init__(self, token: Pattern, folded: str, start: int, end: int) -> None:
        self.coming: Iterator[Match] = token.finditer(folded, start, end)
        self.words: list[str] = []
        self.spans: list[tuple[int, int]] = []

    def word(self, at: int) -> str:
        """Return one of them by its index; nothing behind the last one.  The Turkish dotless i is an i."""
        words = self.words
        while at >= len(words):
            match = next(self.coming, None)
            if match is None:
                return ""
            words.append(word_of(match[0]))
            self.spans.append(match.span())
        return words[at]

    def past_marks(self, at: int) -> int:
        """Return the index of the first one at or behind another one that is no separating mark."""
        while self.word(at) == MARK:
            at += 1
        return at

    def start(self, at: int) -> int:
        return self.spans[at][0]

    def end(self, at: int) -> int:
        return self.spans[at][1]

    def __len__(self) -> int:
        at = len(self.words)
        while self.word(at):
            at += 1
        return at


def is_spaced(letters: str) -> bool:
    """Return whether letters are all of scripts that put blanks between words."""
    return letters.isascii() or max(letters) < FIRST_UNSPACED


def beginnings(phrases: Iterable[str]) -> Beginnings:
    """Return, by the first letters of phrases or the slot for numbers, their next letters, and the phrases.

    Where any may follow, the next letters are the slot for numbers if a number must, and none otherwise.
    Raises ValueError, saying why, for a phrase that could fill no line.
    """
    seconds: dict[str, list[str]] = {}
    known: dict[str, list[tuple[str, list[str]]]] = {}
    for phrase in phrases:
        if not _BEGINNING.match(phrase):
            raise ValueError(f"the line {phrase!r} does not begin with a word or a number")
        folded = fold(phrase).replace("ı", "i")
        head = head_of(first_word(folded))
        match = HEAD.match(folded)
        if match and head != NUMBER and "{" not in match[2] and is_spaced(match[3]):
            second = match[3]
        else:
            second = NUMBER if NUMBER in folded and head != NUMBER else ""
        seconds.setdefault(head, []).append(second)
        known.setdefault(head, []).append((phrase, words_of(phrase)))
    joined = {head: " ".join(dict.fromkeys(each)) for head, each in seconds.items()}
    return Beginnings(joined, marshal.dumps({head: marshal.dumps(each) for head, each in known.items()}))


def token_for(folded: str) -> Pattern:
    """Return the expression for the words, numbers and separating marks of a folded text."""
    return _ASCII_TOKEN if folded.isascii() else _TOKEN


def first_word(folded: str) -> str:
    """Return the first word of a phrase, given folded, or the slot for numbers."""
    first = token_for(folded).search(folded)
    return NUMBER if first is None or folded.startswith(NUMBER) else known_as(word_of(first[0]))


def head_of(word: str) -> str:
    """Return the first letters of a phrase that begins with a word, or the slot for numbers."""
    match = None if word == NUMBER else HEAD.match(word)
    return match[1] if match else NUMBER


def words_of(phrase: str) -> list[str]:
    """Return the words, the slots and the marks of a phrase, folded."""
    words: list[str] = []
    at = 0
    for slot in (*_SLOT.finditer(phrase), None):
        stretch = fold(phrase[at : slot.start() if slot else len(phrase)])
        words += [word_of(match[0]) for match in token_for(stretch).finditer(stretch)]
        if slot:
            words.append(slot[0])
            at = slot.end()
    return words


def word_of(text: str) -> str:
    """Return what a token is to a phrase: a word or a number as it stands, any separating mark alike."""
    if text[0].isnumeric():
        return text
    return text.replace("ı", "i") if len(text) > 1 or text.isalpha() else MARK


def known_as(word: str) -> str:
    """Return what a phrase has for a first word: itself, or the slot for numbers."""
    return NUMBER if word[0].isnumeric() else word
