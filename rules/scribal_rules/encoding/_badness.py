"""What wakes the rules for mojibake: sequences that ftfy's heuristic calls bad, in the subset for triggers.

The classes and the sequences are those of ``ftfy.badness`` 6.3 (Robyn Speer, Apache-2.0), which is too large
to be imported before there is any need; a test compares the two.
"""

_BAD = "¤¦¨ª¬¯¸ºƒˆˇ˘˛˜†‡‰⌐◊\ufffd"
_LAW = "§¶"
_MONEY = "¢£¥₧€"
_START = "¡©«¿΄΅‘‚“„•‹\uf8ff"
_END = "®»˝”›™"
_FIGURES = "±-³µ¹¼-¾×÷⁄№∂∆∏∑√∞∩∫≈≠≡≤≥"
_KAOMOJI = "°Ò-ÖÙ-Üò-öø-üŌŐŪŲ"
_UPPER = "À-ÑØÜÝĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŒŘŚŞŠŢŤŮŰŸŹŻŽҐ"
_LOWER = "ß-ñüāăąćčďđēėęěğģīįķĺļľłœŕśşšťźżžґﬁﬂ"
_UPPER_COMMON = "ÞΆΈ-ΊΌΎΏΑ-ΡΣ-ΫЁ-Я"
_LOWER_COMMON = "ά-ωа-џ"
_BOX = "│┌┐┘├┤┬┼═-╬▀▄█▌▐-▓"
_COMMON = r"\xa0\xad´·–-―’…"
_C1 = r"\x80-\x9f"

BADNESS = "|".join(
    (
        f"[{_C1}]",
        f"[{_BAD}{_LOWER}{_UPPER}{_BOX}{_START}{_END}{_MONEY}{_FIGURES}{_LAW}][{_BAD}]",
        f"[a-zA-Z][{_LOWER_COMMON}{_UPPER_COMMON}][{_BAD}]",
        f"[{_BAD}][{_LOWER}{_UPPER}{_BOX}{_START}{_END}{_MONEY}{_FIGURES}{_LAW}]",
        f"[{_LOWER}{_LOWER_COMMON}{_BOX}{_END}{_MONEY}{_FIGURES}][{_UPPER}]",
        f"[{_BOX}{_END}{_MONEY}{_FIGURES}][{_LOWER}]",
        f"[{_LOWER}{_BOX}{_END}][{_MONEY}]",
        f"(?:^|[\\p{{Z}}\\t])[{_UPPER}][{_MONEY}]",
        f"[{_UPPER}{_BOX}][{_FIGURES}{_LAW}]",
        f"[{_LOWER}{_UPPER}{_BOX}{_MONEY}{_END}][{_START}][{_FIGURES}]",
        f"[{_LOWER}{_UPPER}{_MONEY}{_FIGURES}{_BOX}{_LAW}][{_END}][{_START}]",
        f"[{_MONEY}{_FIGURES}{_BOX}][{_START}]",
        f"[a-z][{_UPPER}][{_START}{_MONEY}]",
        f"[{_BOX}][{_KAOMOJI}{_END}]",
        f"[{_LOWER}{_UPPER}{_MONEY}{_FIGURES}{_START}{_END}{_LAW}][{_BOX}]",
        f"[{_LOWER}{_UPPER}][{_START}{_END}][\\p{{L}}\\p{{N}}_]",
        r"[Œœ][^A-Za-z\n]",
        f"[{_UPPER}]°",
        f"[ÂÃÎÐ][€œŠš¢£Ÿž°·–—´\\xa0\\xad{_START}{_END}]",
        f"[ØÙ][{_COMMON}{_MONEY}{_BAD}{_FIGURES}{_START}ŸŠ®°»][ØÙ]",
        "à[²µ¹¼½¾]",
        "√[±∂†≠®™´≤≥¥µø]",
        "≈[°¢]",
        "‚Ä[ìîïòôúùû†°¢π]",
        "‚[âó][àäê°]",
        "вЂ",
        f"[ВГРС][{_C1}{_BAD}{_START}{_END}{_MONEY}°µ][ВГРС]",
        "ГўВЂВ",
        r"Ã[\xa0¡]",
        r"(?:^|[a-z]\p{Z}?)[ÃÂ] ",
        f"[a-z.,?!{_END}]Â[ {_START}{_END}]",
        "×[²³]",
        r"β€[™Ά\xa0\xad®°]",
        f"[ΒΓΞΟ][{_C1}{_BAD}{_START}{_END}{_MONEY}°][ΒΓΞΟ]",
        "ā€",
    )
)
"""Matches, in a line, whatever ``ftfy.badness`` matches."""

_AFTER = "[\u0402-\u040f\u0452-\u045fЁёІіЄєЇїҐґ\xa0\xad\x98€‚ѓ„…†‡‰‹‘’“”•–—™›¤¦§©«¬®°±µ¶·№»]"
"""What Windows-1251 has for the second byte of a letter."""

MORE = "|".join(
    (
        r"\p{L}├[│┤╡╢╖╕╣║╗╝╜╛┐▒░▓]|┬[┐í]\p{L}|ΓÇ[^\n]",
        r"\p{L}√[π¢°£∫¶§∂ºü©®™≠≥±ßµ•∏†]|[–—][\p{L}\p{S}\p{Po}][–—]",
        "[А-яЁё][─-╬▀-▓√≈≤≥⌠⌡■∙÷═]|[─-╬][А-яЁё]",
        f"[a-zA-Z][ГДЕЖЗИб]|[a-z][ĂÄĹ]|[ОПШЩЪЫ]{_AFTER}[ОПШЩЪЫ]|[а-й]{_AFTER}{_AFTER}[а-й]",
    )
)
"""Letters of code pages of DOS, Macintosh Roman, Windows-1251, KOI8 and Central European charsets that are UTF-8 by themselves.

ftfy does not take them for enough; :mod:`._foreign` decodes them.
"""
