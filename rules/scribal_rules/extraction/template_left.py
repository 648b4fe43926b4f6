"""Placeholders and shortcodes of a template that nobody filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from scribal import Bad, Finding, Fix, Good, Hit, Rule, Safety, View, expression

from ._speaks import CODE, cut, is_about, is_quoted

_SHORTCODES = (
    "ads?|adrotate|ag-author|blockquote|button|caption|child-pages|column|columns|contact-form(?:-7)?|divider|dropcap|embed|fusion_\\w+"
    "|gallery|googlemaps?|gravityforms?|highlight|iframe|instagram-feed|jetpack_\\w+|layerslider|mc4wp_form|nggallery|ninja_forms?|ngg"
    "|one_half(?:_last)?|one_third(?:_last)?|playlist|polldaddy|powerpress|products?|pullquote|recent_posts|rev_slider|row|shareaholic"
    "|sc_\\w+|sidebar|slideshow|smartslider3|social_\\w+|soundcloud|spacer|su_\\w+|table|tabs?|toc|toggle|tweet|twitter-timeline"
    "|two_third(?:_last)?|vc_\\w+|et_pb_\\w+|vimeo|wp-\\w+|wp_\\w+|wpforms|wpdm_\\w+|youtube"
)
_PLACEHOLDER = expression(
    rf"""
      \{{\{{\{{?+ [^{{}}]{{1,80}}+ \}}?\}}\}}
    | \{{% [^{{}}%]{{1,80}}+ %\}} | \{{\*\ [^{{}}*]{{1,60}}+ \*\}} | <% [^%<>]{{1,80}}+ %> | %%[a-z_]{{3,30}}+%% | \$\{{[\w.]{{2,40}}+\}}
    | \[/?+(?:{_SHORTCODES}) (?: \s [^\[\]]{{0,300}}+ )?+ /?+\]
    | \[[a-z][a-z0-9_-]{{2,30}}+ (?: \s++ [a-z][a-z0-9_-]{{0,30}}+ = [\"'“”″‘’] [^\[\]\"'“”″‘’]{{0,300}}+ [\"'“”″‘’] )++ \s*+/?+\]
    """,
    regex.VERBOSE,
)
_ABOUT = expression(
    r"(?i)\b(?:templates?|placeholders?|jinja2?|liquid|handlebars|mustache|twig|django|hugo|jekyll|ansible|shortcodes?|latex|wordpress|vorlagen?|platzhalter"
    r"|gabarits?|plantillas?|шаблон\w*)\b"
)


class TemplateLeft(Rule):
    """A page was scraped before its template was filled in, or its blog engine left a shortcode as it is.

    ``{{ title }}``, ``{* button *}``, ``[caption id="1"]`` and the like stand in the text.  Texts about
    templates or code are left alone.  ``many`` of them in one text are one finding.
    """

    @dataclass(frozen=True)
    class Options:
        many: int = 3
        """From how many placeholders on one finding speaks for all."""

    summary = "A placeholder or a shortcode of a template stands in the text."
    message = "“{found}” is a placeholder or a shortcode of a template{more}"
    patterns = (
        r"\{\{|\{%|\{\* |<%|%%[a-z_]{3}|\$\{",
        r"\[/?[a-z][a-z0-9_-]{1,30}(?:\]| [a-z][a-z0-9_-]{0,30}=)",
        r"\[/?(?:vc|et|su|sc|wp|fusion|social)_[a-z]",
    )
    bad = [
        Bad("The river rose.\n⟦{{ selectedCountry }}⟧\nIt fell.", "The river rose.\nIt fell."),
        Bad("Hello ⟦{* firstName *}⟧, the river rose.", "Hello , the river rose."),
        Bad(
            '⟦[caption id="attachment_1" width="300"]⟧The river.⟦[/caption]⟧ It rose.',
            "The river. It rose.",
        ),
        Bad("Der Fluss stieg.\n⟦[instagram-feed]⟧\n", "Der Fluss stieg.\n"),
        Bad("Buy ⟦[button link=”https://example.org/” type=”big”]⟧now⟦[/button]⟧.", "Buy now."),
    ]
    good = [
        "He said [sic] that it [the river] rose [again].",
        "In the template write {{ title }} there.",
        Good("See {{< ref >}} and [table](https://example.org).", media="text/markdown"),
        "The set {{1}, {2}} is “{{ x }}”.",
        "See [table] and a [row] of [tabs] there.",
        "{* ../ships/harbour.txt *}",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = [
            match
            for zone in view.zones_of(hits)
            for match in _PLACEHOLDER.finditer(view.text, zone.start, zone.end)
            if not is_quoted(view, match.start()) and not is_word(match[0], view.text)
        ]
        if not found or is_about(view.text, _ABOUT, often=1) or is_about(view.text, CODE):
            return
        at_once = len(found) >= self.options.many
        for group in [found] if at_once else [[one] for one in found]:
            edits = tuple(cut(view, *match.span()) for match in group)
            first = group[0]
            more = f", and so are {len(group) - 1} more" if at_once else ""
            yield self.finding(*first.span(), Fix(edits, Safety.UNSAFE), found=first[0][:60], more=more)


def is_word(found: str, text: str) -> bool:
    """Return whether a file to include is meant, or an ordinary word in brackets.

    Such a word has no attribute, no other sign and no partner.
    """
    if found.startswith("{*"):
        return "/" in found
    word = found.strip("[]/ ")
    return found[0] == "[" and word.isalpha() and not (f"[{word}" in text and f"[/{word}]" in text)
