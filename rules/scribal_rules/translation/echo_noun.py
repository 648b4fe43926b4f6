"""A noun that stands twice in one pair."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Hit, Rule, View, expression

_ECHO = expression(
    r"(?<=\b\p{Ll}{3,20}[ ])(?:of|for)[ ](?P<noun>\p{Ll}{5,20}+)(?<!er|years)[ ]and[ ](?P=noun)[ ]\p{Ll}{4,20}+(?<!s)\b"
)


class EchoNoun(Rule):
    """“The chief of security and security provider” has one security too many: the noun was translated twice.

    A noun after a preposition comes back after “and” as the first part of a compound. Left alone is a
    compound in the plural, “of paper and paper products”, by which a text means all kinds of a thing.
    """

    summary = "A noun of a pair is said twice."
    message = "“{found}” says the noun twice"
    preview = True
    languages = ("en",)
    bad = [Bad("It is the chief ⟦of security and security provider⟧ there.", language="en")]
    good = ["It is the chief of security and a provider.", "He spoke of paper and paper products."]

    def gate(self, view: View) -> bool:
        words = view.text.split()
        return any(
            link == "and" and noun == again
            for noun, link, again in zip(words, words[1:], words[2:], strict=False)
        )

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for match in _ECHO.finditer(view.text):
            yield self.finding(*match.span(), found=match[0])
