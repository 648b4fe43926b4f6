"""Phrases that fill a line: what menus, forms and footers are made of.

A word of a text says little; the same word alone on its line is a button.
Several phrases of one rule may share a line if a mark stands between them or
the next begins with a capital.  How a phrase is written: :mod:`scribal.wording`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scribal.expression import expression
from scribal.rule import Rule
from scribal.stretches import LONGEST, inner
from scribal.text import Hit, View, Zone
from scribal.wording import (
    ANY,
    FIRST_UNSPACED,
    HEAD,
    MARK,
    NUMBER,
    Beginnings,
    Row,
    head_of,
    is_spaced,
    known_as,
    phrases_in,
    token_for,
)

ROOM = 12
"""How many words ``{}`` stands for inside a phrase."""

REST = 30
"""How many words ``{}`` stands for at the end of a phrase."""

_END = ""
"""Under it stands, in a tree of words, the phrase that ends there."""

_NUMERAL = expression(r"\p{N}")

Trie = dict[str, Any]
"""A tree of words."""


class Lines:
    """The phrases of all rules that fill lines.

    Only their first letters are read at once; the phrases of a rule when a line begins as one of them does.
    """

    def __init__(self, owners: Mapping[Rule, Beginnings]) -> None:
        self.owners = owners
        self.heads = frozenset[str]().union(*(owned.seconds for owned in owners.values()))
        self.longest = max(map(len, self.heads), default=0)
        self.following: dict[str, frozenset[str]] = {}
        self.packed: dict[Rule, Mapping[str, bytes]] = {}
        self.tries: dict[Rule, Trie] = {}
        self.speakers: dict[str, list[Rule]] = {}
        self.read: set[str] = set()

    def hits(self, view: View) -> Iterator[tuple[Rule, Hit]]:
        """Yield each phrase that fills a line, with others or alone, for each rule that waits for it."""
        folded = view.folded.replace("ı", "i")
        token = token_for(folded)
        for start, end in (*self.likely(view.zones, folded), *self.likely_within(view, folded)):
            row = Row(token, folded, start, end)
            for rule in self.rules(row):
                for hit in self.cover(row, rule, view.text):
                    yield rule, hit

    def likely(self, zones: Sequence[Zone], folded: str) -> Iterator[tuple[int, int]]:
        """Yield the span of each line that begins with the first letters of a phrase.

        A word of letters alone is told from the first letters of all phrases at once.
        """
        heads, room = self.heads, self.longest + 1
        words = [(folded[zone[1] : zone[1] + room].split(None, 1) or ("",))[0] for zone in zones]
        for index in [
            index
            for index, word in enumerate(words)
            if word in heads or not (word.isalpha() and (word.isascii() or max(word) < FIRST_UNSPACED))
        ]:
            _, start, end, *_ = zones[index]
            match = HEAD.match(folded, start, end) if end - start <= LONGEST else None
            if match and self.may_begin(match):
                yield start, end

    def likely_within(self, view: View, folded: str) -> Iterator[tuple[int, int]]:
        """Yield the span of each stretch inside a line that begins with the first letters of a phrase."""
        for start, end in inner(view):
            match = HEAD.match(folded, start, end)
            if match and self.may_begin(match):
                yield start, end

    def may_begin(self, match: re.Match[str]) -> bool:
        """Return whether a phrase may begin as a line does, of which :data:`HEAD` is the match."""
        head, _, second = match.groups()
        if not is_spaced(head):
            numbered = head[0].isnumeric() and NUMBER in self.heads
            return numbered or any(head[:size] in self.heads for size in range(1, len(head) + 1))
        seconds = self.seconds(head if head.isalpha() else NUMBER)
        if "" in seconds or second in seconds or not is_spaced(second):
            return bool(seconds)
        return NUMBER in seconds and bool(_NUMERAL.search(match.string, match.end(1), match.endpos))

    def seconds(self, head: str) -> frozenset[str]:
        """Return the letters that may follow the first ones of a line."""
        if head not in self.heads:
            return frozenset()
        if head not in self.following:
            owned = (each.seconds[head] for each in self.owners.values() if head in each.seconds)
            self.following[head] = frozenset(second for each in owned for second in each.split(" "))
        return self.following[head]

    def rules(self, row: Row) -> list[Rule]:
        """Return the rules with a phrase that may begin as a line does, by its first two words."""
        at = row.past_marks(0)
        first, second = row.word(at), row.word(at + 1) or MARK
        if not first:
            return []
        known = known_as(first)
        keys = (first,) if first == known else (first, known)
        return [
            rule
            for rule in self.rules_for(known)
            for trie in (self.tries[rule],)
            if any(key in trie and _may_go_on(trie[key], second) for key in keys)
        ]

    def rules_for(self, word: str) -> Sequence[Rule]:
        """Return the rules that have phrases with a first word, and see to it that these are read."""
        head = head_of(word)
        if head not in self.read:
            self.read.add(head)
            for rule, owned in self.owners.items():
                if head in owned.seconds:
                    if rule not in self.packed:
                        self.packed[rule] = owned.unpacked()
                    for phrase, words in phrases_in(self.packed[rule][head]):
                        self.learn(rule, phrase, words)
        return self.speakers.get(word, ())

    def learn(self, rule: Rule, phrase: str, words: Sequence[str]) -> None:
        """Add a phrase, given with its words, to the tree of a rule."""
        node = self.tries.setdefault(rule, {})
        speakers = self.speakers.setdefault(words[0], [])
        if rule not in speakers:
            speakers.append(rule)
        for part in words:
            node = node.setdefault(part, {})
        node[_END] = phrase

    def cover(self, row: Row, rule: Rule, text: str) -> list[Hit]:
        """Return the phrases of a rule that together fill a line; none if they cannot."""
        dead: set[int] = set()

        def rest(at: int) -> list[Hit] | None:
            at = row.past_marks(at)
            word = row.word(at)
            if not word:
                return []
            if at in dead or not _may_begin(row, at, text):
                return None
            self.rules_for(known_as(word))
            for stop, phrase in sorted(_phrases(row, at, self.tries[rule]), reverse=True):
                following = rest(stop)
                if following is not None:
                    return [Hit(row.start(at), row.end(stop - 1), phrase), *following]
            dead.add(at)
            return None

        return rest(0) or []


def _may_go_on(node: Trie, word: str) -> bool:
    """Return whether a phrase may have a word as its next one, or may end there."""
    if word in node or _END in node or ANY in node or word == MARK:
        return True
    return NUMBER in node and word[0].isnumeric()


def _may_begin(row: Row, at: int, text: str) -> bool:
    """Return whether a phrase may begin at a token: first, behind a mark, or with a capital.

    What is glued or joined with a hyphen is one word, or one compound: “main-menu”, 帮助菜单.
    """
    if at == 0 or row.word(at - 1) == MARK:
        return True
    gap = text[row.end(at - 1) : row.start(at)]
    return gap not in ("", "-", "'", "’") and (not text[row.start(at)].islower() or bool(gap.strip()))


def _phrases(row: Row, at: int, node: Trie) -> Iterator[tuple[int, str]]:
    """Yield each phrase that begins at a token, and the token behind it."""
    if _END in node:
        yield at, node[_END]
    word = row.word(at)
    if not word:
        if _END in node.get(ANY, {}):
            yield at, node[ANY][_END]
        return
    if word in node:
        yield from _phrases(row, at + 1, node[word])
    elif word == MARK:
        yield from _phrases(row, at + 1, node)
    if NUMBER in node and word[0].isnumeric():
        yield from _phrases(row, at + 1, node[NUMBER])
    if inner := node.get(ANY):
        if _END in inner and len(row) - at <= REST:
            yield len(row), inner[_END]
        for stop in range(at, at + ROOM + 1):
            word = row.word(stop)
            if word and (word in inner or (NUMBER in inner and word[0].isnumeric())):
                yield from _phrases(row, stop, inner)
