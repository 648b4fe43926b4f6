"""A technical term whose words were swapped for synonyms."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import regex

from scribal import Bad, Finding, Fix, Hit, Rule, Safety, View, lazily
from scribal_rules.translation._fingerprints import table
from scribal_rules.translation._notation import Phrase, expression_of, read_phrase

FILE = Path(__file__).with_name("phrases.toml")

Guards = Mapping[str, str | Sequence[str]]


@cache
def phrases(file: Path = FILE) -> Sequence[tuple[Phrase, Guards]]:
    """Return each phrase of a table with what it says: ``instead``, and ``with`` and ``without`` as guards."""
    said = table(file) if file.suffix == ".csv" else tomllib.loads(file.read_text("utf-8"))
    return [(read_phrase(name), data) for name, data in said.items()]


def triggers(tables: Iterable[Path]) -> tuple[str, ...]:
    """Return what wakes the phrases of some tables."""
    return tuple(sorted({one for file in tables for phrase, _ in phrases(file) for one in phrase.triggers}))


class TorturedPhrase(Rule):
    """“Counterfeit consciousness” for artificial intelligence: somebody wanted to hide where the text is from.

    Tools that swap words for synonyms, and translations there and back, leave such phrases. Guards keep a
    phrase to texts that have a word that goes with it (``with``), or have none that explains it (``without``).
    The list is short and its own. The Problematic Paper Screener of G. Cabanac, C. Labbé and A. Magazinov has
    thousands of them, and the file that it offers can be named as it is::

        [tool.scribal.rules."translation/tortured-phrase"]
        tables = ["tortured.csv"]
    """

    summary = "A technical term has synonyms in the place of its words."
    message = "“{found}” looks like “{instead}” with its words swapped for synonyms"
    preview = True
    languages = ("en",)
    literals = lazily(lambda _: triggers([FILE]))
    bad = [
        Bad("The ⟦counterfeit consciousness⟧ learns to play.", language="en"),
        Bad("It is a ⟦profound neural organization⟧ with few layers.", language="en"),
        Bad("She was treated for ⟦kidney disappointment⟧.", language="en"),
        Bad("A ⟦web of things⟧ is watching the house.", language="en"),
    ]
    good = [
        "It was a deep disappointment to the kidney patients.",
        "Profound learning takes years, and consciousness more.",
        "The W3C calls it the Web of Things.",
    ]

    @dataclass(frozen=True)
    class Options:
        """More phrases."""

        tables: tuple[str, ...] = ()
        """Files of phrases: tables with ``instead``, ``with`` and ``without``, or the Screener’s CSV."""

        def __post_init__(self) -> None:
            for file in self.tables:
                if not Path(file).is_file():
                    raise ValueError(f"there is no table “{file}”")

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.tables = [FILE, *map(Path, self.options.tables)]
        if self.options.tables:
            self.literals = triggers(self.tables)  # type: ignore[misc]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        woken = {hit.trigger for hit in hits}
        for phrase, data in (each for file in self.tables for each in phrases(file)):
            if woken.isdisjoint(phrase.triggers) or not fits(view.folded, data):
                continue
            for zone in view.zones_of(hit for hit in hits if hit.trigger in phrase.triggers):
                for match in regex.finditer(phrase.expression, view.folded, pos=zone.start, endpos=zone.end):
                    instead = "” or “".join(data["instead"])
                    fix = Fix((), Safety.SHOWN, f"say “{instead}”")
                    yield self.finding(
                        *match.span(), fix, found=view.text[slice(*match.span())], instead=instead
                    )


def fits(text: str, data: Guards) -> bool:
    """Return whether the guards of a phrase let it speak of a text."""
    return all(
        bool(regex.search(expression_of(guard), text)) is wanted
        for key, wanted in (("with", True), ("without", False))
        for guard in listed(data.get(key, ()))
    )


def listed(guards: str | Sequence[str]) -> Sequence[str]:
    """Return guards as a list; a table may have one alone."""
    return [guards] if isinstance(guards, str) else guards
