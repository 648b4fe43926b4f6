"""A long dash inside a compound or a range."""

from collections.abc import Iterable, Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, PatternRule, Safety, View

from ._function_words import function_words

_WORDS = frozenset(word for words in function_words()["en"].values() for word in words)


class WrongDash(PatternRule):
    """“The Armenian—Turkish border” has a dash that parts where a hyphen or an en dash joins.

    Reported between two names or adjectives after an article or a preposition and before a noun, and between
    two numbers.
    """

    summary = "An em dash stands inside a compound or a range."
    message = "“{found}” is joined by a dash that parts"
    languages = ("en",)
    patterns = (r"\p{Ll}—\p{Lu}\p{Ll}", r"\p{N}—\p{N}")
    pattern = r"""
        (?<= \b (?i: a | an | the | of | in | on | at | along | between | from | for | with | by | its | their | our ) \s )
        (?P<one> \p{Lu}\p{L}++ ) — (?P<two> \p{Lu}\p{L}++ ) (?= \s (?P<next> \p{Ll}{3,}+ ) \b (?! [^.!?\n]{0,200} (?<! \p{N} ) — ) )
        | (?<! [\p{N}—–-] | [\p{N}][.,:/] ) (?P<one> \p{N}{1,4}+ ) — (?P<two> \p{N}{1,4}+ ) (?! [\p{N}—–-] )
    """
    bad = [
        Bad("The ⟦Italian—Austrian⟧ border is open.", "The Italian-Austrian border is open.", language="en"),
        Bad(
            "It lay on the ⟦Riga—Tallinn⟧ line in ⟦1920—25⟧.",
            "It lay on the Riga-Tallinn line in 1920–25.",
            language="en",
        ),
        Bad(
            "*On* the ⟦Soviet—Finnish⟧ border.",
            "*On* the Soviet-Finnish border.",
            media="text/markdown",
            language="en",
        ),
    ]
    good = [
        Good("The border—Austrian police said—is open.", language="en"),
        Good("He came from the Italian—Austrian by birth—side.", language="en"),
        Good("They went to Riga—Tallinn was closed. It was in Riga—Tallinn was closed.", language="en"),
        Good("The Italian-Austrian border of 1920–25 is open.", language="en"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for finding in super().check(view, hits):
            following = regex.compile(r"\s?(\p{L}*+)").match(view.text, finding.end)
            if not following or following[1] not in _WORDS:
                yield finding

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        first, second = ("–", "-") if match["one"][0].isdigit() else ("-", "–")
        yield f"{match['one']}{first}{match['two']}", Safety.UNSAFE
        if first == "-":
            yield f"{match['one']}{second}{match['two']}", Safety.UNSAFE
