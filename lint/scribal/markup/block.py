"""The blocks of Markdown by the names that the parser has for them."""

from __future__ import annotations

from typing import NamedTuple

KINDS = {
    "Heading": "heading",
    "Item": "item",
    "BlockQuote": "quote",
    "TableCell": "cell",
    "DefinitionListTitle": "term",
    "DefinitionListDefinition": "item",
    "FootnoteDefinition": "paragraph",
}
"""The kind of zone that the text in a block has, the innermost one first."""

BLOCKS = frozenset(
    (
        *KINDS,
        "Paragraph",
        "List",
        "Table",
        "TableHead",
        "TableRow",
        "DefinitionList",
        "HtmlBlock",
        "CodeBlock",
    )
)
"""The blocks at whose start and end no text of another zone is open."""

STARTS = BLOCKS | {"Image", "Link"}
"""The elements whose start matters; others only set letters apart."""

OWNERS = frozenset(("Item", "DefinitionListDefinition", "FootnoteDefinition"))
"""The blocks whose one marker stands before the first of what they hold."""

ROOTS = frozenset(("DefinitionListTitle", "DefinitionListDefinition", "FootnoteDefinition"))
"""The blocks that something else hangs on: a term on its definition, a reference on its note."""

RAW_TAGS = frozenset(("pre", "script", "style", "textarea"))
"""The elements of HTML whose text may hold blank lines and is none to read."""

CODE_TAGS = RAW_TAGS | {"code", "kbd", "samp", "var", "tt", "math", "svg"}
"""The elements of HTML whose text is code, a formula or a drawing."""


class Block(NamedTuple):
    """A block that is open."""

    part: str
    start: int
    first: int
    """The index of the first zone in it."""
    kind: str
    """The kind that the zones in it have."""
    depth: int
    """How many blocks around its text give a zone its kind."""


ROOT = Block("", 0, 0, "paragraph", 0)
"""What all blocks stand in."""


class Blocks:
    """The blocks that are open, and the zones that cannot be dropped alone."""

    def __init__(self) -> None:
        self.open = [ROOT]
        self.owners: list[Block] = []
        self.settled = 0
        """How many of the owners, the outer ones, have had their first zone rooted."""
        self.rooted: set[int] = set()
        """The indexes of zones whose markers belong to something else too."""

    @property
    def inner(self) -> Block:
        """The innermost block."""
        return self.open[-1]

    def start(self, part: str, start: int, zones: int) -> None:
        """Open a block where there are so many zones."""
        around = self.open[-1]
        kind, depth = KINDS.get(part, around.kind), around.depth + (part in KINDS)
        self.open.append(Block(part, start, zones, kind, depth))
        if part in OWNERS:
            self.owners.append(self.open[-1])

    def end(self, part: str, zones: int) -> None:
        """Close a block where there are so many zones."""
        block = self.open.pop()
        if part in OWNERS:
            self.owners.pop()
            self.settled = min(self.settled, len(self.owners))
        if part in ROOTS and block.first < zones:
            self.rooted.add(block.first)

    def root(self, zones: int) -> None:
        """Root the first zone of each owner that more is to come into."""
        while self.settled < len(self.owners) and self.owners[self.settled].first < zones:
            self.rooted.add(self.owners[self.settled].first)
            self.settled += 1
