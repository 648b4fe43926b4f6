"""A drop cap glued to a word that was translated without it."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, View, replace

_TOKEN = regex.compile(r"(?P<cap>\p{Lu})(?P<rest>\p{Lu}[\p{Ll}\p{M}]{2,})(?=[\s,.;:’'])")

ALIKE = 0.5
"""How alike, by difflib's ratio, the rest must be to the rest of the right word."""

TWICE = 2
"""How often the document must have the right word."""


class DropcapMerged(Rule):
    """A page sets the first letter apart as a drop cap; what is left of the word was translated on its own.

    “A” + “rmenia” came out as “ARomania”: the word that the document itself has, with the same first letter
    and a rest much like this one, is offered.  Names such as McDonald or iPhone and acronyms never match.
    """

    summary = "A drop cap is glued to a mistranslated or capitalised rest of its word."
    message = "“{found}” is a drop cap and the rest of “{name}”"
    patterns = (r"^\p{Lu}\p{Lu}\p{Ll}{2}",)
    bad = [
        Bad(
            "⟦BHungary⟧ opened its border on Monday. The army of Bulgaria stayed away, Bulgaria said.",
            "Bulgaria opened its border on Monday. The army of Bulgaria stayed away, Bulgaria said.",
        )
    ]
    good = [
        "McDonald came to Moscow. Macdonald was in Moscow, Macdonald said.",
        "FBohl wrote to Frank. Frank answered, Frank said.",
        "PDFs are files. Pages of PDFs, Pages.",
        "EUropa ist ein Wortspiel. EUropa bleibt. Europa, Europa.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            token = _TOKEN.match(view.text, zone.start, zone.end)
            if token and view.names[token[0]] == 1 and (name := self.meant(view, token)):
                start, end = token.span()
                yield self.finding(
                    start, end, replace(start, end, name, Safety.UNSAFE), found=token[0], name=name
                )

    def meant(self, view: View, token: regex.Match[str]) -> str | None:
        """Return the word of the document that the drop cap began."""
        rest = token["rest"].lower()
        ranked = [
            (SequenceMatcher(None, rest, name[1:].lower()).ratio() * min(count, 5), name)
            for name, count in view.names.items()
            if name[0] == token["cap"] and name[1:].islower() and count >= TWICE
            and SequenceMatcher(None, rest, name[1:].lower()).ratio() >= ALIKE
        ]  # fmt: skip
        return max(ranked, default=(0.0, None))[1]
