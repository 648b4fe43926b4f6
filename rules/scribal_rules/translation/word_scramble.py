"""A name that a false full stop tore apart."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, View, replace

_TORN = regex.compile(
    r"""
    (?P<before> (?: \b[\p{L}\p{M}’'-]++[ ] ){0,3} \p{Lu}[\p{L}\p{M}’'-]++ (?: [ ]\p{Ll}[\p{L}\p{M}’'-]*+ ){0,3}? )
    \. [ ] (?P<name> \p{Lu}[\p{Ll}\p{M}]{2,} ) [ ]
    (?= (?: while|of|in|and|with|for|by|from|to|on|at|as|that|which|who|where|when|after|before|during|between|the|or )
        [ ] \p{L} )
    """,
    regex.VERBOSE,
)
_LAST = regex.compile(r"\p{Lu}[\p{L}\p{M}’'-]++")

NAMES = frozenset(
    (
        "Soviet Union", "European Union", "African Union", "United Nations", "United States", "United Kingdom",
        "Arab League", "Security Council", "General Assembly", "White House", "Red Cross", "Red Crescent",
        "North Korea", "South Korea", "South Africa", "Saudi Arabia", "Sri Lanka", "Costa Rica", "New Zealand",
        "New York", "San Francisco", "Los Angeles", "Hong Kong", "Middle East", "West Bank", "Gaza Strip",
        "Black Sea", "Caspian Sea", "Red Sea", "Baltic Sea", "Mediterranean Sea", "Persian Gulf", "Suez Canal",
        "Supreme Court", "Prime Minister", "Foreign Ministry", "Defense Ministry", "Defence Ministry",
        "Soviet Republic", "Russian Federation", "Cold War", "World War", "World Bank", "Latin America",
        "Central Asia", "Eastern Europe", "Western Europe", "Czech Republic", "Dominican Republic",
    )
)  # fmt: skip
"""Names of several words that news texts have; a document attests others by itself."""


class WordScramble(Rule):
    """A translation that loses its place in a noun phrase ends the sentence in the middle of a name.

    “in the former Union region. Soviet while” is “in the former Soviet Union region while”: the word after
    the stop goes before a capitalised word where the two are a name, one that the list or the rest of the
    document attests.
    """

    summary = "A name is torn by a full stop, and its first word stands after it."
    message = "“{name}” belongs before “{head}”: the full stop tears a name apart"
    severity = Rule.severity
    languages = ("en",)
    patterns = (
        r"\p{Ll}\. \p{Lu}\p{Ll}{2,30} (?:while|of|in|and|with|for|by|from|to|on|at|as|that|which|who|where|when) ",
        r"\p{Ll}\. \p{Lu}\p{Ll}{2,30} (?:after|before|during|between|the|or) ",
    )
    bad = [
        Bad(
            "It lies in the former ⟦Union region. Soviet⟧ while the army is away.",
            "It lies in the former Soviet Union region while the army is away.",
            language="en",
        ),
        Bad(
            "The Caspian Port is old. He saw the ⟦Port at night. Caspian⟧ with his own eyes.",
            "The Caspian Port is old. He saw the Caspian Port at night with his own eyes.",
            language="en",
        ),
    ]
    good = [
        "It was a union. Soviet and Chinese ships came.",
        "He came to the house. White in the face, he sat down.",
        "It left the Union. Estonia and Latvia left as well.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            for match in _TORN.finditer(view[zone]):
                name = match["name"]
                heads = [m for m in _LAST.finditer(match["before"]) if self.is_name(view, name, m[0])]
                if not heads:
                    continue
                head = heads[-1]
                start = zone.start + match.start("before") + head.start()
                stop, end = zone.start + match.end("before"), zone.start + match.end("name")
                text = f"{name} {view.text[start:stop]}"
                yield self.finding(
                    start, end, replace(start, end, text, Safety.UNSAFE), name=name, head=head[0]
                )

    def is_name(self, view: View, name: str, head: str) -> bool:
        """Return whether two words are a name, by the list or by the rest of the document."""
        pair = f"{name} {head}"
        return pair in NAMES or pair in view.text
