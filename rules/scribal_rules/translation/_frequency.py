"""How often words stand in texts, roughly: by it the rarest words of a phrase are chosen to wake its rule."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from math import prod

from scribal import expression

RARE = 1e-6
"""A set of literals that stands so often in a text, for each word of it, is rare enough; then the smaller is better."""

FREQUENT, COMMON, OTHER = 5e-3, 3e-4, 2e-5
"""How often a word of the language's smallest, a common one and any other stands in a text, for each word of it."""

IDEOGRAPH = 3e-3
"""The same of a character of a script without blanks."""

TOGETHER = 10
"""Behind a small word each other one stands once in so many times."""

LETTERS = 6
"""A shorter word is a part of others, three times as often for each letter that it lacks."""

SMALL = frozenset(
    "a an and are as at be but by do for from had has have he i if in is it made no not of on or she so that the they"
    " this to was we were will with you".split()
)
"""What stands in every English text."""

UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_IDEOGRAPH = expression(f"[{UNSPACED}]")
_WORD = expression(rf"[{UNSPACED}]|[\p{{L}}\p{{M}}\p{{N}}']+|[^\s\p{{L}}\p{{M}}\p{{N}}]")


def frequency(texts: Collection[str]) -> tuple[float, int]:
    """Return how often one of a set of literals stands in a text, as far as that matters, and how many they are."""
    return max(RARE, sum(map(frequency_of_text, texts))), len(texts)


def frequency_of_text(text: str) -> float:
    """Return how often some words in a row stand in a text, for each word of it; small ones like company."""
    words = [frequency_of(word) for word in _WORD.findall(text)]
    return FREQUENT / TOGETHER ** (len(words) - 1) if {*words} == {FREQUENT} else prod(words)


@cache
def frequency_of(word: str) -> float:
    """Return how often a word, a mark or a character without blanks stands in a text, for each word of it."""
    if _IDEOGRAPH.match(word):
        return IDEOGRAPH
    if word in SMALL or not word[0].isalnum():
        return FREQUENT
    least = COMMON if word in beginnings() else OTHER
    return least * 3.0 ** max(0, LETTERS - len(word))


@cache
def beginnings() -> frozenset[str]:
    """Return the words that are common in any language, and how each begins: a literal stands in longer words too."""
    from scribal_rules.extraction._lexicon import lists

    common = {word.rstrip("?") for words in lists().values() for word in words.split()}
    return frozenset(word[:size] for word in common for size in range(2, len(word) + 1))
