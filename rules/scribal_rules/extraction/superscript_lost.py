"""Raised letters and figures that came down with a blank before them."""

from collections.abc import Iterator

import regex

from scribal import Bad, Good, PatternRule, Safety, View

_RAISED = {"2": "²", "3": "³"}
_LOWERED = {"2": "₂", "3": "₃", "4": "₄"}


class SuperscriptLost(PatternRule):
    """``10<sup>th</sup>`` came out as “10 th”, ``m<sup>2</sup>`` as “m 2” and ``CO<sub>2</sub>`` as “CO 2”."""

    summary = "A raised or lowered letter or figure stands apart from what it belongs to."
    message = "“{found}” has lost what was raised or lowered"
    patterns = (
        r"[0-9] (?:st|nd|rd|th|ST|ND|RD|TH)",
        r"[0-9][ \xa0]?(?:km|cm|mm|dm|m|ft|in|м|км|см) [23]",
        r"(?:CO|NO|SO|H|O|N|CH|NH) [2-4]",
        r"[IVX]{1,6} (?:e|ème|er|o) (?:si|se|S)",
    )
    pattern = r"""
        (?<![\d.,/:–-]) (?: \d{0,6}1(?<!11)\ (?:st|ST) | \d{0,6}2(?<!12)\ (?:nd|ND) | \d{0,6}3(?<!13)\ (?:rd|RD) | (?:\d{0,6}[04-9]|\d{0,6}1[1-3])\ (?:th|TH) ) (?=\s+\p{L}|[,;:)])
      | (?<=\d[ \u00a0]?) (?<unit>km|cm|mm|dm|m|км|см|м) \ (?<power>[23]) (?=[\s.,;:)]|\Z) (?!\s+(?:[\d×x*]|times|mal|fois|veces|vezes|volte|keer|раза?)\b)
      | \b (?<gas>CO|NO|SO|CH|NH) \ (?<index>[2-4]) (?=[\s.,;:)-]|\Z) (?!\s+[\d%×x*])
      | \b H\ 2\ (?:O|SO\ 4)\b
      | \b (?<century>[IVX]{1,6}+) \ (?:e|ème|er) (?=\ siècle|\ Siècle)
    """
    bad = [
        Bad(
            "On the ⟦10 th⟧ day of the ⟦21 st⟧ century.",
            "On the 10th day of the 21st century.",
            language="en",
        ),
        Bad("A field of 20 ⟦km 2⟧ and 5 ⟦m 3⟧.", "A field of 20 km² and 5 m³."),
        Bad("Der Ausstoß von ⟦CO 2⟧ sinkt.", "Der Ausstoß von CO₂ sinkt."),
        Bad("Au ⟦XIX e⟧ siècle.", "Au XIXe siècle.", language="fr"),
        Bad("Площадь 20 ⟦км 2⟧.", "Площадь 20 км²."),
        Bad("Water is ⟦H 2 O⟧."),
    ]
    good = [
        Good("He lived at 10 The Street, 4 St James's, 2 Rd.", language="en"),
        "It takes 5 m 2 times a day, 20 m 3 4 and 3 cm 2 x 4.",
        "Form CO 22 and NO 2%.",
        "Chapter 1 st.",
        "Version 2.1 st and 4:20 th there.",
    ]

    def replacements(self, match: regex.Match[str], view: View) -> Iterator[tuple[str, Safety]]:
        if match["unit"]:
            yield match["unit"] + _RAISED[match["power"]], Safety.UNSAFE
        elif match["gas"]:
            yield match["gas"] + _LOWERED[match["index"]], Safety.UNSAFE
        elif not match[0].startswith("H"):
            yield match[0].replace(" ", ""), Safety.UNSAFE
