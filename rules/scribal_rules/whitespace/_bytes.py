"""Soft hyphens and no-break spaces that are bytes of UTF-8 read in another charset."""

from scribal import expression

_LETTER = expression(r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Hebrew}\p{Arabic}\xa0]")
_LEADS = {
    "latin-1": "",
    "cp1252": "",
    "cp1250": "ÂĂÄĹ",
    "iso8859_2": "ÂĂÄĹ",
    "cp1251": "ВГДЕОПРСШЩ",
}
"""The charsets, and the letters with which a pair begins where not any will do."""


def is_byte(text: str, at: int) -> bool:
    """Return whether the soft hyphen or blank at an offset makes a letter of UTF-8 with those before it.

    In Russian ``В`` before a no-break space is a word.
    """
    before = text[max(at - 1, 0) : at]
    if text[at] == "\xa0" and before in "ВОС":
        return False
    pair = any(
        (not leads or before in leads) and _is_letter(before + text[at], charset)
        for charset, leads in _LEADS.items()
    )
    return pair or any(_is_letter(text[at - back : at - back + 3], "cp1252") for back in (1, 2) if at >= back)


def _is_letter(part: str, charset: str) -> bool:
    try:
        letter = part.encode(charset).decode()
    except UnicodeError:
        return False
    return len(letter) == 1 < len(part) and (len(part) > 2 or bool(_LETTER.match(letter)))
