"""Two languages in one text."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Severity, View, detect

LEAST = 120
"""How many code points a stretch has of which the language is told."""

SURE = 0.8
"""How probable a language must be."""

SHARE = 0.2
"""The part of the text that must be in the second language."""

_ENGLISH = "The river rose in the night, and nobody in the town slept, because the old bridge had fallen at noon and lay in the water."
_GERMAN = "Am Morgen kam der Bürgermeister mit zwei Ingenieuren, und sie maßen lange und sorgfältig, wie weit das Wasser gekommen war."


class LanguageMix(Rule):
    """A page with a menu in another language, or a translation that stops half way, is two texts in one record.

    Reported of the records of a corpus of which at least a fifth is surely in a second language: each
    paragraph of a hundred and twenty characters or more is looked at by itself.
    """

    summary = "A record is in two languages."
    message = "{share} of the text is in “{second}”, the rest in “{first}”"
    severity = Severity.INFO
    preview = True
    bad = [Bad(f"{_ENGLISH}\n{_GERMAN}", profile="corpus")]
    good = [
        Good(f"{_ENGLISH}\n{_ENGLISH}", profile="corpus"),
        Good(f"{_ENGLISH}\n{_GERMAN}"),
        Good(f"{_ENGLISH}\nDer Fluss stieg.", profile="corpus"),
    ]

    def gate(self, view: View) -> bool:
        return view.about.profile == "corpus" and len(view.text) > 2 * LEAST

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if not self.gate(view):
            return
        sizes: Counter[str] = Counter()
        for zone in view.zones:
            size = zone.end - zone.start
            if size >= LEAST and (language := detect(view[zone], SURE)):
                sizes[language] += size
        if len(sizes) > 1:
            (first, _), (second, size), *_ = sizes.most_common(2)
            share = size / sizes.total()
            if share >= SHARE:
                yield self.finding(0, 0, scope="record", share=f"{share:.0%}", first=first, second=second)
