"""A dash between a quotation and who said it."""

from collections.abc import Iterable

import regex

from scribal import Bad, PatternRule, Safety, View

VERBS = (
    "said|says|told|added|noted|stressed|explained|stated|announced|declared|emphasized|emphasised|recalled|replied"
    "|answered|asked|concluded|continued|confirmed|admitted|shared|wrote|commented|remarked|clarified|specified"
    "|believes|thinks|quotes|reads|reports|reported|assured|argued|warned|insisted|exclaimed|joked|complained"
)


class AttributionDash(PatternRule):
    """Russian, Ukrainian, Polish and French put a dash between a quotation and its speaker; English a comma.

    “We will come”, - said the mayor. A translation keeps the dash and often the order of the words too.
    Reported after a closing quotation mark before a verb of saying.
    """

    summary = "A dash stands between a quotation and the verb of saying."
    message = "“{found}”: English has a comma there, and no dash"
    languages = ("en",)
    patterns = (rf"[\"”»“’][,.]? ?[-–—]{{1,2}} ?(?:{VERBS})",)
    pattern = rf"""
        (?P<stop> [,.!?]? ) (?P<close> ["”»“’] ) (?P<after> [,.]? ) [ \u00a0]?+ [-–—]{{1,2}} [ \u00a0]
        (?P<verb> {VERBS} ) (?= [ ] (?: the|a|an|his|her|their|my|our|he|she|they|we|[iI] | \p{{Lu}}\p{{Ll}} ) \b )
    """
    bad = [
        Bad("“We will come⟦”, - said⟧ the mayor.", "“We will come,” said the mayor.", language="en"),
        Bad(
            '"The road is open⟦," — added⟧ the driver.',
            '"The road is open," added the driver.',
            language="en",
        ),
        Bad("«Is it far⟦?» – asked⟧ the boy.", "«Is it far?» asked the boy.", language="en"),
    ]
    good = [
        "“We will come,” said the mayor.",
        "“We will come” – and he said so twice – “but not today.”",
        "The word “come” — said aloud — is short.",
    ]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        stop = match["stop"] if match["stop"] in ("!", "?") else ","
        yield f"{stop}{match['close']} {match['verb']}", Safety.UNSAFE
