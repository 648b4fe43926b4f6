"""Two reporting verbs with a full stop between them."""

from collections.abc import Iterable

import regex

from scribal import Bad, PatternRule, Safety, View

VERBS = [
    "said",
    "told",
    "added",
    "wrote",
    "tweeted",
    "posted",
    "noted",
    "stressed",
    "explained",
    "warned",
    "argued",
    "claimed",
    "stated",
    "announced",
    "declared",
    "insisted",
    "replied",
    "answered",
    "continued",
    "concluded",
    "recalled",
    "admitted",
    "confirmed",
    "denied",
    "emphasized",
    "emphasised",
    "pointed",
    "reported",
    "remarked",
    "observed",
    "commented",
    "complained",
    "urged",
    "demanded",
    "asked",
    "suggested",
    "acknowledged",
]


class SplitAttribution(PatternRule):
    """A translation that kept the verb of the source and added its own leaves two, with a stop between them.

    “… the minister said. tweeted after the call” has the English “said” before the verb that the writer
    used; the second one is right.
    """

    summary = "Two reporting verbs stand side by side with a full stop between them."
    message = "“{found}”: one verb too many, with a full stop between them"
    languages = ("en",)
    patterns = tuple(
        rf"{verb}\.[ \xa0]" for verb in ("said", "says", "told", "added", "wrote", "noted", "stated")
    )
    pattern = rf"\b (?:said|says|told|added|wrote|noted|stated) \. [ \u00a0] (?P<verb> {'|'.join(VERBS)} ) \b"
    bad = [
        Bad(
            "“We are ready,” the minister ⟦said. tweeted⟧ after the call.",
            "“We are ready,” the minister tweeted after the call.",
            language="en",
        )
    ]
    good = ["“We are ready,” the minister said. He tweeted after the call.", "It was said. Told you so."]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        yield match["verb"], Safety.UNSAFE
