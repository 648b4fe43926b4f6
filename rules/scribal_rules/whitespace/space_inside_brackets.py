"""Blanks between a round bracket and what it holds."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, View, expression

from ._prose import is_prose

_PAIR = expression(
    r"""
    (?<! [:;=8$\\-] ) \( (?P<before>[ \xa0]{1,3}+)? (?P<held> [^\s()] (?: [^()\n]* [^\s()] )? ) (?P<after>[ \xa0]{1,3}+)? \)
    """,
    regex.VERBOSE,
)
_WORDS = expression(r"[\p{L}\p{M}\p{N}\s,.;:!?%°€$£&'\"’“”„‘«»…/\ufffc–—-]++")
_EDGE = expression(r"[\p{L}\p{M}\p{N}\"'’“”„‘«»]")
_FACE = expression(r"[:;=8]-?[PDpOo3)]\Z")
_ARGUMENTS = expression(
    r"(?<=[A-Za-z0-9_>]) \( [ ] (?: [^\s,]++ (?: ,[ ][^\s,]++ (?:[ ][^\s,)]++)?+ )*+ | \"[^\"]*+\" ) [ ] \)",
    regex.VERBOSE,
)
"""What a function is called with, between blanks as some write it."""

_WORD = expression(r"[\p{L}\p{M}\p{N}.!?…%\"'’“”»]")

LONGEST = 75
"""A longer pair is reported at each of its blanks."""


class SpaceInsideBrackets(Rule):
    """“( see above )” was taken apart into tokens, or lost a link at one of its ends.

    Only round brackets that hold words: square ones and braces are the grammar of commands, and code between
    blanks is left alone.
    """

    summary = "A blank stands between a bracket and what it holds."
    message = "a blank stands inside the brackets of “{held}”"
    patterns = (r"\([ \xa0]{1,3}[\p{L}\p{N}\"'’“”„‘«»]", r"[\p{L}\p{M}\p{N}.!?…%\"'’“”»][ \xa0]{1,3}\)")
    bad = [
        Bad("The port ⟦( of Odesa )⟧ is open.", "The port (of Odesa) is open."),
        Bad("The port⟦( of Odesa)⟧ is open ⟦(since May. )⟧.", "The port(of Odesa) is open (since May.)."),
        Bad("한국어⟦( 서울)⟧ भारत ⟦(दिल्ली )⟧ Порт ⟦( Одесса )⟧", "한국어(서울) भारत (दिल्ली) Порт (Одесса)"),
        Bad(
            "See the *port* ⟦( which\xa0is old )⟧.",
            "See the *port* (which\xa0is old).",
            media="text/markdown",
        ),
        Bad(
            "The port (⟦ ⟧which was built in the year of the flood by two brothers who had come from the coast⟦ ⟧).",
            "The port (which was built in the year of the flood by two brothers who had come from the coast).",
        ),
    ]
    good = [
        "The port (of Odesa) is open :( and so on ).",
        "Call f( x ) and if ( a | b ) then ( echo $c ) or ( x = y ).",
        Good('Call add( a, b ) or say( "it is late" ) there.', media="text/markdown"),
        "usage: ls [ file ] { a } or ( see ls | grep )",
        Good("The form ( `x` ) is code.", media="text/markdown"),
        "港口（敖德萨）很旧。",
        'The shell reads "$( command )" first (not that I know ;-P ).',
        "a ( ) b and the ( of it.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        plain = view.about.media == "text/plain"
        for zone in view.zones_of(hits):
            if plain and not is_prose(view[zone]):
                continue
            for match in _PAIR.finditer(view.text, zone.start, zone.end):
                spans = [match.span(side) for side in ("before", "after") if match[side]]
                if not spans or not _holds_words(match):
                    continue
                edits = tuple(Edit(start, end, "") for start, end in spans)
                held = match["held"]
                if match.end() - match.start() <= LONGEST:
                    yield self.finding(*match.span(), Fix(edits, Safety.SAFE), held=held)
                else:
                    for edit in edits:
                        fix = Fix((edit,), Safety.SAFE)
                        yield self.finding(edit.start, edit.end, fix, held=f"{held[:30]}…")


def _holds_words(match: regex.Match[str]) -> bool:
    """Return whether a pair holds words of the text, and no argument of a function."""
    held, before = match["held"], match.string[max(match.start() - 1, 0) : match.start()]
    if (len(held) == 1 and held.isalpha() and before.isalnum()) or _ARGUMENTS.match(
        match.string, match.start()
    ):
        return False
    first = not match["before"] or _EDGE.match(held)
    last = not match["after"] or (_WORD.match(held[-1]) and not _FACE.search(held))
    return bool(_WORDS.fullmatch(held) and first and last)
