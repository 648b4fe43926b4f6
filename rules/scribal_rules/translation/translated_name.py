"""A name that was translated like a word."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, fold, replace


class TranslatedName(Rule):
    """A machine translates names too: “Solidity” becomes hardness, “Apple” a fruit.

    ``names`` in the settings says what the names are and how they were seen translated, in any language;
    without it the rule is silent::

        [tool.scribal.rules."translation/translated-name"]
        names = { Solidity = ["صلابة", "Festigkeit"], "Git Hub" = ["Nabe"] }
    """

    summary = "A name was translated like a word."
    message = "“{found}” is a translation of the name “{name}”"
    preview = True
    bad = [
        Bad(
            "Der Vertrag ist in ⟦Festigkeit⟧ geschrieben.",
            "Der Vertrag ist in Solidity geschrieben.",
            options={"names": {"Solidity": ("Festigkeit",)}},
        ),
    ]
    good = [
        "Der Vertrag ist in Festigkeit geschrieben.",
        Good("Die Festigkeitslehre ist alt.", options={"names": {"Solidity": ("Festigkeit",)}}),
    ]

    @dataclass(frozen=True)
    class Options:
        """The names of a project."""

        names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
        """How each name was translated."""

    def gate(self, view: View) -> bool:
        return any(fold(wrong) in view.folded for wrongs in self.options.names.values() for wrong in wrongs)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for name, wrongs in self.options.names.items():
            for wrong in wrongs:
                start = view.folded.find(fold(wrong))
                while start >= 0:
                    end = start + len(wrong)
                    around = view.text[max(start - 1, 0) : start] + view.text[end : end + 1]
                    if not any(map(str.isalnum, around)):
                        fix = replace(start, end, name, Safety.UNSAFE)
                        yield self.finding(start, end, fix, found=view.text[start:end], name=name)
                    start = view.folded.find(fold(wrong), end)
