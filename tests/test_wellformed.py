"""Well-formed sentences: no rule for the surface speaks of them, and no fix changes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scribal.catalog import load
from scribal.document import Document
from scribal.engine import Engine
from scribal.finding import Place, Safety
from scribal.fix import mend
from scribal.markup import MEDIA, document
from scribal.selection import selected
from scribal.settings import Settings
from scribal.text import About

FOLDER = Path(__file__).parent.parent / "fixtures" / "wellformed"
FILES = sorted(FOLDER.iterdir())
SURFACE = ("encoding", "whitespace", "punctuation", "quotes")
ENGINE = Engine(selected(load(), Settings(select=SURFACE, preview=True)), preview=True)


def read(path: Path, language: str | None, source: str | None = None) -> Document:
    text = path.read_bytes().decode("utf-8") if source is None else source
    return document(text, Place(path.name), About(MEDIA[path.suffix], language))


@pytest.mark.parametrize("said", [True, False], ids=["language-said", "language-guessed"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_rule_speaks_and_no_fix_changes_anything(path: Path, said: bool) -> None:
    language = path.stem if said else None
    whole = read(path, language)
    assert [(d.rule, d.line, d.column, d.excerpt, d.message) for d in ENGINE.lint(whole)] == []
    mended = mend(whole, ENGINE.lint, lambda source: read(path, language, source), Safety.UNSAFE)
    assert mended.document.source == whole.source


def test_the_sentences_are_of_many_languages_in_text_and_in_markdown() -> None:
    languages = {path.stem for path in FILES}
    assert languages >= set("ar bn de el en fa fr he hi ja ka km ko lo my ru ta th zh".split())
    assert {path.name for path in FILES} == {
        f"{tongue}{end}" for tongue in languages for end in (".md", ".txt")
    }
