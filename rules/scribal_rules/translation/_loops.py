"""Find words that come round again and again, in a list of the words of a text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scribal import Span, expression

LONGEST, UNSPACED = 16, 40
"""How many words a phrase may have that comes round, and letters in a script without blanks."""

PAIR = 4
"""A phrase of two words stands three times where so many words are as long as those two places before them."""

_LETTER = "\u3040-\u30ff\u3400-\u9fff"
_UNSPACED = expression(rf"[{_LETTER}]")
_WORD = expression(rf"[{_LETTER}]|[^\s{_LETTER}]+")

WINDOW, FEW = 24, 9
"""Of so many words in a row so few are different where a machine swings between them."""


class Loop(NamedTuple):
    """So many words, from a first one on, that stand so many times in a row."""

    first: int
    size: int
    times: int

    @property
    def end(self) -> int:
        return self.first + self.size * self.times


def words_of(text: str) -> list[str]:
    """Return the words of a text; a letter of Japanese or Chinese is a word."""
    return _WORD.findall(text) if has_letters(text) else text.split()


def has_letters(text: str) -> bool:
    """Return whether a text has a letter of a script without blanks; most are told by the first byte in UTF-8."""
    if text.isascii():
        return False
    data = text.encode("utf-8", "surrogatepass")
    return any(byte in data for byte in range(0xE3, 0xEA)) and _UNSPACED.search(text) is not None


def spans_of(text: str) -> list[Span]:
    """Return where the words of a text stand."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def is_letter(word: str) -> bool:
    """Return whether a word is a letter of a script that has no blanks."""
    return _UNSPACED.match(word) is not None


def loops(words: Sequence[str]) -> Iterator[Loop]:
    """Yield what stands twice or more in a row, the shortest phrases first: two words three times at least.

    One number holds a mark of each word; where it is the same as itself, moved by the size of a phrase, the words
    are compared.
    """
    marks = marks_of(words)
    whole = int.from_bytes(marks)
    longest = UNSPACED if 2 * sum(map(is_letter, words[:WINDOW])) > WINDOW else LONGEST
    for size in range(2, min(longest, len(words) // 2) + 1):
        same = (whole ^ whole >> 8 * size).to_bytes(len(marks))
        alike = bytes(size if size > 2 else PAIR)
        at = same.find(alike)
        while at >= 0:
            first = at - size
            if words[first:at] == words[at : at + size]:
                times = count(words, first, size)
                yield Loop(first, size, times)
                at = first + size * times - 1
            at = same.find(alike, at + 1)


def marks_of(words: Sequence[str]) -> bytes:
    """Return a mark of each word that others seldom have: its length, or what it begins with where most are letters."""
    try:
        lengths = bytes(map(len, words))
    except ValueError:  # a word is longer than a byte can say
        lengths = bytes(min(len(word), 255) for word in words)
    return bytes(ord(word[0]) & 255 for word in words) if sum(lengths) < 2 * len(words) else lengths


def swings(words: Sequence[str]) -> Iterator[Loop]:
    """Yield stretches of words in which the same few stand again and again, in no fixed order."""
    last = -1
    for at in range(0, len(words) - WINDOW + 1, 3 * WINDOW):
        if len(set(words[at : at + WINDOW])) <= WINDOW // 2:
            for first in range(max(at - WINDOW, last, 0), min(at + 2 * WINDOW, len(words) - WINDOW + 1), 2):
                if len(set(words[first : first + WINDOW])) <= FEW:
                    yield Loop(first, WINDOW, 1)
                    last = first + WINDOW
                    break


def count(words: Sequence[str], first: int, size: int) -> int:
    """Return how many times a phrase stands in a row."""
    phrase, times = words[first : first + size], 2
    while words[first + size * times : first + size * (times + 1)] == phrase:
        times += 1
    return times
