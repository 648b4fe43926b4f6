"""Texts for the benchmark, of what lies on every machine: documentation, licences, docstrings.

The same machine gives the same texts.  No paragraph is used twice, so that a
machine with little on it gives a smaller corpus rather than a repetitive one.
"""

from __future__ import annotations

import ast
import gzip
import re
import sys
import sysconfig
import warnings
from collections.abc import Iterator
from pathlib import Path

DOCUMENT = 16_000
"""About how many bytes one document has."""

SUFFIXES = frozenset(["", ".txt", ".md", ".rst", ".gz", ".py"])

LONGEST = 1_000_000
"""Larger files are data."""

HISTORY = re.compile("change|history|news", re.IGNORECASE)
NO_WORDS = re.compile(r"[^\w\s]|\d|_")


def build(folder: Path, size: int) -> tuple[int, int]:
    """Write ``text/*.txt`` and ``markdown/*.md`` of the same paragraphs, about ``size`` bytes of each.

    Every other document has one line a paragraph, as scrapers write it; the others are wrapped as they were
    found.  Returns how many bytes of text and of Markdown were written.
    """
    written = {"text": 0, "markdown": 0}
    for kind in written:
        (folder / kind).mkdir(parents=True)
    for number, some in enumerate(documents()):
        if written["text"] >= size:
            break
        if number % 2:
            some = [" ".join(paragraph.split()) for paragraph in some]
        forms = ("text", "txt", "\n\n".join(some)), ("markdown", "md", "\n\n".join(marked_up(some)))
        for kind, suffix, text in forms:
            data = f"{text}\n".encode()
            (folder / kind / f"{number:05}.{suffix}").write_bytes(data)
            written[kind] += len(data)
    return written["text"], written["markdown"]


def documents() -> Iterator[list[str]]:
    """Yield the paragraphs of each document."""
    document: list[str] = []
    size = 0
    seen: set[int] = set()
    for text in texts():
        for paragraph in text.replace("\r\n", "\n").split("\n\n"):
            paragraph = paragraph.strip("\n")
            if not is_prose(paragraph) or hash_of(paragraph) in seen:
                continue
            seen.add(hash_of(paragraph))
            document.append(paragraph)
            size += len(paragraph.encode()) + 2
            if size >= DOCUMENT:
                yield document
                document, size = [], 0


def hash_of(paragraph: str) -> int:
    """Return what tells paragraphs apart, whatever their line breaks."""
    return hash(" ".join(paragraph.split()))


def is_prose(paragraph: str) -> bool:
    """Return whether a paragraph is mostly words, and no table, code or list of files or words."""
    size = len("".join(paragraph.split()))
    return 60 <= size < DOCUMENT / 2 and len(NO_WORDS.findall(paragraph)) < size / 10


def texts() -> Iterator[str]:
    """Yield the texts on this machine, in an order that does not change: histories come last."""
    paths = [
        path
        for root in roots()
        for path in sorted(root.rglob("*"))
        if path.suffix in SUFFIXES and path.is_file() and path.stat().st_size < LONGEST
        if "site-packages" not in path.relative_to(root).parts
    ]
    for path in sorted(paths, key=lambda path: bool(HISTORY.search(path.name))):
        yield from text_of(path)


def roots() -> list[Path]:
    """Return the folders that may hold texts."""
    paths = sysconfig.get_paths()
    places = [Path("/usr/share/common-licenses"), Path(paths["stdlib"]), Path(paths["purelib"])]
    places += [Path(sys.base_prefix) / "share" / "doc", Path("/usr/share/doc")]
    return [place for place in places if place.is_dir()]


def text_of(path: Path) -> Iterator[str]:
    """Yield the text of a file, or the docstrings of a module."""
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    except (OSError, UnicodeDecodeError, EOFError):
        return
    if path.suffix != ".py":
        yield text
        return
    try:
        with warnings.catch_warnings(action="ignore"):
            tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""


def marked_up(paragraphs: list[str]) -> Iterator[str]:
    """Yield the paragraphs with headings, lists, emphasis, links and code among them."""
    for number, paragraph in enumerate(paragraphs):
        lines = [line.strip() for line in paragraph.split("\n")]
        first, _, rest = lines[0].partition(" ")
        if number % 8 == 0:
            yield f"{'#' * (1 + bool(number))} Part {number // 8 + 1}"
        match number % 8:
            case 1:
                yield "\n".join([f"**{first}** {rest}", *lines[1:]])
            case 3:
                item = f"- [{first}](https://example.org/{number}) {rest}"
                yield "\n".join([item, *(f"  {line}" for line in lines[1:])])
            case 4:
                yield "\n".join([f"- {lines[0]}", *(f"  {line}" for line in lines[1:])])
            case 6:
                yield "\n".join([f"> {line}" for line in lines])
            case 7:
                yield "\n".join([f"`{first}` {rest}", *lines[1:]])
                yield "```\nscribal check --select all\n```"
            case _:
                yield "\n".join(lines)
