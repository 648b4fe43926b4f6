"""The marks that a word cannot hold on to, as a pattern for each language and as triggers for all."""

from collections.abc import Iterator
from functools import cache

import regex

from ._function_words import function_words

_HESITATION = (
    r"(?! [\ \xa0] (?: the|uh|um|er|ah|like|you|well|i|he|la|le|les|el|los|il|der|die|das|de|het|o|os ) \b )"
)
"""What somebody who searches for words says after an article."""

_HANGING = r"(?! [\ \xa0] (?: and|or|to|nor|und|oder|et|ou|y|e|o|en|of|и|или|out ) \b )"
"""What comes after a part of a word with a hyphen of its own, as in “in- and out-of”."""

_ELIDING = frozenset(("fr", "it"))
"""The languages in which an apostrophe may follow such a word (“un’ altra”, “de’ Medici”)."""


@cache
def hanging_marks(language: str) -> regex.Pattern[str]:
    """Return the pattern of words with marks that cannot follow them."""
    kinds = {kind: "|".join(words) for kind, words in function_words()[language].items()}
    single = "" if language in _ELIDING else "| (?<! [aA]n ) ['’]"
    begins = r"[\ \xa0] [\p{Ll}\p{N}]"
    hanging = rf"(?: -{_HANGING} {single} )"
    return regex.compile(
        rf"""
        (?<! [\p{{L}}\p{{M}}\p{{N}}'’.\-_/@\#“"«‘„] )
        (?: (?<! \d[\ \xa0] | \bet[\ \xa0] ) (?: (?i: {kinds["tight"]} )  (?: , {_HESITATION} | [;!?] | [.:](?= [\ \xa0] \p{{Ll}}) | {hanging} )
          | (?: {kinds["joining"]} ) (?: [.:](?= [\ \xa0] \p{{Ll}}) | [!?](?= {begins}) | {hanging} )
          | (?: {kinds["weak"]} ) (?: [!?](?= {begins}) | {hanging} ) )
          | (?: {kinds["joining"]} ) ;
        )
        (?= [\ \xa0] [\p{{L}}\p{{N}}] )
        """,
        regex.VERBOSE,
    )


def triggers() -> Iterator[str]:
    """Yield what wakes the rule: the words of all languages with their marks."""
    every = {
        kind: sorted({word for kinds in function_words().values() for word in kinds[kind]})
        for kind in ("tight", "joining", "weak")
    }
    any_case = ("".join(f"[{letter}{letter.upper()}]" for letter in word) for word in every["tight"])
    before = r"""(?:^|[^\p{L}\p{M}\p{N}'’.\-_/@#"“«‘„\n])"""
    after, small = r"[ \xa0][\p{L}\p{N}]", r"[ \xa0]\p{Ll}"
    yield f"{before}(?:{'|'.join(any_case)})(?:[,;!?'’-]{after}|[.:]{small})"
    yield f"{before}(?:{'|'.join(every['joining'])})(?:[;!?'’-]{after}|[.:]{small})"
    yield f"{before}(?:{'|'.join(every['weak'])})[!?'’-]{after}"
