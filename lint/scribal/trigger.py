"""The patterns that wake rules: a subset in which every engine agrees.

A pattern has no lookaround, no backreference, no flags and no possessive
quantifier; it cannot match a line break, so that each match lies in one line;
it says what it means by Unicode categories and scripts, since ``\\w \\d \\s \\b``
mean ASCII to some engines.  Case is written out.
"""

from __future__ import annotations

import regex

_TOKEN = regex.compile(
    r"""
      \((?:\?:)?+(?!\?) | \) | \|                                    # groups, alternatives
    | \[ (?P<negated>\^)? (?P<members> (?: \\. | [^\\\[\]] )++ ) \]   # a class
    | \\p\{\^?[A-Za-z_]+\}                                            # a category or script
    | \\x[0-9A-Fa-f]{2} | \\t | \\[^\w\s]                             # an escaped character
    | [*+?] (?!\+) \?? | \{\d{1,3}(?:,\d{0,3})?\} (?!\+) \??          # a quantifier
    | \^                                                              # the start of a line
    | [^\\\[\](){}|*+?^$\n\r]                                         # a character
    """,
    regex.VERBOSE,
)

_MEMBER = regex.compile(r"\\p\{[A-Za-z_]+\}|\\x[0-9A-Fa-f]{2}|\\[tn]|\\[^\w\s]|[^\\\n\r]")


def check_pattern(pattern: str) -> None:
    """Raise ValueError, saying where, for a pattern outside the subset."""
    at = 0
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        if token is None or token.end() == at:
            raise ValueError(
                f"the trigger {pattern!r} leaves the portable subset at {pattern[at : at + 8]!r}"
            )
        if token["members"] is not None:
            _check_class(pattern, token["members"], token["negated"] is not None)
        at = token.end()
    if regex.compile(pattern).match("") is not None:
        raise ValueError(f"the trigger {pattern!r} matches the empty text")


def _check_class(pattern: str, members: str, negated: bool) -> None:
    at = 0
    while at < len(members):
        member = _MEMBER.match(members, at)
        if member is None:
            raise ValueError(f"the trigger {pattern!r} has {members[at : at + 4]!r} in a class")
        at = member.end()
    if any(operator in members for operator in ("--", "&&", "||", "~~")):
        raise ValueError(f"the trigger {pattern!r} has a set operation in a class")
    if negated != ("\\n" in members):
        raise ValueError(
            f"the trigger {pattern!r} could match a line break: write [^…\\n], and \\n nowhere else"
        )
