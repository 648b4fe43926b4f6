"""Build the lists of names that the rules on translated text read.

    python benchmarks/build_names.py /usr/share/wordnet

writes ``_countries.txt``, ``_capitals.txt``, ``_dates.toml`` and ``_names.txt`` into the folder of the family
``translation``. The countries, languages, months and days are those of the Unicode CLDR, read through Babel
(``pip install babel``); the names of several words are those of CLDR and of WordNet 3.0 (``data.noun``,
``data.adj``; Debian's package wordnet-base has them). Both licences allow the lists to be passed on; the
files name them.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import click
from babel import Locale

FAMILY = Path(__file__).parent.parent / "rules" / "scribal_rules" / "translation"

WITH_ARTICLE = re.compile(
    r"\b(?:Islands?|Territory|Territories|Republic|Kingdom|States|Emirates|Region|Union|Nations|Lands|Zone|World"
    r"|Netherlands|Philippines|Gambia|Bahamas|Maldives|Seychelles|Comoros|Congo|Congo-.*|Vatican City"
    r"|Ukraine|Lebanon|Sudan|Yemen|Argentina|Côte d’Ivoire|Caribbean.*|Sahara|SAR.*"
    r"|Outlying.*|Pseudo-.*|Unknown.*|Eurozone|Antarctica|Sark|Diego Garcia"
    r"|Canary.*|Ceuta.*|Isle of .*|Tristan da Cunha)\b|[&(]"
)
"""Names that take an article, now or in older books (“the Lebanon”, “the Argentine”)."""

ALSO_OTHER = frozenset(
    "Chad Georgia Guernsey Guinea Jersey Jordan Monaco Niger Senegal Turkey Mali Togo Panama Samoa Réunion"
    " Paraguay Uruguay Gibraltar Bermuda Macao Luxembourg".split()
) | {"Ivory Coast"}
"""Names that are also rivers, states, birds, shirts, canals, gardens or parts of other names."""

OTHER_NAMES = (
    "Africa",
    "Asia",
    "Bosnia",
    "Burma",
    "Czechia",
    "Europe",
    "Myanmar",
    "NATO",
    "Palestine",
    "Turkiye",
)
"""Names and spellings that CLDR has not, or not for a territory, and that take no article either."""

INSTITUTIONS = (
    "African Union", "Arab League", "Cold War", "Communist Party", "Conservative Party",
    "Defence Ministry", "Defense Ministry", "Democratic Party", "European Commission", "European Council",
    "European Parliament", "European Union", "Foreign Affairs", "Foreign Minister", "Foreign Ministry",
    "General Assembly", "Health Ministry", "Interior Ministry", "Justice Department", "Labour Party",
    "Olympic Games", "Prime Minister", "Republican Party", "Russian Federation", "Security Council",
    "Security Service", "Soviet Republic", "State Department", "Supreme Court", "World Bank", "World Cup",
    "World Health", "World War",
)  # fmt: skip
"""Names of news texts that neither source has in this form; our own list."""

PEOPLES = (
    "African American Argentine Armenian Asian Australian Austrian Azerbaijani Belgian Bolivian"
    " Brazilian British Buddhist Buddhists Cambodian Cameroonian Canadian Catholic Catholicism"
    " Chilean Christian Christianity Christians Colombian Congolese Croatian Cuban Cypriot Egyptian"
    " Ethiopian European Filipino Ghanaian Hindu Hinduism Hindus Indian Iranian Iraqi Islam Islamic"
    " Israeli Jamaican Jewish Jordanian Judaism Kenyan Kuwaiti Lebanese Liberian Libyan Malaysian"
    " Mexican Moldovan Mongolian Moroccan Muslim Muslims Nigerian Pakistani Palestinian Peruvian"
    " Romanian Russian Rwandan Saudi Senegalese Serbian Singaporean Slovak Slovenian Somali Sudanese"
    " Syrian Taiwanese Tanzanian Thai Tunisian Ugandan Ukrainian Venezuelan Vietnamese Yemeni Zambian"
    " Zimbabwean"
).split()
"""Peoples and religions, which CLDR has not; our own list."""

SMALL_TOO = frozenset(
    "Afar Anguilla Arabic Brazil Catholic Chad China Cree Crow Cuba Ewe Fang French Gothic Guinea"
    " Japan Jersey Jordan Latin Mali March Manx May Niger Oman Panama Polish Roman Scots Shan Slave"
    " Spanish Swiss Turkey Turkish World Zaza Afghan Bermuda Cayman Dutch Rhodes Java Macao Malta"
    " Morse Norman Peru Samoa Sark Seal Tonga Turkic Vai Yao August Sunday Micronesia Persian Indian"
    " Bosnia Avestan Classical Unknown American Italian Greek English German".split()
)
"""Names that are written small as things, verbs, computer languages, codes of locales or parts of dishes."""

DATES = (
    "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk"
    " sl sr sv th tr uk vi zh"
).split()
"""The languages of which the names of months and days are kept."""

LEXICAL_FILES = {4: "act", 10: "communication", 14: "group", 18: "person"}


@click.command()
@click.argument("wordnet", type=click.Path(path_type=Path, exists=True, file_okay=False))
def main(wordnet: Path) -> None:
    """Write the lists of names."""
    territories = {name for code, name in Locale("en").territories.items() if code.isalpha()}
    countries = {n for n in territories if not WITH_ARTICLE.search(n)} - ALSO_OTHER | set(OTHER_NAMES)
    write("_countries.txt", CLDR, sorted(countries))
    write("_capitals.txt", CLDR, capitals())
    write("_dates.toml", CLDR, dates())
    nouns, adjectives = senses(wordnet / "data.noun"), senses(wordnet / "data.adj")
    pairs = set(pairs_of([*nouns, *territories, *INSTITUTIONS]))
    lines = sorted(
        f"{first} {second}" + ("" if bound(first, nouns, adjectives) else " ?") for first, second in pairs
    )
    write("_names.txt", f"{CLDR}\n{WORDNET}\n{MARKS}", lines)


CLDR = "Source: Unicode CLDR through Babel. Licence: Unicode License V3."
WORDNET = """Source: WordNet 3.0. Licence: WordNet License, which reads:
WordNet Release 3.0. This software and database is being provided to you, the LICENSEE, by Princeton
University under the following license. By obtaining, using and/or copying this software and database, you
agree that you have read, understood, and will comply with these terms and conditions: Permission to use,
copy, modify and distribute this software and database and its documentation for any purpose and without fee
or royalty is hereby granted, provided that you agree to comply with the following copyright notice and
statements, including the disclaimer, and that the same appear on ALL copies of the software, database and
documentation, including modifications that you make for internal use or for distribution. WordNet 3.0
Copyright 2006 by Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS"
AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT
NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR
ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE
ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton University or
Princeton may not be used in advertising or publicity pertaining to distribution of the software and/or
database. Title to copyright in this software, database and any associated documentation shall at all times
remain with Princeton University and LICENSEE agrees to preserve same."""
MARKS = "Two words that follow one another in a name; “?” where the first one can begin a sentence by itself."


def write(name: str, head: str, lines: Iterable[str]) -> None:
    """Write a list under comments that say where it is from."""
    comments = [f"# {line}" for line in (*head.splitlines(), "Made by benchmarks/build_names.py.")]
    (FAMILY / name).write_text("\n".join((*comments, *lines)) + "\n", "utf-8")


def capitals() -> list[str]:
    """Return the names of one word that English never writes small."""
    english = Locale("en")
    names = {*english.territories.values(), *PEOPLES, *(n for n in english.languages.values() if len(n) > 5)}
    names |= {"Czech", "Hindi", "Irish", "Tamil", "Welsh", "Zulu", "Thai", "Urdu", "Uzbek", "Malay"}
    names |= {*english.months["format"]["wide"].values(), *english.days["format"]["wide"].values()}
    return sorted(name for name in names - SMALL_TOO if re.fullmatch(r"[A-Z][a-z]{3,}", name))


def dates() -> Iterator[str]:
    """Yield, for each language, the names of its months from January and of its days from Monday."""
    for code in DATES:
        locale = Locale.parse(code)
        yield f"[{code}]"
        for key, names in (("days", locale.days), ("months", locale.months)):
            order = range(7) if key == "days" else range(1, 13)
            forms = [
                {names[form]["wide"][number].lower() for form in ("format", "stand-alone")}
                for number in order
            ]
            listed = ", ".join(json.dumps("|".join(sorted(form)), ensure_ascii=False) for form in forms)
            yield f"{key} = [{listed}]"


def senses(file: Path) -> dict[str, set[int]]:
    """Return each lemma of a WordNet file with the numbers of the lexicographer files of its senses."""
    found: dict[str, set[int]] = defaultdict(set)
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" ")
        for number in range(int(fields[3], 16)):
            lemma = re.sub(r"\(\w+\)$", "", fields[4 + 2 * number])
            found[lemma.replace("_", " ")].add(int(fields[1]))
    return found


def pairs_of(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each two capitalised words that stand side by side in a name."""
    for name in names:
        words = name.split(" ")
        for first, second in pairwise(words):
            if all(re.fullmatch(r"[A-Z][a-zà-ÿ]{2,}", word) for word in (first, second)):
                yield first, second


def bound(word: str, nouns: dict[str, set[int]], adjectives: dict[str, set[int]]) -> bool:
    """Return whether a word cannot be the subject of a sentence without an article.

    That is so for words that are no nouns (“United”, “Hong”), and for adjectives of
    peoples, whose noun is one person or a council (“Soviet”), not a language (“English”).
    """
    found = nouns.get(word, set()) | nouns.get(word.lower(), set())
    if not found:
        return True
    names = {LEXICAL_FILES.get(number) for number in found}
    return word in adjectives and names <= {"person", "group"}


if __name__ == "__main__":
    main()
