"""A quotation mark that closes where one must open, or the other way round."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, replace

from ._conventions import COUPLES, is_pair
from ._marks import Mark, Stand
from ._pairs import Pair, reading

_OTHER = {one: other for couple in COUPLES for one, other in (couple, couple[::-1])}


class WrongFacingQuote(Rule):
    """A quotation mark was curled by a program that saw a blank beside it, or typed by a hand that slipped.

    Reported where the marks of the paragraph show it: the mark faces away from the words that it quotes, and
    its partner is there.  Which way a mark faces is what most of its like do in the text, and what its
    language allows: Swedish and Finnish open with ”, German closes with “, Danish writes »so«.
    """

    summary = "A closing quotation mark stands where one must open, or the other way round."
    message = "“{found}” faces the wrong way: here the quotation {does}"
    patterns = (
        r"(?:^|[\p{Z}\t\p{Ps}\p{Pd}\p{Pi}\p{Pf}'\"/¡¿…=+~&#$|\\_£€<])[”»›][^\p{Z}\n]",
        r"(?:^|[\p{Z}\t])[”»›][ \xa0]",
        r"[^\p{Z}\n\p{Ps}][“«‹‘](?:[\p{Z}\t\p{P}]|[^\p{L}\p{N}\n])",
        r"[\p{L}\p{N}\p{Po}\p{Pe}\p{Pf}][“«‹‘]",
        r"[\p{Z}\t][“«‹‘][\p{Po}\p{Pe}\p{Pf}]",
    )
    bad = [
        Bad("It was ⟦” ⟧very glad” of it. “Yes.”", "It was “very glad” of it. “Yes.”", language="en"),
        Bad("She said: ⟦”⟧Come in.” Then: “Sit.”", "She said: “Come in.” Then: “Sit.”", language="en"),
        Bad(
            "The so-called “ferry⟦“⟧ is a *raft*, no “ship”.",
            "The so-called “ferry” is a *raft*, no “ship”.",
            media="text/markdown",
            language="en",
        ),
        Bad(
            "Le feu («\xa0la grande lueur\xa0⟦«⟧) dura.",
            "Le feu («\xa0la grande lueur\xa0») dura.",
            language="fr",
        ),
        Bad("他说⟦”⟧好⟦“⟧。\n我说“不好”。", "他说“好”。\n我说“不好”。", language="zh"),
    ]
    good = [
        Good("Hon sade: ”Kom in.” Sedan: ”Sitt.”", language="sv"),
        Good("Hän sanoi: »Tule sisään.»", language="fi"),
        Good("Sie sagte: „Komm herein.“ Dann: »Setz dich.«", language="de"),
        Good("Sie sagte: „Komm herein.“ Dann: „Setz dich.“"),
        Good("Han sagde: »Kom ind.« Og »sid ned«.", language="da"),
        Good("Powiedziała: „Wejdź”. I „siadaj”.", language="pl"),
        Good("It was “very glad” of it.", language="en"),
        Good("He said ”yes” and ”no” and meant ”perhaps”."),
        Good("The sign 12” long is glad” now", language="en"),
        Good("He called it “a ” of sorts”.", language="en"),
        Good("“First paragraph.\n“Second paragraph.”", language="en"),
        Good("他说“好”，我说“不好”。", language="zh"),
        Good("d’“abord” et l’«après»", language="fr"),
        Good("Ville › Port › Bateaux", language="fr"),
        Good("Menu » File » Save", language="en"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            found = reading(view, zone)
            safety = Safety.UNSAFE if any(mark.double for mark in found.loose) else Safety.SAFE
            for pair in found.pairs:
                if any(pair.turned) and not self.foreign(view, pair) and not is_path(pair):
                    yield from self.turned(view, pair, safety)

    def foreign(self, view: View, pair: Pair) -> bool:
        """Return whether both marks are turned, as some languages have them and this one may."""
        return all(pair.turned) and is_pair(view, pair.open.glyph, pair.close.glyph)

    def turned(self, view: View, pair: Pair, safety: Safety) -> Iterator[Finding]:
        """Yield what is wrong with each mark of a pair."""
        for mark, turned, does in zip((pair.open, pair.close), pair.turned, ("opens", "closes"), strict=True):
            if turned:
                start, end = self.with_blank(view, mark, does)
                fix = replace(start, end, _OTHER.get(mark.glyph, mark.glyph), safety)
                yield self.finding(start, end, fix, found=mark.glyph, does=does)

    def with_blank(self, view: View, mark: Mark, does: str) -> tuple[int, int]:
        """Return where a mark stands, with the blank that parts it from what it quotes."""
        start, end = mark.at, mark.at + 1
        if mark.glyph in "«»" or mark.stand is not Stand.FLOATS or (does == "opens") is mark.clause_end:
            return start, end
        return (start, end + 1) if does == "opens" else (start - 1, end)


def is_path(pair: Pair) -> bool:
    """Return whether two marks part the steps of a path, as of a menu, rather than quote."""
    return pair.open.glyph == pair.close.glyph and pair.open.glyph in "›»" and pair.open.stand is Stand.FLOATS
