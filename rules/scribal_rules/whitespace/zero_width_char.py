"""Characters without width."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Edit, Finding, Fix, Hit, Rule, Safety, Sees, View, expression

from ._places import matches
from ._without_width import ANY, useless

_MARKS = "\u200e\u200f"
_RIGHT_TO_LEFT = expression(r"[\p{bc=R}\p{bc=AL}]")
_RUN = expression(f"[{ANY}]++")


class ZeroWidthChar(Rule):
    """A zero-width character inside a word hides it from every search.

    It came with the clipboard, or from a machine: some translation services leave two zero-width spaces.
    One finding at the first place speaks for the whole text.

    Left alone: zero-width spaces in scripts without spaces between words (Khmer, Thai, Lao, Burmese …),
    joiners and non-joiners in scripts that join letters and in emoji, direction marks in a text with
    right-to-left letters, and what allows or forbids a line break beside a mark.
    """

    summary = "A zero-width character hides in the text."
    message = "the invisible character {found!a} hides in the text{more}"
    sees = Sees.SOURCE
    patterns = (f"[{ANY}]",)
    bad = [
        Bad("The re⟦\u200b⟧port is out.\u200b", "The report is out."),
        Bad("A non⟦\u200c⟧joiner.", "A nonjoiner."),
        Bad("A⟦\u200d⟧ joiner.", "A joiner."),
        Bad("⟦\u200e⟧24 December\u2060\u200e", "24 December"),
        Bad("Thanks ⟦\ufe0f⟧ to all.", "Thanks to all."),
        Bad("Hidden⟦\U000e0041\U000e0042⟧ tags.", "Hidden tags."),
        Bad("- ⟦\u200b⟧An item.", "- An item.", media="text/markdown"),
    ]
    good = [
        "សូម\u200bស្វាគមន៍ និង สวัสดี\u200bครับ",
        "می\u200cخواهم به خانه بروم.",
        "क्\u200dष और 👩\u200d🚀 और 🏳️\u200d🌈 और ❤\ufe0f।",
        "\u200fהמחיר הוא 5$\u200e בלבד.",
        "\u200eThe price is\u200f מחיר",
        "Flags: 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f and 1\ufe0f\u20e3.",
        "Ask @\u200bsomebody, and/\u200bor read the rules.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = [span for run in matches(_RUN, view, hits) for span in useless(view.text, *run.span())]
        if any(view.text[start] in _MARKS for start, _ in found) and _RIGHT_TO_LEFT.search(view.text):
            found = [(start, end) for start, end in found if view.text[start] not in _MARKS]
        if found:
            start, end = found[0]
            more = f", like {len(found) - 1} more" if found[1:] else ""
            fix = Fix(tuple(_removal(view.text, *span) for span in found), Safety.SAFE)
            yield self.finding(start, end, fix, found=view.text[start:end], more=more)


def _removal(text: str, start: int, end: int) -> Edit:
    """Return the edit that takes characters out, with the blank after them where one stands before them too."""
    alone = text[start - 1 : start] == " " == text[end : end + 1]
    return Edit(start, end + alone, "")
