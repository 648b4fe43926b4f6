"""Put a text together again that a program took apart into tokens.

The ways of taking apart are those of the Penn Treebank (``we 've``, ``-LRB-``), of Moses (``19 @-@ year``),
of byte-pair encoding (``re@@ port``) and of plain blanks around each mark (``( 90 + 8 )``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from scribal import Edit, expression

_TOKEN = expression(r"\S++")
_CLITIC = expression(r"n['’]t|['’](?:s|ve|re|ll|d|m)", regex.IGNORECASE)
_WORDLY = expression(r"[\p{L}\p{N}]")
_WORD = expression(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’]*+")
_NUMBER = expression(r"\d[\d.,]*+")
_END = expression(r".*[\p{L}\p{M}\p{N}%)\]\"'”’»\ufffc][.,!?]?+|-RRB-", regex.DOTALL)
"""What a mark may stand behind."""
_GLUED = expression(r"[(\[\"“][\p{L}\p{N}].*+|.*[\p{L}\p{N}][,;:!?)\]\"”]\p{P}*+", regex.DOTALL)
_FULL = expression(r".+[.!?][\"”')\]]*+", regex.DOTALL)

_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
"""What the Penn Treebank writes for brackets."""
_JOINTS = {"@-@": "-", "@,@": ",", "@.@": ".", "@/@": "/"}
"""What Moses writes for a mark inside a word or a number."""
_JOINING = frozenset((*_JOINTS, "/", "+", "-"))
"""Marks that may stand between the halves of a word."""
_OPENING, _CLOSING = frozenset("([{“"), frozenset(")]}”")
_LOW, _HIGH = frozenset(",."), frozenset(";:!?")
"""Marks before which no language sets a blank, and those before which some do."""
_MONEY = frozenset("$£€¥")
_SIGNS = frozenset((*_LOW, *_HIGH, "-", *_BRACKETS, *_JOINTS))
"""Tokens without one of which, or of those that end words, no sentence is put together."""

_LOOSE = frozenset(
    "a about after also although an and any are as at be because been but by can could did do does either else for "
    "from had has have he her here his how i if in into is it its just like may me more most my neither no not now "
    "of on only or our perhaps she should since so some such than that the their then there these they this those "
    "though to too until up was we were what when where which while who whom whose why will with would yet you".split()
)
"""English words that are hardly ever part of a compound: a hyphen beside them is a dash."""

_NAMED = frozenset(
    "a adding an and apostrophe by clitic ending genitive of or possessive suffix the using with".split()
)
"""What stands before an ending that is spoken of: the possessive ’s."""


class Token(NamedTuple):
    """A stretch of text between blanks."""

    text: str
    start: int
    end: int


class Sentence:
    """The tokens of a sentence, and what is to be done to them.

    Gaps are named by the index of the token before them.
    """

    def __init__(self, tokens: Sequence[Token], english: bool, spaced: bool) -> None:
        self.tokens = tokens
        self.english = english
        self.spaced = spaced
        """Whether the language sets blanks before high marks."""
        self.sure: set[int] = set()
        """Gaps that no text has which was not taken apart."""
        self.open: set[int] = set()
        """Gaps that a tokenizer makes, and now and then a writer too."""
        self.apart: set[int] = set()
        """Gaps before commas, stops and high marks."""
        self.written: dict[int, str] = {}
        """What is to be written for a token."""
        self.pair(('"', "``", "''"))
        self.pair(("'",))
        for index in range(len(tokens)):
            self.read(index)

    def edits(self, prose: bool) -> list[Edit]:
        """Return what puts the sentence together again; what is not prose has to be sure."""
        every = self.sure | self.open | self.apart
        taken_apart = prose and self.apart and (self.open or self.sure) and 2 * self.glued <= len(every)
        gaps = every if taken_apart else self.sure
        if not gaps:
            return []
        tokens = self.tokens
        edits = [Edit(tokens[i].start, tokens[i].end, text) for i, text in self.written.items()]
        edits += [Edit(tokens[i].end, tokens[i + 1].start, "") for i in gaps if 0 <= i < len(tokens) - 1]
        return sorted(edits, key=lambda edit: (edit.start, edit.end))

    @property
    def glued(self) -> int:
        """How many marks stand at their words, as in a text that was never taken apart."""
        texts = [token.text for i, token in enumerate(self.tokens) if i not in self.written]
        return sum(bool(_GLUED.fullmatch(text)) for text in texts) + bool(
            _FULL.fullmatch(texts[-1] if texts else "")
        )

    def token(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def pair(self, marks: Sequence[str]) -> None:
        """Note the gaps inside pairs of quotation marks that stand alone."""
        places = [i for i, token in enumerate(self.tokens) if token.text in marks]
        others = (token.text for token in self.tokens if token.text not in marks)
        if len(places) % 2 or any(_holds(text, marks[0]) for text in others):
            return
        if marks[0] == "'" and any(self.token(i - 1).lower().endswith("s") for i in places[::2]):
            return
        for first, last in zip(places[::2], places[1::2], strict=True):
            if last > first + 1:
                self.open |= {first, last - 1}
                self.written |= {i: '"' for i in (first, last) if len(self.tokens[i].text) > 1}

    def read(self, index: int) -> None:
        """Note what is to be done at one token."""
        text, before, after = self.token(index), self.token(index - 1), self.token(index + 1)
        if text in _BRACKETS:
            self.written[index] = _BRACKETS[text]
            self.sure.add(index if text[1] == "L" else index - 1)
        elif text.endswith("@@") and len(text) > 2 and after:
            self.written[index] = text[:-2]
            self.sure.add(index)
        elif (text in _LOW or (text in _HIGH and not self.spaced)) and _END.fullmatch(before):
            self.apart.add(index - 1)
        elif text in _CLOSING and before and before not in _OPENING and self.opened(index):
            self.open.add(index - 1)
        elif text in _OPENING and after and after not in _CLOSING:
            self.open.add(index)
        elif text in _JOINING and _WORDLY.search(before) and _WORDLY.search(after):
            self.join(index, text, before, after)
        if self.english:
            self.read_english(index, text, before, after)

    def opened(self, index: int) -> bool:
        """Return whether a closing mark has a quotation to close; one that has not may face the wrong way."""
        earlier = "".join(token.text for token in self.tokens[:index])
        return self.token(index) != "”" or earlier.count("“") > earlier.count("”")

    def join(self, index: int, text: str, before: str, after: str) -> None:
        """Note a mark between two words that makes them one."""
        gaps = {index - 1, index}
        numbers = bool(_NUMBER.fullmatch(before) and _NUMBER.fullmatch(after))
        if text in _JOINTS:
            self.written[index] = _JOINTS[text]
            self.sure |= gaps
        elif text in ("/", "+", "-") and (numbers or (self.english and text == "/")):
            self.open |= gaps

    def read_english(self, index: int, text: str, before: str, after: str) -> None:
        """Note what is to be done at one token of English."""
        if is_clitic(text) and _WORDLY.search(before[-1:]) and before.lower() not in _NAMED:
            self.sure.add(index - 1)
        elif text == "-" and _WORD.fullmatch(before) and _WORD.match(after):
            if (
                _NUMBER.fullmatch(before)
                and after.lower() in ("year", "years")
                and self.token(index + 2) == "-"
            ):
                self.sure |= {index - 1, index, index + 1, index + 2}
            elif not {before.lower(), after.lower()} & _LOOSE:
                self.open |= {index - 1, index}
        elif text == "%" and _NUMBER.fullmatch(before):
            self.open.add(index - 1)
        elif text in _MONEY and _NUMBER.match(after):
            self.open.add(index)
        elif text in ("'", "’") and before.lower().endswith("s") and _WORD.match(after):
            self.open.add(index - 1)


def is_clitic(text: str) -> bool:
    """Return whether a token is one of those that English writes at the end of a word."""
    return ("'" in text or "’" in text) and _CLITIC.fullmatch(text) is not None


def _holds(text: str, mark: str) -> bool:
    """Return whether a quotation mark stands at an edge of a word."""
    return mark in (text[0], text[-1]) and not is_clitic(text)


def may_be_apart(tokens: Sequence[Token]) -> bool:
    """Return whether a sentence has a token that only a program leaves; fast, and never wrongly False."""
    texts = {token.text for token in tokens}
    return not texts.isdisjoint(_SIGNS) or any(text.endswith("@@") or is_clitic(text) for text in texts)


def sentences(text: str, start: int, end: int) -> Iterator[list[Token]]:
    """Yield the tokens of each sentence of a line; what closes a quotation belongs to the sentence before."""
    tokens = [Token(match[0], *match.span()) for match in _TOKEN.finditer(text, start, end)]
    first = quotes = 0
    for index, token in enumerate(tokens):
        quotes += token.text in ('"', "``", "''")
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        closes = after in (")", "]", "''", "”", "-RRB-") or (after == '"' and quotes % 2 == 1)
        before = tokens[index - 1].text if index > first else ""
        full = token.text in (".", "!", "?") or (after[:1].isupper() and _FULL.fullmatch(token.text))
        if (full or (token.text in ('"', "''", "”", ")") and before in (".", "!", "?"))) and not closes:
            yield tokens[first : index + 1]
            first, quotes = index + 1, 0
    if first < len(tokens):
        yield tokens[first:]
