"""Whether a text is made of sentences, by Gopher’s signals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scribal import Bad, Finding, Good, Hit, Rule, Severity, View

from ._filters import LANGUAGES, filters, is_corpus, lines_of, words_of

_BULLETS = ("•", "‣", "●", "○", "■", "□", "▪", "▫", "–", "-", "*")
_ENDS = ("...", "…")
_PROSE = (
    "The river rose in the night, and nobody in the town slept, because the old bridge had fallen. In the morning "
    "the mayor came with two engineers, and they measured how far the water had come. It took three years until a "
    "new bridge was built, and it cost more than anybody had thought, but the people were glad that they have it."
)


class GopherQuality(Rule):
    """What is no prose has too few words, very short or very long ones, few that a sentence cannot do without.

    The signals of MassiveText (Rae et al. 2021, table A1), reported one by one: less than fifty words or more
    than a hundred thousand, the mean length of a word, more than a tenth as many “#” or ellipses as words,
    bullets before nine lines in ten, ellipses behind three in ten, words without letters, and fewer than two
    of the language’s stop words. Thresholds and stop words by language are those of FineWeb-2.
    """

    summary = "A record is hardly made of sentences."
    message = "{signal}"
    severity = Severity.INFO
    preview = True
    opt_in = True
    languages = LANGUAGES
    bad = [
        Bad("The river rose.", media="text/markdown", profile="corpus", language="en"),
        Bad(
            "\n".join(f"• {_PROSE}" for _ in range(3)), media="text/markdown", profile="corpus", language="en"
        ),
        Bad(
            "Fluss Brücke Stadt Nacht Wasser Regen " * 10,
            media="text/markdown",
            profile="corpus",
            language="de",
        ),
    ]
    good = [
        Good(_PROSE, profile="corpus", language="en"),
        Good("The river rose.", language="en"),
    ]

    @dataclass(frozen=True)
    class Options:
        fewest: int = 50
        """How many words a text must have."""
        most: int = 100_000
        """How many words a text may have."""

    def gate(self, view: View) -> bool:
        return is_corpus(view)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if is_corpus(view) and view.language in filters():
            for signal in self.signals(view, words_of(view), lines_of(view)):
                yield self.finding(0, 0, scope="record", signal=signal)

    def signals(self, view: View, words: list[str], lines: list[str]) -> Iterator[str]:
        """Yield what is out of the ordinary."""
        limits, number = filters()[view.language or ""], max(len(words), 1)
        if not self.options.fewest <= len(words) <= self.options.most:
            yield f"the text has {len(words):,} words"
        shortest, longest = limits["words"]
        mean = sum(map(len, words)) / number
        if words and not shortest <= mean <= longest:
            yield f"the words have {mean:.1f} letters on average"
        if view.text.count("#") > 0.1 * number:
            yield "there is more than one “#” in ten words"
        if sum(map(view.text.count, _ENDS)) > 0.1 * number:
            yield "there is more than one ellipsis in ten words"
        if sum(line.startswith(_BULLETS) for line in lines) > 0.9 * len(lines):
            yield "more than nine lines in ten begin with a bullet"
        if sum(line.endswith(_ENDS) for line in lines) > 0.3 * len(lines):
            yield "more than three lines in ten end in an ellipsis"
        share = sum(any(map(str.isalpha, word)) for word in words) / number
        if share < limits["letters"]:
            yield f"{share:.0%} of the words have letters"
        if len({*words}.intersection(limits["stops"].split())) < 2:
            yield "fewer than two of the words without which there are hardly sentences stand in the text"
