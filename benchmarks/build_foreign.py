"""Build the list of words that are common in other languages and unknown in English.

    pip install wordfreq
    python benchmarks/build_foreign.py

writes ``_foreign.txt`` into the folder of the family ``translation``: words of wordfreq 3 (Robyn Speer; data
under CC BY-SA 4.0, which the list keeps), each with the languages in which it is common.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from wordfreq import top_n_list, zipf_frequency

FAMILY = Path(__file__).parent.parent / "rules" / "scribal_rules" / "translation"

LANGUAGES = "cs da de es fi fr hu id it nl pl pt ro sv tr".split()
COMMON, UNKNOWN, MANY = 4.2, 1.9, 5_000
"""From which Zipf frequency on a word is common, below which it is unknown; how many words are looked at."""

HEAD = """\
# Source: wordfreq 3 by Robyn Speer. Licence of this file: CC BY-SA 4.0.
# Words that are common in other languages and unknown in English, with those languages.
# Made by benchmarks/build_foreign.py.
"""


def main() -> None:
    """Write the list."""
    found: dict[str, list[str]] = defaultdict(list)
    for language in LANGUAGES:
        for word in top_n_list(language, MANY):
            plain = len(word) > 3 and word.isalpha() and zipf_frequency(word, "en") < UNKNOWN
            if plain and zipf_frequency(word, language) >= COMMON:
                found[word].append(language)
    lines = [f"{word} {' '.join(languages)}\n" for word, languages in sorted(found.items())]
    (FAMILY / "_foreign.txt").write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
