"""The words by which the rules on drop caps know how a word began: those of the document, and common ones."""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property
from pathlib import Path

import regex

from scribal import View

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*+")


LIKE = 0.6
"""How much of a word, from its beginning, must be that of another one of the same stem."""

STEM = 5
"""A stem has at least so many letters."""


@cache
def lists() -> dict[str, str]:
    """Return the common words of each language."""
    lines = (Path(__file__).parent / "_words.txt").read_text("utf-8").splitlines()
    return {line[:2]: line[4:] for line in lines if not line.startswith("#")}


@cache
def common_words(language: str | None) -> dict[str, bool]:
    """Return the common words of a language, with whether each is a word without its first letter too."""
    return {word.rstrip("?"): word[-1] == "?" for word in lists().get(language or "", "").split()}


class Lexicon:
    """What is known of the words of a text."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.common = common_words(view.language)

    @cached_property
    def forms(self) -> Counter[str]:
        """The words of the document as they are written, without hyphens and apostrophes."""
        return Counter(_WORD.findall(self.view.text))

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of the language and those that the document has, in lower case."""
        return frozenset((*self.common, *(form.lower() for form in self.forms if form[1:].islower())))

    @cached_property
    def starts(self) -> Counter[str]:
        """The two and the three letters with which words begin, and how many words."""
        return Counter(word[:size] for word in self.known for size in (2, 3))

    def count(self, word: str) -> int:
        """Return how often the document has a word as it stands or with a capital."""
        return self.forms[word] + (self.forms[word.capitalize()] if word.islower() else 0)

    def is_word(self, word: str, besides: int = 0) -> bool:
        """Return whether a word, in lower case, is common or stands in the document, more often than so."""
        return word in self.common or self.count(word) > besides

    def is_known(self, word: str) -> bool:
        """Return whether a word, in lower case, is one or an inflected form of one."""
        return self.is_word(word) or any(other[0] == word[0] for other in self.kin(word[1:]))

    def is_name(self, word: str) -> bool:
        """Return whether the document has a word, and never without its capital."""
        return self.forms[word] > 0 and not self.forms[word.lower()]

    @cached_property
    def stems(self) -> dict[str, set[str]]:
        """The words of the document and the language by the four letters behind their first one."""
        stems: dict[str, set[str]] = {}
        for word in self.known:
            stems.setdefault(word[1:STEM], set()).add(word)
        return stems

    def kin(self, rest: str) -> set[str]:
        """Return the words of which one is an inflected form, if ``rest`` is that one without its first letter."""
        size = max(STEM - 1, round(LIKE * len(rest)))
        return {word for word in self.stems.get(rest[: STEM - 1], ()) if word[1 : size + 1] == rest[:size]}

    def looks_headless(self, rest: str, letters: int = 3) -> bool:
        """Return whether no other word begins with the same two, or so many, lower-case letters."""
        itself = rest in self.known
        return len(rest) > 1 and any(
            len(rest) > size and self.starts[rest[:size]] == itself for size in range(2, letters + 1)
        )
