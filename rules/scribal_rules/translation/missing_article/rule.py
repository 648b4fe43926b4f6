"""A name that takes an article, without it."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, fold, replace

NAMES: Mapping[str, Mapping[str, str]] = tomllib.loads(
    Path(__file__).with_name("names.toml").read_text("utf-8")
)
"""By language, what stands without its article after a preposition, and what should stand there."""

AFTER = {
    "en": "and|are|as|at|because|before|but|by|during|for|from|had|has|have|in|is|on|or|since|that|to|was|were|when"
    "|where|which|while|who|will|with|would",
    "de": ".+",
    "fr": ".+",
    "it": ".+",
    "pt": ".+",
}
"""What may follow so that the name is not the first part of a longer one: in English “Soviet Union flags”."""


@cache
def pattern(language: str) -> regex.Pattern[str]:
    """Return the expression of all phrases of a language."""
    phrases = "|".join(
        regex.escape(fold(phrase)) for phrase in sorted(NAMES[language], key=len, reverse=True)
    )
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}-])(?P<phrase>{phrases})(?=[.,;:!?)”\"]|\s(?:{AFTER[language]})\b)(?!['’-])"
    )


class MissingArticle(Rule):
    """“in Soviet Union” lacks the article that Russian does not have; “en Japon” the one that French merges.

    Names that always take one are listed, by language, with the prepositions that show it: states and seas
    in English, the countries that German, French, Italian and Portuguese name with an article. Left alone:
    the name as the first part of another (“of Soviet Union stamps”), headings, and lines that are no sentences.
    """

    summary = "A name that takes an article stands without it."
    message = "“{found}” lacks its article: “{instead}”"
    languages = tuple(sorted(NAMES))
    literals = tuple(sorted({fold(phrase) for names in NAMES.values() for phrase in names}))
    bad = [
        Bad("He was born ⟦in Soviet Union⟧ and died here.", "He was born in the Soviet Union and died here."),
        Bad("It came ⟦from United States⟧.", "It came from the United States.", language="en"),
        Bad(
            "Er wohnt ⟦in Schweiz⟧ und arbeitet hier.",
            "Er wohnt in der Schweiz und arbeitet hier.",
            language="de",
        ),
        Bad("Il habite ⟦en Japon⟧ depuis dix ans.", "Il habite au Japon depuis dix ans.", language="fr"),
        Bad("Abita ⟦in Stati Uniti⟧ da dieci anni.", "Abita negli Stati Uniti da dieci anni.", language="it"),
        Bad("Ele mora ⟦em Brasil⟧ há dez anos.", "Ele mora no Brasil há dez anos.", language="pt"),
    ]
    good = [
        "He was born in the Soviet Union. It is of Soviet Union stamps that he speaks.",
        "Talks in United Nations offices went on.",
        "# Born in Soviet Union",
        "Made in United States",
        Good("Er wohnt in der Schweiz.", language="de"),
        Good("Il habite au Japon, en Chine ou en France.", language="fr"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        language = view.language or ""
        if language not in NAMES:
            return
        names = {fold(phrase): instead for phrase, instead in NAMES[language].items()}
        for zone in view.zones_of(hits):
            if zone.kind == "heading" or not view[zone].rstrip().endswith(
                (".", "!", "?", ":", "”", '"', ")", ";")
            ):
                continue
            for match in pattern(language).finditer(view.folded, zone.start, zone.end):
                start, end = match.span()
                instead = names[match["phrase"]]
                found = view.text[start:end]
                if found.split()[-1][0].isupper():
                    fix = replace(start, end, instead, Safety.UNSAFE)
                    yield self.finding(start, end, fix, found=found, instead=instead)
