"""Ordinary blanks where French has no-break ones."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, Severity, View, expression

from ._places import BLANK

_BLANK = expression(
    r"(?<=[^\s:;!?»]) (?<blank>[\ \xa0\u202f])(?=[:;!?»](?:[\s»)”\"!?…]|\Z)) | (?<=«) (?<blank>[\ \xa0\u202f])(?=\S)",
    regex.VERBOSE,
)


class MissingNbsp(Rule):
    """In French a line must not begin with ``: ; ! ?`` or ``»``, nor end with ``«``.

    Most texts on the web do without no-break spaces, and so the rule speaks of those texts alone that have
    them at least half of the time and forgot some, or of all with ``always``.  The fix writes the blank that
    the text itself has mostly, U+00A0 or U+202F, and takes none away.
    """

    @dataclass(frozen=True)
    class Options:
        always: bool = False
        """Whether to ask for no-break spaces where the text has none."""

    summary = "An ordinary blank stands where French wants a no-break one."
    message = "an ordinary blank stands beside “{mark}” where the text has no-break ones{more}"
    severity = Severity.INFO
    languages = ("fr",)
    preview_languages = ("br",)
    patterns = (rf"[^\p{{Z}}\t\n:;!?»] [:;!?»](?:{BLANK}|[»)”\"!?…])", "« ")
    bad = [
        Bad(
            "Il dit\xa0: «\xa0Non\xa0!\xa0» Et elle⟦ ⟧: « Oui. »",
            "Il dit\xa0: «\xa0Non\xa0!\xa0» Et elle\xa0: «\xa0Oui.\xa0»",
            language="fr",
        ),
        Bad("Vraiment⟦ ⟧! Oui.", "Vraiment\xa0! Oui.", language="fr", options={"always": True}),
    ]
    good = [
        Good("Il dit : « Non ! » et s’en va.", language="fr"),
        Good("Accueil » Rivière\nIl dit\xa0: Non\xa0!", language="fr"),
        Good("Il dit\xa0: «\u202fNon\u202f!\u202f» Et voilà :-) ou ::", language="fr"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if not (self.options.always or "\xa0" in view.text or "\u202f" in view.text):
            return
        used = Counter(match["blank"] for match in _BLANK.finditer(view.text))
        ordinary = used.pop(" ", 0)
        if not self.options.always and ordinary > used.total():
            return
        wanted = max(used, key=lambda blank: used[blank], default="\xa0")
        places = [
            match
            for zone in view.zones_of(hits)
            for match in _BLANK.finditer(view.text, zone.start, zone.end)
            if match["blank"] == " " and not _is_arrow(view.text, zone.start, match.end())
        ]
        if places:
            fix = Fix(tuple(Edit(*match.span(), wanted) for match in places), Safety.SAFE)
            start, end = places[0].span()
            mark = view.text[end] if view.text[end] in ":;!?»" else "«"
            more = f", and in {len(places) - 1} more places" if places[1:] else ""
            yield self.finding(start, end, fix, mark=mark, more=more)


def _is_arrow(text: str, line: int, at: int) -> bool:
    """Return whether ``»`` closes no quotation of its line, as in a trail of links."""
    return text[at : at + 1] == "»" and text.rfind("«", line, at) <= text.rfind("»", line, at)
