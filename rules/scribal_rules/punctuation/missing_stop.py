"""A paragraph without an end."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Severity, View, Zone, expression

_END = expression(
    r"[.!?…:;。！？；：।॥؟۔։።༎။៕¶*_)\]）”’»\"'“‘」』›—–-]\W*+\Z|(?:https?://|www\.|@)\S++\s*+\Z|[、，,]\s*+\Z"
)
_WORD = expression(r"[\p{L}\p{M}]++")
_INSIDE = expression(r"[.!?。！？।؟][”\"»’)]*+\s")

LONG = 160
"""A shorter paragraph may be a heading, a caption or a line of a list."""
FEWEST = 6
"""So many long paragraphs must be there to say what is usual."""
USUAL = 0.9
"""So many of them must end in a mark."""

_OLD = (
    "The old port lies in the north of the town. It is the largest port of the whole province, and ships from all"
    " the seas that wash the country have lain at anchor in it for ages.\n"
)
"""What the example has mostly."""


class MissingStop(Rule):
    """A paragraph that breaks off among paragraphs that end was cut, or lost its end with a link or a picture.

    Reported of long paragraphs of more than one sentence, where nearly all others end in a mark.
    """

    summary = "A paragraph ends without a mark among others that have one."
    message = "the paragraph ends with “{word}” and no mark"
    severity = Severity.INFO
    preview = True
    bad = [
        Bad(
            _OLD
            * FEWEST
            + "The new port lies in the south. It is the smallest port of the whole province, and no ship from any of"
            " the seas that wash the country has ever lain at anchor by its ⟦mole⟧\nIt was late.",
            language="en",
        )
    ]
    good = [
        "The old port lies in the north. It is the largest one",
        Good("# The port\n\nIt is old", media="text/markdown"),
    ]

    def gate(self, view: View) -> bool:
        return len(view.zones) >= FEWEST

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if (view.language or "th") in ("th", "lo", "km", "my"):
            return
        long = [zone for zone in view.zones if zone.kind == "paragraph" and zone.end - zone.start >= LONG]
        cut = [zone for zone in long if self.breaks_off(view, zone)]
        if len(long) < FEWEST or len(cut) > max(1, (1 - USUAL) * len(long)):
            return
        for zone in cut:
            *_, word = _WORD.finditer(view.text, zone.start, zone.end)
            yield self.finding(*word.span(), word=word[0])

    def breaks_off(self, view: View, zone: Zone) -> bool:
        """Return whether a paragraph of several sentences ends in a word, and nothing goes on with it."""
        line = view[zone].rstrip()
        after = view.zones[view.zone_index(zone.start) + 1 :][:1]
        if after and (after[0].source_start > zone.source_end or view.text[after[0].start].islower()):
            return False
        return bool(_INSIDE.search(line)) and line[-1:].isalpha() and not _END.search(line)
