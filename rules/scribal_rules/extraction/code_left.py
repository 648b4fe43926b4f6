"""Lines of scripts and style sheets."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, drop, expression

from ._speaks import CODE, is_about

_PLUMBING = expression(
    r"""
      window\.\w+\s*+=\s*+window\.\w+\s*+\|\| | \(?adsbygoogle\s*+=\s*+window | googletag\.(?:cmd|display|pubads|define) | gtag\(['"]
    | \bfbq\(['"] | _gaq\.push | \bga\(['"](?:create|send) | dataLayer\.push | \bdocument\.(?:write|createElement|getElement\w++|querySelector\w*+|cookie)\b
    | \bjQuery\((?!\)) | \$\((?:document|window|['"][.#\w]) | \baddEventListener\((?!\)) | \bfunction\s*+\w*+\([\w,\s]*+\)\s*+\{ | <!\[CDATA\[ | \]\]>
    | "@(?:context|type)"\s*+: | \bvar\s++\w++\s*+=\s*+(?:["'{\[\d]|new\b|document|window|function) | \bdisqus_\w++\s*+= | \bconsole\.log\((?!\))
    | \}\)\(\w*+\)?+; | \bset(?:Timeout|Interval)\((?!\)) | \b_taboola\b | \bOneSignal\.push
    """,
    regex.VERBOSE,
)
"""What the scripts of pages are made of: trackers, advertisements, galleries."""

_STYLE = expression(
    r"""
      @media\b[^{}]{0,120}+\{ | @import\s++url\( | @font-face\s*+\{ | !important\s*+[;}]
    | (?:^|[\s};,])[.\#]?[\w.\#:>,\s*+\[\]="-]{1,120}?\{ (?: [^{};]{0,60}; ){0,9}?
      \s*+(?:-webkit-[\w-]++|background(?:-\w++)?|border(?:-[\w-]++)?|color|display|float|font(?:-\w++)?|height|margin(?:-\w++)?|max-width
           |opacity|overflow|padding(?:-\w++)?|position|text-\w++|top|width|z-index)\s*+:\s*+[^{};]{1,80}+[;}]
    """,
    regex.VERBOSE,
)

_MARKS = expression(r"\s*+(?:(?:/\*+|\*+/|<\?php|\?>|//\]\]>)\s*+)++")
"""A line of nothing but the ends of comments and scripts."""


class CodeLeft(Rule):
    """The script of a tracker or the style of a gallery stands among the paragraphs of a text.

    Texts about code, which show it on purpose, are left alone.
    """

    summary = "A line of a script or of a style sheet stands in the text."
    message = "“{found}” is code of the page"
    patterns = (
        r"window\.[a-zA-Z]|adsbygoogle|googletag|gtag\(|fbq\(|_gaq|dataLayer|document\.[a-z]|jQuery\(|\$\([dw'\"]|addEventListener|function ?[A-Za-z0-9_]{0,30} ?\(",
        r"CDATA|\]\]>|\"@(?:context|type)\"|var [A-Za-z0-9_]{1,30} ?=|disqus_|console\.log|setTimeout\(|setInterval\(|_taboola|OneSignal|\}\)\(|ga\(['\"]",
        r"^(?:/\*|\*/|<\?php|\?>|//\]\]>)",
        r"@media|@import url|@font-face|!important|\{[^{}:\n]{0,80}:[^{}\n]{1,80}[;}]",
    )
    bad = [
        Bad(
            "The river rose.\n⟦window.dataLayer = window.dataLayer || [];⟧\nIt fell.",
            "The river rose.\nIt fell.",
        ),
        Bad("Der Fluss stieg.\n⟦.gallery { margin: auto; color: red; }⟧\n", "Der Fluss stieg.\n"),
        Bad("강이 불어났다.\n⟦*/?>⟧\n", "강이 불어났다.\n"),
        Bad("Le fleuve monta.\n⟦(function(){ var x = 1; })();⟧\n", "Le fleuve monta.\n"),
        Bad(
            "⟦@media screen and (max-width: 600px) { body { width: 100%; } }⟧\nРека поднялась.",
            "Река поднялась.",
        ),
    ]
    good = [
        "*/ ends a comment.",
        "The river waits for setTimeout() and console.log().",
        "The function (of the river) is to rise; a document.",
        "A program with a function in JavaScript:\nwindow.dataLayer = window.dataLayer || [];",
        Good("The river.\n\n```js\nconsole.log(1)\n```\n", media="text/markdown"),
        "The set {x : x > 1; y} is large.",
        "He spoke {and this is new: nobody; listened}.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = [
            (zone, match)
            for zone in view.zones_of(hits)
            if (
                match := (
                    _PLUMBING.search(view[zone]) or _STYLE.search(view[zone]) or _MARKS.fullmatch(view[zone])
                )
            )
        ]
        if not found:
            return
        ends = {zone.start: zone.start + match.start() for zone, match in found}
        prose = "\n".join(view.text[zone.start : ends.get(zone.start, zone.end)] for zone in view.zones)
        if is_about(prose, CODE):
            return
        for zone, match in found:
            whole = is_code(view[zone])
            start = zone.start if whole else zone.start + match.start()
            end = zone.end if whole else zone.start + match.end()
            fixes = [drop(zone.start, zone.end, Safety.UNSAFE)] if whole else []
            yield self.finding(start, end, *fixes, found=match[0].strip()[:60])


def is_code(line: str) -> bool:
    """Return whether a line is code throughout, without a sentence in it."""
    return len(regex.findall(r"(?<=\p{Ll}{2}\ )\p{Ll}{2,}+(?=\ \p{Ll}{2})", line)) < 8
