"""A link to another story, as a line of the text."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, drop, expression, lazily, replace
from scribal_rules.boilerplate._teasers import phrases, tail, teaser

_NEXT = expression(r"[.!?…。]\s")

BESIDE = 0.5
"""How sure a teaser is where people write “See also” on purpose."""


class ReadMoreTeaser(Rule):
    """“Read more:” and a headline, on a line of their own or, in plain text, behind the last sentence of a
    paragraph, lead to another story and belong to no text.

    What ends as a sentence does, with a full stop, is left alone; so is, in the Markdown and HTML of a
    repository, what has no neighbour that is to go too.
    """

    summary = "A link to another story stands as a line of the text."
    message = "“{title}” is a link to another story"
    literals = lazily(lambda _: phrases())
    bad = [
        Bad(
            "The river rose.\n\n⟦Read more: How the old town of Turin got its bridges⟧\n\nIt fell.",
            "The river rose.\n\nIt fell.",
        ),
        Bad(
            "Der Fluss stieg.\n⟦Lesen Sie auch: Wie Turin zu seinen Brücken kam⟧\nEr fiel.",
            "Der Fluss stieg.\nEr fiel.",
        ),
        Bad(
            "The river rose, he said. ⟦Read more: Ten things to know about floods⟧\nIt fell.",
            "The river rose, he said.\nIt fell.",
        ),
        Bad(
            "“Вода поднялась”, — сказал он. ⟦Читайте также: Как Турин получил свои мосты⟧",
            "“Вода поднялась”, — сказал он.",
        ),
    ]
    good = [
        "Read more: the book has a chapter on it.",
        "To read more is to know more: the teacher said so.",
        Good("- Read more: [the guide](https://example.org)\n", media="text/markdown"),
        Good("Rivers rise.\n\nSee also: [the long guide](https://example.org)\n", media="text/markdown"),
        Good("Rivers rise. Read more: [the guide](https://example.org)\n", media="text/markdown"),
        "The river rose. Read more: it fell again. And then it rose once more, as it",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        plain = view.about.media == "text/plain" or view.about.profile == "corpus"
        for zone in view.zones_of(hits):
            line = view[zone].rstrip()
            titled = zone.kind == "heading" and plain
            if not (zone.kind == "paragraph" or titled) or line.endswith((".", ":", ";", "。")):
                continue
            end = zone.start + len(line)
            if match := teaser().fullmatch(line):
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                weight = 1.0 if plain else BESIDE
                yield self.finding(zone.start, end, fix, weight=weight, title=match["title"])
            elif plain and (match := tail().search(line)) and not _NEXT.search(match["title"]):
                start = zone.start + match.start()
                fix = replace(zone.start + len(line[: match.start()].rstrip()), end, "", Safety.UNSAFE)
                yield self.finding(start, end, fix, title=match["title"])
