"""A small word that stands twice."""

from collections.abc import Iterable, Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, PatternRule, Safety, View

PAIRS = {
    "en": "the a an of to for with from and or but are be if this these those its they their you your we our which not will would has".split(),
    "de": "des und oder ist mit von zum zur im auf für eine einen einer einem ein nicht".split(),
    "fr": "le du de un une et dans pour avec sur par qui au aux ce cette des".split(),
    "es": "el los las del con por para una".split(),
    "it": "il gli dei delle della di che nel nella con".split(),
    "pt": "os do da dos das em uma com".split(),
    "nl": "het een van op te voor met bij".split(),
}
"""By language, the words that are never doubled on purpose: no relative “die die”, “nous nous”, “had had”."""

_ANY = sorted({word for words in PAIRS.values() for word in words})


class RepeatedWord(PatternRule):
    """“the the” is a slip of a writer at the end of a line, or of a translation that moved words.

    Only function words which grammar never doubles are reported, by language; “had had”, “that that”,
    “die die”, “nous nous” and the reduplications of other languages are left alone.
    """

    summary = "A function word stands twice."
    message = "“{found}” stands twice"
    languages = tuple(PAIRS)
    literals = tuple(f"{word} {word}" for word in _ANY)
    pattern = rf"(?i) (?<! [\p{{L}}\p{{N}}\-’'] ) (?P<word> {'|'.join(_ANY)} ) [ \u00a0]{{1,3}} (?P=word) (?! [\p{{L}}\p{{N}}\-’'] | \.\p{{L}} )"
    bad = [
        Bad("The water of ⟦the the⟧ river rose.", "The water of the river rose.", language="en"),
        Bad("Das Wasser stieg ⟦und und⟧ fiel.", "Das Wasser stieg und fiel.", language="de"),
    ]
    good = [
        "He said that that was it, and he had had it.",
        "The band The The played.",
        "It is what it is is what he said.",
        "See A a and To to.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        own = PAIRS.get(view.language or "", ())
        for finding in super().check(view, hits):
            word, again = view.text[finding.start : finding.end].split()
            if word.lower() in own and again.islower():
                yield finding

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        yield match["word"], Safety.SAFE
