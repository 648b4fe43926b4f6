"""A phrase that stands several times in a row."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, replace

from ._loops import Loop, is_letter, loops, spans_of, swings, words_of

SHORT, LONG = 3, 6
"""From so many words on a phrase that stands twice is a slip, and from so many on whatever it is."""

SPARSE, DENSE = 5, 12
"""So many letters without blanks are a slip where they stand three times, and so many where they stand twice."""

SHOWN = 40
"""How many code points of a phrase a message shows."""

OFTEN = 4
"""A phrase with a mark at its end, which may be a chant, must stand so many times."""

HIDDEN = "\ufffc"
"""What stands for code and pictures, which may differ from place to place."""

_MARKS = ".,;:!?()\"'“”„«»’"
_PAIRED = frozenset(
    "a after and before by for in of on or to und oder um an für mit y o e et ou de à en i lub и или і та або za na do".split()
)
"""What stands between two equal words in “again and again” and “day after day”."""


class HallucinationLoop(Rule):
    """A model that has lost its place says a phrase over and over, or swings between the same few words.

    A phrase of three words or more is reported where it stands twice in a row, one of two where it stands
    three times, and a stretch of 24 words that has nine different ones at most. Left alone: what is written
    line by line (refrains, liturgy, tables, lists), names and labels, chants, and what is doubled for
    emphasis: “again and again and again”.
    """

    summary = "A phrase stands several times in a row."
    message = "{what}"
    bad = [
        Bad("We went to the bank of⟦ the bank of⟧ the river.", "We went to the bank of the river."),
        Bad("It is known that he said⟦ he said he said⟧ so.", "It is known that he said so."),
        Bad(
            "Er ging in den Hafen der Stadt⟦ in den Hafen der Stadt in den Hafen der Stadt⟧ und blieb dort.",
            "Er ging in den Hafen der Stadt und blieb dort.",
        ),
        Bad(
            "He came to the old port.⟦ He came to the old port.⟧ It was shut.",
            "He came to the old port. It was shut.",
        ),
        Bad("Он пришёл в старый⟦ пришёл в старый⟧ порт.", "Он пришёл в старый порт.", media="text/markdown"),
        Bad("他去了城里旧港口的⟦城里旧港口的城里旧港口的⟧码头。", "他去了城里旧港口的码头。"),
        Bad(
            "⟦We saw the port and the ship of the port and of the ship and the port of the ship and of the port⟧"
            " and the ship and the sea."
        ),
    ]
    good = [
        "It rose again and again and again, day after day after day after day.",
        "Thank you. Thank you. We shall win, we shall win, we shall win.",
        "Opening Bell Opening Bell. Duran Duran Duran Duran played.",
        "Lord have mercy\nLord have mercy\nLord have mercy",
        "哈哈哈哈哈哈，一步一步一步走。",
        Good(
            "ファイルを`a`として、いくつかのファイルを`b`として、いくつかのファイルを`c`として渡す。",
            media="text/markdown",
        ),
        "1 0 0 1 0 0 1 0 0 and a b c a b c a b c",
        "The first is the start of the node, and the second is the end of the node.",
        Good(
            "| a port of the | a port of the |\n|---|---|\n| a port of the | a port of the |\n",
            media="text/markdown",
        ),
    ]

    def gate(self, view: View) -> bool:
        return bool(found(view.text))

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        spots, last = spans_of(view.text) if found(view.text) else (), -1
        for loop in found(view.text):
            start, end = spots[loop.first].start, spots[loop.end - 1].end
            zone = view.zone_at(start)
            if zone is None or zone.kind not in ("paragraph", "item") or end > zone.end or start < last:
                continue
            last = end
            if loop.times == 1:
                yield self.finding(start, end, what="the same few words come round again and again")
                continue
            again = spots[loop.first + loop.size - 1].end
            phrase, fix = view.text[start:again], replace(again, end, "", Safety.UNSAFE)
            shown = phrase if len(phrase) <= SHOWN else f"{phrase[:SHOWN].rstrip()}…"
            yield self.finding(again, end, fix, what=f"“{shown}” stands {loop.times} times in a row")


@lru_cache(1)
def found(text: str) -> Sequence[Loop]:
    """Return what comes round in a text and is a slip, across lines too, in order."""
    words = words_of(text)
    slips = [loop for loop in loops(words) if is_slip(words[loop.first : loop.first + loop.size], loop)]
    swinging = [loop for loop in swings(words) if is_prose(words[loop.first : loop.end])]
    return sorted((*slips, *swinging), key=lambda loop: (loop.first, -loop.times))


def is_prose(phrase: Sequence[str]) -> bool:
    """Return whether a phrase is made of words, several different ones, and hardly of names."""
    bare = [word.strip(_MARKS) for word in phrase]
    small = sum(word[:1].islower() for word in bare)
    return (
        all(map(str.isalpha, bare))
        and max(map(len, bare)) > 2
        and len(set(bare)) > 1
        and 2 * small >= len(bare)
    )


def is_slip(phrase: Sequence[str], loop: Loop) -> bool:
    """Return whether nobody says a phrase so many times on purpose."""
    if HIDDEN in phrase:
        return False
    if letters := sum(map(is_letter, phrase)):
        enough = SPARSE if loop.times > 2 else DENSE
        return letters >= enough and 2 * letters > len(phrase) and len(set(phrase)) > SHORT
    if not is_prose(phrase):
        return False
    if loop.size >= LONG:
        return True
    marked = any(word[-1] in _MARKS for word in phrase)
    if marked:
        return loop.times >= OFTEN or (loop.size > SHORT and phrase[-1][-1] == "." and phrase[0][0].isupper())
    paired = loop.size == 2 and not _PAIRED.isdisjoint(phrase)
    return not paired and (loop.times > 2 or (loop.size >= SHORT and phrase[0][0].islower()))
