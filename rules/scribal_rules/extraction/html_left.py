"""Tags that a reader sees."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from scribal import Bad, Finding, Fix, Good, Hit, Rule, Safety, View, expression

from ._speaks import cut, is_listing, is_near, is_quoted

_NAMES = (
    "a|abbr|acronym|address|article|aside|b|big|blockquote|br|caption|center|cite|dd|del|div|dl|dt|em|figcaption|figure|font|footer"
    "|h[1-6]|header|hr|i|ins|li|main|mark|nav|ol|p|q|s|section|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|wbr"
)
_TAG = expression(
    rf"<(?P<close>/?+)(?P<name>{_NAMES})(?P<said>(?:\s++[\w:.-]++\s*+=\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\s\"'<>]++))*+)\s*+(?P<void>/?+)>"
    r"|<!--(?:(?!-->|<!--).){0,500}+-->",
    regex.IGNORECASE,
)
_ABOUT = expression(
    r"(?i)\b(?:x?html|xml|sgml|tags?|element[es]?|markup|attribut\w*|balises?|etiquetas?|тег\w*)\b"
)
_VOID = frozenset({"br", "hr", "wbr"})
_BREAKS = frozenset({"br", "hr", "p", "div", "li", "tr", "td", "th"})


class HtmlLeft(Rule):
    """A scraper took the source of a page, or a part of it, for its text: the reader sees ``<br />`` or ``</p>``.

    A tag counts where it is a break, quotes an attribute or has a partner, so that ``a <b and c> d`` is none.
    Left alone is what stands in quotation marks, in a listing, or near a word about markup, since there the
    text speaks of it.  ``many`` tags in one text are one finding.
    """

    @dataclass(frozen=True)
    class Options:
        many: int = 3
        """From how many tags on one finding speaks for all."""

    summary = "A tag of HTML shows in the text."
    message = "the tag “{found}” shows in the text{more}"
    patterns = (r"</?[A-Za-z][A-Za-z1-6]{0,9}[ />]", r"<!--")
    bad = [
        Bad("The river⟦<br/>⟧rose.", "The river rose."),
        Bad("The ⟦<b>⟧river⟦</b>⟧ rose.", "The river rose."),
        Bad('⟦<p>⟧The river rose.</p> <p class="x">It <em>fell</em>.</p>', "The river rose. It fell."),
        Bad("Der Fluss ⟦<!-- hoch -->⟧stieg.", "Der Fluss stieg."),
        Bad(
            "<p>The river ⟦&lt;br&gt;⟧ rose.</p>\n",
            "<p>The river rose.</p>\n",
            media="text/html",
        ),
        Bad("Река ⟦<span style='x'>⟧поднялась⟦</span>⟧.", "Река поднялась."),
    ]
    good = [
        "It holds that a <b and c> d.",
        "The tag <br/> breaks a line.",
        "Write “<b>river</b>” there.",
        "See /proc/<pid>/status and <name>.",
        "## <p>The river</p>\n",
        "The page is read for <a href=...> and what follows.",
        Good("The river <b>rose</b>.<br>\n", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        tags = [
            tag
            for zone in view.zones_of(hits)
            if not is_listing(view, zone)
            for tag in _TAG.finditer(view.text, zone.start, zone.end)
            if not is_quoted(view, tag.start()) and not is_near(view, *tag.span(), _ABOUT)
        ]
        partners = {(tag["name"].lower(), bool(tag["close"])) for tag in tags if tag["name"]}
        found = [tag for tag in tags if is_tag(tag, partners)]
        at_once = len(found) >= self.options.many
        for group in [found] if at_once else [[tag] for tag in found]:
            edits = tuple(cut(view, *tag.span(), instead(view.text, tag)) for tag in group)
            more = f", and so do {len(group) - 1} more" if at_once else ""
            yield self.finding(*group[0].span(), Fix(edits, Safety.UNSAFE), found=group[0][0][:60], more=more)


def is_tag(tag: regex.Match[str], partners: set[tuple[str, bool]]) -> bool:
    """Return whether a tag is one: a comment, a break, one that quotes an attribute or has a partner."""
    if tag["name"] is None or tag["name"].lower() in _VOID or '"' in tag["said"] or "'" in tag["said"]:
        return True
    return (tag["name"].lower(), not tag["close"]) in partners


def instead(text: str, tag: regex.Match[str]) -> str:
    """Return the blank that a break needs between two words."""
    start, end = tag.span()
    name = (tag["name"] or "").lower()
    apart = start > 0 and end < len(text) and not text[start - 1].isspace() and not text[end].isspace()
    return " " if apart and name in _BREAKS else ""
