"""Two words that lost the blank between them where an element ended."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, View, expression

from ._lexicon import Lexicon, lexicon_of

_JOINT = expression(r"\p{Lu}(?<=\p{Ll}{2}\p{Lu})\p{Ll}{2}")
_ASCII_JOINT = re.compile(r"[A-Z](?<=[a-z]{2}[A-Z])[a-z]{2}")
"""A capital between small letters; ``re`` is several times as fast."""

_GLUED = expression(
    r"(?<=(?<![\p{L}\p{N}\p{M}@#/_.:\\$&=+\[<-])(?P<left>\p{Lu}?\p{Ll}{2,20}))(?P<right>\p{Lu}\p{Ll}{2,20}+)(?![\p{L}\p{N}\p{M}_@(/]|[.:-][\p{L}\p{N}])"
)
"""Two words, as seen from the first letter of the second."""

LEAST = 3
"""Shorter words are parts of names, as in “WhatsOn” and “GoDaddy”."""

TWICE = 2
"""How often the document must have two names that are glued."""


class GluedWords(Rule):
    """An element of the page ended without a blank, and its last word is glued to the first one of the next.

    Reported where a capital in the middle of a word begins a function word of the language, “floodThe”, or a
    name that the document has elsewhere stands behind a common word in lower case, “withThomas”; in plain
    text, two names that it has elsewhere as well.  Names such as YouTube or FoodCorp are left alone, and so is
    what meets in the markup without a blank.
    """

    @dataclass(frozen=True)
    class Options:
        many: int = 3
        """From how many glued words on one finding speaks for all."""

    summary = "Two words are glued where an element of the page ended."
    message = "“{left}” and “{right}” are glued together{more}"
    patterns = (
        r"(?:^|[^\p{L}\p{N}\p{M}@#/_.:\\$&=+\[<\n-])\p{Lu}?\p{Ll}{2,20}\p{Lu}\p{Ll}{2,20}(?:$|[^\p{L}\p{N}\p{M}_@(/\n])",
    )
    bad = [
        Bad(
            "The flood came. They fled the ⟦floodThe⟧ river rose.",
            "The flood came. They fled the flood The river rose.",
            language="en",
        ),
        Bad(
            "Die Flut kam, und nach der ⟦FlutDer⟧ Fluss stieg.",
            "Die Flut kam, und nach der Flut Der Fluss stieg.",
            language="de",
        ),
        Bad(
            "They went ⟦withThomas⟧ Mann. Thomas slept, said Thomas.",
            "They went with Thomas Mann. Thomas slept, said Thomas.",
            language="en",
        ),
        Bad(
            "La crue vint, et après la ⟦crueCette⟧ ville dormait.",
            "La crue vint, et après la crue Cette ville dormait.",
            language="fr",
        ),
    ]
    good = [
        Good(
            "YouTube, LinkedIn, FoodCorp and WordPress are names. FoodCorp sells food to the Corp.",
            language="en",
        ),
        Good(
            "Use PortAuthority. The Port and the Authority, a Port with an Authority.",
            media="text/markdown",
            language="en",
        ),
        Good("- fix globalThis\n- add startsWith\n\nThis is it.\n", media="text/markdown", language="en"),
        Good("See backButton and getElementById(x), and theThing.com.", language="en"),
        Good("<p>the flood<b>The</b> river</p>", media="text/html", language="en"),
        Good("#floodThe @floodThe floodThe_x", language="en"),
        Good("Liebe LeserInnen und MitarbeiterInnen.", language="de"),
        Good("McDonald and DiCaprio met MacArthur.", language="en"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        gaps, matches = set(view.gaps), [*glued(view, hits)]
        times = Counter(match["left"] + match["right"] for match in matches)
        found = [
            match
            for match in matches
            if times[match["left"] + match["right"]] == 1
            and match.start("right") not in gaps
            and is_two_words(lexicon_of(view), match["left"], match["right"])
            and lexicon_of(view).times(match["left"] + match["right"]) == 1
        ]
        at_once = len(found) >= self.options.many
        for group in [found] if at_once else [[match] for match in found]:
            first = group[0]
            edits = tuple(Edit(match.start("right"), match.start("right"), " ") for match in group)
            more = f", and so are {len(group) - 1} more pairs" if at_once else ""
            fix = Fix(edits, Safety.UNSAFE)
            start, end = first.start("left"), first.end("right")
            yield self.finding(start, end, fix, left=first["left"], right=first["right"], more=more)


def glued(view: View, hits: Sequence[Hit]) -> Iterator[regex.Match[str]]:
    """Yield what looks like two words in one; in lists and headings of manuals stand names of functions."""
    joint = _ASCII_JOINT if view.text.isascii() else _JOINT
    plain = view.about.media == "text/plain"
    for zone in view.zones_of(hits):
        if not (plain or zone.kind == "paragraph"):
            continue
        for capital in joint.finditer(view.text, zone.start, zone.end):
            if match := _GLUED.match(view.text, capital.start(), zone.end):
                yield match


def is_two_words(lexicon: Lexicon, left: str, right: str) -> bool:
    """Return whether a word ended where a capital follows; what takes no counting is asked first."""
    first, second = left.lower(), right.lower()
    opens = second in openers(lexicon.view.language)
    if not opens and (len(left) < LEAST or (left.islower() and first not in lexicon.common)):
        return False
    if not left.islower() and not opens:
        extracted = lexicon.view.about.media == "text/plain"
        return extracted and all(
            lexicon.times(word) >= TWICE and lexicon.is_name(word) for word in (right, left)
        )
    known = lexicon.is_word(first) or lexicon.count(left) > 0
    return known and (opens or lexicon.is_name(right))


def openers(language: str | None) -> frozenset[str]:
    """Return the function words that begin sentences and end no names."""
    return OPENERS.get(language or "", frozenset())


OPENERS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "after although and because before but despite during here his however its our she some that the their then there these they this those when where while with",
        "de": "aber auch auf beim bei bis dabei damit dann das dem den der des die dies diese dieser doch ein eine einen einer es für ihr ihre mit nach nicht noch nun oder seit seine sich sie sind und unter vom von vor wann warum weil wenn wer wie wir wird zum zur über",
        "fr": "alors après aussi avec ces cet cette dans depuis des elle elles est ils les leur lors mais nous par pour quand que qui selon ses son sur une vous",
        "es": "ante aunque con cuando desde después donde ella ellos esta este estos hay las los mientras para pero por que según sin sobre sus también una",
        "pt": "além após com como das depois desde dos ela elas eles enquanto essa esse esta este mas nas nos para pela pelo por quando que segundo sem seu sob sobre são uma",
        "it": "alla allo anche che chi come con dal dalla degli dei del della delle dopo era gli questa questo nel nella non per perché più quando secondo sono sul sulla una",
        "nl": "als dat deze dit door een haar het hij hun maar met naar niet nog ook toen tot van voor waar wanneer wat zijn",
        "pl": "ale dla dlatego gdy jak jednak jego jest jeszcze już kiedy który nie oraz pod podczas przed przez przy tak też tylko tym więc według",
        "ru": "без был была были быть все для его если еще как когда кто мы на но он она они от при про так также там то только что чтобы это",
    }.items()
}
"""Function words with which sentences begin, and with which no name ends; written by hand."""
