"""A hyphen or a dash that hangs on one word."""

from collections.abc import Iterable, Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, PatternRule, Safety, View


class HalfDash(PatternRule):
    """A hyphen joins two words and a dash stands between blanks or between words: one with a blank on one side does neither.

    Left alone are words that share a part (“pre- and post-war”), and pairs of hyphens around a parenthesis.
    """

    summary = "A hyphen or a dash hangs on the word before it."
    message = "“{found}” has a blank on one side alone"
    languages = ("en", "fr", "it")
    patterns = (r"\p{L}[,.]?[-–—] [\p{L}\p{N}]",)
    pattern = r"""
        (?<! [\p{L}\p{M}\p{N}'’.\-–—/_] ) (?= \p{L}[\p{L}\p{M}'’]++ ,?+ [-–—] [ ] )
        (?<! [\s(][-–—][\p{L}\p{N}][^-–—]{0,90} ) (?P<word> \p{L}[\p{L}\p{M}'’]++ ,?+ ) (?P<dash> [-–—] ) [ ]
        (?! (?i: and|or|to|nor|but|as|through|versus|vs|et|ou|e|o|ed|od|und|oder|sowie|bzw|y|en|of|och|og|eller|samt|i|oraz|lub|nebo|ja|tai|és|vagy|și|sau|ve|veya|и|или|та|або ) \b )
        (?P<next> [\p{L}\p{N}][\p{L}\p{M}'’]*+ )
        (?! [-–—] )
    """
    bad = [
        Bad("The ⟦ship- reached⟧ the port.", language="en"),
        Bad("The ⟦port,- an⟧ old one.", "The port, an old one.", language="en"),
        Bad("La ⟦nave- arriva⟧ nel *porto*.", media="text/markdown", language="it"),
    ]
    good = [
        Good("The pre- and post-war ships, the mid- to late port.", language="en"),
        Good("The well-\nknown port of the wind-\nswept coast.", media="text/markdown", language="en"),
        Good("Le port -le vieux- est là.", language="fr"),
        Good("The port — the old one — is a sea-port.", language="en"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for finding in super().check(view, hits):
            if view.run_at(
                view.text.index(" ", finding.start)
            ).verbatim:  # not the end of a line in the source
                yield finding

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        word, dash, following = match.group("word", "dash", "next")
        if word.endswith(","):
            yield f"{word} {following}", Safety.UNSAFE
            return
        yield f"{word} {following}", Safety.SHOWN
        yield f"{word}{dash}{following}", Safety.SHOWN
        yield f"{word} – {following}", Safety.SHOWN
