"""Who owns the rights, as a line of the text."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, Zone, drop, replace

from ._rights import CREDIT, LICENCE, LINE, SURE

LONGEST = 200
"""A line of more code points is a paragraph."""

BESIDE = 0.5
"""How sure it is in a page with markup of a repository, which its authors may sign on purpose."""


class CopyrightLine(Rule):
    """“© 2021 Turin Herald” stands at the foot of a page, “© Erika Muster” below its pictures or behind what they
    show.

    It is metadata; whoever needs it should take it from there first.  A sentence that begins with the sign, a
    comment in code, and the notice that a licence follows are left alone; so is, in the Markdown and HTML of a
    repository, what has no neighbour that is to go too.
    """

    summary = "A line says who owns the rights."
    message = "“{line}” says who owns the rights, metadata of the page"
    patterns = (
        r"[©ⓒ]",
        r"\([cC]\) ?(?:Copyright )?(?:19|20)[0-9]{2}",
        r"(?:Copyright|COPYRIGHT|copyright) (?:by )?(?:19|20)[0-9]{2}",
    )
    bad = [
        Bad("The river rose.\n⟦© 2021 Turin Herald⟧", "The river rose."),
        Bad("Der Fluss stieg.\n\n⟦Copyright © 2001 - 2021 Turiner Bote⟧\n", "Der Fluss stieg.\n"),
        Bad("The river rose.\n⟦Copyright 2021 Herald Media | Legal⟧\nIt fell.", "The river rose.\nIt fell."),
        Bad("Der Fluss stieg.\n⟦© Erika Muster / Bote⟧\nEr fiel.", "Der Fluss stieg.\nEr fiel."),
        Bad(
            "The old bridge in spring ⟦© Erika Muster / Bote⟧\nIt fell.", "The old bridge in spring\nIt fell."
        ),
        Bad("Вода поднялась.\n⟦© 2006-2021 ООО «Вестник»⟧", "Вода поднялась."),
        Bad("강물이 불었다.\n⟦Herald ⓒ 2021 Turin⟧", "강물이 불었다."),
    ]
    good = [
        "© is the sign for copyright.",
        "The copyright of 2021 was changed by a law.",
        "Press (c) to copy the line.\n(c) Turin",
        "// © 2021 Erika Muster",
        "© 2021 Erika Muster\nPermission is granted to copy this text.",
        Good("© 2021 Turin Herald\n", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        plain = view.about.media == "text/plain" or view.about.profile == "corpus"
        for zone in view.zones_of(hits):
            line = view[zone].strip()
            if len(line) > LONGEST or zone.kind == "cell":
                continue
            if not LINE.fullmatch(line):
                if plain:
                    yield from self.behind(view, zone)
                continue
            sure = SURE.search(line)
            letter = line.lower().startswith("(c)")
            if not sure and (letter or line.endswith((".", "!", "?", ":"))):
                continue
            if LICENCE.search(view.text, zone.end, zone.end + 2 * LONGEST):
                continue
            fix, end = drop(zone.start, zone.end, Safety.UNSAFE), zone.start + len(view[zone].rstrip())
            yield self.finding(zone.start, end, fix, weight=1.0 if plain else BESIDE, line=line)

    def behind(self, view: View, zone: Zone) -> Iterator[Finding]:
        """Yield the credit behind a caption."""
        if found := CREDIT.search(view[zone].rstrip()):
            start, end = zone.start + found.start("credit"), zone.start + found.end()
            fix = replace(zone.start + found.start(), end, "", Safety.UNSAFE)
            yield self.finding(start, end, fix, line=found["credit"])
