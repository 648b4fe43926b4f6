"""A sentence that goes on in lower case after a full stop."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, Rule, View

_STOP = regex.compile(
    r"(?<= [\p{Ll}\p{M}]{4} ) (?<! \b(?:etc|approx|vols|bros|dept|corp|prof|figs|resp|usw|bzw) ) \. [ \u00a0]"
    r" (?P<word> \p{Ll}[\p{Ll}\p{M}]++ ) (?= [ ,] )",
    regex.VERBOSE,
)


class LowercaseAfterStop(Rule):
    """A full stop inside a sentence is left where a translation moved or lost words.

    Texts that do without capitals are left alone: at most a few sentences may begin in lower case.
    """

    summary = "A sentence begins in lower case."
    message = "the sentence goes on with “{word}” after a full stop"
    preview = True
    languages = ("en", "fr", "es", "it", "pt", "ru", "uk", "pl", "nl")
    patterns = (r"[\p{Ll}\p{M}]{4}\.[ \xa0]\p{Ll}[\p{Ll}\p{M}]",)
    supersedes = ()
    bad = [Bad("The ministry in the capital ⟦said. after⟧ the call on Monday. It was late.", language="en")]
    good = [
        "The ministry said. After the call it was late.",
        "it was late. we left. nobody came. the sun rose.",
    ]

    MOST = 2

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = list(_STOP.finditer(view.text))
        if len(found) > self.MOST:
            return
        for match in found:
            start = view.text.rfind(" ", 0, match.start()) + 1
            if zone := view.zone_at(match.start()):
                yield self.finding(max(start, zone.start), match.end("word"), word=match["word"])
