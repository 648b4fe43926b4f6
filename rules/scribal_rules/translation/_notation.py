"""The notation in which this family's lists write phrases.

``(a|b)`` is one of several, ``[a]`` may be missing, ``…`` stands for a few words
of the same sentence, ``<name>`` for a word of a class, ``{make}`` for any form of
an English verb.  A blank matches one to three.  A backslash takes the sign behind it as it is.  A phrase
is matched in folded text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

import regex

from scribal import expression, fold

from ._frequency import UNSPACED, frequency
from ._verbs import forms

GAP = r"(?:[^.!?。！？\n]|\.(?=[^\s.])){0,60}?"
"""What ``…`` stands for, file names and versions too; between two blanks it may also be nothing at all."""

MOST = 48
"""How many literals one phrase may be woken by."""

_TOKEN = expression(
    r"(?P<open>[(\[])|(?P<close>[)\]])|\||…[ ]?|<(?P<name>\w+)>|\{(?P<verb>[\w-]+)\}|(?:\\.|[^()\[\]|…<{\\])+"
)
_SIGN = expression(r"\\(.)")
_LISTED = expression(r"[\p{L}\p{M} |'-]+")
"""A class that is a list of words."""

_BLANKS = expression(" {2,3}")
_START = rf"(?<![\p{{L}}\p{{M}}\p{{N}}-])(?=[\p{{L}}\p{{N}}])|(?=[{UNSPACED}])|(?=[^\p{{L}}\p{{N}}])"
_END = rf"(?<=[{UNSPACED}\p{{Hangul}}])|(?<=[^\p{{L}}\p{{M}}\p{{N}}])|(?![\p{{L}}\p{{M}}\p{{N}}])"


class Part(NamedTuple):
    """A part of a phrase: its expression, and the texts that it may be, none where they cannot be told."""

    expression: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Phrase:
    """A phrase that was read."""

    parts: tuple[Part, ...]

    @cached_property
    def expression(self) -> str:
        """How it is matched: from a whole word to a whole word."""
        return bounded(self.parts)

    @property
    def spellings(self) -> tuple[str, ...]:
        """Everything that it may be, none where that cannot be told."""
        return tuple(joined(self.parts))

    @cached_property
    def triggers(self) -> tuple[str, ...]:
        """Literals of which one stands in every match."""
        return tuple(sorted(min(stretches_of(self.parts), key=frequency, default=())))

    @cached_property
    def heads(self) -> frozenset[str]:
        """How a match may begin, none where that cannot be told."""
        heads = frozenset(text.split(" ")[0] for text in self.parts[0].texts)
        return frozenset() if "" in heads else heads

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """More literals: one of each of these sets stands in every match, in this order."""
        fixed = (frozenset(text.strip() for text in part.texts) for part in self.parts if part.texts)
        return tuple(texts for texts in fixed if "" not in texts)

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
    parts = tuple(parts_of(phrase, classes))
    if not any(stretches_of(parts)):
        raise ValueError(f"“{phrase}”: has no fixed word")
    return Phrase(parts)


def places_of(word: str, text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a word stands in a stretch of text, as a whole or as a part."""
    at = text.find(word, start, end)
    while at >= 0:
        yield at
        at = text.find(word, at + 1, end)


def expression_of(phrase: str, classes: Mapping[str, str] = {}) -> str:
    """Return the expression of a phrase that stands beside another one and wakes nothing."""
    return bounded(parts_of(phrase, classes))


def bounded(parts: Sequence[Part]) -> str:
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


def stretches_of(parts: Sequence[Part]) -> Iterator[set[str]]:
    """Yield what each stretch of neighbouring fixed parts may be, unless it may be too much or tells nothing."""
    for start in range(len(parts)):
        size = 1
        for end in range(start, len(parts)):
            size *= len(parts[end].texts)
            if not 0 < size <= MOST:
                break
            texts = {text.strip() for text in joined(parts[start : end + 1])}
            if all(map(tells, texts)):
                yield texts


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
        text = _SIGN.sub(r"\1", token[0])
        return Part(spaced(text), (text,))

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
    return len(text) > 1 or bool(regex.match(f"[{UNSPACED}]", text))


def joined(parts: Sequence[Part]) -> list[str]:
    """Return what a sequence of fixed parts may be."""
    return ["".join(texts) for texts in product(*(part.texts for part in parts))]


def plain(text: str) -> str:
    """Return the notation of a text in which no sign means anything."""
    return regex.sub(r"[()\[\]|…<{\\]", r"\\\g<0>", text)


def spaced(text: str) -> str:
    """Return the expression of a text in which a blank is one to three."""
    return regex.escape(text, special_only=True, literal_spaces=True).replace(" ", "[ ]{1,3}")
