"""The code of an embedded player, a tracker or a form."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Fix, Good, Hit, Rule, Safety, View, expression

from ._speaks import CODE, cut, is_about, is_quoted

_EMBED = expression(
    r"""
      <script\b [^<>]{0,600}+ > (?: [^<]{0,2000}+ </script> )?+
    | <(?P<name>iframe|object|video|audio|noscript|style|form|select|button|svg|picture) \b [^<>]{0,600}+ > (?: [^<]{0,300}+ </(?P=name)> )?+
    | <(?:img|embed|input|link|meta|source|param|base) \b [^<>]{0,600}+ >
    | </(?:script|iframe|object|video|audio|noscript|style|form|select|button|svg|picture)>
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_SAID = expression(r"[\w-]\s*+=\s*+[\"'\w/]|</")


class EmbedResidue(Rule):
    """Where a page embeds a player, a picture or a tracker, a scraper sometimes keeps the code instead.

    ``<iframe src=…>`` or ``<script …>`` stands in the text where nobody can use it.  Texts about code are left
    alone.
    """

    summary = "The code of something embedded stands in the text."
    message = "“{found}” is the code of something that the page embeds"
    patterns = (
        r"</?(?:script|SCRIPT|iframe|IFRAME|object|embed|EMBED|img|IMG|video|audio|noscript|style|form|input|button|svg|link|meta|picture)[ >]",
    )
    bad = [
        Bad(
            'The river rose.\n⟦<iframe src="https://example.org/player" width="600"></iframe>⟧\nIt fell.',
            "The river rose.\nIt fell.",
        ),
        Bad(
            '⟦<img height="1" style="display:none"\nsrc="//example.org/tr?id=1">⟧\nDer Fluss stieg.',
            "Der Fluss stieg.",
        ),
        Bad('Река ⟦<img src="a.png">⟧ поднялась.', "Река поднялась."),
        Bad(
            'The river rose.\n⟦<script type="text/javascript" charset="UTF-8"\nsrc="//example.org/a.js"></script>⟧\nIt fell.',
            "The river rose.\nIt fell.",
        ),
    ]
    good = [
        "Put the object <object> there.",
        Good('<p>The river.</p>\n<img src="a.png">\n', media="text/html"),
        'In HTML a picture is “<img src="a.png">”.',
        'A script in JavaScript, a program and a function:\n<script src="a.js"></script>',
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if is_about(_EMBED.sub("", view.text), CODE):
            return
        at = 0
        for zone in view.zones_of(hits):
            for match in _EMBED.finditer(
                view.text, max(zone.start, at), min(len(view.text), zone.end + 3000)
            ):
                start, end = at, _ = match.span()
                if start >= zone.end:
                    break
                at = end
                if not _SAID.search(match[0]) or is_quoted(view, start):
                    continue
                fix = Fix((cut(view, start, end),), Safety.UNSAFE)
                yield self.finding(start, end, fix, found=match[0][:60])
