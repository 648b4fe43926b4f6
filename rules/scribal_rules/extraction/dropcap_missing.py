"""A paragraph that begins in the middle of its first word."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, Zone, expression, replace

from ._lexicon import Lexicon, lexicon_of

_BEHEADED = expression(r"(?P<rest>(?:\p{Ll}\p{M}*+){2,}+)(?=[ ,’']\s?+\p{L})")

MOSTLY = 0.5
"""How many of the paragraphs of a text must begin with a capital, so that one that does not is strange."""

TELLING = 4
"""So many letters of a word must be left where only the document knows it."""


class DropcapMissing(Rule):
    """A page sets the first letter of a text as a picture, which the scraper left out.

    “rmenia accused” at the head of a paragraph is no word; the document, or the language, knows “Armenia”.
    Reported where what is left is no word itself, and the paragraphs of the text begin with capitals.
    """

    summary = "A paragraph lacks its first letter."
    message = "“{found}” lacks its first letter; it may be “{word}”"
    bad = [
        Bad(
            "⟦ulgaria⟧ opened its border.\nThe army of Bulgaria stayed away.\nNobody slept.",
            "Bulgaria opened its border.\nThe army of Bulgaria stayed away.\nNobody slept.",
        ),
        Bad(
            "⟦fter⟧ the rain the river rose.\nNobody slept.\nThe river fell.",
            "After the rain the river rose.\nNobody slept.\nThe river fell.",
            language="en",
        ),
        Bad(
            "⟦ährend⟧ der Fluss stieg, schliefen wir.\nDer Fluss fiel.\nWir standen auf.",
            "Während der Fluss stieg, schliefen wir.\nDer Fluss fiel.\nWir standen auf.",
            language="de",
        ),
    ]
    good = [
        Good("he said so.\nThe river rose.\nNobody slept.\nNobody spoke.", language="en"),
        Good("ash is a shell.\nBash is one too.\nAsh is small.\nNobody slept.", language="en"),
        Good("fter\nthe rain\nthe river\nNobody slept.", language="en"),
        Good("ulgaria lives.\nbulgaria opens.\nBulgaria closes.", language="en"),
    ]

    def gate(self, view: View) -> bool:
        return bool(headless(view))

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in headless(view):
            beheaded = _BEHEADED.match(view.text, zone.start, zone.end)
            if beheaded is None:
                continue
            lexicon = lexicon_of(view)
            if words := completions(lexicon, beheaded["rest"]):
                start, end = beheaded.span("rest")
                sure = len(words) == 1 or lexicon.count(words[0]) > lexicon.count(words[1])
                safety = Safety.UNSAFE if sure else Safety.SHOWN
                fixes = [replace(start, end, word, safety) for word in words[:3]]
                yield self.finding(start, end, *fixes, found=beheaded["rest"], word=words[0])


@lru_cache(1)
def headless(view: View) -> list[Zone]:
    """Return the paragraphs that begin with a small letter, among most that begin with a capital."""
    text = view.text
    firsts = Counter([text[zone[1]] for zone in view.zones if zone[0] == "paragraph"])
    letters = sum(times for first, times in firsts.items() if first.isalpha())
    capitals = sum(times for first, times in firsts.items() if first.isupper())
    if not (2 <= capitals < letters and capitals >= MOSTLY * (letters - 1)):
        return []
    return [zone for zone in view.zones if zone[0] == "paragraph" and text[zone[1]].islower()]


def completions(lexicon: Lexicon, rest: str) -> list[str]:
    """Return the words that end as a stretch of letters that is no word itself, the most likely ones first."""
    if lexicon.is_word(rest, besides=1):
        return []
    headless = lexicon.looks_headless(rest)
    own = {
        form.capitalize()
        for form in lexicon.form_rests.get(rest, ())
        if headless or (len(rest) >= TELLING and lexicon.is_name(form))
    }
    common = {word.capitalize() for word in lexicon.listed.rests.get(rest, ())}
    if found := own | common:
        return sorted(found, key=lambda word: (-lexicon.count(word), word))
    letters = {word[0] for word in lexicon.kin(rest)} if lexicon.looks_headless(rest, 2) else set()
    return [letters.pop().upper() + rest] if len(letters) == 1 else []
