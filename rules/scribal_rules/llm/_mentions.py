"""Whether a text shows something of a language model's or speaks of it."""

import regex

from scribal import View, expression

_OPEN = "“„«»‘‚‹\"'`「『《"
_CLOSE = "”“»«’‘›\"'`」』》"
_NAMED = expression(
    r"(?:\b(?:such as|like|including|e\.g\.,?|the|an?|of|called|named|wie|z\. ?B\.|comme|como|come|such|namely"
    r"|strings?|tokens?|tags?|markers?|phrases?|words?|placeholders?|parameters?)|[=(/])\s*+\Z",
    regex.IGNORECASE,
)
"""What stands before something that is named rather than left."""


def is_shown(view: View, start: int, end: int) -> bool:
    """Return whether a stretch stands in quotation marks, alone or with more words, in its line."""
    zone = view.zone_at(start)
    if zone is None:
        return False
    before, after = view.text[zone.start : start], view.text[end : zone.end]
    if before[-1:] in _OPEN and before and after[:1] in _CLOSE and after:
        return True
    for opening, closing in (
        ("“", "”"),
        ("„", "“"),
        ("«", "»"),
        ("「", "」"),
        ("『", "』"),
        ("»", "«"),
        ("‘", "’"),
    ):
        if before.rfind(opening) > before.rfind(closing) and closing in after:
            return True
    return before.count('"') % 2 == 1 and '"' in after


def is_named(view: View, start: int) -> bool:
    """Return whether the words before a stretch announce that it is named, as in “tokens such as”."""
    zone = view.zone_at(start)
    return zone is not None and bool(_NAMED.search(view.text, max(zone.start, start - 24), start))
