"""The parameter by which a chat assistant marks the links that it gives."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, Sees, View, expression, replace

_PARAMETER = expression(
    r"""
    (?P<before> [?&] | &amp; ) utm_source=
    (?: chatgpt\.com | openai(?:\.com)?+ | perplexity(?:\.ai)?+ | copilot(?:\.com|\.microsoft\.com)?+ | claude\.ai
      | gemini(?:\.google\.com)?+ | grok\.com | deepseek\.com )
    (?! [\w.-] ) (?P<after> & (?: amp; )?+ )?
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


class TrackingParam(Rule):
    """Assistants add ``utm_source=chatgpt.com`` and the like to every link, for the statistics of the site.

    The address leads to the same page without it; it tells that the link was copied from a chat, and that
    nobody may have followed it.
    """

    summary = "A link has the mark of a chat assistant."
    message = "“{found}” tells that the link was copied from a chat assistant"
    sees = Sees.SOURCE
    kinds = ("prose", "url", "attribute", "markup")
    literals = (
        "utm_source=chatgpt.com", "utm_source=openai", "utm_source=perplexity", "utm_source=copilot", "utm_source=claude.ai",
        "utm_source=gemini", "utm_source=grok.com", "utm_source=deepseek.com",
    )  # fmt: skip
    bad = [
        Bad(
            "See [the page](https://example.org/a⟦?utm_source=chatgpt.com⟧).\n",
            "See [the page](https://example.org/a).\n",
            media="text/markdown",
        ),
        Bad(
            "See <https://example.org/a?b=1⟦&utm_source=openai⟧>.\n",
            "See <https://example.org/a?b=1>.\n",
            media="text/markdown",
        ),
        Bad(
            '<a href="https://example.org/a⟦?utm_source=chatgpt.com&amp;⟧b=1">it</a>',
            '<a href="https://example.org/a?b=1">it</a>',
            media="text/html",
        ),
    ]
    good = [
        Good("See [the page](https://example.org/a?utm_source=newsletter).\n", media="text/markdown"),
        Good("Sites see `?utm_source=chatgpt.com` in their logs.\n", media="text/markdown"),
        "They add utm_source=chatgpt.com to links.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for match in _PARAMETER.finditer(view.text) if hits else ():
            zone = view.zone_at(match.start())
            if zone is None or zone.kind not in self.kinds:
                continue
            start, end = match.span()
            left = match["before"] if match["after"] else ""
            yield self.finding(start, end, replace(start, end, left, Safety.SAFE), found=match[0])
