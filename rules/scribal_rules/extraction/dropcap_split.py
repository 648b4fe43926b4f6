"""A first letter that was set apart as a drop cap and stayed apart."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

from ._lexicon import Lexicon, lexicon_of

_APART = expression(
    r"""[\s"'“”„‘’«»(¡¿]{0,3}+(?P<all>(?P<cap>\p{Lu})[ \u00a0](?P<rest>(?:\p{Ll}\p{M}*+)++|(?:\p{Lu}\p{M}*+){2,}+))(?![\p{L}\p{N}\-*_])""",
    regex.VERBOSE,
)

WORDS = {
    "af": "", "ca": "AEIOU", "cs": "AIKOSUVZ", "da": "IÅ", "de": "O", "el": "ΗΟΉΌ", "en": "AIO", "es": "AEOUY", "et": "",
    "eu": "", "fi": "", "fr": "AÀOÔY", "ga": "AÁÍÓ", "gl": "AÁEO", "hr": "AIKOSU", "hu": "AÉÓŐS", "id": "", "is": "ÁÍÓ",
    "it": "AEÈIO", "lt": "OĮ", "lv": "", "ms": "", "nl": "UO", "no": "IÅ", "pl": "AIOUWZ", "pt": "AÀEÉO", "ro": "AEO", "sk": "AIKOSUVZ",
    "sl": "AIOKSUVZ", "sv": "IÅÖ", "sw": "", "tr": "O", "bg": "АВИКОСУ", "be": "АВЗІКОСУЯЎ", "ru": "АВИКОСУЯЭ", "uk": "АВЗІЙКОСУЯЄ",
}  # fmt: skip
"""The letters that are words at the beginning of a sentence, by language.  Where a language is unknown, any may be one."""

TELLING = 4
"""So many letters of a name are telling without its first one, where the first letter may be a word."""


class DropcapSplit(Rule):
    """A page sets the first letter of a text apart as a drop cap, and a blank came between it and its word.

    “A rmenia” is put together where the whole word stands elsewhere in the document or is a common one.
    Where the letter is a word itself, as in “A bout” or “I an”, the rest must be none.
    """

    summary = "The first letter of a paragraph is cut off its word."
    message = "“{found}” is “{word}” with its drop cap cut off"
    patterns = (r"^[ \"'“”„‘’«»(¡¿]{0,3}\p{Lu}[ \xa0]\p{L}",)
    bad = [
        Bad("⟦T he⟧ river rose in the night.", "The river rose in the night.", language="en"),
        Bad(
            "⟦B ulgaria⟧ opened its border. The army of Bulgaria stayed away.",
            "Bulgaria opened its border. The army of Bulgaria stayed away.",
            language="en",
        ),
        Bad(
            "“⟦A rmenia⟧ is at peace,” he said, and Armenia was.",
            "“Armenia is at peace,” he said, and Armenia was.",
        ),
        Bad("⟦W HEN⟧ the river rose we slept.", "WHEN the river rose we slept.", language="en"),
        Bad("⟦N ach⟧ dem Regen stieg der Fluss.", "Nach dem Regen stieg der Fluss.", language="de"),
        Bad("⟦A vec⟧ la pluie, la rivière monta.", "Avec la pluie, la rivière monta.", language="fr"),
        Bad("⟦П осле⟧ дождя река поднялась.", "После дождя река поднялась.", language="ru"),
    ]
    good = [
        Good("A bout of flu kept them home, and about time.", language="en"),
        Good("I an going. Ian is not.", language="en"),
        Good("X rays and T cells were seen, and B vitamins.", language="en"),
        Good("A long road went along the river.", language="en"),
        Good("A US soldier and a BBC reporter saw it. AUS won.", language="en"),
        Good("В от и до. Вот.", language="ru"),
        Good("E se eu fosse. Esse rio.", language="pt"),
        "A dam broke. Adam saw the dam.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            apart = _APART.match(view.text, zone.start, zone.end)
            if apart is None or zone.kind == "cell":
                continue
            lexicon = lexicon_of(view)
            cap, rest = apart["cap"], apart["rest"]
            if is_one_word(lexicon, cap, rest):
                start, end = apart.span("all")
                listed = (cap + rest).lower() in lexicon.common
                fix = replace(start, end, cap + rest, Safety.SAFE if listed else Safety.UNSAFE)
                yield self.finding(start, end, fix, found=apart["all"], word=cap + rest)


def is_one_word(lexicon: Lexicon, cap: str, rest: str) -> bool:
    """Return whether a capital and what follows it are one word."""
    word, small = cap + rest.lower(), (cap + rest).lower()
    if rest.isupper() and lexicon.times(rest) > 1:
        return False
    if cap not in WORDS.get(lexicon.view.language or "", cap):
        likely = len(rest) >= TELLING and lexicon.beginning(small[:3]) > 1
        return lexicon.is_known(small) or (likely and lexicon.looks_headless(rest.lower()))
    if small in lexicon.common and not lexicon.common[small]:
        return True
    if lexicon.is_word(rest.lower(), besides=1):
        return False
    name = lexicon.is_name(word) and len(rest) >= TELLING
    return name or (lexicon.looks_headless(rest.lower()) and lexicon.is_known(small))
