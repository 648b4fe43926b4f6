"""One name in two spellings."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from scribal import Bad, Finding, Fix, Good, Hit, Rule, Safety, View, expression, replace

_NAME = expression(r"(?<![\p{L}\p{N}@#._/’'-])\p{Lu}\p{Ll}{3,}+(?![\p{L}\p{N}_@’'-]|\.\p{L})")
_CAPITAL = re.compile(r"[A-Z\u00c0-\u024f][a-z\u00df-\u024f]{3,}")
"""All that may be a name, and more."""

_SOUNDS = (
    ("tch", "ch"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"),
    ("ia", "ya"), ("iy", "y"), ("ij", "y"), ("yy", "y"), ("ii", "y"), ("ou", "u"), ("oo", "u"), ("ey", "y"), ("ei", "y"),
    ("ai", "ay"), ("th", "t"), ("tz", "ts"), ("w", "v"), ("q", "k"),
)  # fmt: skip
"""Letters that transliterations write for one another."""

_PLACE = expression(r"\b(?:in|at|near|from|to|of|villages?|towns?|cit(?:y|ies))[ ]\Z|,[ ](?:and[ ])?\Z")
_SURNAME = expression(r"[ ]\p{Lu}\p{Ll}")
_ENDINGS = frozenset("aeiouy")
_INFLECTED = expression(r"(?:s|es|n|an|ian|ean|ese|ish|ic|i|er|ers|ians|ns|ist|ism|al)\Z")

MOST = 2
"""How many times the rarer spelling may stand in the text."""


SHORT = 60
"""A text of so many code points has no room for two spellings of a name."""

LEAD = 2
"""How many times as often as the other a spelling must stand for the fix to write it."""


class NameDrift(Rule):
    """A translation spells a foreign name as it comes: Pashinyan and Pashinian, Sotk and Sotka in one text.

    Two capitalised words that are never written small and differ only as transliterations differ, or by a
    case ending of the source language on the name of a place, are reported as inconsistent; which one is
    right the rule does not say, but the fix writes the one that clearly leads, and shows the one that is
    ahead. Where both stand equally often there is none.
    """

    summary = "A name is spelled in two ways."
    message = "“{found}” is “{other}” elsewhere in this text: the spelling is inconsistent"
    languages = ("en",)
    preview = True
    bad = [
        Bad(
            "Nikol Pashinyan spoke. Pashinyan left, Pashinyan’s car did too. They met ⟦Pashinian⟧ again.",
            "Nikol Pashinyan spoke. Pashinyan left, Pashinyan’s car did too. They met Pashinyan again.",
            language="en",
        ),
        Bad(
            "Shells fell near ⟦Sotka⟧ and Goris. Later the road to Sotk was closed, and the people of Sotk left.",
            "Shells fell near Sotk and Goris. Later the road to Sotk was closed, and the people of Sotk left.",
            language="en",
        ),
        Bad(
            "Nikol Pashinyan spoke. Later the paper calls him ⟦Pashinian⟧, and again ⟦Pashinian⟧. On that evening the"
            " people of Pashinyan were late, as Pashinyan was.",
            language="en",
        ),
        Bad(
            "Shells fell near Meghri in the night, they say. The road to ⟦Meghry⟧ is shut since then.",
            language="en",
        ),
    ]
    good = [
        "Austria and Australia met. Austria won, Australia lost.",
        "Carl met Carla. Carla left, and Carl stayed. Carl wrote.",
        "The Armenians of Armenia spoke Armenian to an Armenian.",
        "Maria and Marya are sisters. Maria left with Marya, Maria said.",
        Good("Praha a Prahy, v Praze, Praha.", language="cs"),
    ]

    def gate(self, view: View) -> bool:
        return bool(alike(view.text))

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        groups = alike(view.text)
        if not groups or view.language not in self.languages:
            return
        places: dict[str, list[int]] = defaultdict(list)
        for match in _NAME.finditer(view.text):
            places[match[0]].append(match.start())
        for group in groups:
            names = [name for name in group if name in places and not is_word(name, view.text)]
            if len(names) == 2:
                more, fewer = sorted(names, key=lambda name: (-len(places[name]), name))
                if len(places[fewer]) <= MOST and self.same(view, more, fewer, places):
                    yield from self.drifted(more, fewer, places)

    def drifted(self, more: str, fewer: str, places: dict[str, list[int]]) -> Iterator[Finding]:
        """Yield the findings on the rarer spelling."""
        often, rarely = len(places[more]), len(places[fewer])
        for start in places[fewer]:
            end = start + len(fewer)
            fixes: tuple[Fix, ...] = ()
            if often >= LEAD * rarely:
                fixes = (replace(start, end, more, Safety.UNSAFE),)
            elif often > rarely:
                fixes = (Fix((), Safety.SHOWN, f"say “{more}”, as the text does more often"),)
            yield self.finding(start, end, *fixes, found=fewer, other=more)

    def same(self, view: View, one: str, other: str, places: dict[str, list[int]]) -> bool:
        """Return whether two spellings may be of one name."""
        short, long = sorted((one, other), key=len)
        if long.startswith(short):
            if (
                long[-1] not in _ENDINGS
                or len(long) != len(short) + 1
                or _INFLECTED.search(long[len(short) :])
            ):
                return False
            return all(
                _PLACE.search(view.text, max(at - 12, 0), at) for name in (one, other) for at in places[name]
            )
        if full(one) != full(other):
            return False
        close = regex.escape(one) + r"\W+(?:\w+\W+){0,3}" + regex.escape(other)
        return not regex.search(
            rf"{close}|{regex.escape(other)}\W+(?:\w+\W+){{0,3}}{regex.escape(one)}", view.text
        )


@lru_cache(1)
def alike(text: str) -> Sequence[Sequence[str]]:
    """Return the capitalised words of a text that sound alike, in groups."""
    if len(text) <= SHORT:
        return ()
    kin: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(_CAPITAL.findall(text))):
        kin[sound(name)].append(name)
    return [names for names in kin.values() if len(names) > 1]


def is_word(name: str, text: str) -> bool:
    """Return whether a name is written small too, as a word."""
    return regex.search(rf"(?<!\p{{L}}){name.lower()}(?!\p{{Ll}})", text) is not None


def full(name: str) -> str:
    """Return how a name sounds, as far as transliterations agree on it."""
    word = name.lower()
    for letters, plain in _SOUNDS:
        word = word.replace(letters, plain)
    return regex.sub(r"(.)\1", r"\1", word).replace("y", "i")


@lru_cache(20_000)
def sound(name: str) -> str:
    """Return how a name sounds without a vowel at its end."""
    word = full(name)
    return word.rstrip("aeiou") if len(word.rstrip("aeiou")) >= 3 else word
