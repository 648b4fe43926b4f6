"""Whether a line says who wrote a post of a social network."""

import regex

from scribal import expression

from ._dates import certainty

SHARED = (
    "تمت مشاركة منشور بواسطة|публикация, споделена от|una publicació compartida de|příspěvek sdílený|et opslag delt af|ein beitrag geteilt von|η δημοσίευση κοινοποιήθηκε από το χρήστη|"
    "a photo posted by|a post shared by|a video posted by|una publicación compartida de|una publicación compartida por|une publication partagée par|פוסט משותף על ידי|"
    "objavu dijeli|sebuah kiriman dibagikan oleh|sebuah kiriman yang dibagikan oleh|un post condiviso da|een bericht gedeeld door|et innlegg delt av|post udostępniony przez|"
    "um post compartilhado por|uma publicação compartilhada por|uma publicação partilhada por|o postare distribuită de|публикация от|príspevok, ktorý zdieľa|ett inlägg delat av|"
    "โพสต์ที่แชร์โดย|допис, поширений"
).split("|")  # fmt: skip
"""How Instagram says in its languages who shared a post."""

_HANDLE = r"(?<=[\p{Z}\t(])@[A-Za-z0-9_.]{2,30}\)?"
_AUTHOR = expression(rf"(?:[—–-]++\s?+)?+ \S[^@\n]{{0,60}} {_HANDLE} \s*+ (?P<date>.*)", regex.VERBOSE)
_SHARED = expression(rf"(?i:{'|'.join(map(regex.escape, SHARED))}) .{{1,60}}{_HANDLE}.*")
_AGE = expression(r"[·•|/]\s?+(?:[0-9]{1,2}\s?[hdm]|[\p{L}. ]{3,8}[0-9]{1,2}|[0-9]{1,2} \p{L}{3,9})\.?+\Z")

LONGEST = 120
"""A line of more code points says more than who wrote a post."""


def of_author(line: str) -> float:
    """Return how sure it is that a name, a handle and a date or an age are to go; 0 where a line is no such."""
    if len(line) > LONGEST:
        return 0
    if _SHARED.fullmatch(line):
        return 1
    found = _AUTHOR.fullmatch(line)
    if found is None:
        return 0
    return 1 if _AGE.match(found["date"]) else 0.4 * (certainty(found["date"]) > 0)
