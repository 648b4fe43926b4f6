"""An acronym whose letters changed places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

_CAPITALS = expression(r"(?<![\p{L}\p{N}_-])\p{Lu}{3,8}(?![\p{L}\p{N}_-])")


class AcronymTransposed(Rule):
    """“EHT” for ETH, “TNF” for NFT: texts from right to left, and models that spell, turn letters round.

    ``acronyms`` in the settings lists those of the project; without it the rule is silent. A word in
    capitals with just the letters of one of them is reported, unless it is on the list itself::

        [tool.scribal.rules."translation/acronym-transposed"]
        acronyms = ["ETH", "NFT", "ECDSA"]
    """

    summary = "An acronym of the glossary has its letters in another order."
    message = "“{found}” has the letters of “{acronym}” in another order"
    preview = True
    bad = [
        Bad("He paid in ⟦EHT⟧ there.", "He paid in ETH there.", options={"acronyms": ("ETH", "NFT")}),
        Bad("The key is ⟦ECDAS⟧.", "The key is ECDSA.", options={"acronyms": ("ECDSA",)}),
    ]
    good = [
        "He paid in EHT there.",
        Good("TNF is a protein, NFT a token.", options={"acronyms": ("NFT", "TNF")}),
    ]

    @dataclass(frozen=True)
    class Options:
        """The acronyms of a project."""

        acronyms: tuple[str, ...] = ()
        """How they are spelled."""

    def gate(self, view: View) -> bool:
        return bool(self.options.acronyms)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        letters = {"".join(sorted(acronym)): acronym for acronym in self.options.acronyms}
        for match in _CAPITALS.finditer(view.text):
            acronym = letters.get("".join(sorted(match[0])))
            if acronym and match[0] not in self.options.acronyms:
                start, end = match.span()
                yield self.finding(
                    start, end, replace(start, end, acronym, Safety.UNSAFE), found=match[0], acronym=acronym
                )
