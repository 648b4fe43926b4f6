"""The thoughts of a model before its answer."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, Sees, View, expression, replace

_NAME = r"(?:think|thinking|thoughts?|reasoning|reflection|scratchpad|antthinking|inner_monologue)"
_BLOCK = expression(
    rf"^[ ]{{0,3}}<(?P<name>{_NAME})>(?:(?!</?(?P=name)>)[\s\S]){{0,100000}}+</(?P=name)>[ ]*+(?:\r?\n[ ]*+)*+",
    regex.MULTILINE,
)
_LOOSE = expression(
    r"^(?P<name></(?:think|thinking)>)[ ]*+$|^(?P<open><(?:think|thinking)>)[ ]*+$", regex.MULTILINE
)


class ThinkingBlock(Rule):
    """Models that think before they answer enclose their thoughts in tags, which a program should take out.

    The block begins a line.  Of a block that is cut only the tag is reported.
    """

    summary = "What a language model thought before its answer stands in the text."
    message = "“{found}” holds what a language model thought before its answer"
    sees = Sees.SOURCE
    kinds = ("prose", "blank", "markup", "attribute")
    literals = (
        "<think>", "<thinking>", "<thought>", "<thoughts>", "<reasoning>", "<reflection>", "<scratchpad>",
        "<antthinking>", "<inner_monologue>", "</think>", "</thinking>",
    )  # fmt: skip
    bad = [
        Bad(
            "⟦<think>\nThe user wants a translation.\n</think>\n\n⟧The river rose.",
            "The river rose.",
        ),
        Bad("The user wants it short.\n⟦</think>⟧\n\nDer Fluss stieg."),
        Bad("⟦<thinking>\n\nOne paragraph.\n\n</thinking>\n\n⟧# Title\n\nText.\n", media="text/markdown"),
    ]
    good = [
        "They <think> about it.",
        "The tag <think> opens the thoughts of the model and </think> closes them.",
        Good("```xml\n<think>\nno\n</think>\n```\n", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        at = 0
        for match in _BLOCK.finditer(view.text) if hits else ():
            if self.reads(view, match.start()):
                at = match.end()
                fix = replace(*match.span(), "", Safety.UNSAFE)
                yield self.finding(*match.span(), fix, found=f"<{match['name']}>")
        for match in _LOOSE.finditer(view.text, at) if hits else ():
            if self.reads(view, match.start()):
                yield self.finding(*match.span(), found=match[0].strip())

    def reads(self, view: View, at: int) -> bool:
        """Return whether an offset stands in a kind of source that the rule reads."""
        zone = view.zone_at(at)
        return zone is not None and zone.kind in self.kinds
