"""A mark of punctuation after a word that cannot stand before one."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

from ._function_words import function_words
from ._hanging_marks import hanging_marks, triggers

_INSERTED = expression(r",[ \xa0](?:[\p{L}\p{M}'’-]++[ \xa0]?){1,4}+,")
"""What stands between two commas, and may stand anywhere in a sentence."""

_SINGLE = expression(r"(?<![\p{L}\p{N}])['‘](?=\S)")
"""A mark that may open a quotation."""


class StrayMark(Rule):
    """An article, a preposition or a conjunction holds on to what follows: no mark can part them.

    A mark that does was left where a translation moved or lost words, or typed by a hand that slipped.
    Hesitations (“the, uh, the”), hyphens that hang (“in- and outside”), words that are mentioned and names
    in capitals (“DOS”) are left alone.
    """

    summary = "A mark stands after a word that cannot stand before one."
    message = "“{mark}” parts “{word}” from what belongs to it"
    languages = ("de", "en", "es", "fr", "it", "nl", "pt", "ru")
    patterns = tuple(triggers())
    bad = [
        Bad("It lacks the⟦?⟧ roof and⟦;⟧ the door.", "It lacks the roof and the door.", language="en"),
        Bad(
            "It was in 1907 or⟦;⟧ 1908, for more than⟦!⟧ 20 years.",
            "It was in 1907 or 1908, for more than 20 years.",
            language="en",
        ),
        Bad("The town is⟦!⟧ on the⟦-⟧ coast of⟦-⟧ rain.", "The town is on the coast of rain.", language="en"),
        Bad(
            "Das ist zum⟦.⟧ ersten Mal und⟦:⟧ zur Zeit so.",
            "Das ist zum ersten Mal und zur Zeit so.",
            language="de",
        ),
        Bad("Elle vit dans⟦,⟧ une ville du⟦;⟧ nord.", "Elle vit dans une ville du nord.", language="fr"),
        Bad("Он жил на⟦.⟧ берегу.", "Он жил на берегу.", language="ru"),
    ]
    good = [
        Good("The, uh, the in- and outputs of “the” and of the sea.", language="en"),
        Good("What is it made of? He knows what it is; she does too.", language="en"),
        Good("It is 'in the' list, an' he's goin' to the boys' ship.", language="en"),
        Good("See section a. They fell by 3 in. of rain and, well, stopped.", language="en"),
        Good("Am: 3. Mai. Das ist der, den ich sah, oder? Ja. Ein- und Ausgang; komm mit!", language="de"),
        Good("Según Pérez et al. 1998 es así.", language="es"),
        Good("Prends-le, dit-il. Et : non.", language="fr"),
        Good("I am, he said. And? Nothing.", language="en"),
        Good(
            "Call [every](#every), [each](#each) or *the*, then stop.", media="text/markdown", language="en"
        ),
        Good("La frase debe constar en, al menos, seis palabras.", language="es"),
        Good("Het komt steeds vaker voor, nu de haven open is.", language="nl"),
        Good("Se você não tiver uma, pode criar outra.", language="pt"),
        Good("Das ist so einer, der hilft.", language="de"),
        Good("Oh my, so it is.", language="en"),
        Good("Corre em Windows, DOS, BeOS e OS/2.", language="pt"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.language not in function_words():
            return
        words = hanging_marks(view.language)
        for zone in view.zones_of(hits):
            for match in words.finditer(view.text, zone.start, zone.end):
                at = match.end() - 1
                if not view.run_at(at + 1).verbatim:  # the end of a line in the source
                    continue
                word = match[0][:-1]
                if (
                    (len(word) > 1 and word.isupper())
                    or is_marked_up(view, at)
                    or _INSERTED.match(view.text, at)
                ):
                    continue
                if view.text[at] in "'’" and _SINGLE.search(view.text, zone.start, at):
                    continue
                fix = replace(at, at + 1, "", Safety.UNSAFE)
                yield self.finding(at, at + 1, fix, mark=view.text[at], word=word)


def is_marked_up(view: View, at: int) -> bool:
    """Return whether an element ends before a mark, so that the text may speak of the word before it."""
    start, end = view.source_span(at - 1, at + 1)
    return end - start > 2
