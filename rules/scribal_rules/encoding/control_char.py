"""Control characters and what terminals leave behind."""

from collections.abc import Iterable

import regex

from scribal import Bad, PatternRule, Safety, Sees, View


class ControlChar(PatternRule):
    """Nobody sees a control character, and most programs choke on it.

    Colour codes of a terminal and the overstrikes of a formatted manual page are taken out with all that
    belongs to them.  Inside a word the character may stand for a letter or a ligature that was lost, so that
    to take it out is not safe there.  Tabs, line breaks and a form feed at the edge of a line, which ends a
    page, are left alone; U+0080 to U+009F are for ``encoding/c1-control``.
    """

    summary = "A control character, or a terminal's escape sequence, stands in the text."
    message = "the text holds the control character {found!a}"
    sees = Sees.SOURCE
    patterns = (r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]",)
    pattern = r"""
      \x1b\[ [0-9;?]{0,20} [A-Za-z]                              # a colour, a move of the cursor
    | \x1b\] [^\x00-\x1f]{0,200} (?: \x07 | \x1b\\ )             # a title, a link
    | (?<over> (?: (?<struck>[^\s\x00-\x1f]) \x08 (?=(?P=struck)) | _\x08 (?=\S) )++ )
    | (?: (?! (?<![^\r\n]) \x0c | \x0c (?![^\r\n]) ) [\x00-\x08\x0b\x0c\x0e-\x1f\x7f] )++
    """
    bad = [
        Bad("The engine⟦\x0b⟧ was started again.", "The engine was started again."),
        Bad("A para⟦\x02⟧graph of a printed page.", "A paragraph of a printed page."),
        Bad("⟦\x1b[1;31m⟧Warning⟦\x1b[0m⟧: the disk is full.", "Warning: the disk is full."),
        Bad("⟦N\x08⟧N⟦A\x08⟧A⟦M\x08⟧M⟦E\x08⟧E", "NAME"),
        Bad("Two words,⟦\x00\x00⟧ no more.", "Two words, no more."),
        Bad("Two words⟦\x0b⟧on two lines.", "Two words on two lines."),
    ]
    good = [
        "One\tcolumn and another.\r\nA line.\n",
        "The page ends here.\n\x0cAnother page begins.\n",
        "The page ends here.\x0c\r\nAnother page begins.\r\n",
    ]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        text, (start, end) = match.string, match.span()
        inside = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
        if match[0] == "\x0b" and inside:  # a line break of office programs
            yield " ", Safety.UNSAFE
        else:
            lossless = match["over"] or match[0].startswith("\x1b") or not inside
            yield "", Safety.SAFE if lossless else Safety.UNSAFE
