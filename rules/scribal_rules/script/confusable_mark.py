"""A mark of another script that looks like an ordinary one."""

from collections.abc import Iterable

import regex

from scribal import Bad, Good, PatternRule, Safety, View

MARKS = {
    "\u037e": ";",  # Greek question mark
    "\u0589": ":",  # Armenian full stop
    "\u05c3": ":",  # Hebrew sof pasuq
    "\u0703": ":",  # Syriac supralinear colon
    "\u1803": ":",  # Mongolian full stop
    "\u2024": ".",  # one dot leader
    "\u02d0": ":",  # triangular colon of phonetics
    "\u2236": ":",  # ratio
    "\ua4fa": "..",  # Lisu letter tone mya cya
    "\ua789": ":",  # modifier letter colon
    "\ufe52": ".",  # small full stop
    "\ufe55": ":",  # small colon
    "\u01c3": "!",  # click
    "\u2d51": "!",  # Tifinagh tuareg yang
}
"""Marks and letters that look like an ASCII mark (confusables of Unicode Technical Standard 39)."""


class ConfusableMark(PatternRule):
    """A Greek question mark looks like a semicolon, and no program takes it for one.

    Reported between words of the Latin or the Cyrillic script; in formulas, transcriptions and in texts in the
    mark's own script it is right.
    """

    summary = "A mark of another script stands for one that looks alike."
    message = "“{found}” looks like an ordinary mark and is another"
    patterns = (rf"[\p{{Latin}}\p{{Cyrillic}}][{''.join(MARKS)}]",)
    pattern = rf"(?<! [\u0250-\u02af/\[] [^\n/\]]{{0,40}} ) (?<= [\p{{Latin}}\p{{Cyrillic}}]{{2}} ) [{''.join(MARKS)}] (?= \s++ (?: [\p{{Latin}}\p{{Cyrillic}}\p{{N}}] | \Z ) | \s*+ \Z )"
    bad = [
        Bad("The river rose⟦\u037e⟧ it fell.", "The river rose; it fell."),
        Bad("Река поднялась⟦\u2024⟧ Она упала.", "Река поднялась. Она упала."),
        Bad("The *river*⟦\ua789⟧ it rose.\n", "The *river*: it rose.\n", media="text/markdown"),
    ]
    good = [
        Good("Τι είναι αυτό\u037e", language="el"),
        "It is written [buːk] or /ɛm juː aɪ/ or a\u2236b.",
        Good("Գետը բարձրացավ\u0589 Այն իջավ։", language="hy"),
    ]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        yield MARKS[match[0]], Safety.SAFE
