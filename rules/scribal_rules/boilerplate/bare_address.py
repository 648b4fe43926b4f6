"""An address or a number as a line of the text."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, drop, expression, goes_on

_MAIL = r"[\p{L}\p{N}._+-]{1,60}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+"
_NUMBER = r"(?:\+|00|\(?0)[0-9][0-9()\s./-]{6,18}[0-9]"
_PAGE = r"(?:(?:https?://|www\.)[^\s<>()\[\]]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+){1,2}/[\p{L}\p{N}._-]+)"
_ONE = rf"""
    (?:(?i:e-?mail|mail|tel|telefon|phone|fax|web|тел)\.?\s*+:?\s*+)?+
    (?: {_MAIL} | {_NUMBER} | {_PAGE} )"""
_LINE = expression(
    rf"[^\p{{L}}\p{{N}}+(]{{0,3}}+ {_ONE} (?: [\s,;|·•]+ {_ONE} ){{0,3}} [\s.|]*+", regex.VERBOSE
)
_WEIGHTS = ((regex.compile(_MAIL), 0.5), (regex.compile(_NUMBER), 0.4), (regex.compile(_PAGE), 0.1))
"""Two addresses of people are no part of a text; a list of pages often is."""

LONGEST = 120
"""A line of more code points says more."""


class BareAddress(Rule):
    """An e-mail address, a telephone number or the address of a page that fills a line belongs to the page.

    Reported where its neighbours are to go too or at the end of the text, and in plain text alone, for a list
    of links may be what a text is about.
    """

    summary = "An address or a number stands as a line of the text."
    message = "“{line}” is an address, metadata of the page"
    patterns = (
        r"^[^ \n]{0,12} ?[^ @\n]{1,30}@[\p{L}\p{N}]",
        r"^[^ \n]{0,12} ?(?:https?://|www\.|[+(0][0-9(])",
        r"^[\p{L}\p{N}-]{2,30}\.[\p{L}\p{N}.-]{2,30}/",
    )
    bad = [
        Bad("The river rose.\n⟦press@turin.example⟧", "The river rose."),
        Bad("Der Fluss stieg.\n⟦+39 011 5550100 | rathaus@turin.example⟧\n", "Der Fluss stieg.\n"),
        Bad(
            "The river rose.\n⟦Tel. 011 555-01-00\nmuster@herald.example\nherald.example/muster⟧\nIt fell.",
            "The river rose.\nIt fell.",
        ),
    ]
    good = [
        "Write to press@turin.example today.",
        "The river rose.\nhttps://turin.example/a\nhttps://turin.example/b\nIt fell.",
        "The river rose.\npress@turin.example\nIt fell.",
        "The mayor of Turin has written down all that he knows at\nwww.turin.example/a\n\nAdvertisement",
        Good("- https://turin.example/a\n- https://turin.example/b\n", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.about.media != "text/plain":
            return
        for zone in view.zones_of(hits):
            line = view[zone].strip()
            if len(line) <= LONGEST and _LINE.fullmatch(line) and not goes_on(view, zone):
                weight = max(weight for kind, weight in _WEIGHTS if kind.search(line))
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                end = zone.start + len(view[zone].rstrip())
                yield self.finding(zone.start, end, fix, weight=weight, line=line)
