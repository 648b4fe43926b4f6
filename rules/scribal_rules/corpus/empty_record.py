"""A record without a text."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Sees, View, expression

_LETTER = expression(r"[\p{L}\p{N}]")


class EmptyRecord(Rule):
    """A page that could not be fetched, or that its extractor found nothing in, leaves a record behind.

    Reported of the records of a corpus that hold no letter and no figure: nothing, blanks, or marks alone.
    """

    summary = "A record has no text."
    message = "the record has no text"
    bad = [
        Bad("", profile="corpus"),
        Bad(" \n\t\n", profile="corpus"),
        Bad("…\n* * *", profile="corpus"),
    ]
    sees = Sees.SOURCE
    kinds = ("prose", "blank", "code")
    good = [
        Good("42", profile="corpus"),
        Good("水", profile="corpus"),
        Good("", profile="repository"),
    ]

    def gate(self, view: View) -> bool:
        return view.about.profile == "corpus" and not _LETTER.search(view.text)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if self.gate(view):
            yield self.finding(0, 0, scope="record")
