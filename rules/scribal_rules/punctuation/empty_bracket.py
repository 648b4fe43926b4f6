"""Brackets around nothing."""

from collections.abc import Iterable

import regex

from scribal import Bad, Good, PatternRule, Safety, View


class EmptyBracket(PatternRule):
    """Brackets are left empty where a citation, a pronunciation or a name in another script was taken out.

    Left alone are calls of programs (“main()”), boxes to tick, and brackets that are mentioned.
    """

    summary = "Brackets stand around nothing."
    message = "“{found}” holds nothing"
    patterns = (
        r"[\p{L}\p{M}\p{N}][ \xa0][(（][ \xa0,;:–—-]{0,4}[)）]",
        r"[\p{L}\p{M}\p{N}][ \xa0]?[(（][ \xa0]?[,;،，、]",
    )
    pattern = r"""
        (?<= [\p{L}\p{M}\p{N}] ) (?P<blank> [ \u00a0]?+ )
        (?P<open> [(（] )
        (?: (?: [,;:–—،，、-]?+ [ \u00a0]++ [ \u00a0,;:–—،，、-]*+ (?<= [,;:–—،，、-] \W* ) | [,;:–—،，、]{2,}+ | (?<= (?: \p{Lu}[\p{L}\p{M}-]+ | \b(?:born|died|geboren|gestorben|née?|mort|nacido|nacida|nato|nata) ) [ \u00a0] . | [（] ) [ \u00a0]*+ ) [)）] (?! [\p{L}\p{N}(] )
          | (?P<debris> [ \u00a0]*+ [,;،，、] [ \u00a0,;،，、]*+ ) (?= [\p{L}\p{N}] [^()（）]{1,200} [)）] )
        )
    """
    bad = [
        Bad(
            "The writer Rainis⟦ ()⟧ lived in Riga⟦ ( , )⟧, in May.",
            "The writer Rainis lived in Riga, in May.",
        ),
        Bad("She was born⟦ ()⟧ in Riga.", "She was born in Riga."),
        Bad("The river Daugava⟦ (, ⟧Dvina) is long.", "The river Daugava (Dvina) is long."),
        Bad("城市⟦（，⟧里加）很大。", "城市（里加）很大。"),
        Bad("Die *Stadt*⟦ ()⟧ ist alt.", "Die *Stadt* ist alt.", media="text/markdown"),
    ]
    good = [
        "Call main() or x = f ( ) here; [ ] done.",
        "The unit type () and the empty tuple ().",
        Good("Type `()` here.", media="text/markdown"),
        "The keys plus (+), minus (-) and comma (,) work.",
    ]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        yield match["blank"] + match["open"] if match["debris"] else "", Safety.UNSAFE
