"""A document that a model wrapped into a code block."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, Sees, View, expression

_WRAPPER = expression(
    r"""
    (?P<front> \A (?: ---\r?\n (?: (?!---) [^\n]*+\n ){0,200}+ ---[ ]*+\r?\n )?+ \s*+ )
    (?P<open> (?P<fence> `{3,}+ | ~{3,}+ ) [ ]?+ (?: markdown | md | mdx ) [ ]*+ \r?\n )
    (?P<body> (?: (?! (?P=fence) [ ]*+ $ ) [^\n]*+ \n )*+ )
    (?<= (?P<last> \r?\n ) ) (?P<close> (?P=fence) [ ]*+ ) \s*+ \Z
    """,
    regex.VERBOSE | regex.MULTILINE | regex.IGNORECASE,
)


class FenceWrapper(Rule):
    """Asked for Markdown, chat assistants answer with one large code block of it; copied whole, nothing is rendered.

    Reported where such a block is all that a document has, besides its front matter.
    """

    summary = "The whole document stands in a code block of Markdown."
    message = "the whole document stands in a code block"
    sees = Sees.SOURCE
    kinds = ("code", "prose", "front-matter", "markup", "blank", "attribute")
    literals = ("```m", "``` m", "~~~m", "~~~ m")
    bad = [
        Bad(
            "⟦```markdown\n⟧# The river\n\nIt *rose*.\n```\n",
            "# The river\n\nIt *rose*.\n",
            media="text/markdown",
        ),
        Bad(
            "---\ntitle: The river\n---\n⟦```md\n⟧It rose.\n```",
            "---\ntitle: The river\n---\nIt rose.",
            media="text/markdown",
        ),
    ]
    good = [
        Good("Write:\n\n```markdown\n# Title\n```\n", media="text/markdown"),
        Good("```markdown\n# Title\n```\n\n```markdown\n# Other\n```\n", media="text/markdown"),
        Good("```python\nprint()\n```\n", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        match = _WRAPPER.match(view.text) if view.about.media != "text/html" else None
        if match:
            edits = (Edit(*match.span("open"), ""), Edit(match.start("last"), match.end("close"), ""))
            fix = Fix(edits, Safety.SAFE, "unwrap the document", reshapes=True)
            yield self.finding(*match.span("open"), fix)
