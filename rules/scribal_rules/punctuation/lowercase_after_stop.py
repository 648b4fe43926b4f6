"""A sentence that goes on in small letters after a full stop."""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, replace

from ._function_words import function_words, short_words

MARKER = 3
"""So long is what marks an item at the beginning of a line (“a.”)."""


@cache
def pattern(language: str) -> regex.Pattern[str]:
    """Return the pattern of full stops that are followed by a word that begins no sentence so written."""
    kinds = function_words()[language]
    weak = "|".join((*kinds["tight"], *kinds["joining"], *kinds["weak"]))
    return regex.compile(
        rf"""
        (?: (?<= [\p{{Ll}}\p{{M}}]{{4}} ) (?<! [bcdfgkpstz]l | \b(?i:{"|".join(short_words()[language])}) )
          | (?<= (?<! \d[\ ] | \bet[\ ] | [.'’-] ) \b (?: {weak} ) ) )
        \. [ \u00a0] (?P<word> {"|".join(kinds["starting"])} ) (?= [ ,] )
        """,
        regex.VERBOSE,
    )


def triggers() -> Iterator[str]:
    """Yield what wakes the rule: a stop behind a long word or a whole short one, before a word of any list."""
    starting = sorted({word for words in function_words().values() for word in words["starting"]})
    after = rf"\.[ \xa0](?:{'|'.join(starting)})[ ,]"
    yield rf"[\p{{Ll}}\p{{M}}]{{4}}{after}"
    yield rf"(?:^|[^\p{{L}}\p{{M}}\p{{N}}.'’\-\n])\p{{Ll}}{{1,3}}{after}"


class LowercaseAfterStop(Rule):
    """A full stop inside a sentence is left where a translation moved or lost words.

    Reported where the word after it is one that holds a sentence together, which no name is.  Texts that do
    without capitals are left alone: at most a few sentences may begin so.
    """

    summary = "A sentence begins in small letters."
    message = "the sentence goes on with “{word}” after a full stop"
    languages = ("de", "en", "es", "fr", "it", "nl", "pt", "ru")
    patterns = tuple(triggers())
    bad = [
        Bad("The ministry in the capital ⟦said. after⟧ the call on Monday. It was late.", language="en"),
        Bad("Der Hafen der alten ⟦Stadt. und⟧ das Meer. Es war spät.", language="de"),
        Bad("Старый порт ⟦города. и⟧ море. Было поздно.", language="ru"),
        Bad("Le vieux port de la ⟦ville. dans⟧ *le nord*.", media="text/markdown", language="fr"),
    ]
    good = [
        Good("The ministry said. After the call it was late.", language="en"),
        Good("it was late. of course we left. a storm came. the sun rose.", language="en"),
        Good("Packages come from the archive. apt installs them.", language="en"),
        Good("It fell by 3 in. of rain, approx. the same as in Sept. and Oct.", language="en"),
        Good("Der Hafen, evtl. die Stadt inkl. der (engl. für das Wort) Insel.", language="de"),
        Good("a. for the port\nb. in the town", language="en"),
        Good("Это стоит 37 млрд. или 40 тыс. долл. в год.", language="ru"),
    ]

    MOST = 2

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.language not in function_words():
            return
        words = pattern(view.language)
        found = [
            match for zone in view.zones_of(hits) for match in words.finditer(view.text, zone.start, zone.end)
        ]
        if len(found) > self.MOST:
            return
        for match in found:
            start = view.text.rfind(" ", 0, match.start()) + 1
            zone = view.zone_at(match.start())
            if zone and match.start() - zone.start > MARKER:
                stop, (begin, end) = match.start(), match.span("word")
                joined = replace(stop, stop + 1, "", Safety.SHOWN)
                parted = replace(begin, begin + 1, view.text[begin].upper(), Safety.SHOWN)
                yield self.finding(max(start, zone.start), end, joined, parted, word=match["word"])
