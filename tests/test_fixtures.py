"""Whole files: what is read of each, what is found there, and what the fixes make of it.

Beside each file stands its report; ``python tests/test_fixtures.py`` writes them anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scribal.catalog import load
from scribal.document import Document
from scribal.engine import Engine
from scribal.finding import Place, Safety
from scribal.fix import mend
from scribal.markup import MEDIA, Reading, document
from scribal.show import shown
from scribal.text import About
from scribal.work import difference

FIXTURES = Path(__file__).parent.parent / "fixtures"
FILES = [
    path
    for family in ("html", "markdown", "mdx", "plain")
    for path in sorted((FIXTURES / family).iterdir())
    if path.suffix in MEDIA
]
RULES = {
    "boilerplate/comment-form",
    "translation/repeated-word",
    "whitespace/double-space",
    "whitespace/space-before-punct",
}
"""A few rules, so that new ones do not change the reports."""

ENGINE = Engine([rule for rule in load() if rule.id in RULES])


def read(source: str, path: Path) -> Document:
    return document(source, Place(path.name), About(MEDIA[path.suffix]), Reading(front_matter=("summary",)))


def report(path: Path) -> Iterator[str]:
    """Yield the lines of a file's report: the view, the findings, the fixes."""
    source = path.read_bytes().decode()
    text = read(source, path)
    yield from ("== read", *shown(text), "", "== found")
    for found in ENGINE.lint(text):
        assert source[found.start : found.end].startswith(found.excerpt)
        yield f"{found.line:>6}:{found.column} {found.rule} {found.excerpt[:60]!a}"
    mended = mend(text, ENGINE.lint, lambda changed: read(changed, path), Safety.UNSAFE)
    again = mend(mended.document, ENGINE.lint, lambda changed: read(changed, path), Safety.UNSAFE)
    assert again.document.source == mended.document.source
    yield from ("", "== fixed")
    for line in difference(path.name, source, mended.document.source):
        yield line.rstrip("\n").replace("\r", "\\r").rstrip(" ")


def written(path: Path) -> Path:
    """Return where the report of a file lies."""
    return path.with_name(f"{path.name}.report")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_report(path: Path) -> None:
    assert "\n".join(report(path)) + "\n" == written(path).read_text("utf-8")


def test_no_report_is_left_without_its_file() -> None:
    assert {written(path) for path in FILES} == set(FIXTURES.glob("*/*.report"))


if __name__ == "__main__":
    for file in FILES:
        written(file).write_text("\n".join(report(file)) + "\n", "utf-8")
