"""A country or a ministry that is called he."""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, View, expression, replace

from ._lists import lines_of

SAYS = (
    "accused|added|agreed|announced|argued|attacked|began|blamed|bombed|called|claimed|condemned|confirmed|decided"
    "|declared|denied|fired|insisted|launched|rejected|reiterated|reported|said|says|shelled|signed|started|stated"
    "|told|urged|warned"
)
"""What states and ministries do in the news."""

_PRONOUN = expression(
    rf"(?:(?:\A|(?<=[.!?][”\"’]?\s))(?P<pronoun>He|She)[ ](?:also[ ]|then[ ]|later[ ]|further[ ])?(?:{SAYS})\b)"
    r"|(?<=,[ ])(?P<pronoun>he|she)[ ](?:said|added|noted|stated|continued|explained|stressed)\b"
)
_BODY = r"(?:defen[cs]e|foreign|interior|health|finance|justice|energy)[ ]ministry|ministry|government|army|military|parliament"
_PERSON = expression(
    r"\b(?:he|she|his|her|him|who|mr|mrs|ms|dr|sir|man|woman|president|minister|spokes\p{L}+|chair\p{L}+|chief|leader|director"
    r"|officer|official|lawyer|analyst|expert|captain|coach|manager|mayor|governor|senator|ambassador|envoy|general"
    r"|commander|judge|doctor|professor|teacher|player|actor|writer|journalist|reporter|secretary|chancellor|premier"
    r"|king|queen|prince|princess|person|candidate|representative|member|editor|speaker|pope|bishop|\p{L}+ist|i|my|me)\b",
    regex.IGNORECASE,
)
_NAME = expression(r"\p{Lu}[\p{L}’'-]+")
_PLACES = expression(
    r"\b(?:in|at|near|from|towards?|between|of|including)[ ](?:the[ ]|southern[ ]|northern[ ]|eastern[ ]|western[ ])*+"
    r"\p{Lu}[\p{L}-]++(?:(?:,[ ]and[ ]|,[ ]|[ ]and[ ])\p{Lu}[\p{L}-]++)*+"
)
_KNOWN = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
    " September October November December Ministry Defense Defence Foreign Interior Council Government Army State"
    " Republic Forces Armed Security The A An On In At But However Meanwhile Later Earlier It Its This That These They There".split()
)
"""Capitalised words that name no person."""

FEWEST = 5
"""How many words must stand before the pronoun for its noun to be among them."""


@cache
def subject() -> regex.Pattern[str]:
    """Return the pattern of a sentence whose subject is a state or one of its bodies."""
    countries = "|".join(map(regex.escape, lines_of("_countries.txt")))
    return regex.compile(
        rf"(?:\A|(?<=[.!?]\s))(?:[Tt]he[ ])?(?:(?:{countries})(?:[’']s[ ](?:{_BODY}))?|(?:\p{{Lu}}\p{{Ll}}+[ ])?(?:{_BODY}))"
        rf"[ ](?:also[ ]|has[ ]|have[ ])?(?:{SAYS})\b"
    )


@cache
def stems() -> frozenset[str]:
    """Return the first letters of countries, which their adjectives have too."""
    return frozenset(name[:4] for name in lines_of("_countries.txt"))


class PronounForState(Rule):
    """Russian, Turkish and others leave the pronoun out, and a translation guesses one: “Azerbaijan said … He also accused”.

    Reported where the sentences before have a state or a ministry as their subject, and no person at all that
    “he” could be.
    """

    summary = "A state or a ministry is called he or she."
    message = "“{found}” speaks of a state or a ministry; no person was named before"
    languages = ("en",)
    preview = True
    patterns = (
        r"(?:He|She) (?:[a-z]{4,7} )?[a-z]{3,11}",
        r", (?:he|she) (?:said|added|noted|stated|continued|explained|stressed)",
    )
    bad = [
        Bad(
            "Armenia said on Monday that its army was not to blame. ⟦He⟧ also accused the troops of Iran.",
            "Armenia said on Monday that its army was not to blame. It also accused the troops of Iran.",
            language="en",
        ),
        Bad(
            "Libya’s defence ministry said the cities of Sirte and Sabha were shelled. They used drones, ⟦he⟧ said.",
            "Libya’s defence ministry said the cities of Sirte and Sabha were shelled. They used drones, it said.",
            language="en",
        ),
    ]
    good = [
        "Armenia said on Monday that its army was not to blame. Its president spoke. He also accused the troops.",
        "Moussa Faki told Libya. Libya said that it was late. He also accused the army.",
        "The minister spoke for Libya in May. Libya agreed at once. He also said so.",
        "He also accused the troops.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            line = view[zone]
            index = view.zone_index(zone.start)
            before = view[view.zones[index - 1]] if index else ""
            for match in _PRONOUN.finditer(line):
                at = match.start("pronoun")
                window = line[:at] if len(line[:at].split()) >= FEWEST else f"{before} {line[:at]}"
                if len(window.split()) >= FEWEST and subject().search(window) and not has_person(window):
                    start, end = zone.start + at, zone.start + match.end("pronoun")
                    it = "It" if match["pronoun"][0].isupper() else "it"
                    fix = replace(start, end, it, Safety.UNSAFE)
                    yield self.finding(start, end, fix, found=match["pronoun"])


def has_person(window: str) -> bool:
    """Return whether somebody is named whom a pronoun could mean."""
    rest = _PLACES.sub(" ", window)
    if _PERSON.search(rest):
        return True
    names = (name[0].removesuffix("’s").removesuffix("'s") for name in _NAME.finditer(rest))
    return any(not (name in _KNOWN or name.isupper() or name[:4] in stems()) for name in names)
