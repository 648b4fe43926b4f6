"""A blank before a mark that belongs to the word before it."""

import re
from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

from ._bytes import is_byte
from ._mentions import BEFORE, in_choice, in_listing, is_label, is_listing, is_named
from ._places import BLANK, SPACED

_MARK = expression(
    r"""
    (?<= [\p{L}\p{M}\p{N}%€$°”’"')\]»\ufffc] ) (?<! [\p{Han}\p{Hiragana}\p{Katakana}] )
    (?P<blank> [ \u00a0\u202f]{1,3} )
    (?P<mark> [,.;:!?] )
    (?= \s | \Z | (?<! [:;] ) [”’"'»)\]] (?: \s | \Z | [,.;:] ) )
    """,
    regex.VERBOSE,
)
COLUMNS = "    "
"""What parts the columns of a table, in which colons and semicolons stand apart."""

COMMAND = 3
"""A cell with fewer blanks that ends in a stop on its own may hold a command about this folder."""

KEYS = 3
"""So many colons that stand apart in one line, and no other mark, part keys from their values."""

_BLANK = re.compile("[ \u00a0\u202f]{1,3}[,.;:!?]")
"""Where it may match; ``re`` finds that at once."""

_APART = frozenset((None, *SPACED, "km", "lo", "my", "th"))
"""The languages in which high marks stand apart, or do with some writers, and the unknown one."""

_OTHER_MARKS = expression(r"[\p{Arabic}\p{Syriac}\p{Hebrew}\p{Thaana}]")
"""Scripts with a comma, a semicolon or words of their own before which these marks are mentioned."""


class SpaceBeforePunct(Rule):
    """A blank before a comma or a full stop is left when markup or words between them were taken out.

    French and its neighbours set a blank before ``; : ! ?``: there only commas and stops are reported.
    Left alone: marks that begin something (``.NET``, ``:)``) or are mentioned (“the ? operator”),
    ellipses, rows of a table, listings, addresses, and colons that part the sides of a ratio or of a title.
    """

    summary = "A blank stands before a comma, a full stop or another mark."
    message = "a blank stands before “{mark}”"
    patterns = (rf"[\p{{L}}\p{{M}}\p{{N}}%€$°”’\"')\]»￼][ \xa0 ]{{1,3}}[,.;:!?](?:{BLANK}|[”’\"'»)\]])",)
    bad = [
        Bad("The port⟦ ,⟧ which is old, lies in Odesa⟦ .⟧", "The port, which is old, lies in Odesa."),
        Bad("It lies “in the south”⟦ ,⟧ she said.", "It lies “in the south”, she said."),
        Bad(
            "On May 9⟦ ,⟧ 1950 it began (by foot or⟦ ,⟧ late⟦ .⟧)",
            "On May 9, 1950 it began (by foot or, late.)",
        ),
        Bad("Le port⟦ ,⟧ dit-elle, est vieux !", "Le port, dit-elle, est vieux !", language="fr"),
        Bad("Is it *here*⟦ ?⟧ It is.", "Is it *here*? It is.", media="text/markdown", language="en"),
    ]
    good = [
        Good("Le port est-il vieux ? Oui : très vieux !", language="fr"),
        Good("Le port est-il vieux\u202f? Oui\u00a0: très vieux\u202f!", language="fr"),
        "It runs on .NET and reads .txt files, see ./notes.",
        "Well . . . it lies there ...",
        "A scale of 1 : 500 , 2 : 500",
        Good("She laughed :) and left ;-) and came to the port again  ; ) to see it : (", language="en"),
        Good("Nɛ̌ é ká ná xò yě gló gbɔn ? Xóxó ɔ́ nyɔ́ ka tɔn : bó !", language="fon"),
        "Odesa : a port",
        Good("The ? operator and the ! type follow the . here, as in C", language="en"),
        Good(
            "Type $ cp notes/* . and then, if [ -d x ] ; then say so; see https://example.org/a .",
            language="en",
        ),
        "| a , b |",
        "$ bts severity 123123 wishlist , tags 123123 - pending",
        Good("Uma só vez, a irmÃ\xa0, disse ela.", language="pt"),
        'Type "vim ." to see the folder.',
        Good("The characters `<` , `>` , `;` are special.", media="text/markdown", language="en"),
        "这 . 在里面",
        Good("It could not be rendered. STACK ? STACK : ''.", language="en"),
        "1F469 1F468 ;     qualified     # a face",
        Good("| run | code . |\n|---|---|\n", media="text/markdown", language="en"),
        Good(
            "The keys of it all are 'card' : summary\n'site' : odesa\n'title' : port",
            media="text/markdown",
            language="en",
        ),
        Good("แม่น้ำสูงขึ้น : ไม่มีใครนอน", language="th"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            line = view[zone]
            if is_listing(line):
                continue
            blanks = (_MARK.match(line, blank.start()) for blank in _BLANK.finditer(line))
            found = [match for match in blanks if match and self.belongs(view, line, match)]
            found = [match for match in found if not is_byte(line, match.start())]
            found = [match for match in found if not in_choice(line, match.start())]
            if zone.kind == "cell" and line.endswith(" .") and line.count(" ") < COMMAND:
                found = [match for match in found if match.end() < len(line)]
            elif len(found) >= KEYS and all(match["mark"] == ":" for match in found):
                continue
            sure = any(not is_label(line, match) for match in found)
            for match in found:
                if sure or not is_label(line, match):
                    start, end = zone.start + match.start(), zone.start + match.end()
                    fix = replace(start, end, match["mark"], Safety.SAFE)
                    yield self.finding(start, end, fix, mark=match["mark"])

    def belongs(self, view: View, line: str, match: regex.Match[str]) -> bool:
        """Return whether the mark belongs to the word before it, or may be a label's."""
        mark, after = match["mark"], line[match.end() - 1 : match.end() + 8]
        before = line[max(match.start() - BEFORE, 0) : match.start()]
        if in_listing(before, after) or (mark != "." and _OTHER_MARKS.match(before[-1:])):
            return False
        goes_on = after[1:].lstrip()[:1].islower()
        if mark in ":;":
            return (
                COLUMNS not in line.strip() and "\u202f" not in match["blank"] and view.language not in _APART
            )
        if is_named(before):
            return mark == "," and goes_on
        if mark == ",":
            return True
        if goes_on or before.endswith((".", "…")):
            return False
        return mark == "." or ("\u202f" not in match["blank"] and view.language not in _APART)
