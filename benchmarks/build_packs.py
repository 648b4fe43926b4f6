"""Make the phrase packs that come from the translations of blog and wiki engines.

    python benchmarks/build_packs.py            # rewrites the tables [wordpress] and [mediawiki] in the packs

Debian's packages of the engines are brought with apt-get and read where they lie; of their messages only
those that ``catalogues.toml`` names become phrases, each in the rule and the list that stand there.  What is
written by hand in a pack stays as it is.  It takes a Debian or Ubuntu with apt-get and dpkg-deb.
"""

from __future__ import annotations

import gettext
import html
import json
import re
import subprocess
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import regex

from scribal import fold
from scribal.lines import words_of

FAMILY = Path(__file__).parent.parent / "rules" / "scribal_rules" / "boilerplate"
WANTED = Path(__file__).parent / "catalogues.toml"

KEYS = ("lines", "weak", "phrases", "unless")
"""The lists of a phrase file, in the order in which they are written."""

LETTERS = 3
"""A catalogue whose name begins with a longer word is not for a language alone."""

LONGEST = 140
"""A message of more code points is no phrase."""

_SLOT = re.compile(r"%(?:\d\$)?s|\$\d|\{\{[^}]*\}\}")
_TAG = re.compile(r"<[^>]*>")
_EDGE = regex.compile(r"^(?:(?![{(])[\p{P}\p{S}\s])++|(?:(?![})%])[\p{P}\p{S}\s])++$")

Packs = dict[tuple[str, str], dict[str, set[str]]]
"""By rule and language the phrases of each list."""


@click.command()
def main() -> None:
    """Rewrite the tables that come from catalogues."""
    for engine, said in tomllib.loads(WANTED.read_text("utf-8")).items():
        with TemporaryDirectory() as folder:
            packs, version = read(engine, said, Path(folder))
        about = {
            "source": f"{said['source']}, as in Debian's {said['package']} {version}",
            "licence": said["licence"],
        }
        for (rule, language), lists in sorted(packs.items()):
            if (FAMILY / rule).is_dir():
                write(FAMILY / rule / f"{language}.toml", engine, about | lists)
        click.echo(f"{engine}: {sum(len(p) for lists in packs.values() for p in lists.values())} phrases")


def read(engine: str, said: Mapping[str, Any], folder: Path) -> tuple[Packs, str]:
    """Return the phrases of an engine's catalogues, and the version of the package."""
    package = said["package"]
    subprocess.run(["apt-get", "download", "-qq", package], cwd=folder, check=True)
    archive = next(folder.glob("*.deb"))
    subprocess.run(["dpkg-deb", "-x", archive.name, "tree"], cwd=folder, check=True)
    version = archive.name.split("_")[1].replace("%3a", ":")
    packs: Packs = defaultdict(lambda: defaultdict(set))
    for file in sorted((folder / "tree").glob(said["files"])):
        language = re.split(r"[-_.@]", file.name)[0].lower()
        if len(language) > LETTERS:
            continue
        messages = dict(READERS[file.suffix](file))
        for name, slots in said.get("filled", {}).items():
            if messages.get(name, name) != name or language == "en":
                for slot, text in slots.items():
                    messages[name] = messages.get(name, "").replace(slot, text)
        for rule, lists in said["messages"].items():
            for key, names in lists.items():
                for phrase in (p for n in names for p in phrases(messages.get(n, ""), n, language)):
                    place, phrase = placed(key, phrase)
                    packs[rule, language][place].add(phrase)
    return packs, version


def gettext_messages(file: Path) -> Iterator[tuple[str, str]]:
    """Yield the messages of a compiled gettext catalogue; what is not translated is left out."""
    with file.open("rb") as opened:
        catalogue = gettext.GNUTranslations(opened)._catalog  # type: ignore[attr-defined]
    for name, text in catalogue.items():
        yield (name, text) if isinstance(name, str) else (name[0], text)


def json_messages(file: Path) -> Iterator[tuple[str, str]]:
    """Yield the messages of a file of MediaWiki's."""
    for name, text in json.loads(file.read_text("utf-8")).items():
        if isinstance(text, str):
            yield name, text


READERS = {".mo": gettext_messages, ".json": json_messages}


def phrases(text: str, name: str, language: str) -> Iterator[str]:
    """Yield the phrase that a message is, folded and with slots, if it is one that can be found."""
    if not text or len(text) > LONGEST or (text == name and language != "en"):
        return
    plain = _TAG.sub("", html.unescape(_SLOT.sub("{}", text)))
    plain = re.sub(r"(?<!\{)%(?!\w)", "{n}", plain).replace("\u200e", "").replace("\u200f", "")
    plain = _EDGE.sub("", re.sub(r"^\W*\(\{\}\)|\(\{\}\)\W*$", "", plain))
    phrase = fold(unicodedata.normalize("NFC", " ".join(plain.split())))
    words = words_of(phrase)
    if any(word[0].isalpha() for word in words) and "{{" not in phrase and "[[" not in phrase:
        yield phrase


def placed(key: str, phrase: str) -> tuple[str, str]:
    """Return the list for a phrase: a word alone is weak, a sentence with an inner slot must fill a line."""
    if key == "phrases":
        phrase = _EDGE.sub("", phrase.removesuffix("{}").removeprefix("{}"))
        return ("lines" if "{" in phrase else key), phrase
    words = words_of(phrase)
    slight = len(words) == 1 or (len(words) < 4 and max(map(len, words)) == 1)
    return ("weak" if slight else key), phrase


def write(file: Path, engine: str, table: Mapping[str, Any]) -> None:
    """Put a table into a phrase file, in the place of the one of that name."""
    data: dict[str, Any] = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    data[engine] = table
    known = {tuple(words_of(phrase)) for key in KEYS for phrase in data.get(key, ())}
    for key in reversed(KEYS):
        fresh = {tuple(words_of(phrase)): phrase for phrase in sorted(table.get(key, ()))}
        data[engine][key] = {phrase for words, phrase in fresh.items() if words not in known}
        known |= fresh.keys()
    file.write_text(written(data), "utf-8")


def written(data: Mapping[str, Any]) -> str:
    """Return a phrase file as text."""
    parts = [
        f"{key} = {json.dumps(data[key], ensure_ascii=False)}\n"
        for key in ("source", "licence")
        if key in data
    ]
    for key in KEYS:
        if data.get(key):
            rows = "".join(f"  {json.dumps(phrase, ensure_ascii=False)},\n" for phrase in sorted(data[key]))
            parts.append(f"{key} = [\n{rows}]\n")
    tables = [
        f"[{name}]\n{written(table)}" for name, table in sorted(data.items()) if isinstance(table, dict)
    ]
    return "\n".join(["".join(parts), *tables]) if parts else "\n".join(tables)


if __name__ == "__main__":
    main()
