"""Sentences that a program took apart into tokens."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, View, expression

from ._places import BLANK, SPACED
from ._prose import is_prose
from ._tokens import Sentence, may_be_apart, sentences

LONGEST = 75
"""A finding is about so many code points long; a longer sentence is reported in parts."""

NEAR = 3
"""Gaps with so many code points between them belong together, as those around a hyphen."""


_PATTERNS = (
    rf"[\p{{L}}\p{{N}}\"'”)\]%] [,.)\]]{BLANK}",
    rf"[\p{{L}}\p{{N}}.] ['’](?:s|ve|re|ll|d|m|S){BLANK}",
    r"\p{L} n['’]t",
    "@[,./-]@",
    "-[LR][RS]B-",
    r"\p{L}@@ ",
    "[0-9] - [Yy]ears? - ",
)
_SIGN = expression("|".join(_PATTERNS), regex.MULTILINE)
"""Without one of these signs in its line a sentence was not taken apart, whatever else stands in it."""


class TokenizedText(Rule):
    """Programs that translate or count words first set every mark apart, and somebody forgot to undo it.

    A sentence is reported once.  Some signs are sure, as ``we 've``, ``19 - year - old`` or ``-LRB-``; brackets,
    quotation marks and hyphens between blanks count only where a blank stands before a comma or a stop as
    well, and most marks of the sentence stand apart.  The fix guesses at hyphens and is not safe.
    """

    summary = "A sentence was left taken apart into tokens."
    message = "the sentence was taken apart into tokens, as is “{found}”"
    patterns = _PATTERNS
    bad = [
        Bad(
            "In May⟦ , a 19 - year - old said we 've lost ( 90 + 8 ) games ⟧.",
            "In May, a 19-year-old said we've lost (90+8) games.",
            language="en",
        ),
        Bad(
            "The port⟦ , he added ( in 2021 ) ⟧, was ” open to all” then.",
            "The port, he added (in 2021), was ” open to all” then.",
            language="en",
        ),
        Bad("He does⟦ ⟧n't know. She left.", "He doesn't know. She left.", language="en"),
        Bad('The port is "⟦ so " old ⟧.', 'The port is "so" old.', language="en"),
        Bad("A man of 19⟦ @-@ year @-@ ⟧olds.", "A man of 19-year-olds.", language="en"),
        Bad(
            "The port ⟦-LRB- 1 @,@ 000 berths -RRB-⟧ is full.",
            "The port (1,000 berths) is full.",
            language="en",
        ),
        Bad("Der ⟦Ha@@ ⟧fen ist alt.", "Der Hafen ist alt.", language="de"),
        Bad(
            "Der Hafen (⟦ von Odesa ) , sagt er , ist alt ⟧.",
            "Der Hafen (von Odesa), sagt er, ist alt.",
            language="de",
        ),
    ]
    good = [
        "[ -d bin ] ; [ -d lib ] , echo (see ls | grep ) ;\nThe > , >> and < , << signs , ; , & , ( , ) mark.",
        Good("We've lost (90 + 8) games - as they say - and he didn't know.", language="en"),
        Good("The possessive 's and the n't of verbs.", language="en"),
        Good("Le port ( de Brest ) est-il vieux ? Oui : très vieux !", language="fr"),
        Good("The file .bashrc (see 3 ) is read, as is .profile, by it.", language="en"),
        Good("’s Avonds ging hij om 9 uur ’s ochtends weg.", language="nl"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        plain = view.about.media == "text/plain"
        for zone in view.zones_of(hits):
            if not _SIGN.search(view[zone]):
                continue
            prose = not plain or is_prose(view[zone])
            for tokens in sentences(view.text, zone.start, zone.end):
                if not may_be_apart(tokens):
                    continue
                sentence = Sentence(tokens, view.language == "en", view.language in (None, *SPACED))
                for edits in _stretches(sentence.edits(prose)):
                    start, end = edits[0].start, edits[-1].end
                    found = _around(view.text, edits[0])
                    yield self.finding(start, end, Fix(tuple(edits), Safety.UNSAFE), found=found)


def _around(text: str, edit: Edit) -> str:
    """Return the first two tokens that an edit joins."""
    start = text.rfind(" ", 0, edit.start) + 1
    return " ".join(text[start : start + 80].split(" ")[:2])


def _stretches(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Yield edits that stand close enough to one another to be read as one."""
    stretch: list[Edit] = []
    for edit in edits:
        if stretch and edit.end - stretch[0].start > LONGEST and edit.start - stretch[-1].end > NEAR:
            yield stretch
            stretch = []
        stretch.append(edit)
    if stretch:
        yield stretch
