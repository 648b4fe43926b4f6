"""Phrases that fill a line: what menus, forms and footers are made of.

A word of a text says little; the same word alone on its line is a button.  A
phrase is words, ``{n}`` for a number, ``{}`` for any few words or, at its end,
for the rest of the line, and ``:`` for a colon, a bar, a dash or an arrow.
All other marks, and case, do not matter.  Several phrases of one rule may
share a line if a mark stands between them or the next begins with a capital.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import regex

from scribal.rule import Rule
from scribal.text import Hit, View, fold

LONGEST = 300
"""A line of more code points is prose."""

ROOM = 12
"""How many words ``{}`` stands for inside a phrase."""

REST = 30
"""How many words ``{}`` stands for at the end of a phrase."""

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_TOKEN = regex.compile(
    rf"\p{{N}}++(?:[.,' ]\p{{N}}++)*+|[{_UNSPACED}]|(?:(?![{_UNSPACED}])[\p{{L}}\p{{M}}])++"
    r"|[:：|»→►▶•·>/]|(?<=\s)[-–—](?=\s)"
)
_SLOT = regex.compile(r"\{n?\}")
_END, _ANY, _NUMBER, _MARK = "", "{}", "{n}", ":"

Trie = dict[str, Any]
"""A tree of words; under ``_END`` stands the phrase that ends there."""


class Token(NamedTuple):
    """A word, a number or a separating mark of a line."""

    text: str
    start: int
    end: int


class Lines:
    """The phrases of all rules that fill lines."""

    def __init__(self, owners: Mapping[str, Sequence[Rule]]) -> None:
        self.owners = owners
        self.starts: dict[str, dict[Rule, Trie]] = {}
        tries: dict[Rule, Trie] = {}
        for phrase, rules in owners.items():
            words = words_of(phrase)
            for rule in rules:
                node = trie = tries.setdefault(rule, {})
                for word in words:
                    node = node.setdefault(word, {})
                node[_END] = phrase
                self.starts.setdefault(words[0], {})[rule] = trie

    def hits(self, view: View) -> Iterator[tuple[Rule, Hit]]:
        """Yield each phrase that fills a line, with others or alone, for each rule that waits for it."""
        folded, starts = view.folded, self.starts
        for zone in view.zones:
            if zone.end - zone.start > LONGEST:
                continue
            first = _TOKEN.search(folded, zone.start, zone.end)
            if first is None:
                continue
            word = first[0]
            rules = starts.get(_NUMBER if word[0].isnumeric() else word.replace("ı", "i"))
            if rules:
                tokens = tokens_of(folded, zone.start, zone.end)
                for rule, trie in rules.items():
                    for start, end, phrase in cover(tokens, trie, view.text):
                        yield rule, Hit(start, end, phrase)


def check_line(phrase: str) -> None:
    """Raise ValueError, saying why, for a phrase that could fill no line."""
    words = words_of(phrase)
    if not words or words[0] in (_ANY, _MARK):
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
    return [
        Token(_word(match[0]), match.start(), match.end()) for match in _TOKEN.finditer(folded, start, end)
    ]


def _word(text: str) -> str:
    if text[0].isalpha():
        return text.replace("ı", "i")
    return text if text[0].isnumeric() else _MARK


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
    """Return whether a phrase may begin at a token: first, behind a mark, or with a capital."""
    token = tokens[at]
    return at == 0 or not text[token.start].islower() or bool(text[tokens[at - 1].end : token.start].strip())


def _phrases(tokens: Sequence[Token], at: int, node: Trie) -> Iterator[tuple[int, str]]:
    """Yield each phrase that begins at a token, and the token behind it."""
    if _END in node:
        yield at, node[_END]
    if at == len(tokens):
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
        for stop in range(at + 1, min(at + ROOM, len(tokens) - 1) + 1):
            if tokens[stop].text in inner:
                yield from _phrases(tokens, stop, inner)
