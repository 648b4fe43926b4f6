"""Two marks of punctuation where one is enough."""

from collections.abc import Iterable, Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, PatternRule, Safety, View


class RepeatedMark(PatternRule):
    """A second comma or full stop is left where words between them were taken out, or was typed twice.

    Three full stops are an ellipsis, a full stop before a comma ends an abbreviation, two commas may be a
    quotation mark, and ``?!`` is meant.  A text with many pairs of full stops means them, as some write.
    """

    summary = "Two marks of punctuation stand side by side."
    message = "“{found}” is one mark too many"
    patterns = (
        r"[\p{L}\p{M}\p{N})\]”\"»'’.],[,.;:!?]",
        r"[\p{L}\p{M}\p{N})\]”\"»'’]\.\.",
        r"[\p{L}\p{M}\p{N}][،、，؛；][،、，؛；,;]",
        r"[\p{L}\p{M}\p{N})\]”」』）]。。",
        r"[\p{L}\p{M}]।।",
    )
    pattern = r"""
        (?<! & [\p{L}\p{N}\#]{1,31} )
        (?: (?<= [\p{L}\p{M}\p{N}\)\]”"»'’.] ) ,[,.;:!?]
          | (?<= [\p{L}\p{M}\p{N}\)\]”»’] ) \.\. (?! \. | [/\\] )
          | (?<= [\p{L}\p{M}\p{N}] ) [،、，؛；][،、，؛；,;]
          | (?<= [\p{L}\p{M}\p{N}\)\]”」』）] ) 。。 (?! 。 )
        )
        (?= [\s”"»'’)\]」』） ] | \Z | (?<= [、，；。]{2} ) )
    """
    bad = [
        Bad("The port⟦,,⟧ the mole⟦,.⟧ It is old⟦..⟧", "The port, the mole. It is old."),
        Bad("The port⟦,;⟧ the mole⟦,!⟧ and it⟦,.⟧ Old.", "The port, the mole, and it. Old."),
        Bad("Ships, trains, etc⟦..⟧ were late.", "Ships, trains, etc. were late."),
        Bad("قال⟦،،⟧ ثم ذهب.", "قال، ثم ذهب."),
        Bad("他来了⟦，，⟧然后走了⟦。。⟧", "他来了，然后走了。"),
        Bad("A *port*⟦,,⟧ it is.", "A *port*, it is.", media="text/markdown"),
    ]
    good = [
        "Wait... what?! It is Acme Inc., yes; see ../a, 1..2 and a.b.c etc.",
        ",,Da'' and \"..\" are marks, and so is `..`",
        "One.. two.. three.. four..",
        "&amp;, &nbsp;.",
    ]

    MOST = 3

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = list(super().check(view, hits))
        yield from found if len(found) <= self.MOST else ()

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        one, other = match[0][0], match[0][1]
        after = match.string[match.end() :].lstrip()[:1]
        goes_on = after.islower() or (bool(after) and other not in ".!?")
        sure = one == other and one not in ".。"  # two full stops may be what is left of three
        yield (one if one == other or goes_on else other), Safety.SAFE if sure else Safety.UNSAFE
