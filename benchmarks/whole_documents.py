"""Make sets of whole edited documents, to see what scribal says of texts that have nothing wrong with them.

    python benchmarks/whole_documents.py build/whole
    python benchmarks/quality.py build/whole --samples 5

The texts are Debian's manuals and their translations: apt-get brings the packages, and nothing of them is
kept but the sets.  Pages become HTML as it is, plain text with a line for each paragraph, and Markdown;
manual pages become hard-wrapped text.  A page that is mostly in another language than its title says,
because nobody has translated it yet, is left out.  It takes a Debian or Ubuntu with apt-get, dpkg-deb and
man.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from render import render

from scribal.language import detect

MANUALS = """
aptitude-doc-{cs,en,es,fi,fr,it,ja,nl,ru}
debian-faq debian-faq-{de,fr,it,ja,ko,nl,pt,ru,zh-cn}
debian-handbook debian-policy debian-policy-ja debmake-doc
debian-reference-{de,en,es,fr,id,it,ja,pt,pt-br,zh-cn,zh-tw}
developers-reference developers-reference-{de,fr,it,ja,ru}
installation-guide-amd64
maint-guide maint-guide-{ca,de,es,fr,it,ja,ru,vi,zh-cn,zh-tw}
"""
"""Packages of manuals in HTML."""

MAN_PAGES = "manpages manpages-{cs,da,de,el,es,fi,fr,hu,id,it,ja,mk,nb,nl,pl,pt-br,ro,ru,sr,sv,tr,uk,vi,zh}"
"""Packages of manual pages; those of section 7 are prose."""

MOST = 8
"""How many pages of one package in one language are taken."""

LEAST, GREATEST = 1_500, 60_000
"""Between how many code points a document has, in its prose."""

AGREED = 0.9
"""How many of a page's longer paragraphs must be in its language."""


@dataclass(frozen=True)
class Page:
    """One page of a manual."""

    package: str
    file: Path
    language: str
    html: str = ""
    text: str = ""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def main(folder: Path) -> None:
    """Write the sets into FOLDER."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        pages = [*manuals(unpacked(names(MANUALS), Path(place, "manuals")))]
        pages += man_pages(unpacked(names(MAN_PAGES), Path(place, "man")))
    sets = defaultdict(list)
    for number, page in enumerate(spread(pages)):
        kind, media, text = form(page, number)
        name = f"{page.package}:{page.language}:{page.file.name}"
        about = {"id": f"{kind}:{name}", "source": page.package, "lang": page.language, "media": media}
        sets[f"whole_{kind}"].append({**about, "text": text, "defects": [], "clean": True})
    for name, rows in sets.items():
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        languages = sorted({row["lang"] for row in rows})
        click.echo(f"{name}: {len(rows)} documents in {len(languages)} languages: {' '.join(languages)}")


def names(patterns: str) -> list[str]:
    """Return the names that patterns like ``a-{b,c}`` stand for."""
    found = []
    for pattern in patterns.split():
        head, _, tail = pattern.partition("{")
        found += [head + part for part in tail.rstrip("}").split(",")]
    return found


def unpacked(packages: list[str], place: Path) -> list[tuple[str, Path]]:
    """Return the packages that apt-get knows, each with the folder that it was unpacked into."""
    place.mkdir()
    known = subprocess.run(
        ["apt-cache", "pkgnames"], check=True, capture_output=True, text=True
    ).stdout.split()
    wanted = [package for package in packages if package in set(known)]
    subprocess.run(
        ["apt-get", "download", "--quiet", *wanted], cwd=place, check=True, stdout=subprocess.DEVNULL
    )
    for archive in sorted(place.glob("*.deb")):
        subprocess.run(["dpkg-deb", "-x", archive, place / archive.name.partition("_")[0]], check=True)
    return [(package, place / package) for package in wanted]


def manuals(packages: list[tuple[str, Path]]) -> Iterator[Page]:
    """Yield every page of the manuals that is long enough and in one language."""
    for package, folder in packages:
        for file in sorted(folder.rglob("*.html")):
            if file.name.startswith("index") or not file.is_file():
                continue
            data = file.read_bytes()
            charset = re.search(rb"charset=[\"']?([\w-]+)", data[:2000])
            html = data.decode(charset[1].decode() if charset else "utf-8", "replace")
            if language := language_of(render(html, markdown=False).splitlines()):
                yield Page(package, file.relative_to(folder), language, html=html)


def man_pages(packages: list[tuple[str, Path]]) -> Iterator[Page]:
    """Yield every manual page of section 7 that is long enough and in one language."""
    settings = {**os.environ, "MANWIDTH": "78", "LC_ALL": "C.UTF-8"}
    for package, folder in packages:
        for file in sorted(folder.rglob("man7/*.7.gz")):
            command = ["man", "--nh", "--nj", "-Tutf8", "-l", str(file)]
            made = subprocess.run(command, env=settings, capture_output=True, text=True, encoding="utf-8")
            text = re.sub(r".\x08", "", made.stdout)
            if language := language_of([" ".join(part.split()) for part in text.split("\n\n")]):
                yield Page(package, file.relative_to(folder), language, text=text)


def language_of(paragraphs: list[str]) -> str | None:
    """Return the language of a page, None if it is too short or too long or not in one."""
    if not LEAST <= sum(map(len, paragraphs)) <= GREATEST:
        return None
    tongues = [detect(text, sure=0.3) for text in paragraphs if len(text.encode()) >= 90]
    most = max(set(tongues), key=tongues.count, default=None)
    return most if most and tongues.count(most) >= AGREED * len(tongues) else None


def spread(pages: list[Page]) -> Iterator[Page]:
    """Yield at most so many pages of a package in a language, evenly from its first to its last."""
    groups = defaultdict(list)
    for page in pages:
        groups[page.package, page.language].append(page)
    for group in groups.values():
        step = max(1, len(group) / MOST)
        yield from (group[int(i * step)] for i in range(min(MOST, len(group))))


def form(page: Page, number: int) -> tuple[str, str, str]:
    """Return the kind of set that a page goes into, its media type and its text."""
    if page.text:
        return "wrapped", "text/plain", page.text
    if number % 3 == 0:
        return "html", "text/html", page.html
    if number % 3 == 1:
        return "text", "text/plain", render(page.html, markdown=False)
    return "markdown", "text/markdown", render(page.html, markdown=True)


if __name__ == "__main__":
    main()
