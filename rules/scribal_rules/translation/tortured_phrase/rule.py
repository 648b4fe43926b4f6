"""A technical term whose words were swapped for synonyms."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import regex

from scribal import Bad, Finding, Fix, Hit, Rule, Safety, View, lazily
from scribal_rules.translation._notation import Phrase, expression_of, read_phrase

FILE = Path(__file__).with_name("phrases.toml")


@cache
def phrases() -> Sequence[tuple[Phrase, Mapping[str, str]]]:
    """Return each phrase with what its table says: ``instead``, and ``with`` and ``without`` as guards."""
    return [(read_phrase(name), data) for name, data in tomllib.loads(FILE.read_text("utf-8")).items()]


class TorturedPhrase(Rule):
    """“Counterfeit consciousness” for artificial intelligence: somebody wanted to hide where the text is from.

    Tools that swap words for synonyms, and translations there and back, leave such phrases. Guards keep a
    phrase to texts that have a word that goes with it (``with``), or have none that explains it (``without``).
    The list is short and its own; the Problematic Paper Screener of G. Cabanac, C. Labbé and A. Magazinov has
    thousands of them.
    """

    summary = "A technical term has synonyms in the place of its words."
    message = "“{found}” looks like “{instead}” with its words swapped for synonyms"
    preview = True
    languages = ("en",)
    literals = lazily(lambda _: tuple(sorted({one for phrase, _ in phrases() for one in phrase.triggers})))
    bad = [
        Bad("The ⟦counterfeit consciousness⟧ learns to play.", language="en"),
        Bad("It is a ⟦profound neural organization⟧ with few layers.", language="en"),
        Bad("She was treated for ⟦kidney disappointment⟧.", language="en"),
        Bad("A ⟦web of things⟧ is watching the house.", language="en"),
    ]
    good = [
        "It was a deep disappointment to the kidney patients.",
        "Profound learning takes years, and consciousness more.",
        "The W3C calls it the Web of Things.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        woken = {hit.trigger for hit in hits}
        for phrase, data in phrases():
            if woken.isdisjoint(phrase.triggers) or not fits(view.folded, data):
                continue
            for zone in view.zones_of(hit for hit in hits if hit.trigger in phrase.triggers):
                for match in regex.finditer(phrase.expression, view.folded, pos=zone.start, endpos=zone.end):
                    instead = "” or “".join(data["instead"])
                    fix = Fix((), Safety.SHOWN, f"say “{instead}”")
                    yield self.finding(
                        *match.span(), fix, found=view.text[slice(*match.span())], instead=instead
                    )


def fits(text: str, data: Mapping[str, str]) -> bool:
    """Return whether the guards of a phrase let it speak of a text."""
    return all(
        bool(regex.search(expression_of(data[key]), text)) is wanted
        for key, wanted in (("with", True), ("without", False))
        if key in data
    )
