"""A country that is named once, in a text about one of nearly the same name."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Fix, Good, Hit, Rule, Safety, View, expression

from ._lists import lines_of

_PAIRS = (
    "Albania Armenia,Algeria Nigeria,Armenia Romania,Australia Austria,Gambia Zambia,Iceland Ireland,Iran Iraq"
    ",Latvia Lithuania,Malawi Mali,Maldives Moldova,Mauritania Mauritius,Namibia Zambia,Niger Nigeria"
    ",Paraguay Uruguay,Slovakia Slovenia,Sweden Switzerland,Taiwan Thailand,Tajikistan Turkmenistan"
)
"""Names that are taken for one another, by ear or by the letters that they share. Own collection."""

ALIKE: dict[str, set[str]] = {}
for _pair in _PAIRS.split(","):
    for _one, _other in (_pair.split(), _pair.split()[::-1]):
        ALIKE.setdefault(_one, set()).add(_other)

_NAME = expression(rf"(?<![\p{{L}}\p{{N}}-])(?:{'|'.join(ALIKE)})(?![\p{{L}}\p{{N}}-])")

OFTEN = 6
"""How often the other country must be named."""


class OutlierEntity(Rule):
    """Once Romania, in a text that names Armenia ten times: a name was misheard, misread or badly mended.

    Reported where a country stands once, in a sentence without any other country, and one that it is often
    taken for stands at least six times.
    """

    summary = "A country stands once in a text about one of nearly the same name."
    message = "“{found}” stands here alone, in a text about “{other}”"
    preview = True
    languages = ("en",)
    literals = tuple(sorted(ALIKE))
    bad = [
        Bad(
            "Armenia spoke. Armenia left Armenia’s hall. Armenia slept.\n⟦Romania⟧ accused them all.\n"
            "In Armenia it rained, and Armenia stayed dry.",
            language="en",
        ),
    ]
    good = [
        "Romania spoke of Armenia, Armenia of Armenia, Armenia left. Armenia slept in Armenia.",
        Good(
            "Iran spoke. Iran left. Iran slept.\nIraq spoke.\nIraq left Iran. Iran stayed. Iran won.",
            language="en",
        ),
        "Austria is not Australia.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        places = [(match[0], match.start()) for match in _NAME.finditer(view.text)]
        counts = Counter(name for name, _ in places)
        for name, start in places:
            other = max(ALIKE[name], key=lambda each: counts[each])
            if counts[name] == 1 and counts[other] >= OFTEN and self.stands_alone(view, name, start):
                fix = Fix((), Safety.SHOWN, f"say “{other}”, if it is meant")
                yield self.finding(start, start + len(name), fix, found=name, other=other)

    def stands_alone(self, view: View, name: str, start: int) -> bool:
        """Return whether no other country is named in a sentence, nor the people of this one in the text."""
        sentence = next((view[s] for s in view.sentences if s.start <= start < s.end), "")
        others = (each for each in lines_of("_countries.txt") if each != name and each in sentence)
        return view.text.count(name[:-1]) == 1 and next(others, None) is None
