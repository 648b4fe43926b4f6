"""Make the names of months and days by language from CLDR, as the library babel has it.

python benchmarks/build_dates.py > rules/scribal_rules/boilerplate/_dates.toml
"""

from __future__ import annotations

import unicodedata

from babel import Locale, __version__

LANGUAGES = (
    "af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko"
    " lt lv mk ms nb nl pl pt ro ru sk sl sq sr sr_Latn sv sw ta th tr uk ur uz vi zh"
).split()


def names(language: str, kind: str) -> set[str]:
    """Return the names of the months or the days in a language, folded, long and short."""
    table = Locale.parse(language).months if kind == "months" else Locale.parse(language).days
    found = {
        unicodedata.normalize("NFC", name).casefold().rstrip(".")
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in table[context][width].values()
    }
    return {name for name in found if any(c.isalpha() for c in name) and len(name) > 1}


def main() -> None:
    """Print the lists."""
    print(f'source = "CLDR, as in babel {__version__}"\nlicence = "Unicode-3.0"')
    for kind in ("months", "days"):
        every = sorted({word for language in LANGUAGES for word in names(language, kind)})
        print(f"{kind} = '''", *every, "'''", sep="\n")


if __name__ == "__main__":
    main()
