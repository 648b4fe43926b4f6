"""Control characters and what terminals leave behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from scribal import Bad, Edit, Finding, Fix, Hit, Rule, Safety, Sees, View, expression

_CONTROL = expression(
    r"""
      \x1b\[ [0-9;?]{0,20} [A-Za-z]                              # a colour, a move of the cursor
    | \x1b\] [^\x00-\x1f]{0,200} (?: \x07 | \x1b\\ )             # a title, a link
    | (?<over> (?: (?<struck>[^\s\x00-\x1f]) \x08 (?=(?P=struck)) | _\x08 (?=\S) )++ )
    | (?: (?! (?<![^\r\n]) \x0c | \x0c (?![^\r\n]) ) [\x00-\x08\x0b\x0c\x0e-\x1f\x7f] )++
    """,
    regex.VERBOSE,
)


class ControlChar(Rule):
    """Nobody sees a control character, and most programs choke on it.

    Colour codes of a terminal and the overstrikes of a formatted manual page are taken out with all that
    belongs to them.  Inside a word the character may stand for a letter or a ligature that was lost, so that
    to take it out is not safe there.  ``many`` in one text are one finding.  Tabs, line breaks and a form feed at the edge of a line, which ends a
    page, are left alone; U+0080 to U+009F are for ``encoding/c1-control``.
    """

    @dataclass(frozen=True)
    class Options:
        many: int = 5
        """From how many places on one finding speaks for all."""

    summary = "A control character, or a terminal's escape sequence, stands in the text."
    message = "the text holds the control character {found!a}{more}"
    sees = Sees.SOURCE
    patterns = (r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]",)
    bad = [
        Bad("The engine⟦\x0b⟧ was started again.", "The engine was started again."),
        Bad("A para⟦\x02⟧graph of a printed page.", "A paragraph of a printed page."),
        Bad("⟦\x1b[1;31m⟧Warning⟦\x1b[0m⟧: the disk is full.", "Warning: the disk is full."),
        Bad("⟦N\x08⟧NA⟦M\x08⟧M⟦E\x08⟧E", "NAME"),
        Bad("⟦\x1b[1m⟧One\x1b[0m, \x1b[1mtwo\x1b[0m, \x1b[1mthree\x1b[0m.", "One, two, three."),
        Bad("Two words,⟦\x00\x00⟧ no more.", "Two words, no more."),
        Bad("Two words⟦\x0b⟧on two lines.", "Two words on two lines."),
    ]
    good = [
        "One\tcolumn and another.\r\nA line.\n",
        "The page ends here.\n\x0cAnother page begins.\n",
        "The page ends here.\x0c\r\nAnother page begins.\r\n",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = [
            match
            for zone in view.zones_of(hits)
            for match in _CONTROL.finditer(view.text, zone.start, zone.end)
        ]
        at_once = len(found) >= self.options.many
        for group in [found] if at_once else [[match] for match in found]:
            more = f", and {len(group) - 1} more such places" if at_once else ""
            safety = min(_safety(match) for match in group)
            fix = Fix(tuple(Edit(*match.span(), _instead(match)) for match in group), safety)
            yield self.finding(*group[0].span(), fix, found=group[0][0], more=more)


def _inside(match: regex.Match[str]) -> bool:
    text, (start, end) = match.string, match.span()
    return bool(text[start - 1 : start].isalnum() and text[end : end + 1].isalnum())


def _instead(match: regex.Match[str]) -> str:
    """Return what belongs there: nothing, or a blank for a line break of office programs between two words."""
    return " " if match[0] == "\x0b" and _inside(match) else ""


def _safety(match: regex.Match[str]) -> Safety:
    lossless = match["over"] or match[0].startswith("\x1b") or not _inside(match)
    return Safety.SAFE if lossless else Safety.UNSAFE
