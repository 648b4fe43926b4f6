"""An accent, a prime or an opening mark in the place of an apostrophe."""

from collections.abc import Iterable

import regex

from scribal import Bad, Good, PatternRule, Safety, View, expression

_BEFORE = "l|d|j|qu|c|n|m|t|s|dell|all|nell|sull|dall|un|quest|quell|anch|dov|com|lorsqu|jusqu|puisqu|quelqu|aujourd"
"""What is elided before a vowel in French, Italian and Catalan."""

_AFTER = "t|s|re|ve|ll|d|m"
"""What is left of a verb or a genitive after an apostrophe in English."""


_STRAIGHT = expression(r"(?<=\p{L})'(?=\p{L})")


class MangledApostrophe(PatternRule):
    """Keyboards have an acute and a grave accent beside the apostrophe, and programs curl it the wrong way.

    Reported in the endings of English and before the vowels of French, Italian and Catalan, where nothing
    else can be meant; elsewhere such a mark may be a letter of a transcription.
    """

    summary = "An accent or another mark stands where an apostrophe belongs."
    message = "“{found}” has another mark for its apostrophe"
    patterns = (r"\p{L}[´`ʹ′‘＇‛]\p{L}", r"\p{L}(?:''|’’|´´) ?\p{L}")
    pattern = rf"""
        (?<! [\p{{L}}\p{{M}}\p{{N}}´`ʹ′‘’'] )
        (?: (?P<word> (?! f | [a-z][a-z]?′ ) \p{{Latin}}++ ) (?P<mark> [´`ʹ′‘＇‛] ) (?P<rest> {_AFTER} ) (?! [\p{{L}}\p{{N}}´`ʹ′‘’'] )
          | (?P<word> (?i:{_BEFORE}) ) (?<! [tT] (?=‘) ) (?P<mark> [´`ʹ′‘＇‛] | ''[ ]? | ’’[ ]? | ´´ ) (?P<rest> [aeiouhyàâéèêîôœAEIOUHYÀÂÉÈÊÎÔŒ]\p{{Latin}}++ )
        )
    """
    bad = [
        Bad("I ⟦don´t⟧ know ⟦John`s⟧ car.", "I don’t know John’s car.", language="en"),
        Bad("Puis ⟦l'' eau⟧ et ⟦l´air⟧, et d’autres.", "Puis l’eau et l’air, et d’autres.", language="fr"),
        Bad("Poi ⟦dell`acqua⟧ e ⟦un´altra⟧.", "Poi dell’acqua e un’altra.", language="it"),
        Bad("We ⟦can‘t⟧ go, it's far.", "We can't go, it's far.", language="en"),
    ]
    good = [
        "I don’t know John's car.",
        "The T‘ang and the Sana‘a of old, O‘zbekiston and Hawai‘i.",
        "f′s derivative is a´b.",
        Good("Use `ls`s output.", media="text/markdown"),
        "Rock ’n’ roll",
    ]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        straight = len(_STRAIGHT.findall(view.text)) > view.text.count("’")
        yield match["word"] + ("'" if straight else "’") + match["rest"], Safety.SAFE
