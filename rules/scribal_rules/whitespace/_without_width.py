"""Characters without width, and where they have a use."""

from collections.abc import Iterator

import regex

from scribal import expression

ANY = "\u180e\u200b-\u200f\u2060\u206a-\u206f\ufe0f\U000e0000-\U000e007f"

_UNSPACED = (
    r"\p{Khmer}\p{Thai}\p{Lao}\p{Myanmar}\p{Tibetan}\p{Javanese}\p{Balinese}\p{Tai_Tham}\p{New_Tai_Lue}"
)
_JOINING = (
    r"\p{Arabic}\p{Syriac}\p{Nko}\p{Mandaic}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}"
    r"\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Khmer}\p{Myanmar}\p{Tibetan}"
    r"\p{Javanese}\p{Balinese}\p{Meetei_Mayek}\p{Thai}\p{Lao}"
)

_STRAY = expression(
    rf"""
      (?<! [{_UNSPACED}] ) \u200b++ (?! [{_UNSPACED}] )
    | (?<! [{_JOINING}\p{{M}}] ) \u200c++ (?! [{_JOINING}] )
    | (?<! [{_JOINING}\p{{M}}\p{{Extended_Pictographic}}\p{{Emoji_Modifier}}\ufe0f] ) \u200d++
    | \u200d++ (?! [{_JOINING}\p{{Extended_Pictographic}}] ) (?<! [{_JOINING}\p{{M}}] \u200d++ )
    | (?<! \p{{Mongolian}} ) \u180e++
    | [\u200e\u200f]++ | [\u2060\u206a-\u206f]++
    | (?<! [\S\ufe0f] | [^\p{{Latin}}\p{{Greek}}\p{{Cyrillic}}\s] ) \ufe0f++
    | (?<! [\U0001f3f4\U000e0020-\U000e007e] ) [\U000e0000-\U000e007f]++
    """,
    regex.VERBOSE,
)
_BREAKABLE = expression(
    r"(?<=[\p{P}\p{S}]) [\u200b\u200c\u2060]++ (?=[\p{L}\p{N}\p{P}\p{S}])"
    r"|(?<=[\p{L}\p{N}]) [\u200b\u200c\u2060]++ (?=[\p{P}\p{S}])",
    regex.VERBOSE,
)
"""Where somebody allows, or forbids, a line to break beside a mark: ``and/or``, ``@name``."""


def useless(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a run of such characters that have no use where they stand."""
    while start < end:
        match = _STRAY.match(text, start)
        if match and not _BREAKABLE.match(text, start):
            yield match.span()
        start = match.end() if match else start + 1
