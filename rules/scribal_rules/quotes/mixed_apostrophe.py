"""A straight apostrophe among curly ones."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Edit, Finding, Fix, Hit, Rule, Safety, Severity, View, expression

_STRAIGHT = expression(r"'(?<=(\p{L}+)')(?=(\p{L}+))")
_CURLY = expression(r"(?<=\p{L})’(?=\p{L})")

LEAD = 2
"""The curly apostrophes must be so many times as frequent as the straight ones."""

SINGLY = 3
"""So many straight ones are said each in its place; where there are more, the first speaks for all."""


class MixedApostrophe(Rule):
    """Where a text was put together from several, or curled in part, straight apostrophes stay among curly ones.

    Reported only where the curly ones lead clearly.  Of more than a few the first speaks for all, and its fix
    curls them all.
    """

    summary = "A straight apostrophe stands in a text with curly ones."
    message = "“{found}” has a straight apostrophe{more}, the rest of the text curly ones"
    severity = Severity.INFO
    bad = [
        Bad(
            "The city’s port, the king’s ship, the queen’s boat, the captain⟦'⟧s hat.",
            "The city’s port, the king’s ship, the queen’s boat, the captain’s hat.",
        ),
        Bad(
            "L’eau, l’île, l’herbe, l⟦'⟧or.\n\nD’un port, l’autre bord, d⟦'⟧ici.",
            "L’eau, l’île, l’herbe, l’or.\n\nD’un port, l’autre bord, d’ici.",
            media="text/markdown",
        ),
        Bad(
            "It’s he’s she’s we’re they’re you’re I’m can’t; it⟦'⟧s he's\n\nshe's we're, isn’t.",
            "It’s he’s she’s we’re they’re you’re I’m can’t; it’s he’s\n\nshe’s we’re, isn’t.",
            media="text/markdown",
        ),
    ]
    good = ["The city's port and the king’s ship.", "Don't.", "The city’s port."]

    def gate(self, view: View) -> bool:
        return "’" in view.text and "'" in view.text

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        straight = list(_STRAIGHT.finditer(view.text))
        curly = sum(1 for _ in _CURLY.finditer(view.text))
        if curly < LEAD * len(straight):
            return
        edits = [Edit(*match.span(), "’") for match in straight]
        groups = [[edit] for edit in edits] if len(edits) <= SINGLY else [edits]
        for match, group in zip(straight, groups, strict=False):
            more = f", as {len(group) - 1} more" if len(group) > 1 else ""
            fix = Fix(tuple(group), Safety.UNSAFE)
            yield self.finding(*match.span(), fix, found=f"{match[1]}'{match[2]}", more=more)
