"""Soft hyphens."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, Sees, View, expression

from ._bytes import is_byte
from ._places import matches

_WORD = expression(
    r"""
      (?<! [\p{L}\p{M}] ) (?:
          (?<broken> \p{L}[\p{L}\p{M}]*+ (?: \xad++ [\p{L}\p{M}]++ )*+ \xad++ \ \p{Ll}++ )
        | \p{L}[\p{L}\p{M}]*+ (?: \xad++ [\p{L}\p{M}]++ )++ \xad*+
      )
    | (?<! \d ) (?<number> \d++ (?: \xad \d++ )++ )
    | \xad++
    """,
    regex.VERBOSE,
)


class SoftHyphen(Rule):
    """A soft hyphen is for the program that breaks lines; in a text it hides words from every search.

    A text that has them has them everywhere: one finding at the first word speaks for all.  Between digits
    one stood for a hyphen that everybody was to see.  Before a blank the word was broken at the end of a
    line, and both are taken out; neither is safe.  In a repository none is, for a writer may have set soft
    hyphens on purpose.  HTML that says ``&shy;`` means it, and is left alone.
    """

    summary = "Soft hyphens hide in words."
    message = "soft hyphens hide in “{found}”{more}"
    sees = Sees.SOURCE
    patterns = ("\xad",)
    bad = [
        Bad(
            "Das ⟦Unter\xadneh\xadmen⟧ wächst, sein Auf\xadwand auch.",
            "Das Unternehmen wächst, sein Aufwand auch.",
        ),
        Bad("Eine ⟦Straß\xaden\xadbahn⟧, ви посмі\xadялися.", "Eine Straßenbahn, ви посміялися."),
        Bad("Born in ⟦1990\xad1995⟧ or so.", "Born in 1990-1995 or so."),
        Bad("An old ⟦docu\xad ment⟧ from a printer.", "An old document from a printer."),
        Bad("A mark ⟦\xad⟧alone.", "A mark alone."),
    ]
    good = [
        "Das Unternehmen wächst.",
        "o polÃ\xadtico e a polГ\xadtica",
        Good("<p>Das Unter&shy;nehmen wächst.</p>", media="text/html"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = [match for match in matches(_WORD, view, hits) if not _has_bytes(match)]
        if not found:
            return
        guessed = any(match["broken"] or match["number"] for match in found)
        sure = view.about.profile == "corpus" and not guessed
        fix = Fix(tuple(map(_mended, found)), Safety.SAFE if sure else Safety.UNSAFE)
        more = f" and in {len(found) - 1} more places" if found[1:] else ""
        yield self.finding(*found[0].span(), fix, found=found[0][0], more=more)


def _has_bytes(match: regex.Match[str]) -> bool:
    """Return whether a soft hyphen of a word is a byte of mojibake, which ``encoding/mojibake-utf8`` mends."""
    return any(is_byte(match.string, at) for at in range(*match.span()) if match.string[at] == "\xad")


def _mended(match: regex.Match[str]) -> Edit:
    text = match[0].replace("\xad", "-" if match["number"] else "")
    return Edit(*match.span(), text.replace(" ", "") if match["broken"] else text)
