"""Phrases that fill a line: what menus, forms and footers are made of.

A word of a text says little; the same word alone on its line is a button.  A
phrase is words, ``{n}`` for a number, ``{}`` for a few words, or none, or, at its end,
for the rest of the line, and ``:`` for a colon, a bar, a dash or an arrow.
All other marks, and case, do not matter.  Several phrases of one rule may
share a line if a mark stands between them or the next begins with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile
from typing import Any, NamedTuple

import regex

from scribal.rule import Rule
from scribal.stretches import stretches
from scribal.text import Hit, View, fold

ROOM = 12
"""How many words ``{}`` stands for inside a phrase."""

REST = 30
"""How many words ``{}`` stands for at the end of a phrase."""

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_TOKEN = regex.compile(
    rf"\p{{N}}++(?:[.,' ]\p{{N}}++)*+|[{_UNSPACED}]|[[\p{{L}}\p{{M}}]--[{_UNSPACED}]]++"
    r"|[:：|»→►▶•·>/]|(?<=\s)[-–—](?=\s)",
    regex.VERSION1,
)
_ASCII_TOKEN = re.compile(r"[0-9]++(?:[.,' ][0-9]++)*+|[A-Za-z]++|[:|>/]|(?<=\s)-(?=\s)")
"""The same for a text in ASCII; ``re`` is ten times as fast as ``regex`` here."""

_HEAD = re.compile(r"[\W_]*(\d|[^\W\d_]+)([\W_]*)([^\W\d_]*)")
"""How a line or a phrase begins: a digit or some letters, what is none, and the next letters."""

_BEGINNING = regex.compile(r"(?:(?![:：|»→►▶•·>/])[^\p{L}\p{N}{])*+(?:[\p{L}\p{M}\p{N}]|\{n\})")
_SLOT = regex.compile(r"\{n?\}")
_END, _ANY, _NUMBER, _MARK = "", "{}", "{n}", ":"

AnyMatch = re.Match[str] | regex.Match[str]

Trie = dict[str, Any]
"""A tree of words; under ``_END`` stands the phrase that ends there."""


class Token(NamedTuple):
    """A word, a number or a separating mark of a line."""

    text: str
    start: int
    end: int


class Lines:
    """The phrases of all rules that fill lines.

    Only their first words are read at once; a phrase is read when a line has its first word.
    """

    def __init__(self, owners: Mapping[str, Sequence[Rule]]) -> None:
        self.owners = owners
        self.waiting: dict[str, list[str]] = {}
        self.tries: dict[Rule, Trie] = {}
        self.speakers: dict[str, list[Rule]] = {}
        self.heads: dict[str, set[str]] = {}
        for phrase in owners:
            folded = fold(phrase).replace("ı", "i")
            word = first_word(folded)
            self.waiting.setdefault(word, []).append(phrase)
            head, second = beginning(word, folded)
            self.heads.setdefault(head, set()).add(second)

    def hits(self, view: View) -> Iterator[tuple[Rule, Hit]]:
        """Yield each phrase that fills a line, with others or alone, for each rule that waits for it."""
        folded, heads = view.folded.replace("ı", "i"), self.heads
        token = _ASCII_TOKEN if folded.isascii() else _TOKEN
        for start, end in stretches(view):  # nearly all are told by their first letters
            if not (found := _HEAD.match(folded, start, end)):
                continue
            head, _, second = found.groups()
            if head.isascii():
                seconds = heads.get(head if head.isalpha() else _NUMBER, ())
                if not ("" in seconds or second in seconds or not second.isascii()):
                    continue
            elif not (
                any(head[:size] in heads for size in range(1, len(head) + 1))
                or (head[0].isnumeric() and _NUMBER in heads)
            ):
                continue
            rules = self.rules(token.finditer(folded, start, end))
            tokens = tokens_of(folded, start, end) if rules else []
            for one in tokens:
                self.rules_for(_known(one.text))
            for rule in rules:
                for at, stop, phrase in cover(tokens, self.tries[rule], view.text):
                    yield rule, Hit(at, stop, phrase)

    def rules(self, tokens: Iterator[AnyMatch]) -> list[Rule]:
        """Return the rules with a phrase that may begin as a line does, by its first two words."""
        words = dropwhile(_MARK.__eq__, (_word(match[0]) for match in tokens))
        first, second = next(words, ""), next(words, _MARK)
        if not first:
            return []
        return [
            rule
            for rule in self.rules_for(_known(first))
            if any(_may_go_on(self.tries[rule].get(key, {}), second) for key in {first, _known(first)})
        ]

    def rules_for(self, word: str) -> Sequence[Rule]:
        """Return the rules that have phrases with a first word, and see to it that these are read."""
        for phrase in self.waiting.pop(word, ()):
            words = words_of(phrase)
            for rule in self.owners[phrase]:
                node = self.tries.setdefault(rule, {})
                if rule not in self.speakers.setdefault(word, []):
                    self.speakers[word].append(rule)
                for part in words:
                    node = node.setdefault(part, {})
                node[_END] = phrase
        return self.speakers.get(word, ())


def _may_go_on(node: Trie, word: str) -> bool:
    """Return whether a phrase may have a word as its next one, or may end there."""
    if not node:
        return False
    numbered = _NUMBER in node and word[0].isnumeric()
    return word == _MARK or numbered or not node.keys().isdisjoint((_END, _ANY, word))


def _known(word: str) -> str:
    """Return what a phrase has for a first word: itself, or the slot for numbers."""
    return _NUMBER if word[0].isnumeric() else word


def first_word(folded: str) -> str:
    """Return the first word of a phrase, given folded, or the slot for numbers."""
    first = (_ASCII_TOKEN if folded.isascii() else _TOKEN).search(folded)
    return _NUMBER if first is None or folded.startswith(_NUMBER) else _known(_word(first[0]))


def beginning(word: str, folded: str) -> tuple[str, str]:
    """Return the first letters of a phrase, or the slot for numbers, and the next ones.

    There are no next ones where any may follow.  ``word`` is the first word of the phrase, given folded.
    """
    head, found = _HEAD.match(word), _HEAD.match(folded)
    if word == _NUMBER or head is None or found is None:
        return _NUMBER, ""
    _, between, second = found.groups()
    return head[1], "" if "{" in between or not second.isascii() else second


def check_line(phrase: str) -> None:
    """Raise ValueError, saying why, for a phrase that could fill no line."""
    if not _BEGINNING.match(phrase):
        raise ValueError(f"the line {phrase!r} does not begin with a word or a number")


def words_of(phrase: str) -> list[str]:
    """Return the words, the slots and the marks of a phrase, folded."""
    words: list[str] = []
    at = 0
    for slot in (*_SLOT.finditer(phrase), None):
        stretch = fold(phrase[at : slot.start() if slot else len(phrase)])
        words += [token.text for token in tokens_of(stretch, 0, len(stretch))]
        if slot:
            words.append(slot[0])
            at = slot.end()
    return words


def tokens_of(folded: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a stretch of folded text; the Turkish dotless i is an i."""
    token = _ASCII_TOKEN if folded.isascii() else _TOKEN
    return [Token(_word(match[0]), *match.span()) for match in token.finditer(folded, start, end)]


def _word(text: str) -> str:
    if text[0].isnumeric():
        return text
    return text.replace("ı", "i") if len(text) > 1 or text.isalpha() else _MARK


def cover(tokens: Sequence[Token], trie: Trie, text: str) -> list[tuple[int, int, str]]:
    """Return phrases that together fill a line, with the span of each; none if they cannot."""
    dead: set[int] = set()

    def rest(at: int) -> list[tuple[int, int, str]] | None:
        while at < len(tokens) and tokens[at].text == _MARK:
            at += 1
        if at == len(tokens):
            return []
        if at in dead or not _may_begin(tokens, at, text):
            return None
        for stop, phrase in sorted(_phrases(tokens, at, trie), reverse=True):
            following = rest(stop)
            if following is not None:
                return [(tokens[at].start, tokens[stop - 1].end, phrase), *following]
        dead.add(at)
        return None

    return rest(0) or []


def _may_begin(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Return whether a phrase may begin at a token: first, behind a mark, or with a capital.

    What is glued or joined with a hyphen is one word, or one compound: “main-menu”, 帮助菜单.
    """
    if at == 0 or tokens[at - 1].text == _MARK:
        return True
    gap = text[tokens[at - 1].end : tokens[at].start]
    return gap not in ("", "-", "'", "’") and (not text[tokens[at].start].islower() or bool(gap.strip()))


def _phrases(tokens: Sequence[Token], at: int, node: Trie) -> Iterator[tuple[int, str]]:
    """Yield each phrase that begins at a token, and the token behind it."""
    if _END in node:
        yield at, node[_END]
    if at == len(tokens):
        if _END in node.get(_ANY, {}):
            yield at, node[_ANY][_END]
        return
    token = tokens[at].text
    if token in node:
        yield from _phrases(tokens, at + 1, node[token])
    elif token == _MARK:
        yield from _phrases(tokens, at + 1, node)
    if _NUMBER in node and token[0].isnumeric():
        yield from _phrases(tokens, at + 1, node[_NUMBER])
    if inner := node.get(_ANY):
        if _END in inner and len(tokens) - at <= REST:
            yield len(tokens), inner[_END]
        for stop in range(at, min(at + ROOM, len(tokens) - 1) + 1):
            if tokens[stop].text in inner or (_NUMBER in inner and tokens[stop].text[0].isnumeric()):
                yield from _phrases(tokens, stop, inner)
