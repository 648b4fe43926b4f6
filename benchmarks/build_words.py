"""Build the list of common words by which the rules on drop caps know the beginning of a word.

    python benchmarks/build_words.py /usr/share/wordnet

writes ``_words.txt`` into the folder of the family ``extraction``: by language, the function words of
stopwords-iso (MIT; ``pip install stopwordsiso``) and the most frequent words of LibreOffice's help (MPL 2.0;
Debian's packages libreoffice-help-*, which apt-get brings, and of which nothing else is kept), without
those that are frequent in the English one, of which the others leave much untranslated.  A word ends in
``?`` where what is left without its first letter is a word too (“about”, “The”), as far as that help,
the function words and, for English, WordNet 3.0 know.
"""

from __future__ import annotations

import html
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import stopwordsiso

FILE = Path(__file__).parent.parent / "rules" / "scribal_rules" / "extraction" / "_words.txt"

HELP = "ca cs da de el en-us es et fi fr gl hu id it nl pl pt ru sk sl sv tr"
"""The languages of the help, less those whose script has no capitals or whose words are single syllables."""

OTHERS = "af bg eu hr hy lt lv no ro sw tl uk"
"""Languages of which only the function words are known."""

MOST = 1_500
"""How many frequent words of the help are taken for a language."""

SEEN = 5
"""How often a word must stand in the help to be known as one."""

_HIDDEN = re.compile(r"<(script|style|head)\b.*?</\1>|<[^>]*>", re.S)
_WORD = re.compile(r"(?<![\w.'’-])[^\W\d_]+(?![\w'’-])")


@click.command()
@click.argument("wordnet", type=click.Path(path_type=Path, exists=True, file_okay=False))
def main(wordnet: Path) -> None:
    """Write the list of words."""
    lines = [f"# {line}" for line in HEAD.splitlines()]
    with TemporaryDirectory() as place:
        counts = {tag[:2]: words for tag, words in helped(Path(place))}
    english = {word for word, _ in counts["en"].most_common(4 * MOST)}
    for language in sorted({*counts, *OTHERS.split()}):
        frequent = counts.get(language, Counter())
        for word in english if language != "en" else ():
            del frequent[word]
        known = {word for word, count in frequent.items() if count >= SEEN} | stops(language)
        known |= lemmas(wordnet) if language == "en" else set()
        words = stops(language) | {word for word, _ in frequent.most_common(MOST)}
        marked = [word + "?" * (word[1:] in known) for word in sorted(words)]
        lines.append(" ".join((f"{language}:", *marked)))
    FILE.write_text("\n".join(lines) + "\n", "utf-8")


HEAD = """Common words by language, and “?” behind those that are a word without their first letter too.
Sources: stopwords-iso (licence: MIT, Copyright (c) 2020 Gene Diaz); the most frequent words of LibreOffice's
help (licence: MPL 2.0, Copyright LibreOffice contributors).
Made by benchmarks/build_words.py."""


def helped(place: Path) -> Iterator[tuple[str, Counter[str]]]:
    """Yield each language with the words of its help, counted."""
    packages = [f"libreoffice-help-{tag}" for tag in HELP.split()]
    subprocess.run(["apt-get", "download", "--quiet", *packages], cwd=place, check=True)
    for tag, package in zip(HELP.split(), packages, strict=True):
        (archive,) = place.glob(f"{package}_*.deb")
        folder = place / package
        subprocess.run(["dpkg-deb", "-x", archive, folder], check=True)
        counts: Counter[str] = Counter()
        for file in sorted(folder.rglob("*.html")):
            text = html.unescape(_HIDDEN.sub(" ", file.read_text("utf-8")))
            counts.update(word for word in _WORD.findall(text) if word.islower() and len(word) > 1)
        yield tag, counts


def stops(language: str) -> set[str]:
    """Return the function words of a language that are written as one word."""
    words = (word.lower() for word in stopwordsiso.stopwords(language))
    return {word for word in words if word.isalpha() and len(word) > 1}


def lemmas(wordnet: Path) -> set[str]:
    """Return the words that are written small in WordNet."""
    found = (re.findall(r"^([a-z]{2,}) ", file.read_text("utf-8"), re.M) for file in wordnet.glob("index.*"))
    return {word for words in found for word in words}


if __name__ == "__main__":
    main()
