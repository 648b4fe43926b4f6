"""The headline of another text at the head of a text."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, drop, expression

_WORD = expression(r"\p{L}[\p{L}\p{M}]{5,}")
_NO_HEADLINE = expression(r"[.!?:;,]\W*\Z|[。！？<>=\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]|^.{160}|\d%")
"""Prose, code, tables, and scripts without blanks between their words."""

HEAD = 3
"""Among so many first lines a headline is looked for."""

WORDS = 6
"""A headline has at least so many words of six letters and more; a shorter one says too little."""

SHARE = 0.2
"""How many of them a text has at most if the headline is not its own."""

BODY = 120
"""A shorter text may well not take up the words of its headline."""


class ForeignHeadline(Rule):
    """The page links to another story at its head, and a scraper took the link for a headline.

    Its words, names among them, are found nowhere in the text.  Words count by their first five letters, so
    that inflected ones are found too.
    """

    summary = "A headline has no word in common with its text."
    message = "“{line}” shares no more than {shared} of its {words} words with the text"
    preview = True
    bad = [
        Bad(
            "⟦Police release Genoese painter after three winters without charges⟧\n"
            + "The swollen torrent carried the wooden bridge of the village along. " * 30
            + "\nNobody slept in Turin.\n",
            "The swollen torrent carried the wooden bridge of the village along. " * 30
            + "\nNobody slept in Turin.\n",
        )
    ]
    good = [
        "Swollen torrent carries wooden bridges of mountain villages\n"
        + "The swollen torrent carried the wooden bridge of the village along. " * 30,
        Good("Floods in Turin\n" + "The swollen torrent carried the bridge. " * 40),
    ]

    def gate(self, view: View) -> bool:
        return len(view.zones) > HEAD - 1 and len(view.text) > 5 * BODY

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones[:HEAD]:
            words = {word[:5].lower() for word in _WORD.findall(view[zone])}
            if (
                len(words) < WORDS
                or zone.kind not in ("paragraph", "heading")
                or _NO_HEADLINE.search(view[zone])
            ):
                continue
            body = [word[:5].lower() for word in _WORD.findall(view.text, zone.end)]
            shared = len(words.intersection(body))
            if len(body) >= BODY and shared <= SHARE * len(words):
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                yield self.finding(
                    zone.start, zone.end, fix, line=view[zone][:60], shared=shared, words=len(words)
                )
