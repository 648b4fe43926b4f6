"""Soft hyphens."""

from collections.abc import Iterable

import regex

from scribal import Bad, Good, PatternRule, Safety, Sees, View


class SoftHyphen(PatternRule):
    """A soft hyphen is for the program that breaks lines; in a text it hides words from every search.

    One finding for a word.  Between digits it stood for a hyphen that everybody was to see.  Before a blank
    the word was broken at the end of a line, and both are taken out, which is not safe.  HTML that says
    ``&shy;`` means it, and is left alone.
    """

    summary = "Soft hyphens hide in a word."
    message = "soft hyphens hide in “{found}”"
    sees = Sees.SOURCE
    patterns = ("\xad",)
    pattern = r"""
      (?<! [\p{L}\p{M}] ) (?:
          (?<broken> \p{L}[\p{L}\p{M}]*+ (?: \xad++ [\p{L}\p{M}]++ )*+ \xad++ \ \p{Ll}++ )
        | \p{L}[\p{L}\p{M}]*+ (?: \xad++ [\p{L}\p{M}]++ )++ \xad*+
      )
    | (?<! \d ) (?<number> \d++ (?: \xad \d++ )++ )
    | \xad++
    """
    bad = [
        Bad("Das ⟦Unter\xadneh\xadmen⟧ wächst.", "Das Unternehmen wächst."),
        Bad("Born in ⟦1990\xad1995⟧ or so.", "Born in 1990-1995 or so."),
        Bad("An old ⟦docu\xad ment⟧ from a printer.", "An old document from a printer."),
        Bad("A mark ⟦\xad⟧alone.", "A mark alone."),
    ]
    good = ["Das Unternehmen wächst.", Good("<p>Das Unter&shy;nehmen wächst.</p>", media="text/html")]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        if match["number"]:
            yield match[0].replace("\xad", "-"), Safety.UNSAFE
        elif match["broken"]:
            yield match[0].replace("\xad", "").replace(" ", ""), Safety.UNSAFE
        else:
            yield match[0].replace("\xad", ""), Safety.SAFE
