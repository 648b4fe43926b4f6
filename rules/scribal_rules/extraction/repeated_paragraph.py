"""Paragraphs that stand twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, drop

from ._repeats import is_indented, is_of_another_section, is_prose, is_sentence, runs, twice

NEAR = 3
"""How many blocks apart in a page with markup, where manuals repeat themselves by section."""

SURE = 120
"""What is repeated further away has at least so many code points: it is no refrain and no set phrase."""

MANY = 3
"""So many paragraphs are not repeated on purpose."""


class RepeatedParagraph(Rule):
    """A scraper took a lead once as a teaser and once as text, or a whole article for the phone and the desk.

    The first one stays.  What follows both alike, headings too, is one finding.  Lines in a table or a list
    and short ones (refrains, labels) are left alone.  In a corpus it is safe to delete the second one
    where it stands right behind the first, or where there are several in a row.
    """

    summary = "A paragraph stands twice in the text."
    message = "{what} in the text already"

    @dataclass(frozen=True)
    class Options:
        characters: int = 60
        """The fewest code points of a paragraph that is compared."""

    bad = [
        Bad(
            "The river rose in the night and took the old bridge of the town along.\nPeople slept.\n"
            "⟦The river rose in the night and took the old bridge of the town along.⟧",
            "The river rose in the night and took the old bridge of the town along.\nPeople slept.",
        ),
        Bad(
            "One\nThe river rose in the night and took the old bridge of the town along.\nTwo\n"
            "People slept in the school, and the water did not fall until the evening.\nThen\n"
            "⟦One\nThe river rose in the night and took the old bridge of the town along.\nTwo\n"
            "People slept in the school, and the water did not fall until the evening.⟧\nIt fell.",
            "One\nThe river rose in the night and took the old bridge of the town along.\nTwo\n"
            "People slept in the school, and the water did not fall until the evening.\nThen\nIt fell.",
        ),
        Bad(
            "<p>Der Fluss stieg in der Nacht und nahm die alte Brücke der Stadt mit sich fort.</p>\n"
            "<p>⟦Der Fluss stieg in der Nacht und nahm die alte Brücke der Stadt mit sich fort.⟧</p>\n<p>Ende.</p>\n",
            "<p>Der Fluss stieg in der Nacht und nahm die alte Brücke der Stadt mit sich fort.</p>\n<p>Ende.</p>\n",
            media="text/html",
        ),
    ]
    good = [
        "The river rose.\n\nThe river rose.",
        "The river rose in the night and took the old bridge of the town along.",
        "For more on the bridge of the town see the pages of the town hall.\nA.\nB.\nC.\n"
        "For more on the bridge of the town see the pages of the town hall.\n",
        "make --directory=build --jobs=4 --keep-going --output=target all install\nA.\n"
        "make --directory=build --jobs=4 --keep-going --output=target all install\n",
        "Answer the questions below with a pencil, in the order in which they stand:\nOne.\n"
        "Answer the questions below with a pencil, in the order in which they stand:\nTwo.",
        Good(
            "# One\n\nRead the notes at the end of the manual before you go on with this step.\n\n"
            "# Two\n\nRead the notes at the end of the manual before you go on with this step.\n",
            media="text/markdown",
        ),
        Good(
            "# Notes\n\nRead the notes at the end of the manual before you go on with this step.\n\nA.\n\n"
            "# Notes\n\nRead the notes at the end of the manual before you go on with this step.\n",
            media="text/markdown",
        ),
    ]

    def gate(self, view: View) -> bool:
        return bool(twice(view, self.options.characters))

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        texts, again = [view[zone] for zone in view.zones], twice(view, self.options.characters)
        reach = len(texts) if view.about.media == "text/plain" else NEAR
        counted = [
            text in again
            and zone.kind in ("paragraph", "quote", "caption")
            and is_prose(text)
            and not is_indented(view, zone)
            for zone, text in zip(view.zones, texts, strict=True)
        ]
        for origin, first, last in runs(texts, counted, reach):
            start, end = view.zones[first].start, view.zones[last].end
            size = last - first + 1
            far = first - origin > NEAR
            if far and (end - start < SURE or not is_sentence(texts[last])):
                continue
            if sum(counted[first : last + 1]) == 1 and is_of_another_section(view, origin, last):
                continue
            sure = first == origin + 1 or sum(counted[first : last + 1]) >= MANY
            safe = sure and view.about.profile == "corpus" and view.about.media == "text/plain"
            fix = drop(start, end, Safety.SAFE if safe else Safety.UNSAFE)
            what = "this paragraph stands" if size == 1 else f"these {size} paragraphs stand"
            yield self.finding(start, end, fix, what=what)
