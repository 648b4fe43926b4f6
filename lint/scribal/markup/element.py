"""The elements of HTML: which part a text, and which hold none."""

from __future__ import annotations

import re

BLOCKS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title"), "heading"),
    **dict.fromkeys(("li", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("caption", "figcaption", "legend"), "caption"),
    **dict.fromkeys(
        ("p", "div", "section", "article", "main", "header", "footer", "nav", "aside"), "paragraph"
    ),
    **dict.fromkeys(("ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "form", "hr"), "paragraph"),
    **dict.fromkeys(("body", "head", "html", "figure", "fieldset", "address", "details"), "paragraph"),
    **dict.fromkeys(("summary", "option", "select", "button", "label"), "paragraph"),
    "dt": "term",
    "blockquote": "quote",
}
"""The elements that part a text, and the kind of zone that each opens."""

HIDDEN = {
    **dict.fromkeys(("script", "style", "template", "noscript", "object", "svg", "math"), "markup"),
    **dict.fromkeys(("iframe", "audio", "video", "canvas"), "markup"),
    **dict.fromkeys(("pre", "code", "kbd", "samp", "var", "tt", "textarea"), "code"),
}
"""The elements whose text is not read."""

SHOWN = frozenset(("code", "kbd", "samp", "var", "tt", "math", "svg"))
"""Those of them that stand among words, so that an object is shown for them."""

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)

ICON = re.compile(
    r"<(i|b|em|span)\s(?=[^<>]{0,200}?(?:class|style)=)[^<>]{0,500}+>(?:<!--[^<>]{0,200}?-->)?</\1>", re.I
)
"""An element without a text in which a style sheet shows an icon, or a program a word."""

ENDS = {
    "li": ("li",),
    **dict.fromkeys(("dt", "dd"), ("dt", "dd")),
    **dict.fromkeys(("td", "th"), ("td", "th")),
    **dict.fromkeys(("tr", "tbody", "tfoot"), ("td", "th", "tr")),
    "option": ("option",),
}
"""The elements whose end tag may be left out, by the tags that end them."""
