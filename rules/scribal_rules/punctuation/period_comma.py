"""A full stop and a comma left side by side."""

from collections.abc import Iterable

import regex

from scribal import Bad, PatternRule, Safety, View

_SHORT = frozenset(
    "al approx bros bzw ca cf ch co corp dept dr ed eds est etc ext fig inc jr ltd mr mrs ms no nos op ph pp prof resp rev sec sen sr st tel usw vol vs".split()
)
"""Abbreviations after which only the blank is wrong."""


class PeriodComma(PatternRule):
    """A full stop before a comma is left where a translation moved words from one sentence into another."""

    summary = "A full stop and a comma stand side by side."
    message = "“{found}”: the sentence ends and goes on"
    patterns = (r"[\p{L}\p{N}]\.[ \xa0]{1,2},",)
    pattern = (
        r"(?P<word> [\p{L}\p{M}.]++ )?+ (?<= [\p{L}\p{N}.] ) (?<! \.[ ] ) (?P<marks> (?<=\.)[ \u00a0]{1,2}, )"
    )
    bad = [
        Bad("The camp came under ⟦fire. ,⟧ they said.", "The camp came under fire, they said."),
        Bad("Ships, trains ⟦etc. ,⟧ were late.", "Ships, trains etc., were late."),
        Bad("The ⟦U.S. ,⟧ he said, is far.", "The U.S., he said, is far."),
    ]
    good = ["Ships, trains etc., were late.", "The camp came under fire. They left."]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        word = match["word"] or ""
        stem = word.rstrip(".")
        short = len(stem) < 3 or "." in stem or stem.lower() in _SHORT
        yield (word if short else stem) + ",", Safety.UNSAFE
