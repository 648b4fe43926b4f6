"""The notation in which this family's lists write phrases.

``(a|b)`` is one of several, ``[a]`` may be missing, ``…`` stands for a few words
of the same sentence, ``<name>`` for a word of a class, ``{make}`` for any form of
an English verb.  A blank matches one to three.  A phrase is matched in folded text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import product
from math import prod
from typing import NamedTuple

import regex

from scribal import fold
from scribal_rules.extraction._lexicon import lists

from ._verbs import forms

GAP = r"[^.!?。！？\n]{0,60}?"
"""What ``…`` stands for; between two blanks it may also be nothing at all."""

MOST = 48
"""How many literals one phrase may be woken by."""

RARE = 1e-6
"""A set of literals that stands so often in a text, for each word of it, is rare enough; then the smaller is better."""

FREQUENT, COMMON, OTHER = 5e-3, 3e-4, 2e-5
"""How often a word of the language's smallest, a common one and any other stands in a text, for each word of it."""

IDEOGRAPH = 3e-3
"""The same of a character of a script without blanks."""

LETTERS = 6
"""A shorter word is a part of others, three times as often for each letter that it lacks."""

SMALL = frozenset(
    "a an and are as at be but by do for from had has have he i if in is it made no not of on or she so that the they"
    " this to was we were will with you".split()
)
"""What stands in every English text."""

_TOKEN = regex.compile(
    r"(?P<open>[(\[])|(?P<close>[)\]])|\||…[ ]?|<(?P<name>\w+)>|\{(?P<verb>[\w-]+)\}|[^()\[\]|…<{]+"
)
_LISTED = regex.compile(r"[\p{L}\p{M} |'-]+")
"""A class that is a list of words."""

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_IDEOGRAPH = regex.compile(f"[{_UNSPACED}]")
_WORD = regex.compile(rf"[{_UNSPACED}]|[\p{{L}}\p{{M}}\p{{N}}'-]+|[^\s\p{{L}}\p{{M}}\p{{N}}]")
_BLANKS = regex.compile(" {2,3}")
_START = rf"(?<![\p{{L}}\p{{M}}\p{{N}}-])(?=[\p{{L}}\p{{N}}])|(?=[{_UNSPACED}])|(?=[^\p{{L}}\p{{N}}])"
_END = rf"(?<=[{_UNSPACED}\p{{Hangul}}])|(?<=[^\p{{L}}\p{{M}}\p{{N}}])|(?![\p{{L}}\p{{M}}\p{{N}}])"


class Part(NamedTuple):
    """A part of a phrase: its expression, and the texts that it may be, none where they cannot be told."""

    expression: str
    texts: tuple[str, ...]


class Phrase(NamedTuple):
    """A phrase that was read: how it is matched, and literals of which one stands in every match."""

    expression: str
    triggers: tuple[str, ...]
    heads: frozenset[str]
    """How a match may begin, none where that cannot be told."""
    needs: tuple[frozenset[str], ...]
    """More literals: one of each of these sets stands in every match, in this order."""

    def may_stand(self, folded: str) -> bool:
        """Return whether a folded text may have a match; most have none of the words that it takes."""
        line = _BLANKS.sub(" ", folded) if "  " in folded else folded
        if not all(any(text in line for text in texts) for texts in self.needs):
            return False
        at = 0
        for texts in self.needs:
            ends = [start + len(text) for text in texts if (start := line.find(text, at)) >= 0]
            if not ends:
                return False
            at = min(ends)
        return True

    def matches(
        self, pattern: regex.Pattern[str], folded: str, start: int, end: int
    ) -> Iterator[regex.Match[str]]:
        """Yield what a pattern that begins with the phrase's expression finds, tried where the phrase may begin."""
        if not self.heads:
            yield from pattern.finditer(folded, start, end)
            return
        at = start
        for place in sorted({place for head in self.heads for place in places_of(head, folded, start, end)}):
            match = pattern.match(folded, place, end) if place >= at else None
            if match:
                yield match
                at = max(match.end(), place + 1)


def read_phrase(phrase: str, classes: Mapping[str, str] = {}) -> Phrase:
    """Return what a phrase means.  ``classes`` has the expression of each ``<name>``.

    Raises ValueError, with the phrase, where it cannot be read or nothing in it could wake a rule.
    """
    parts = parts_of(phrase, classes)
    stretches = [texts for texts in stretches_of(parts) if all(map(tells, texts))]
    if not stretches:
        raise ValueError(f"“{phrase}”: has no fixed word")
    triggers: set[str] = min(stretches, key=frequency)
    heads = frozenset(text.split(" ")[0] for text in parts[0].texts)
    fixed = (frozenset(text.strip() for text in part.texts) for part in parts if part.texts)
    needs = tuple(texts for texts in fixed if "" not in texts)
    return Phrase(bounded(parts), tuple(sorted(triggers)), frozenset() if "" in heads else heads, needs)


def places_of(word: str, text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a word stands in a stretch of text, as a whole or as a part."""
    at = text.find(word, start, end)
    while at >= 0:
        yield at
        at = text.find(word, at + 1, end)


def expression_of(phrase: str, classes: Mapping[str, str] = {}) -> str:
    """Return the expression of a phrase that stands beside another one and wakes nothing."""
    return bounded(parts_of(phrase, classes))


def bounded(parts: list[Part]) -> str:
    """Return the expression of a phrase that begins and ends with whole words."""
    return f"(?:{_START})(?:{''.join(part.expression for part in parts)})(?:{_END})"


def parts_of(phrase: str, classes: Mapping[str, str]) -> list[Part]:
    """Return the parts of a phrase.  Raises ValueError, with the phrase, where it cannot be read."""
    phrase = fold(phrase)
    tokens = list(_TOKEN.finditer(phrase))
    if "".join(token[0] for token in tokens) != phrase:
        raise ValueError(f"“{phrase}”: cannot be read")
    reader = _Reader(phrase, tokens, classes)
    parts = reader.sequence()
    if reader.at < len(tokens):
        raise ValueError(f"“{phrase}”: a bracket closes that was not opened")
    return parts


def stretches_of(parts: list[Part]) -> Iterator[set[str]]:
    """Yield what each stretch of neighbouring fixed parts may be, unless it may be too much."""
    for start in range(len(parts)):
        size = 1
        for end in range(start, len(parts)):
            size *= len(parts[end].texts)
            if not 0 < size <= MOST:
                break
            yield {text.strip() for text in joined(parts[start : end + 1])}


def frequency(texts: Collection[str]) -> tuple[float, int]:
    """Return how often one of a set of literals stands in a text, as far as that matters, and how many they are."""
    return max(RARE, sum(prod(map(frequency_of, _WORD.findall(text))) for text in texts)), len(texts)


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
    common = {word.rstrip("?") for words in lists().values() for word in words.split()}
    return frozenset(word[:size] for word in common for size in range(2, len(word) + 1))


class _Reader:
    """One walk over the tokens of a phrase."""

    def __init__(self, phrase: str, tokens: list[regex.Match[str]], classes: Mapping[str, str]) -> None:
        self.phrase, self.tokens, self.classes, self.at = phrase, tokens, classes, 0

    def sequence(self) -> list[Part]:
        """Read up to the end of the alternative."""
        parts: list[Part] = []
        while self.at < len(self.tokens) and self.tokens[self.at][0] not in "|)]":
            token = self.tokens[self.at]
            self.at += 1
            parts.append(self.part(token))
        return parts

    def part(self, token: regex.Match[str]) -> Part:
        if token["open"]:
            return self.group(optional=token["open"] == "[")
        if token["name"]:
            if token["name"] not in self.classes:
                raise ValueError(f"“{self.phrase}”: there is no class “{token['name']}”")
            expression = self.classes[token["name"]]
            listed = tuple(expression.split("|")) if _LISTED.fullmatch(expression) else ()
            return Part(f"(?P<{token['name']}>{expression})", listed)
        if token["verb"]:
            known = tuple(dict.fromkeys(forms(token["verb"])))
            return Part(f"(?P<verb>{'|'.join(map(regex.escape, known))})", known)
        if token[0].startswith("…"):
            return Part(f"(?:{GAP}[ ])?" if token[0].endswith(" ") else GAP, ())
        return Part(spaced(token[0]), (token[0],))

    def group(self, optional: bool) -> Part:
        """Read a group up to its bracket."""
        branches = [self.sequence()]
        while self.at < len(self.tokens) and self.tokens[self.at][0] == "|":
            self.at += 1
            branches.append(self.sequence())
        if self.at == len(self.tokens):
            raise ValueError(f"“{self.phrase}”: a bracket is not closed")
        self.at += 1
        expression = "|".join("".join(part.expression for part in branch) for branch in branches)
        fixed = all(part.texts for branch in branches for part in branch)
        texts = [text for branch in branches for text in joined(branch)] if fixed else []
        return Part(
            f"(?:{expression}){'?' if optional else ''}", (*texts, "") if optional and fixed else tuple(texts)
        )


def tells(text: str) -> bool:
    """Return whether a text is long enough to wake a rule."""
    return len(text) > 1 or bool(regex.match(f"[{_UNSPACED}]", text))


def joined(parts: list[Part]) -> list[str]:
    """Return what a sequence of fixed parts may be."""
    return ["".join(texts) for texts in product(*(part.texts for part in parts))]


def spaced(text: str) -> str:
    """Return the expression of a text in which a blank is one to three."""
    return regex.escape(text, special_only=True, literal_spaces=True).replace(" ", "[ ]{1,3}")
