"""The small links of a wiki page."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, View

from ._wiki_links import NOTE, SURE, TRIGGERS


class WikiMarker(Rule):
    """A text from a wiki keeps “[edit]” behind its headings, “[citation needed]” and the numbers of its notes.

    Numbers in brackets are reported only with one of the others, for other texts cite their sources so.
    """

    summary = "The links of a wiki page stand in the text."
    message = "“{found}” is a link of a wiki page{more}"
    literals = tuple(TRIGGERS)
    bad = [
        Bad("History⟦[edit]⟧\nThe river rose in 1910.", "History\nThe river rose in 1910."),
        Bad(
            "The river rose.⟦[citation needed]⟧ It fell.[1] It rose.[2][3]",
            "The river rose. It fell. It rose.",
        ),
        Bad(
            "Geschichte⟦[Bearbeiten | Quelltext bearbeiten]⟧\nDer Fluss stieg.",
            "Geschichte\nDer Fluss stieg.",
            profile="corpus",
        ),
        Bad("История⟦[править | править код]⟧\nРека поднялась.", "История\nРека поднялась."),
        Bad("歴史⟦[編集]⟧\n川。", "歴史\n川。"),
    ]
    good = [
        "Rivers rise [1], as others have shown [2].",
        "He edit[ed] it, and asked [us] when.",
        Good("Click [edit](https://example.org/edit) to change it.", media="text/markdown"),
        "Press the button “[edit]” and `[edit]`.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        sure = [
            match
            for zone in view.zones_of(hits)
            for match in SURE.finditer(view.text, zone.start, zone.end)
            if view.text[match.start() - 1 : match.start()] not in ("“", '"', "`", "«", "'")
        ]
        if not sure:
            return
        notes = [match.span() for match in NOTE.finditer(view.text)]
        first = sure[0]
        spans = sorted({*notes, *(match.span() for match in sure)})
        safety = Safety.SAFE if view.about.profile == "corpus" else Safety.UNSAFE
        more = f", and there are {len(spans) - 1} more" if len(spans) > 1 else ""
        fix = Fix(tuple(Edit(start, end, "") for start, end in spans), safety)
        yield self.finding(*first.span(), fix, found=first[0].strip(), more=more)
