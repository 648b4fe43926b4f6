"""Two words that lost the blank between them where an element ended."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, View

from ._joints import glued
from ._lexicon import Lexicon, lexicon_of
from ._openers import openers

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
        Good("The flood=a floodThe=b", language="en"),
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
