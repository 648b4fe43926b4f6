"""Letters in the bytes of another charset that stand among ASCII, too few of them for ftfy's heuristic.

Hardly any word of any language is UTF-8 when its letters beyond ASCII are written in a charset of single bytes:
where all of them are, and what they give fits the letters beside them, they were read in that charset.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from scribal import expression

_RUN = expression(r"[^\x00-\x7f]++")
_TOKEN = expression(r"[^ \t\n]++")
_LATIN = expression(r"[À-ÖØ-öø-ſƠơƯưȘ-țẠ-ỹ¿¡«»°·‘’“”„–—…‚\xa0]++")
_SCRIPTS = (
    r"\p{Cyrillic}\p{Greek}\p{Arabic}\p{Hebrew}\p{Armenian}\p{Georgian}\p{Devanagari}\p{Bengali}\p{Tamil}\p{Thai}"
    r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}"
)
_OTHER = expression(
    rf"[{_SCRIPTS}\p{{Mn}}\p{{Mc}}«»—–„“”’·…\u0964\xa0\u200c\u200d\u3000-\u303f\uff00-\uff65]++"
)
_LETTER = expression(f"[{_SCRIPTS}]")
_ASCII = expression("[A-Za-z]")

CHARSETS = {
    "cp437": "cp437",
    "cp850": "cp850",
    "mac_roman": "macroman",
    "cp1251": "windows-1251",
    "cp1250": "windows-1250",
    "iso8859_2": "iso-8859-2",
    "cp1257": "windows-1257",
    "cp866": "cp866",
    "koi8_r": "koi8-r",
}
"""The charsets that are tried, and how a message names them; of two that decode as much the first is taken."""

ENOUGH = 3
"""With so many letters in a word no ASCII has to stand beside them."""


def foreign(line: str, entire: bool = False) -> Iterator[tuple[int, int, str, str]]:
    """Yield what of a line is UTF-8 in one charset: start, end, what it should be, and the charset's name.

    Where one word is likely to be, every other that can be is taken for it too.  With ``entire``, all words
    of the line have to be.
    """
    words = [word for word in _TOKEN.finditer(line) if not word[0].isascii()]
    best: list[list[tuple[int, int, str]]] = []
    named = ""
    for charset, name in CHARSETS.items():
        read = [(word, parts) for word in words if (parts := decoded(word, charset))]
        if len(read) > len(best) and any(likely(word[0], word.start(), parts) for word, parts in read):
            best, named = [parts for _, parts in read], name
    if len(best) == len(words) or not entire:
        yield from ((start, end, text, named) for parts in best for start, end, text in parts)


def decoded(word: regex.Match[str], charset: str) -> list[tuple[int, int, str]]:
    """Return the letters of a word that are UTF-8 in a charset, if all beyond ASCII are."""
    parts = []
    for run in _RUN.finditer(word.string, *word.span()):
        try:
            text = run[0].encode(charset).decode()
        except UnicodeError:
            return []
        if not (_LATIN.fullmatch(text) or _OTHER.fullmatch(text)):
            return []
        parts.append((*run.span(), text))
    return parts


def likely(word: str, offset: int, parts: Sequence[tuple[int, int, str]]) -> bool:
    """Return whether a word was surely read in a wrong charset: what it gives fits in with the rest."""
    texts = [text for _, _, text in parts]
    if sum(len(_LETTER.findall(text)) for text in texts) >= ENOUGH:
        return True
    return len(_ASCII.findall(word)) > 1 and all(
        fits(word, start - offset, end - offset, text) for start, end, text in parts
    )


def fits(word: str, start: int, end: int, text: str) -> bool:
    """Return whether Latin letters stand beside ASCII ones, and are no capitals behind small ones."""
    before, after = word[max(start - 1, 0) : start], word[end : end + 1]
    if not _LATIN.fullmatch(text) or word[start] in "«»„“" or not (before.isalnum() or after.isalnum()):
        return False
    return not (before.islower() and any(char.isupper() for char in text))
