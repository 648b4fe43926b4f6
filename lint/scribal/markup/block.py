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

OWNERS = frozenset(("Item", "DefinitionListDefinition", "FootnoteDefinition"))
"""The blocks whose one marker stands before the first of what they hold."""

ROOTS = frozenset(("DefinitionListTitle", "DefinitionListDefinition", "FootnoteDefinition"))
"""The blocks that something else hangs on: a term on its definition, a reference on its note."""

RAW_TAGS = frozenset(("pre", "script", "style", "textarea"))
"""The elements of HTML whose text may hold blank lines and is none to read."""

CODE_TAGS = RAW_TAGS | {"code", "kbd", "samp", "var", "tt"}
"""The elements of HTML whose text is code."""


class Block(NamedTuple):
    """A block that is open."""

    part: str
    start: int
    first: int
    """The index of the first zone in it."""
