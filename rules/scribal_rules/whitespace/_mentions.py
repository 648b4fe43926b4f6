"""Tell a mark that belongs to a text from one that a text speaks of, or that is part of a listing."""

import re

import regex

from scribal import expression

_CODE = expression(
    r"[<>={}\\^~$#@|*+&] .{0,23} \Z | (?: // | \w_\w | -- | \[[ ] | \w[/.]\w+[/.] ) .{0,20} \Z"
    r" | [\[(/.]\Z | \A\W*+\d*+\Z",
    regex.VERBOSE,
)
"""What stands before a mark in a listing, or in an address that the mark would become a part of."""

_PROMPT = expression(r"\s*+[$%>#][ ]")
"""How a line of a listing begins."""

BEFORE = 80
"""How many code points before a mark are looked at."""

_QUOTED = expression(r"[\"'“«](?:[^\s\"]++[ ])?[^\s\"]++\Z", regex.VERBOSE)
"""What stands before a mark at the end of a short quotation, as of a command."""

_NEXT = expression(
    r".\s++[:;=|<>$\\{}.*/\[-] | ;\s++(?:do|done|then|fi|echo)\b | [:;]\s*+[)(]", regex.VERBOSE
)
"""A mark and what follows it in a listing, or in a face."""

_CLOSING = ('"', "'", "”", "»")

_CHOICE = re.compile(r" \? [^\s?:]+ : ")

_FIGURE = expression(r".\s\d(?!\d{3}\b)")
"""A mark in a ratio or a list of figures, and not in a date."""

_IN_ROW = expression(r".\s*+\ufffc")
"""A mark that a blank sets apart from code, in a row of such."""

_MENTION = expression(
    r"\b(?:the|an?|this|and|or|by|with|use|using|is|are|character|symbol|mark|operator|precedes"
    r"|un|seul|une|una|uno|le|la|el|il|der|die|das|ein|einen|один|и|или|по|o|os|as|y|e|et|ou|und|oder)\Z",
    regex.IGNORECASE,
)

_SENTENCE = re.compile(r"\s*+(?:\S++\s++){4}\S")
"""A colon after fewer than five words parts a label from its text, unless other marks of the line stand apart too."""


def is_listing(line: str) -> bool:
    """Return whether a line is one of a listing or a table."""
    return "|" in line or "\t" in line or _PROMPT.match(line) is not None


def in_listing(before: str, after: str) -> bool:
    """Return whether the mark with which ``after`` begins stands in a listing, or in a row of code or figures."""
    if before.endswith("\ufffc") and _IN_ROW.match(after):
        return True
    if before[-1:].isdigit() and _FIGURE.match(after):
        return True
    if after[1:2] in _CLOSING and _QUOTED.search(before[-40:]):
        return True
    return bool(_CODE.search(before) or _NEXT.match(after))


def in_choice(line: str, at: int) -> bool:
    """Return whether a mark parts the two ways of a choice, as programs write it."""
    return any(choice.start() <= at < choice.end() for choice in _CHOICE.finditer(line))


def is_named(before: str) -> bool:
    """Return whether what stands before a mark makes it likely that the text speaks of it."""
    return _MENTION.search(before[-20:]) is not None


def is_label(line: str, match: regex.Match[str]) -> bool:
    """Return whether a colon or semicolon may stand apart on purpose: behind a label, or named."""
    start = match.start()
    return match["mark"] in ":;" and (
        not _SENTENCE.match(line, 0, start) or is_named(line[max(start - BEFORE, 0) : start])
    )
