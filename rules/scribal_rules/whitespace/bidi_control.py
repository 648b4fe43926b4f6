"""Controls that turn the direction of writing."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, Sees, View, expression, replace

_RUN = expression(r"[\u202a-\u202e\u2066-\u2069]++")
_LINE = expression(
    r"(?: (?<![^\n]) | \G ) [^\n\u202a-\u202e\u2066-\u2069]*+ [\u202a-\u202e\u2066-\u2069] [^\n]*+",
    regex.VERBOSE,
)
_RIGHT_TO_LEFT = expression(r"[\p{bc=R}\p{bc=AL}]")
_PARTNER = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}


class BidiControl(Rule):
    """A direction control can show a reader another text than a program reads.

    Unicode Technical Standard 39 tells more.  In a text with right-to-left letters they have their use: there
    a line is reported only where they do not pair.  The fix takes them out, which changes how the line looks
    and is not safe.
    """

    summary = "A bidirectional control hides in the text."
    message = "the direction control {found!a} hides in the text"
    sees = Sees.SOURCE
    patterns = ("[\u202a-\u202e\u2066-\u2069]",)
    bad = [
        Bad("Call ⟦\u202a⟧555 0100⟦\u202c⟧ today.", "Call 555 0100 today."),
        Bad("The file is called photo⟦\u202e⟧gpj.exe", "The file is called photogpj.exe"),
        Bad("השם הוא ⟦\u2066⟧Linux וזה הכול.", "השם הוא Linux וזה הכול."),
    ]
    good = ["השם הוא \u2066Linux\u2069 וזה הכול.", "The name is Linux."]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        needed = _RIGHT_TO_LEFT.search(view.text) is not None
        for zone in view.zones_of(hits):
            for line in _LINE.finditer(view.text, zone.start, zone.end):
                if needed and _pair(line[0]):
                    continue
                for match in _RUN.finditer(view.text, *line.span()):
                    start, end = match.span()
                    yield self.finding(start, end, replace(start, end, "", Safety.UNSAFE), found=match[0])


def _pair(line: str) -> bool:
    """Return whether every control of a line has its partner."""
    awaited: list[str] = []
    for char in line:
        if char in _PARTNER:
            awaited.append(_PARTNER[char])
        elif char in "\u202c\u2069" and (not awaited or awaited.pop() != char):
            return False
    return not awaited
