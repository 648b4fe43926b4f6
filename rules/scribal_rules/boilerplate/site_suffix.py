"""The name of the site behind the title."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

MARKS = frozenset("|–—·•»-")
"""What stands between a title and the name of a site."""

_BREAK = expression(r"\s++[|–—·•»-]\s++(?=\S.{1,59}\Z)")
_SIGNS = expression(r"[^\p{L}\p{N}]+")

LONGEST = 250
"""A line of more code points is no title."""

SHORTEST = 8
"""A title has so many code points."""

NEAR = 6
"""Among so many lines below it the title stands again."""


class SiteSuffix(Rule):
    """A page’s title for the browser, “The river rose – Turin Herald”, stands at the head of its text.

    Reported where the title stands again below it without the name, or where the address of the page has the
    name in it; elsewhere it may be a part of the title.
    """

    summary = "The name of the site stands behind the title."
    message = "“{site}” is the name of the site, not a part of the title"
    bad = [
        Bad(
            "The river rose by two metres⟦ | News | Turin Herald⟧\nThe river rose by two metres\nIt fell.",
            "The river rose by two metres\nThe river rose by two metres\nIt fell.",
        ),
        Bad(
            "Вода поднялась на два метра⟦ — Вестник⟧\nНовости\nВода поднялась на два метра\nЛюди спали.",
            "Вода поднялась на два метра\nНовости\nВода поднялась на два метра\nЛюди спали.",
        ),
    ]
    good = [
        "The river rose by two metres | Turin Herald\nPeople slept.",
        "The river rose by two metres - it fell\nThe river rose by two metres - it fell\nPeople slept.",
        Good(
            "# The river rose by two metres – Turin\n\nThe river rose by two metres\n", media="text/markdown"
        ),
    ]

    def gate(self, view: View) -> bool:
        if view.about.media != "text/plain" or len(view.zones) < 2:
            return False
        _, start, end, *_ = view.zones[0]
        return end - start <= LONGEST and not MARKS.isdisjoint(view.text[start:end])

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if not self.gate(view):
            return
        head, *below = view.zones[: NEAR + 1]
        line, lines = view[head].rstrip(), {view[zone].strip() for zone in below}
        for mark in _BREAK.finditer(line):
            site = line[mark.end() :]
            title = line[: mark.start()].strip()
            if len(title) >= SHORTEST and (title in lines or is_of(site, view.about.url)):
                start, end = head.start + mark.start(), head.start + len(line)
                yield self.finding(start, end, replace(start, end, "", Safety.UNSAFE), site=site)
                return


def is_of(site: str, url: str | None) -> bool:
    """Return whether an address has the name of a site in its host."""
    name = _SIGNS.sub("", site).casefold()
    host = (url or "").partition("://")[2].partition("/")[0]
    return len(name) > 3 and name in _SIGNS.sub("", host).casefold()
