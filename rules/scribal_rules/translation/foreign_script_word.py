"""A word in the letters of its own language that was left in a sentence of another."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, View, Zone, expression

FOREIGN = (
    r"\p{Arabic}\p{Armenian}\p{Bengali}\p{Cyrillic}\p{Devanagari}\p{Georgian}\p{Greek}\p{Gujarati}\p{Gurmukhi}\p{Han}"
    r"\p{Hangul}\p{Hebrew}\p{Hiragana}\p{Kannada}\p{Katakana}\p{Khmer}\p{Malayalam}\p{Sinhala}\p{Tamil}\p{Telugu}\p{Thai}"
)

LEAST = 5
"""A line with fewer words in Latin letters is a name, a list or a menu."""

MOST = 2
"""A text with more such words has them as its matter: a grammar, a phrase book, a page about names."""

FEW = 0.1
"""A text with a greater share of letters of other scripts is in two."""

_LETTER = expression(f"[{FOREIGN}]")
_RUN = expression(
    rf"(?<![\p{{L}}\p{{M}}\p{{N}}_@-])[{FOREIGN}][{FOREIGN}\p{{M}}]++(?:[ -][{FOREIGN}\p{{M}}]{{2,}}+){{0,2}}+(?![\p{{L}}\p{{N}}_@-])"
)
_LATIN = expression(r"(?<![\p{L}\p{N}])\p{Latin}{2,}+(?![\p{L}\p{N}])")
_SMALL = expression(r"\A\W*+\Z|(?:\p{Ll}\p{M}*+|\p{Ll}[,;]) \Z|\p{Lu}\p{Ll}++ \Z")
"""What stands before: nothing, or words of the sentence."""

_AFTER = expression(r" ?[,;.!?]|[，。]|(?:’s)? \p{Ll}| \p{Lu}\p{Ll}|\Z")
_NAMED = expression(
    r"(?i)\b(?:(?:letters?|words?|characters?|signs?|symbols?|scripts?|alphabets?|called|named|written|means?|meaning|mots?"
    r"|pronounced|spelled|spelt|term|name|unicode|language|russian|chinese|japanese|arabic|hindi|korean|cyrillic"
    r"|devanagari)\b|greek|griech|grieg|grec|grek|griek|hebr|etym|wort|wörter|palabra|parol|palavra|woord|słow|slov|cuvânt"
    r"|kelime|letra|lettr|letter|buchstab|ra[ií]z|ra[ií]ces|racine|radic|wurzel|namen|nombre|nom\b)"
)
"""Words of sentences that speak of words and letters."""


_FORMULA = expression(r"\p{Greek}{1,3}")
"""Letters of a formula."""


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
            for match in _RUN.finditer(view[zone])
            if is_left(view, zone, match.start(), match.end())
        ]
        if len(found) <= MOST and len(_LETTER.findall(view.text)) <= FEW * len(view.text):
            for start, end in found:
                yield self.finding(start, end, found=view.text[start:end])


def is_sentence(line: str) -> bool:
    """Return whether a line is a sentence in Latin letters that is not about letters."""
    return (
        line.rstrip()[-1:] in tuple('.!?”"’)…')
        and len(_LATIN.findall(line)) >= LEAST
        and len(_RUN.findall(line)) == 1
        and not _NAMED.search(line)
    )


def is_left(view: View, zone: Zone, start: int, end: int) -> bool:
    """Return whether a word stands in its line as one of the sentence, and is no term of the text."""
    line = view[zone]
    before, after, word = line[:start], line[end:], line[start:end]
    bracketed = any(
        before.count(opening) > before.count(closing) for opening, closing in ("()", "[]", "“”", "«»")
    )
    return (
        not bracketed
        and before.count('"') % 2 == 0
        and _SMALL.search(before) is not None
        and _AFTER.match(after) is not None
        and not _FORMULA.fullmatch(word)
        and view.text.count(word) == 1
    )
