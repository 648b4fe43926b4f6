"""A long dash inside a compound."""

from collections.abc import Iterable

import regex

from scribal import Bad, PatternRule, Safety, View

_ADJECTIVE = r"\p{Lu}\p{Ll}{2,20}+(?<= an | ian | ish | ese | ch | li | qi | ki | ic )"


class WrongDash(PatternRule):
    """“Armenian—Turkish” joins two adjectives as a compound: a hyphen or an en dash does that, an em dash parts.

    Reported between two capitalised adjectives of place.
    """

    summary = "An em dash joins two adjectives of a compound."
    message = "“{found}” joins two adjectives with a dash that parts"
    preview = True
    languages = ("en",)
    patterns = (r"\p{Ll}—\p{Lu}\p{Ll}",)
    pattern = rf"\b (?P<one> {_ADJECTIVE} ) — (?P<two> {_ADJECTIVE} ) \b (?= \s \p{{Ll}} )"
    bad = [
        Bad("The ⟦Italian—Austrian⟧ border is open.", "The Italian-Austrian border is open.", language="en"),
    ]
    good = ["The border—Austrian police said—is open.", "The Italian-Austrian border is open."]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        yield f"{match['one']}-{match['two']}", Safety.UNSAFE
        yield f"{match['one']}–{match['two']}", Safety.UNSAFE
