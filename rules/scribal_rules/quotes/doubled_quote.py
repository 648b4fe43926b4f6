"""Quotation marks that were written twice."""

from collections.abc import Iterable, Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, PatternRule, Safety, View

_ONCE = {"''": '"', "``": '"', "´´": '"', "‘‘": "“", "’’": "”", ",,": "„"}
_SURE = frozenset(("““", "””", "„„", "««", "»»"))


class DoubledQuote(PatternRule):
    """Marks were doubled by two programs that both quoted, or by a hand that made a “ of two ‘.

    Reported where both ends of the quotation are doubled.  Two straight marks may be the quoting of a table
    or the italics of a wiki: there the fix wants a look.  A text with many such quotations means them so, as
    manuals of the TeX family do.
    """

    summary = "Quotation marks stand twice."
    message = "“{found}” has its quotation marks twice"
    patterns = (
        r"(?:““|„„|««)[\p{L}\p{N}]",
        r"\"\"[\p{L}\p{N}]",
        r"(?:''|``)[\p{L}\p{N}][^“”„«»\"'`‘’\n]{0,199}''",
        r"‘‘[\p{L}\p{N}][^“”„«»\"'`‘’\n]{0,199}’’",
    )
    pattern = r"""
        (?<! [\p{L}\p{N}“”„«»"'`‘’=] )
        (?: (?P<open> ““ | „„ | «« | "" | ‘‘ ) | (?P<single> '' | `` ) ) (?= [\p{L}\p{N}] )
        (?P<text> [^“”„«»"'`‘’\n]{1,200}+ ) (?<= \S )
        (?P<close> (?(single) '' | (?: ”” | ““ | »» | "" | ’’ ) ) )
        (?! [\p{L}\p{N}“”„«»"'`‘’] )
    """
    bad = [
        Bad("The ⟦““old””⟧ port.", "The “old” port."),
        Bad("The ⟦''old''⟧ port.", 'The "old" port.'),
        Bad("The ⟦``old''⟧ port.", 'The "old" port.'),
        Bad('Порт ⟦""старый""⟧.', 'Порт "старый".'),
        Bad("Die ⟦„„alte““⟧ Stadt.", "Die „alte“ Stadt."),
    ]
    good = [
        'An empty "" and \'\' stand here, and """ too.',
        "He wrote ““old” town” in it.",
        "f'' and g'' of x",
        'name=""old""',
        "See ``one'', ``two'', ``three'', ``four'', ``five'' and ``six''.",
    ]

    MOST = 5

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = list(super().check(view, hits))
        yield from found if len(found) <= self.MOST else ()

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        opener, closer = match["open"] or match["single"], match["close"]
        safety = Safety.SAFE if opener in _SURE and closer in _SURE else Safety.UNSAFE
        yield _ONCE.get(opener, opener[0]) + match["text"] + _ONCE.get(closer, closer[0]), safety
