"""What C4’s filters would take from a text, or that they would drop it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Severity, View, expression

from ._filters import LANGUAGES, is_corpus, lines_of

_ENDS = tuple('.!?"”»')
_SENTENCE = expression(r"[.!?]++[\"”»’')\]]*+(?=\s|$)")
_OUT = expression(
    r"javascript|privacy policy|terms of use|cookie policy|uses cookies|use (?:of )?cookies", regex.I
)
"""What no line had that was kept."""

_PAGES = {"lorem ipsum": "“lorem ipsum” stands in the text", "{": "a curly bracket stands in the text"}
"""What no page had that was kept, and what is said of it."""

LONG = 200
"""How many characters a line of prose has for mC4."""

_PROSE = "The river rose in the night, and nobody slept. The bridge fell at noon. Was nobody there to see it?"
_PROSA = "In der Nacht stieg der Fluss, und niemand in der Stadt schlief, weil die alte Brücke gefallen war. "
_example = partial(Bad, profile="corpus", media="text/markdown")


class C4Lines(Rule):
    """What is no text was kept out of C4 by how lines end, and by words that stand in programs and menus.

    The signals of C4 (Raffel et al. 2020, section 2.2), reported one by one. In English, lines are lost that do
    not end in a mark, have fewer than five words, or speak of JavaScript, cookies and policies; a bad page has
    more than half of its words in them, or fewer than three sentences in others. In other languages, as for mC4
    (Xue et al. 2021), it has fewer than three lines of two hundred characters; in all, “lorem ipsum” or a curly
    bracket. C4’s list of bad words is not used: it took good texts too.
    """

    summary = "C4 would have dropped a record, or most of it."
    message = "{signal}"
    severity = Severity.INFO
    preview = True
    opt_in = True
    languages = LANGUAGES
    bad = [
        _example(f"{_PROSE}\n\nfunction f() {{ return 1; }}", language="en"),
        _example("Read what others have read\n\n" * 6 + _PROSE, language="en"),
        _example("The river rose in the night, and nobody slept.", language="en"),
        _example(f"{_PROSA * 3}\n\n" * 3 + "Lorem ipsum dolor sit amet.", language="de"),
        _example("Startseite\n\nNachrichten\n\nSport", language="de"),
    ]
    good = [
        Good(_PROSE, profile="corpus", language="en"),
        Good(f"{_PROSA * 3}\n" * 3, profile="corpus", language="de"),
        Good("Home\nNews {all}", language="en"),
    ]

    @dataclass(frozen=True)
    class Options:
        words: int = 5
        """How many words a line must have, in English."""
        lost: float = 0.5
        """Which share of the words may stand in lines that are lost, in English."""
        least: int = 3
        """How many sentences a text must have in English, and long lines in other languages."""

    def gate(self, view: View) -> bool:
        return is_corpus(view)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if is_corpus(view):
            signals = self.english if view.language == "en" else self.other
            for signal in (
                *signals(lines_of(view)),
                *(_PAGES[sign] for sign in _PAGES if sign in view.folded),
            ):
                yield self.finding(0, 0, scope="record", signal=signal)

    def english(self, lines: list[str]) -> Iterator[str]:
        """Yield what C4 did not like."""
        sizes = [len(line.split()) for line in lines]
        kept = [
            line if size >= self.options.words and line.endswith(_ENDS) and not _OUT.search(line) else ""
            for line, size in zip(lines, sizes, strict=True)
        ]
        lost = sum(size for line, size in zip(kept, sizes, strict=True) if not line) / sum(sizes)
        if lost > self.options.lost:
            yield f"{lost:.0%} of the words stand in lines that C4 would have cut out"
        if (number := sum(len(_SENTENCE.findall(line)) for line in kept)) < self.options.least:
            yield f"the lines that C4 would have kept have {number} sentences"

    def other(self, lines: list[str]) -> Iterator[str]:
        """Yield what mC4 did not like."""
        if (number := sum(len(line) >= LONG for line in lines)) < self.options.least:
            yield f"{number} of the lines have {LONG} characters"
