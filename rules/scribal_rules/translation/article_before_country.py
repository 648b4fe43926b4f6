"""An English article before the name of a country that takes none."""

from collections.abc import Iterable

import regex

from scribal import Bad, PatternRule, Safety, View

COUNTRIES = (
    "Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh"
    "|Belarus|Belgium|Bolivia|Bosnia|Brazil|Bulgaria|Burundi|Cambodia|Canada|Chile|China|Colombia|Croatia|Cuba"
    "|Cyprus|Denmark|Ecuador|Egypt|Estonia|Ethiopia|Finland|France|Germany|Ghana|Greece|Guatemala|Honduras|Hungary"
    "|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Kazakhstan|Kenya|Kosovo|Kuwait"
    "|Kyrgyzstan|Laos|Latvia|Liberia|Libya|Lithuania|Luxembourg|Malaysia|Malta|Mauritius|Mexico|Moldova|Mongolia"
    "|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Nicaragua|Nigeria|Norway|Oman|Pakistan|Palestine|Panama"
    "|Peru|Poland|Portugal|Qatar|Romania|Russia|Rwanda|Serbia|Singapore|Slovakia|Slovenia|Somalia|Spain|Sweden"
    "|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Tunisia|Turkmenistan|Uganda|Uzbekistan|Venezuela"
    "|Vietnam|Zambia|Zimbabwe"
)
"""English short names of CLDR's territories that take no article, less those that are also something else
(Georgia, Jordan, Turkey, Chad, Niger, Senegal, Congo, Lebanon, the Ukraine of older books …)."""


class ArticleBeforeCountry(PatternRule):
    """French, Spanish, Arabic and others write an article before most countries; English does not.

    Reported where the name ends its phrase, so that “the Russia programme”, “the China of our days” and
    “the France, Spain and Portugal desks” are left alone.
    """

    summary = "An article stands before the name of a country that takes none."
    message = "“{found}”: English has no article before this country"
    languages = ("en",)
    patterns = (rf"[Tt]he (?:{COUNTRIES})",)
    pattern = rf"""
        (?<= \b(?: by | in | of | to | from | with | and | between | against | for | towards? | into | near ) [ ] )
        the [ \u00a0] (?P<name> {COUNTRIES} )
        (?: (?= \s*+ \Z | [.!?;:”"] (?: \s | \Z ) )
          | (?= ,?+ [ ] (?: has | have | had | is | are | was | were | will | would | said | says | which | who | where
                         | on | after | before | since | because | but ) \b )
        )
    """
    bad = [
        Bad("The truce was brokered by ⟦the Russia⟧.", "The truce was brokered by Russia.", language="en"),
        Bad("Talks with ⟦the Germany⟧ were held.", "Talks with Germany were held.", language="en"),
    ]
    good = [
        "A member of the Russia and Eurasia programme.",
        "The history of the China of our days.",
        "An office for the France, Spain and Portugal desks.",
        "It lies in the Netherlands.",
        "The Russia that we knew is gone.",
    ]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        yield match["name"], Safety.UNSAFE
