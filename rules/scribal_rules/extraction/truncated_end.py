"""A text, or a paragraph of it, that was cut off."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, View

from ._cuts import PROSE, SIGNS, cut_of, is_ended, is_stopped, signed

FEWEST = 4
"""So many paragraphs show how the paragraphs of a text end."""

MOSTLY = 0.9
"""How many of them must end as sentences do."""


class TruncatedEnd(Rule):
    """A scraper took the teaser for the text, or was cut off: “… Read more »”, “[…]”, or no end at all.

    The end of a text is reported where its last paragraph stops in a word or at a comma and nearly all others
    end as sentences do.
    """

    summary = "A text or a paragraph is cut off."
    message = "{what} is cut off"
    bad = [
        Bad(
            "The river rose in the night and took the bridge, which […⟧".replace("[…⟧", "⟦[…]⟧")
            + "\nPeople slept.\n"
        ),
        Bad("Der Fluss stieg in der Nacht und nahm ⟦… Weiterlesen »⟧\n"),
        Bad("The river rose in the ⟦... Continue reading Floods in Turin →⟧\n"),
        Bad(
            "The river rose in the night and took the old bridge of the town along.\n"
            "People slept in the school, and the water did not fall until the evening.\n"
            "The mayor said that nobody had seen such a flood for a hundred years.\n"
            "Most of the houses on the left bank are empty, and the people who lived ⟦there⟧\n"
        ),
        Bad("<p>Река поднялась ночью и снесла старый мост, который ⟦[...]⟧</p>\n", media="text/html"),
    ]
    good = [
        "He wrote: “The river rose […]”",
        "“The river […] rose in the night.”",
        "[…] https://example.org",
        "The river rose ...\n",
        "Read more »\n",
        "[...] So you can see the trailer of the film about the river here: The river [...]",
        "The river rose in the night. [...]\nIt fell in the evening of the third day. [...]",
        Good(
            "The river rose in the night and took the old bridge of the town along.\n\n"
            "People slept in the school, and the water did not fall until the evening.\n\n"
            "The mayor said that nobody had seen such a flood for a hundred years.\n\n"
            "Most of the houses on the left bank are empty, as you see in this short program in the code\n\n"
            "```r\nx\n```\n",
            media="text/markdown",
        ),
        Good(
            "- The river rose in the night and took the old bridge of the town with it, and more\n",
            media="text/markdown",
        ),
    ]

    def gate(self, view: View) -> bool:
        return any(sign in view.text for sign in SIGNS) or (
            bool(view.zones) and is_stopped(view, view.zones[-1])
        )

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in signed(view):
            if zone.kind in ("paragraph", "quote") and (cut := cut_of(view, zone)):
                yield self.finding(*cut, what="this paragraph")
        if view.zones and is_stopped(view, view.zones[-1]):
            prose = [
                zone
                for zone in view.zones[:-1]
                if zone.kind == "paragraph" and zone.end - zone.start >= PROSE
            ]
            ended = sum(is_ended(view, zone) for zone in prose)
            if len(prose) >= FEWEST - 1 and ended >= MOSTLY * len(prose):
                end = view.zones[-1].end
                yield self.finding(view.text.rfind(" ", 0, end) + 1, end, what="the text")
