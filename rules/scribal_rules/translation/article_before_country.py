"""An English article before the name of a country that takes none."""

from collections.abc import Iterable

import regex

from scribal import Bad, Good, PatternRule, Safety, View

from ._lists import lines_of

NAMES = lines_of("_countries.txt")
COUNTRIES = "|".join(map(regex.escape, NAMES))
BEFORE = (
    "(?:about|across|against|and|at|between|by|for|from|in|into|of|on|over|that|to|towards?|with|within|,)"
)
AFTER = (
    "(?:after|also|are|as|at|because|before|but|by|can|could|did|does|during|from|had|has|have|if|in|is|may|must"
    "|said|says|should|since|to|was|were|when|while|will|with|would)"
)


class ArticleBeforeCountry(PatternRule):
    """French, Italian, Arabic and others write an article before most countries; English does not.

    Reported where the name ends its phrase: “the Russia programme”, “the France and Spain desks” and “the
    Germany of our days” are right. Names that take an article, or that are also rivers, canals or people,
    are not on the list, which is CLDR's. The fix is safe after a preposition and before a full stop.
    """

    summary = "An article stands before the name of a country that takes none."
    message = "“{found}”: English has no article before this name"
    languages = ("en",)
    literals = tuple(f"the {name}" for name in NAMES)
    pattern = rf"""
        (?: (?<= \b {BEFORE} [ ] ) the | (?<= \A | [.!?][ ] ) The ) [ \u00a0]
        (?P<name> {COUNTRIES} ) (?! [\p{{L}}\p{{N}}’'-] )
        (?: (?= (?P<end> \s*+ \Z | [.;!?] (?! \p{{L}} ) ) )
          | (?= [:)”] | ,[ ] (?! [^.;:\n]{{0,120}}? [ ](?:and|or|&)[ ] ) | [ ]{AFTER}\b ) )
    """
    bad = [
        Bad("The truce was brokered by ⟦the Russia⟧.", "The truce was brokered by Russia.", language="en"),
        Bad("Talks with ⟦the Germany⟧ were held.", "Talks with Germany were held.", language="en"),
        Bad("⟦The Italy⟧ has signed the treaty.", "Italy has signed the treaty.", language="en"),
        Bad(
            "It sells wine to ⟦the South Korea⟧; to nobody else.",
            "It sells wine to South Korea; to nobody else.",
        ),
    ]
    good = [
        "A member of the Russia and Eurasia programme.",
        "The history of the China of our days.",
        "An office for the France, Spain and Portugal desks.",
        "It lies in the Netherlands, not in the Gambia.",
        "The Russia that we knew is gone.",
        "He runs the Japan office in the Poland squad's hotel.",
        Good("Er las in „The Germany“ davon, im the Russia.", language="de"),
    ]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        certain = match["end"] is not None and match[0][0] == "t"
        yield match["name"], Safety.SAFE if certain else Safety.UNSAFE
