"""Filler text."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, Rule, View, expression

_FILLER = expression(
    r"(?:lorem ipsum,? dolor sit amet|dolor sit amet,? consecte\w+ \w+|sed do eiusmod tempor|ut enim ad minim veniam|duis aute irure dolor"
    r"|excepteur sint occaecat|at vero eos et accus\w+ et|stet clita kasd gubergren|nam liber tempor cum soluta|vel illum dolore eu feugiat"
    r"|nulla facilisis at vero|li europan lingues es membres|one morning, when gregor samsa woke from troubled dreams"
    r"|a wonderful serenity has taken possession of my entire soul|far far away, behind the word mountains)"
    r"[^.\n]{0,200}+(?:[.,;] ?[^.\n]{0,200}+){0,20}",
    regex.IGNORECASE,
)


class LoremIpsum(Rule):
    """A page was published, or scraped, before somebody wrote its text: “Lorem ipsum dolor sit amet …”.

    Reported from five of its words on; a text that speaks of “lorem ipsum” is left alone.
    """

    summary = "Filler text stands where a text should."
    message = "“{found}…” is filler text"
    literals = (
        *(
            "lorem ipsum",
            "dolor sit amet",
            "sed do eiusmod",
            "ut enim ad minim",
            "duis aute irure",
            "excepteur sint",
            "at vero eos et accus",
        ),
        *(
            "stet clita kasd",
            "nam liber tempor",
            "vel illum dolore",
            "nulla facilisis at vero",
            "li europan lingues",
        ),
        *("gregor samsa woke", "wonderful serenity has taken", "behind the word mountains"),
    )
    bad = [
        Bad("The river.\n⟦Lorem ipsum dolor sit amet, consectetur adipiscing elit.⟧"),
        Bad("<p>⟦Duis aute irure dolor in reprehenderit.⟧</p>", media="text/html"),
    ]
    good = [
        "Printers fill pages with lorem ipsum, which is no Latin.",
        "He read of Gregor Samsa, who woke one morning.",
        "Dolor sit amet is not a sentence.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            match = _FILLER.search(view.text, zone.start, zone.end)
            if match:
                yield self.finding(*match.span(), found=" ".join(match[0].split()[:5]))
