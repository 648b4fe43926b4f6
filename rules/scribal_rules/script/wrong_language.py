"""A text in another language than it says."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, View, detect, expression

from ._kinship import kin

LEAST = 200
"""How many letters a text must have for its language to be told."""

SURE = 0.8
"""How probable the other language must be."""

PARTS = 3
"""In how many parts of the text it must be so."""

_LETTERS = expression(r"\p{L}")


class WrongLanguage(Rule):
    """A page below ``docs/de`` that is in English was never translated, or lies in the wrong folder.

    Reported of a whole text whose language somebody said (settings, path, markup, record) when three parts of
    it are, by fastText's identification, surely in one other language that is no near kin.
    """

    summary = "The text is in another language than it is said to be."
    message = "the text is said to be in “{said}” and is in “{found}”"
    bad = [
        Bad(
            "The river rose in the night, and nobody in the town slept, because the old bridge had fallen.\n"
            "In the morning the mayor came with two engineers, and they measured how far the water had come.\n"
            "It took three years until a new bridge was built, and it cost more than anybody had thought.",
            language="de",
        ),
    ]
    good = [
        Good("The river rose.", language="de"),
        Good(
            "Der Fluss stieg in der Nacht, und niemand in der Stadt schlief, weil die alte Brücke gefallen war.\n"
            "Am Morgen kam der Bürgermeister mit zwei Ingenieuren, und sie maßen, wie weit das Wasser kam.\n"
            "Es dauerte drei Jahre, bis eine neue Brücke gebaut war, und sie kostete mehr als gedacht.",
            language="de",
        ),
    ]

    def gate(self, view: View) -> bool:
        return view.about.language is not None and len(view.text) >= LEAST

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        said = view.language or ""
        text = " ".join(view[zone] for zone in view.zones if zone.kind in ("paragraph", "item", "quote"))
        if len(_LETTERS.findall(text[: 2 * LEAST])) < LEAST * 0.7 or len(text) < LEAST:
            return
        size = len(text) // PARTS
        found = {detect(text[at * size : (at + 1) * size][:1500], SURE) for at in range(PARTS)}
        [other, *more] = found
        if more or other is None or other in kin(said):
            return
        yield self.finding(0, 0, scope="document", said=view.about.language, found=other)
