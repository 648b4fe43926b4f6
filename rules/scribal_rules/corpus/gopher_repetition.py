"""How much of a text says the same again, by Gopher’s signals."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Severity, View

from ._filters import LANGUAGES, filters, is_corpus, lines_of, words_of

FEWEST = 50
"""In a text of fewer words any run is a large part."""


class GopherRepetition(Rule):
    """Lists of keywords, logs and loops of a model say the same again and again.

    The signals of MassiveText (Rae et al. 2021, table A2), reported one by one: the share of lines that came
    before, and the share of characters in the most frequent run of two to four words, and in runs of five to
    ten words that came before. The limits by language are those of FineWeb-2. Texts of fewer than fifty words
    are left alone.
    """

    summary = "A record says the same again and again."
    message = "{signal}"
    severity = Severity.INFO
    preview = True
    opt_in = True
    languages = LANGUAGES
    bad = [
        Bad("the river rose and the bridge fell\n" * 12, profile="corpus", language="en"),
        Bad("der Fluss stieg und die Brücke brach, " * 12, profile="corpus", language="de"),
    ]
    good = [
        Good(
            "The river rose in the night, and nobody in the town slept, because the old bridge had fallen. In the "
            "morning the mayor came with two engineers, and they measured how far the water had come. It took "
            "three years until a new one was built, and it cost more than anybody had thought.",
            profile="corpus",
            language="en",
        ),
        Good("the river rose\n" * 12, profile="corpus", language="en"),
    ]

    def gate(self, view: View) -> bool:
        return is_corpus(view)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if is_corpus(view) and len(words := words_of(view)) >= FEWEST and view.language in filters():
            for signal in signals(words, lines_of(view), filters()[view.language]):
                yield self.finding(0, 0, scope="record", signal=signal)


def signals(words: list[str], lines: list[str], limits: dict[str, dict[str, float]]) -> Iterator[str]:
    """Yield what is out of the ordinary."""
    again = 1 - len({*lines}) / len(lines)
    if again > limits["lines"]:  # type: ignore[operator]
        yield f"{again:.0%} of the lines came before"
    letters = max(sum(map(len, words)), 1)
    for size, limit in limits["frequent"].items():
        share = frequent(words, int(size)) / letters
        if share > limit:
            yield f"{share:.0%} of the letters stand in one run of {size} words"
    for size, limit in limits["repeated"].items():
        share = repeated(words, int(size)) / letters
        if share > limit:
            yield f"{share:.0%} of the letters stand in runs of {size} words that came before"
            return


def frequent(words: list[str], size: int) -> int:
    """Return how many letters the most frequent run of so many words has in all, 0 where each stands once."""
    runs = Counter(zip(*(words[at:] for at in range(size)), strict=False))
    [(run, times)] = runs.most_common(1)
    return sum(map(len, run)) * times if times > 1 else 0


def repeated(words: list[str], size: int) -> int:
    """Return how many letters stand in runs of so many words that came before; runs do not overlap."""
    seen: set[tuple[str, ...]] = set()
    letters = at = 0
    while at + size <= len(words):
        run = tuple(words[at : at + size])
        if run in seen:
            letters += sum(map(len, run))
            at += size
        else:
            seen.add(run)
            at += 1
    return letters
