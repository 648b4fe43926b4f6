"""A category of LanguageTool's as a rule: a pack that names what it takes, and how far its fixes go."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scribal.finding import Finding, Safety
from scribal.languagetool.tongue import MEASURED, OTHERS
from scribal.line_rule import PackRule
from scribal.rule import replace
from scribal.text import Hit, View

if TYPE_CHECKING:
    from scribal.languagetool.proof import Remark

REST = "*"
"""The category that stands for all that no other rule of the family takes."""


class ProofRule(PackRule):
    """What LanguageTool finds in some of its categories."""

    needs = "categories"
    strange = frozenset({"phrases", "lines", "weak", "media", "alone", "unless", "drop", "sees", "kinds"})
    languages = MEASURED
    preview_languages = OTHERS
    opt_in = True

    def __init__(self, fields: dict[str, Any], **options: Any) -> None:
        super().__init__(**options)
        self.__doc__ = fields.pop("why")
        self.safety: Mapping[str, Safety] | None = fields.pop("safety", None)
        self.fill(fields)

    def gate(self, view: View) -> bool:
        return any(map(str.isalpha, view.text))

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        from scribal.languagetool.proof import remarks  # brings an HTTP client and a database along

        for remark in filter(self.takes, remarks(view)):
            found = view.text[remark.start : remark.end]
            said = f"{remark.message.strip().removesuffix('.')} ({remark.origin})"
            safety = self.safety[view.about.profile] if self.safety else Safety.UNSAFE
            fixes = tuple(replace(remark.start, remark.end, text, safety) for text in remark.instead)
            message = self.message.format(found=found, said=said)
            yield Finding(remark.start, remark.end, message, fixes, origin=remark.origin)

    def takes(self, remark: Remark) -> bool:
        """Return whether a remark is this rule's; an id of LanguageTool's beats the category."""
        taken = claimed(self.file)
        name = remark.origin if remark.origin in taken else remark.category
        return name in self.categories or (REST in self.categories and name not in taken)


@cache
def claimed(file: Path | None) -> frozenset[str]:
    """Return the categories that the rules beside a rule take."""
    if file is None:
        return frozenset()
    packs = (tomllib.loads(other.read_text("utf-8")) for other in file.parent.glob("*.toml"))
    return frozenset(category for pack in packs for category in pack.get("categories", ()))
