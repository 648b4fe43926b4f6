"""The words by which the rules on drop caps know how a word began: those of the document, and common ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from pathlib import Path
from unicodedata import category

from scribal import View, expression

_WORD = expression(r"\p{L}[\p{L}\p{M}]*+")
_ASCII_WORD = re.compile(r"[A-Za-z]++")


LIKE = 0.6
"""How much of a word, from its beginning, must be that of another one of the same stem."""

FEW = 30
"""To count so many words one by one takes less time than to read all of a text."""

STEM = 5
"""A stem has at least so many letters."""


@cache
def lists() -> dict[str, str]:
    """Return the common words of each language."""
    lines = (Path(__file__).parent / "_words.txt").read_text("utf-8").splitlines()
    return {line[:2]: line[4:] for line in lines if not line.startswith("#")}


class Common:
    """The common words of a language, with whether each is a word without its first letter too."""

    def __init__(self, language: str | None) -> None:
        self.words = {word.rstrip("?"): word[-1] == "?" for word in lists().get(language or "", "").split()}

    @cached_property
    def starts(self) -> Counter[str]:
        """The two and the three letters with which words begin, and how many words."""
        return starts_of(self.words)

    @cached_property
    def stems(self) -> dict[str, set[str]]:
        """The words by the four letters behind their first one."""
        return stems_of(self.words)

    @cached_property
    def rests(self) -> dict[str, list[str]]:
        """The words that are none without their first letter, by what they are without it."""
        rests: dict[str, list[str]] = {}
        for word, other in self.words.items():
            if not other:
                rests.setdefault(word[1:], []).append(word)
        return rests


common_words = cache(Common)


def starts_of(words: Iterable[str]) -> Counter[str]:
    return Counter(word[:size] for word in words for size in (2, 3))


def stems_of(words: Iterable[str]) -> dict[str, set[str]]:
    stems: dict[str, set[str]] = {}
    for word in words:
        stems.setdefault(word[1:STEM], set()).add(word)
    return stems


class Lexicon:
    """What is known of the words of a text; made where it is asked for."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.listed = common_words(view.language)
        self.common = self.listed.words
        self.counted: dict[str, int] = {}

    @cached_property
    def forms(self) -> Counter[str]:
        """The words of the document as they are written, without hyphens and apostrophes."""
        text = self.view.text
        return Counter((_ASCII_WORD if text.isascii() else _WORD).findall(text))

    @cached_property
    def form_rests(self) -> dict[str, list[str]]:
        """The words of the document by what they are without their first letter."""
        rests: dict[str, list[str]] = {}
        for form in self.forms:
            rests.setdefault(form[1:], []).append(form)
        return rests

    @cached_property
    def own(self) -> frozenset[str]:
        """The words that the document has, in lower case, and that are not common."""
        small = {form.lower() for form in self.forms if form[1:].islower()}
        return frozenset(small.difference(self.common))

    @cached_property
    def own_starts(self) -> Counter[str]:
        return starts_of(self.own)

    @cached_property
    def own_stems(self) -> dict[str, set[str]]:
        return stems_of(self.own)

    def beginning(self, letters: str) -> int:
        """Return how many words begin with two or three letters."""
        return self.listed.starts[letters] + self.own_starts[letters]

    def times(self, form: str) -> int:
        """Return how often the document has a word as it is written; the first few are counted one by one."""
        if form not in self.counted:
            few = len(self.counted) < FEW
            self.counted[form] = self.times_of(form) if few else self.forms[form]
        return self.counted[form]

    def times_of(self, form: str) -> int:
        """Count a word."""
        text, size, times = self.view.text, len(form), 0
        at = text.find(form)
        while at >= 0:
            times += not (_is_letter(text[at - 1 : at]) or _is_letter(text[at + size : at + size + 1]))
            at = text.find(form, at + size)
        return times

    def count(self, word: str) -> int:
        """Return how often the document has a word as it stands or with a capital."""
        return self.times(word) + (self.times(word.capitalize()) if word.islower() else 0)

    def is_word(self, word: str, besides: int = 0) -> bool:
        """Return whether a word, in lower case, is common or stands in the document, more often than so."""
        return word in self.common or self.count(word) > besides

    def is_known(self, word: str) -> bool:
        """Return whether a word, in lower case, is one or an inflected form of one."""
        return self.is_word(word) or any(other[0] == word[0] for other in self.kin(word[1:]))

    def is_name(self, word: str) -> bool:
        """Return whether the document has a word, and never without its capital."""
        return self.times(word) > 0 and not self.times(word.lower())

    def kin(self, rest: str) -> set[str]:
        """Return the words of which one is an inflected form, if ``rest`` is that one without its first letter."""
        size, stem = max(STEM - 1, round(LIKE * len(rest))), rest[: STEM - 1]
        alike = self.listed.stems.get(stem, set()) | self.own_stems.get(stem, set())
        return {word for word in alike if word[1 : size + 1] == rest[:size]}

    def looks_headless(self, rest: str, letters: int = 3) -> bool:
        """Return whether no other word begins with the same two, or so many, lower-case letters."""
        sizes = [
            size
            for size in range(2, letters + 1)
            if len(rest) > size and self.listed.starts[rest[:size]] <= 1
        ]
        if not sizes:
            return False
        itself = rest in self.common or rest in self.own
        return any(self.beginning(rest[:size]) == itself for size in sizes)


def _is_letter(character: str) -> bool:
    """Return whether a code point, if there is one, is a letter or a mark on one."""
    return character.isalpha() or (character > "\u02ff" and category(character)[0] == "M")


@lru_cache(1)
def lexicon_of(view: View) -> Lexicon:
    """Return the lexicon of a text; the rules that ask for it read one text after the other."""
    return Lexicon(view)
