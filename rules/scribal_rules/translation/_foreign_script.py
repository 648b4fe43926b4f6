"""Words in another script within a sentence in Latin letters, and where they stand by right."""

from scribal import View, Zone, expression

FOREIGN = (
    r"\p{Arabic}\p{Armenian}\p{Bengali}\p{Cyrillic}\p{Devanagari}\p{Georgian}\p{Greek}\p{Gujarati}\p{Gurmukhi}\p{Han}"
    r"\p{Hangul}\p{Hebrew}\p{Hiragana}\p{Kannada}\p{Katakana}\p{Khmer}\p{Malayalam}\p{Sinhala}\p{Tamil}\p{Telugu}\p{Thai}"
)

LEAST = 5
"""A line with fewer words in Latin letters is a name, a list or a menu."""

LETTER = expression(f"[{FOREIGN}]")
RUN = expression(
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


def is_sentence(line: str) -> bool:
    """Return whether a line is a sentence in Latin letters that is not about letters."""
    return (
        line.rstrip()[-1:] in tuple('.!?”"’)…')
        and len(_LATIN.findall(line)) >= LEAST
        and len(RUN.findall(line)) == 1
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
