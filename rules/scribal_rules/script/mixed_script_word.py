"""A word with a letter of another script that looks like its own."""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, View, expression

from ._tables import table

_WORD = expression(
    r"(?<![\p{L}\p{M}\p{N}_@/])(?=[\p{Cyrillic}\p{Greek}\p{M}]*+\p{Latin})(?=[\p{Latin}\p{M}]*+[\p{Cyrillic}\p{Greek}])[\p{Latin}\p{Cyrillic}\p{Greek}\p{M}]{3,40}+(?![\p{L}\p{N}_@])"
)
_LATIN, _CYRILLIC, _GREEK = (regex.compile(rf"\p{{{script}}}") for script in ("Latin", "Cyrillic", "Greek"))
_INFLECTED = expression(r"\p{Lu}[\p{Latin}\p{M}]++\p{Cyrillic}{1,3}+")
_FOREIGN = expression(r"[\p{Cyrillic}\p{Greek}]")

SHOWN = 3
"""How many such words a document may have before one finding speaks for all."""

LEAST = 2
"""How many more letters a word must have of its own script than of the other."""


class MixedScriptWord(Rule):
    """“Pаshinyan” with a Cyrillic “а” looks right and is found by no search.

    A keyboard or a converter mixes the scripts, or somebody who wants to evade a filter.  Reported where all
    foreign letters of a word look just like letters of its script (Unicode Technical Standard 39) and its
    script has most of its letters; Greek letters in formulas and words of two scripts on purpose stay silent.
    """

    summary = "A letter of another script hides in a word."
    message = "“{found}” mixes letters of {scripts} that look alike{more}"
    patterns = (r"\p{Latin}[\p{Cyrillic}\p{Greek}]", r"[\p{Cyrillic}\p{Greek}]\p{Latin}")
    bad = [
        Bad(
            "The minister ⟦P\u0430shinyan⟧ came. Pashinyan spoke.",
            "The minister Pashinyan came. Pashinyan spoke.",
        ),
        Bad("Река ⟦п\u006fднялась⟧ ночью.", "Река поднялась ночью."),
        Bad("The ⟦\u0421amera⟧ and the ⟦sc\u0435ne⟧.", "The Camera and the scene."),
        Bad("Το ⟦ποτάμι\u006fν⟧ ανέβηκε.", "Το ποτάμιον ανέβηκε."),
        Bad("*The* ⟦r\u0435port⟧ is here.\n", "*The* report is here.\n", media="text/markdown"),
    ]
    good = [
        "The river Дон and the Don.",
        "A force of 3 μN and an angle of 2πr, with Δt and kΩ.",
        "The β-lactam and αTocopherol.",
        Good("Он купил iPhone и SIM-карту в IT-компании.", language="ru"),
        Good("Тогда интерпретатору Python\u0443 нужен другой путь.", language="ru"),
        "ΑΕΚ beat PAOK.",
        "Write to реter@example.org",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = [
            (match, text)
            for zone in view.zones_of(hits)
            for match in _WORD.finditer(view.text, zone.start, zone.end)
            if (text := self.repaired(match[0])) and not is_inflected(match, view[zone])
        ]
        if len(found) <= SHOWN:
            for match, text in found:
                yield self.one(view, [(match, text)], "")
        else:
            yield self.one(view, found, f"; {len(found)} words of this text do")

    def one(self, view: View, found: Sequence[tuple[regex.Match[str], str]], more: str) -> Finding:
        """Return the finding on a word, or on the first of many, with the edits of all."""
        edits = tuple(Edit(match.start(), match.end(), text) for match, text in found)
        known = all(text in view.text or len(text) > 5 for _, text in found)
        fix = Fix(edits, Safety.SAFE if known else Safety.UNSAFE, "write it in one script")
        match = found[0][0]
        scripts = "Latin and Cyrillic" if _CYRILLIC.search(match[0]) else "Latin and Greek"
        return self.finding(*match.span(), fix, found=match[0], scripts=scripts, more=more)

    def repaired(self, word: str) -> str | None:
        """Return the word in its own script, None if it has none or a letter has no look-alike."""
        latin = table("look_alikes")
        foreign, own = _FOREIGN.findall(word), _LATIN.findall(word)
        if len(own) >= len(foreign) + LEAST and all(letter in latin for letter in foreign):
            return "".join(latin.get(letter, letter) for letter in word)
        if len(foreign) >= len(own) + LEAST:
            back = way_back(_CYRILLIC if _CYRILLIC.match(foreign[0]) else _GREEK)
            if all(letter in back for letter in own):
                return "".join(back.get(letter, letter) for letter in word)
        return None


def is_inflected(match: regex.Match[str], line: str) -> bool:
    """Return whether a Latin name has a Cyrillic ending in a line of Cyrillic: “Pythonу” is a dative."""
    return bool(_INFLECTED.fullmatch(match[0])) and len(_CYRILLIC.findall(line)) > len(_LATIN.findall(line))


@cache
def way_back(script: regex.Pattern[str]) -> dict[str, str]:
    """Return the letters of a script by the Latin ones that look like them."""
    return {other: letter for letter, other in table("look_alikes").items() if script.match(letter)}
