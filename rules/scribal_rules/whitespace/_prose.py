"""Tell prose from the listings and tables that plain text does not mark."""

from scribal import expression

_SYMBOL = expression(r"\A[$#%>|+]|[|<>=\\{}^~\u2500-\u257f]|->|--\p{L}|/\*|;\Z")
_WORDLY = expression(r"[\p{L}\p{M}\s,.;:!?'\"’“”„‘«»()–—、。，「」-]++")

MOSTLY = 0.9
"""The share of letters, blanks and marks of punctuation in prose."""


def is_prose(line: str) -> bool:
    """Return whether a line of plain text looks like words rather than like code, a command or a table."""
    if _SYMBOL.search(line):
        return False
    wordly = sum(match.end() - match.start() for match in _WORDLY.finditer(line))
    return wordly >= MOSTLY * len(line)
