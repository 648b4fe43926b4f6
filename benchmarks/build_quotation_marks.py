"""Build the table of quotation marks that the family ``quotes`` reads.

    python benchmarks/build_quotation_marks.py /usr/share/unicode/cldr/common/main

writes ``_conventions.toml`` into the family's folder. The marks are the delimiters of the Unicode CLDR, which
Babel leaves out, read from CLDR's own files (Debian's package unicode-cldr-core has them; the licence allows
the table to be passed on), and beside them the pairs of ``ALSO``: CLDR names two pairs for a language and for
most languages more are in use.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

import click

TABLE = Path(__file__).parent.parent / "rules" / "scribal_rules" / "quotes" / "_conventions.toml"

LEVELS = ("quotation", "alternateQuotation")
ROOT = ("“", "”", "‘", "’")
"""What a language has that says nothing (CLDR's root)."""

ALSO = {
    "ar": "«» “” ‹›",
    "az": "«» “” „“",
    "be": "«» „“ “”",
    "bg": "„“ «» “” ‚‘",
    "bs": "„“ »« ›‹",
    "ca": "“” ‘’",
    "cs": "„“ »« ›‹",
    "da": "»« „“ ”” «» ’’ ›‹",
    "de": "„“ »« «» ‹› ›‹",
    "el": "«» “” ‘’",
    "es": "«» “” ‘’",
    "et": "„“ „” «»",
    "eu": "«» ‹›",
    "fa": "«» “”",
    "fi": "”” »» ’’",
    "fr": "«» “” ‹› ‘’",
    "gl": "«» “”",
    "he": "”” “” „” „“ ’’ ‚’",
    "hr": "„” „“ »« ›‹ ‚’",
    "hu": "„” »« ’’",
    "hy": "«» “”",
    "id": "“” ‘’",
    "is": "„“ ‚‘",
    "it": "«» “” ‘’ „”",
    "ja": "「」 『』 “” 〝〟",
    "ka": "„“ «» “”",
    "kk": "«» “”",
    "ko": "“” ‘’ 「」 『』 《》 〈〉",
    "lt": "„“ ‚‘ «»",
    "lv": "„“ “” «» „”",
    "mk": "„“ ’‘ ‚‘ «»",
    "nb": "«» „” ”” ’’ ‘’ »«",
    "nl": "“” ‘’ „” ‚’",
    "no": "«» „” ”” ’’ ‘’ »«",
    "nn": "«» „” ”” ’’ ‘’ »«",
    "pl": "„” »« «» ‚’ “”",
    "pt": "«» “” ‘’",
    "ro": "„” «» ‚’",
    "ru": "«» „“ “” ‹›",
    "sk": "„“ »« ‚‘ ›‹",
    "sl": "„“ »« ‚‘ ›‹",
    "sq": "„“ “” «» ‘’",
    "sr": "„” „“ »« ’’ “”",
    "sv": "”” »» »« ’’ „” “”",
    "tr": "“” «» ‘’ ‹›",
    "ug": "«» »« “”",
    "uk": "«» „“ “” „”",
    "ur": "“” ‘’ ”“",
    "uz": "«» “” „“",
    "vi": "“” ‘’ «»",
    "zh": "“” ‘’ 「」 『』 《》 〈〉",
}
"""Pairs in use that CLDR leaves out, by hand: those of national style guides and of the older print."""

ODD = {"fr": "”“"}
"""Pairs that nobody uses: CLDR's inner pair of Canada."""

HEAD = """\
# The pairs of quotation marks of each language, the usual one first.
# Source: Unicode CLDR {version}, the delimiters of common/main, and ALSO of the script for further pairs.
# Licence: Unicode License, https://www.unicode.org/license.txt; © Unicode, Inc.
# Made by benchmarks/build_quotation_marks.py.
"""


@click.command()
@click.argument("main_folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--version", default="41", help="The version of CLDR that the folder holds.")
def main(main_folder: Path, version: str) -> None:
    """Write the table from the locales in MAIN_FOLDER."""
    table: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for file in sorted(main_folder.glob("*.xml"), key=lambda file: file.stem):
        language = file.stem.partition("_")[0]
        root = ElementTree.parse(file).getroot()
        if language != "root" and (file.stem == language or root.find("delimiters") is not None):
            table[language].update(dict.fromkeys(pairs_of(root)))
    for language, also in ALSO.items():
        table[language].update(dict.fromkeys(also.split()))
    for language, pair in ODD.items():
        del table[language][pair]
    lines = (f'{language} = "{" ".join(pairs)}"\n' for language, pairs in sorted(table.items()))
    TABLE.write_text(HEAD.format(version=version) + "".join(lines), "utf-8")


def pairs_of(root: ElementTree.Element) -> tuple[str, str]:
    """Return the outer and the inner pair of a locale."""
    marks = [
        root.findtext(f"delimiters/{level}{end}", mark)
        for (level, end), mark in zip(
            ((level, end) for level in LEVELS for end in ("Start", "End")), ROOT, strict=True
        )
    ]
    return "".join(marks[:2]), "".join(marks[2:])


if __name__ == "__main__":
    main()
