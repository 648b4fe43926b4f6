"""Words that the end of a printed line broke."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, fold, replace

_BROKEN = expression(
    r"(?<![\p{L}\p{N}'’-]) (?<head>\p{L}\p{Ll}{1,20}+) [-\xac\u2010]\  (?<tail>\p{Ll}{2,20}+) (?![\p{L}\p{N}-])",
    regex.VERBOSE,
)
_EDGE = r"(?<![\p{L}\p{M}\p{N}]|[\p{L}\p{M}\p{N}]['’-])", r"(?![\p{L}\p{M}\p{N}]|['’-][\p{L}\p{N}])"
_TAILS = {
    "de": frozenset(
        "heiten ische ischen ischer isches keit keiten lich liche lichen licher liches nisse nissen schaften tion tionen tät täten ung ungen".split()
    ),
    "en": frozenset(
        "ance ances ation ations cial cially ence ences ible ically ious ities ity ization izations mation ment mental ments ness ology ously sion sional sions tial tially tion tional tions tive tively ture tures".split()
    ),
    "es": frozenset("ciones ción dades logía mente miento mientos siones sión".split()),
    "fr": frozenset(
        "ances ence ences ique iques ité ités logie logies sion sions tion tionnel tionnelle tions tique tiques tés".split()
    ),
    "it": frozenset("bilità logia mente sione sioni zione zioni".split()),
    "nl": frozenset("heden lijke lijkheid schappen tionele".split()),
    "pl": frozenset("ności ność owania owanie owań".split()),
    "pt": frozenset("dades mente mentos ção ções".split()),
    "ru": frozenset("ности ность ствие ствия ции ция ческая ческие ческий ческого".split()),
    "sv": frozenset("heten ligen ningar ningen tionen".split()),
}
"""Ends of words that are no words."""


class LineBreakHyphen(Rule):
    """A text from a printed page keeps the hyphen at which a line ended, and a blank for the line break.

    Since ``pre- and post-war`` and ``Vor- und Nachteile`` are right, a word is put together only where the text
    has the whole word elsewhere, or where what follows the blank is the end of a word and no word.
    """

    summary = "A word is broken as at the end of a printed line."
    message = "“{found}” was broken at the end of a line: “{instead}”"
    patterns = ("\\p{Ll}[-\xac\u2010] \\p{Ll}{2}",)
    supersedes = ("punctuation/half-dash",)
    bad = [
        Bad(
            "The ⟦commit- tee⟧ met at noon. The committee was tired.",
            "The committee met at noon. The committee was tired.",
        ),
        Bad("All this ⟦informa- tion⟧ was lost.", "All this information was lost.", language="en"),
        Bad("Die ⟦Vorstell¬ ung⟧ war lang.", "Die Vorstellung war lang.", language="de"),
        Bad("La ⟦résolu‐ tion⟧ du conflit.", "La résolution du conflit.", language="fr"),
        Bad(
            "All this ⟦informa-\ntion⟧ was lost.",
            "All this information was lost.",
            media="text/markdown",
            language="en",
        ),
    ]
    good = [
        "Die Vor- und Nachteile sind bekannt.",
        Good("We use pre- and post-war maps of a five- year plan.", language="en"),
        "The up- grade and the upside.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        plain = view.about.media == "text/plain"
        for zone in view.zones_of(hits):
            for match in _BROKEN.finditer(view.text, zone.start, zone.end):
                if plain and not view.run_at(match.end("head") + 1).verbatim:
                    continue
                whole = match["head"] + match["tail"]
                if stands_in(view, fold(whole)) or match["tail"] in _TAILS.get(view.language or "", ()):
                    start, end = match.span()
                    fix = replace(start, end, whole, Safety.UNSAFE)
                    yield self.finding(start, end, fix, found=match[0], instead=whole)


def stands_in(view: View, word: str) -> bool:
    """Return whether a text has a word, given folded, that no other letter or hyphen is glued to."""
    return word in view.folded and bool(regex.search(rf"{_EDGE[0]}{word}{_EDGE[1]}", view.folded))
