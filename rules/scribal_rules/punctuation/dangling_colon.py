"""A colon that announces something which is gone."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, View, expression

_END = expression(
    r"(?P<where> \b(?:in|at|near|from|of|on|outside|around|over) \s (?:the\s)?+ (?:\p{L}[\p{L}\p{M}’'-]*+\s){0,3}"
    r"\p{L}[\p{L}\p{M}’'-]*+ ) : \s*+ \Z",
    regex.VERBOSE,
)
_ANNOUNCES = expression(
    r"\b(?: two | three | four | five | six | seven | several | many | various | different ) (?: \s \p{L}++ ){1,2}+ : \s*+ \Z | \b(?: follow\p{L}*+ | below | these | this | those | said | says | wrote | include\p{L}*+ ) \b"
    r" | \b(?: examples? | ways? | forms? | terms? | words? | steps? | list | commands? | options? | lines? | code"
    r" | contents? | results? | order | sections? | questions? | cases? | reasons? | points? | detail | mind ) \s*+ : \s*+ \Z",
    regex.VERBOSE | regex.IGNORECASE,
)
_LONG = 60
"""A shorter sentence before the colon may be a label; a shorter paragraph after it may be what it announces."""


_VERB = expression(r"\b(?:is|are|was|were|be|do|does)\Z")


class DanglingColon(Rule):
    """A sentence that ends in a colon announced a picture, a post or a map; the scraper took the text alone.

    Reported where the sentence ends with a place, announces nothing by its words, and a new sentence of
    prose, or nothing at all, comes next.
    """

    summary = "A paragraph announces by a colon what is not there."
    message = "the colon after “{where}” announces something that is not there"
    languages = ("en",)
    patterns = (r"[\p{L}\p{M}’'-]:[\p{Z}\t\x0b-\x1f]{0,20}$",)
    bad = [
        Bad(
            "In the night a fire broke out in the large store of the army near the upper ⟦town:⟧\n"
            "The mayor of the town told the reporters on Monday that nobody had been hurt.",
            language="en",
        )
    ]
    good = [
        Good(
            "The following towns lie in the old mountains of the province at the river Po:\nTurin and Cremona.",
            language="en",
        ),
        Good(
            "He said in the old town hall of Turin on the first Monday of the year:\n“The river rises quickly today.”",
            language="en",
        ),
        "In the north lie the towns:\n- Turin",
        Good(
            "Here is how to build the old mill of the town from source in the folder of the user:\n\n~~~\nmake\n~~~\n\nThe mill turns then, and all the people of the town can hear it at night.",
            media="text/markdown",
            language="en",
        ),
        Good(
            "The rule for the choice of the port in the north of the old province is:\nUse the old one, if the ship is small and the captain has no time for another.",
            language="en",
        ),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            line = view[zone].rstrip()
            found = _END.search(line) if zone.kind == "paragraph" and len(line) >= _LONG else None
            if (
                not found
                or _VERB.search(found["where"])
                or _ANNOUNCES.search(line)
                or not self.goes_on(view, zone.end)
            ):
                continue
            start = line.rfind(" ") + 1
            yield self.finding(zone.start + start, zone.start + len(line), where=found["where"])

    def goes_on(self, view: View, end: int) -> bool:
        """Return whether the text goes on with another sentence, or ends."""
        index = view.zone_index(end) + 1
        if index >= len(view.zones):
            return index > 1 and view.about.media == "text/plain"
        after = view.zones[index]
        if after.source_start > view.zones[index - 1].source_end:  # a listing or a picture stands between
            return False
        line = view[after].strip()
        prose = after.kind == "paragraph" and len(line) >= _LONG and line[0].isupper() and line.endswith(".")
        return prose and not line.startswith(("“", '"', "«", "„"))
