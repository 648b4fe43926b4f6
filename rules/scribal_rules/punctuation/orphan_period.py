"""A full stop alone after a finished sentence."""

from collections.abc import Iterable

import regex

from scribal import Bad, PatternRule, Safety, View


class OrphanPeriod(PatternRule):
    """A second full stop, apart from the first, is what is left of a sentence whose words were moved.

    Spaced ellipses are left alone.
    """

    summary = "A full stop stands alone after a finished sentence."
    message = "“{found}” ends the sentence twice"
    patterns = (r"[.!?…][”’\"')»]{0,2}[ \xa0]{1,2}\.",)
    pattern = r"""
        (?<! [.…] | \.\s ) (?<= [^\s.…] )
        (?: [ \u00a0]{1,2}+ (?= \. [ \u00a0]{1,2}+ \. \s*+ (?: \Z | [\p{Lu}\p{Lo}“«"] ) ) )?+
        (?P<stop> [.!?] [”’"')»]{0,2}+ ) [ \u00a0]{1,2}+ \. (?= \s | \Z ) (?! \s*+ \. )
    """
    bad = [
        Bad("The council met⟦. .⟧ It voted.", "The council met. It voted."),
        Bad("“It is late⟦.” .⟧", "“It is late.”"),
        Bad("Who came⟦? .⟧", "Who came?"),
        Bad("The port is old⟦ . .⟧ It is late⟦ . .⟧", "The port is old. It is late."),
        Bad("Порт старый⟦ . .⟧ Было поздно.", "Порт старый. Было поздно."),
    ]
    good = [
        "The council met . . . and voted.",
        "The council met ... .",
        "See ./a . .b or cp . . as well",
        "It was late . . and then",
        "wait. . . for it. . .",
    ]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        yield match["stop"], Safety.SAFE
