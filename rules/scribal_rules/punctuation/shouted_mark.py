"""A mark written four times and more."""

from collections.abc import Iterable

import regex

from scribal import Bad, Good, PatternRule, Safety, Severity, View


class ShoutedMark(PatternRule):
    """“He won!!!!” shouts where one mark says as much; comments and mails do so, edited text does not.

    For information only.  Two or three marks may be meant, and question marks without a word before them may
    be letters that were lost.
    """

    summary = "An exclamation or question mark stands four times and more."
    message = "“{found}” says no more than one mark"
    severity = Severity.INFO
    patterns = (r"[\p{L}\p{M}\p{N})”»\"’](?:!!!!|\?\?\?\?|！！！|？？？)",)
    pattern = r"""
        (?<= [\p{L}\p{M}\p{N})”»"’] ) (?: !{4,}+ | (?<= \p{L}{2} ) \?{4,}+ | ！{3,}+ | ？{3,}+ )
        (?= [\s”»"’)] | \Z | (?<= [！？] ) )
    """
    bad = [
        Bad("He won⟦!!!!⟧ The crowd sang.", "He won! The crowd sang."),
        Bad("Что это⟦?????⟧ Никто не знал.", "Что это? Никто не знал."),
        Bad("すごい⟦！！！⟧彼は行った。", "すごい！彼は行った。"),
        Bad("*Really*⟦!!!!!⟧ It is.\n", "*Really*! It is.\n", media="text/markdown"),
    ]
    good = [
        "He won!!! Did he?! Why??",
        "The name is ???? and the place ?????.",
        "!!!! stands before it, and `a!!!!` is code.",
        Good("Use `!!!!` and `x????`.\n", media="text/markdown"),
    ]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        yield match[0][0], Safety.UNSAFE
