"""A plug for the publisher's other stories."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, drop, expression

_PROMO = expression(
    r"""
      More \s (?:[\p{L}-]++\s){0,3} (?:stories|news|articles|coverage|videos|reads) \s from \s \p{Lu}.{1,60}+
    | (?:Get|Download|Try) \s (?:the|our) \s .{0,40}? \b(?:app|newsletter)\b .{0,60}+
    | (?:Follow|Like|Join|Find) \s us \s on \s .{1,80}+
    | (?:Subscribe|Sign[ ]up) \s (?:to|for|now) \b .{0,100}? (?:newsletter|channel|updates|alerts|inbox|podcast) .{0,60}+
    | (?:Click|Tap) \s here \s to \s (?:subscribe|sign[ ]up|read|watch|download|join|get|see) .{0,100}+
    | Write \s to \s .{1,40}+ \s at \s .{3,60}+
    """,
    regex.VERBOSE,
)

BESIDE = 0.5
"""How sure such a line is in a repository, whose readers are asked to follow a project on purpose."""


class PublisherPromo(Rule):
    """Lines that sell the publisher's other stories, its app or its newsletter stand between the paragraphs.

    Reported where such a line stands alone and does not end as a sentence; in the Markdown and HTML of a
    repository, beside other lines that are to go.
    """

    summary = "A plug for the publisher stands as a line of the text."
    message = "“{line}” promotes the publisher"
    patterns = (
        r"^More [\p{L} -]{0,40}(?:stories|news|articles|coverage|videos|reads) from ",
        r"^(?:Get|Download|Try) (?:the|our) ",
        r"^(?:Follow|Like|Join|Find) us on ",
        r"^(?:Subscribe|Sign up) (?:to|for|now)",
        r"^(?:Click|Tap) here to ",
        r"^Write to ",
    )
    bad = [
        Bad("The river rose.\n\n⟦More must-read stories from HERALD⟧\n", "The river rose.\n"),
        Bad("⟦Sign up for our newsletter⟧\n\nThe river rose.", "The river rose."),
        Bad("⟦Follow us on Facebook and Instagram⟧\nThe river rose.", "The river rose."),
    ]
    good = [
        "More news from the north came on Monday.",
        "Get the app from the table and put it down.",
        Good(
            "# Flood\n\n## Sign up for the newsletter\n\nFollow us on Mastodon\n\nIt is new.\n",
            media="text/markdown",
        ),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        plain = view.about.media == "text/plain" or view.about.profile == "corpus"
        for zone in view.zones_of(hits):
            line = view[zone].rstrip()
            if (
                (zone.kind == "paragraph" or (plain and zone.kind == "heading"))
                and not line.endswith((".", ":"))
                and _PROMO.fullmatch(line)
            ):
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                weight = 1.0 if plain else BESIDE
                yield self.finding(zone.start, zone.start + len(line), fix, weight=weight, line=line)
