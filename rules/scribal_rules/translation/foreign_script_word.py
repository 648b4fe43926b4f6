"""A word in the letters of its own language that was left in a sentence of another."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, View
from scribal_rules.translation._foreign_script import FOREIGN, LETTER, RUN, is_left, is_sentence

MOST = 2
"""A text with more such words has them as its matter: a grammar, a phrase book, a page about names."""

FEW = 0.1
"""A text with a greater share of letters of other scripts is in two."""


class ForeignScriptWord(Rule):
    """A machine that does not know a word copies it: “Chief न्यायाधीश John Robert agreed”.

    Reported is a word or two in another script within a sentence in Latin letters. Left alone: what stands
    in brackets, quotation marks or emphasis, or is explained in brackets; sentences that speak of words and
    letters; formulas; lists and menus; and texts that have more than two such words.
    """

    summary = "A word in another script stands in a sentence in Latin letters."
    message = "“{found}” was left in another script than its sentence"
    languages = (
        "ca", "cs", "da", "de", "en", "es", "fi", "fr", "hr", "hu", "id", "it", "ms", "nl", "no", "pl", "pt", "ro", "sv",
        "tr",
    )  # fmt: skip
    preview_languages = ("et", "lt", "lv", "sk", "sl")
    patterns = (
        rf"\p{{Latin}}[,;]? [{FOREIGN}][{FOREIGN}\p{{M}}]",
        rf"[{FOREIGN}][{FOREIGN}\p{{M}}][，,]? ?\p{{Latin}}",
    )
    bad = [
        Bad(
            "The chief ⟦न्यायाधीश⟧ of the old town agreed with the four others, and the work on the bridge began in May.",
            language="en",
        ),
        Bad("⟦彗星⟧ may have been the source of the water here.", language="en"),
        Bad(
            "Die Stadt hat das neue ⟦законопроект⟧ im Mai beschlossen, und die Arbeit an der alten Brücke begann erst im"
            " Herbst, als das Wasser des Flusses fiel.",
            language="de",
        ),
        Bad("Les enfants ont lu les ⟦كتب⟧ dans la vieille école.", language="fr"),
        Bad(
            "In *all* of the ⟦प्रतियोगिता⟧ of the year, the town stood first among the four, and the mayor gave a prize to each of them.\n",
            language="en",
            media="text/markdown",
        ),
    ]
    good = [
        Good("The poems of Sikong Tu 司空图 (837–908) are read by all in the town.", language="en"),
        Good("He spoke of the Великая (the great one) as of an old friend.", language="en"),
        Good("The word мир has two meanings in the old books of the town.", language="en"),
        Good("Su nombre deriva de las raíces griegas ὀξύς oxys y de otras dos más.", language="es"),
        Good("The town (Москва) and the “Волга” are old, and so is *Дон* too.", language="en"),
        Good("The angle αβ of the old bridge is small.", language="en"),
        Good("English Русский Deutsch Français Español Polski", language="en"),
        Good("他在 Berlin 住了三年。", language="zh"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = [
            (zone.start + match.start(), zone.start + match.end())
            for zone in view.zones_of(hits)
            if zone.kind in ("paragraph", "item", "quote") and is_sentence(view[zone])
            for match in RUN.finditer(view[zone])
            if is_left(view, zone, match.start(), match.end())
        ]
        if len(found) <= MOST and len(LETTER.findall(view.text)) <= FEW * len(view.text):
            for start, end in found:
                yield self.finding(start, end, found=view.text[start:end])
