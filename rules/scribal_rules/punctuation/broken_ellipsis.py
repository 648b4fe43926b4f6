"""An ellipsis of too many, too few or different dots."""

from collections.abc import Iterable

import regex

from scribal import Bad, Good, PatternRule, Safety, View, expression

_THREE = expression(r"(?<![.…])\.{3}(?![.…])")


class BrokenEllipsis(PatternRule):
    """An ellipsis was typed behind another, or torn by a blank.

    Three spaced stops are good American style, four stops end a sentence, and long rows of them lead the eye
    in a table of contents: they are left alone.
    """

    summary = "An ellipsis has the wrong dots."
    message = "“{found}” is no ellipsis"
    patterns = (
        r"…\.\.|\.\.…|……\.|\.……",
        r"[\p{L}\p{N}]\.\.[ \xa0]\.",
        r"[\p{L}\p{N}]\.[ \xa0]\.\.",
        r"[\p{L}\p{N}]\.{5}",
    )
    pattern = r"""
        (?<! [.…] ) (?: \.*+ (?: (?<= \.\. ) … \.*+ | … \.{2,}+ )
          | (?<= [\p{L}\p{N}] ) (?: \.\.[ ]\. | \.[ ]\.\. | \.{5,7}+ ) (?! \S?+ [/.] ) (?= \s | \Z | \p{Lu} ) )
        (?! [.…] | [ ][.] )
    """
    bad = [
        Bad("And so on⟦…..⟧ It rained.", "And so on… It rained."),
        Bad("And then⟦.. .⟧ it rained⟦. ..⟧", "And then... it rained..."),
        Bad("Und dann⟦.....⟧ regnete es…", "Und dann… regnete es…"),
        Bad("И потом⟦..…⟧ *дождь*.", "И потом… *дождь*.", media="text/markdown"),
    ]
    good = [
        "And so on... It rained. . . . and then.... Well….",
        "Chapter one .......... 12",
        "Chapter one............ 12",
        "cd .. ./a and a.. ./b",
        Good("他说……然后走了。", language="zh"),
    ]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        single = view.text.count("…") > len(_THREE.findall(view.text))
        yield "…" if single else "...", Safety.SAFE
