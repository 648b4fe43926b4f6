"""Put the names that languages have for themselves into the pack ``language-switcher``, from CLDR.

python benchmarks/build_languages.py
"""

from __future__ import annotations

from babel import Locale, __version__
from build_dates import LANGUAGES
from build_packs import FAMILY, write

from scribal import fold

ABOUT = {"source": f"CLDR, as in babel {__version__}", "licence": "Unicode-3.0"}

SCRIPTS = ("zh_Hans", "zh_Hant", "pt_BR", "en_GB", "en_US", "es_MX", "fr_CA", "nb")
"""Locales of which sites have versions of their own."""


def main() -> None:
    """Write the names, each into the file of its language."""
    names: dict[str, set[str]] = {}
    for tag in (*LANGUAGES, *SCRIPTS):
        locale = Locale.parse(tag)
        found = {locale.language_name, locale.display_name}
        names.setdefault(locale.language, set()).update(fold(name) for name in found if name)
    for language, found in sorted(names.items()):
        write(FAMILY / "language_switcher" / f"{language}.toml", "cldr", ABOUT | {"weak": found})


if __name__ == "__main__":
    main()
