"""A preposition and an article that stand twice."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, fold, lazily, replace

_TWICE = expression(
    r"(?<![\p{L}\p{M}\p{N}'’-])(?P<pair>[\p{L}\p{M}]++\s{1,3}[\p{L}\p{M}]++)"
    r"(?P<again>\s{1,3}[\p{L}\p{M}]++\s{1,3}[\p{L}\p{M}]++)(?![\p{L}\p{N}'’-])"
)
_QUOTED = expression(r"(?<=[\"“„«»‘'`(])")
"""What stands before a slip that a text speaks of."""


@cache
def words() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Return, by language, what stands before articles, and the articles."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


@cache
def doubled(language: str) -> frozenset[str]:
    """Return every preposition with every article of a language, folded and twice."""
    lists = words()[language]
    pairs = (fold(f"{before} {article}") for before in lists["before"] for article in lists["articles"])
    return frozenset(f"{pair} {pair}" for pair in pairs)


class DoubledPhrase(Rule):
    """“It fell within the remit of the of the bill”: no article has a preposition behind it.

    A phrase of two words that stands twice may be meant (“day by day by day”, “what is his is his”); one of a
    preposition and an article never is. Longer ones are found by ``translation/hallucination-loop``.
    """

    summary = "A preposition and an article stand twice."
    message = "“{found}” stands twice"
    supersedes = ("extraction/dropped-text",)
    languages = lazily(lambda _: tuple(words()))
    literals = lazily(lambda _: tuple(sorted({text for language in words() for text in doubled(language)})))
    bad = [
        Bad("The remit of the⟦ of the⟧ bill is small.", "The remit of the bill is small.", language="en"),
        Bad("In a⟦ in a⟧ town it rained.", "In a town it rained.", language="en"),
        Bad("Il vit dans la⟦ dans la⟧ ville.", "Il vit dans la ville.", language="fr", media="text/markdown"),
        Bad("El puente en la⟦ en la⟧ villa cayó.", "El puente en la villa cayó.", language="es"),
        Bad("De brug van het⟦ van het⟧ dorp viel.", "De brug van het dorp viel.", language="nl"),
        Bad("Ήρθε από την⟦ από την⟧ πόλη.", "Ήρθε από την πόλη.", language="el"),
    ]
    good = [
        Good("He did it day by day by day, from this to this to this.", language="en"),
        Good("What is his is his, and a friend of his of his own age came by the by the way.", language="en"),
        Good("The slip “of the of the” is old, and of the, of the is too.", language="en"),
        Good("En lugar de la de la red se usa otra, y en vez del del sistema también.", language="es"),
        Good("Die Art, in der in der Stadt gebaut wird, ist alt.", language="de"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        known = doubled(view.language or "") if view.language in words() else frozenset()
        for hit in hits:
            match = _TWICE.match(view.text, hit.start) if hit.trigger in known else None
            if match and not _QUOTED.match(view.text, hit.start):
                start, end = match.span("again")
                yield self.finding(start, end, replace(start, end, "", Safety.SAFE), found=match["pair"])
