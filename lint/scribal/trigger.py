"""The triggers that wake rules: a subset of regular expressions in which every engine agrees.

A pattern has no lookaround, no backreference, no flags, no possessive and no
lazy quantifier.  It cannot match a line break, so that each match lies in one
line: ``[^…\\n]`` says so for a class that says what it is not, and ``^`` and ``$``
are the start and the end of a line.  It names characters by Unicode categories
and scripts, since ``\\w \\d \\s \\b`` mean ASCII to some engines, and writes case
out: ``[Ff]oo``.

Repeats are bounded.  A trigger is a superset of what its rule finds, so that
``{1,30}`` says as much as ``+``, and the number of ways in which a pattern can
match at one place is a bound on how long a text can keep an engine busy that
backtracks.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

WAYS = 10_000
"""In how many ways a pattern may match at one place."""

SIZE = 1_000
"""How many characters long the longest match may be; RE2 refuses more."""

_CATEGORIES = re.compile("[LMNPSZ]|L[ultmo]|M[nce]|N[dlo]|P[cdseifo]|S[mcko]|Z[slp]|Cf|Co")
"""Without Cc and C, which hold the line break, and Cs and Cn, which RE2 lacks."""

_SCRIPTS = re.compile(
    "Adlam|Arabic|Armenian|Bengali|Bopomofo|Braille|Canadian_Aboriginal|Cherokee|Common|Coptic|Cyrillic"
    "|Devanagari|Ethiopic|Georgian|Glagolitic|Gothic|Greek|Gujarati|Gurmukhi|Han|Hangul|Hebrew|Hiragana"
    "|Inherited|Javanese|Kannada|Katakana|Khmer|Lao|Latin|Malayalam|Mongolian|Myanmar|Nko|Ol_Chiki|Oriya"
    "|Runic|Sinhala|Sundanese|Syriac|Tagalog|Tamil|Telugu|Thaana|Thai|Tibetan|Tifinagh|Yi"
)

_TOKEN = re.compile(
    r"""
      (?P<open> \( (?:\?:)? (?!\?) ) | (?P<close> \) ) | (?P<or> \| ) | (?P<edge> [\^$] )
    | \[ (?P<negated> \^? ) (?P<members> (?: \\p\{\w+\} | \\. | [^\\\[\]] )+ ) \]
    | \\p\{ (?P<property> \w+ ) \}
    | \\(?: x(?!0[Aa]) [0-9A-Fa-f]{2} | t | [^\w\s] )
    | [^\\\[\](){}|*+?^$\x00-\x1f\x7f\ud800-\udfff]
    """,
    re.VERBOSE,
)
_REPEAT = re.compile(
    r"(?: \? | \{ (?P<least> \d{1,3} ) (?: , (?P<most> \d{1,3} ) )? \} ) (?! [?+*{] )", re.VERBOSE
)
_MEMBER = re.compile(
    r"\\p\{(?P<property>\w+)\}|\\x(?P<code>[0-9A-Fa-f]{2})|\\(?P<escaped>[tn]|[^\w\s])"
    r"|(?P<plain>[^\\\[\]\x00-\x1f\x7f\ud800-\udfff])"
)
_NO_CHARACTER = re.compile("[\ud800-\udfff\uffff]")
_ESCAPED = {"t": "\t", "n": "\n"}


class Shape(NamedTuple):
    """What matters of a pattern, or of a part of one."""

    least: int
    """How many characters the shortest match has."""
    most: int
    """How many characters the longest match has."""
    ways: int
    """In how many ways it can match at one place, at most."""


def check_pattern(pattern: str) -> None:
    """Raise ValueError, saying why and where, for a pattern outside the subset."""
    parser = _Parser(pattern)
    shape = parser.alternatives()
    if parser.at < len(pattern):
        raise parser.fault("a bracket closes that was not opened")
    if shape.least == 0:
        raise parser.fault("it matches the empty text")
    if shape.most > SIZE:
        raise parser.fault(f"it can match {shape.most} characters, more than {SIZE}")
    if shape.ways > WAYS:
        raise parser.fault("it can match in too many ways at one place; bound its repeats more closely")


def check_literal(literal: str) -> None:
    """Raise ValueError, saying why, for a phrase that could not be found as it is written."""
    if not literal.strip():
        raise ValueError(f"the literal {literal!r} is blank")
    if _NO_CHARACTER.search(literal):
        raise ValueError(f"the literal {literal!r} holds what is no character")
    if not unicodedata.is_normalized("NFC", literal):
        raise ValueError(f"the literal {literal!r} is not in NFC")
    if "  " in literal:
        raise ValueError(f"the literal {literal!r} has two blanks in a row; one stands for up to three")


def ways_to_repeat(ways: int, least: int, most: int) -> int:
    """Return in how many ways a part can be repeated that itself matches in some; past ``WAYS`` roughly."""
    total, power = 0, 1
    for count in range(most + 1):
        total += power if count >= least else 0
        power = min(power * ways, WAYS + 1)
    return total


class _Parser:
    """One walk over a pattern."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def fault(self, why: str) -> ValueError:
        where = f" at {self.pattern[self.at : self.at + 12]!r}" if self.at < len(self.pattern) else ""
        return ValueError(f"the trigger {self.pattern!r} is not portable{where}: {why}")

    def alternatives(self) -> Shape:
        """Read up to the end of the group."""
        found = [self.sequence()]
        while self.pattern.startswith("|", self.at):
            self.at += 1
            found.append(self.sequence())
        least, most, ways = zip(*found, strict=True)
        return Shape(min(least), max(most), sum(ways))

    def sequence(self) -> Shape:
        """Read up to the end of the alternative."""
        least, most, ways = 0, 0, 1
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            part = self.repeated(self.part())
            least, most, ways = least + part.least, most + part.most, ways * part.ways
        return Shape(least, most, ways)

    def part(self) -> Shape:
        """Read a character, a class or a group."""
        token = _TOKEN.match(self.pattern, self.at)
        if token is None:
            raise self.fault("write repeats with bounds, characters by category or script, and no assertions")
        if token["property"]:
            self.check_property(token["property"])
        if token["members"]:
            self.check_class(token["members"], bool(token["negated"]))
        self.at = token.end()
        if token["edge"]:
            return Shape(0, 0, 1)
        if not token["open"]:
            return Shape(1, 1, 1)
        shape = self.alternatives()
        if not self.pattern.startswith(")", self.at):
            raise self.fault("a bracket is not closed")
        self.at += 1
        return shape

    def repeated(self, part: Shape) -> Shape:
        """Read the quantifier after a part, if there is one."""
        repeat = _REPEAT.match(self.pattern, self.at)
        if repeat is None:
            return part
        if not part.most:
            raise self.fault("the edge of a line is not repeated")
        least = int(repeat["least"] or 0)
        most = int(repeat["most"] or repeat["least"] or 1)
        if not least <= most <= SIZE:
            raise self.fault("the bounds of the repeat make no sense")
        self.at = repeat.end()
        return Shape(part.least * least, part.most * most, ways_to_repeat(part.ways, least, most))

    def check_property(self, name: str) -> None:
        if not (_CATEGORIES.fullmatch(name) or _SCRIPTS.fullmatch(name)):
            raise self.fault(f"“{name}” is no category without the line break, and no script that is known")

    def check_class(self, members: str, negated: bool) -> None:
        breaks, low, ranged, at = False, "", False, 0
        while at < len(members):
            member = _MEMBER.match(members, at)
            if member is None:
                raise self.fault(f"the class has {members[at : at + 4]!r}")
            first, at = at == 0, member.end()
            if member["plain"] == "-" and not first and at < len(members):
                if ranged or not low:
                    raise self.fault("the class has a range that makes no sense")
                ranged = True
                continue
            if member["property"]:
                self.check_property(member["property"])
                character = ""
            elif member["code"]:
                character = chr(int(member["code"], 16))
            else:
                character = member["plain"] or _ESCAPED.get(member["escaped"], member["escaped"])
            if ranged and not (low and character and low <= character):
                raise self.fault("the class has a range that makes no sense")
            breaks |= character == "\n" or (ranged and low <= "\n" <= character)
            low, ranged = ("", False) if ranged else (character, False)
        if any(operator in members for operator in ("--", "&&", "||", "~~")):
            raise self.fault("the class has a set operation")
        if breaks != negated:
            raise self.fault("the class could match a line break; write [^…\\n], and \\n nowhere else")
