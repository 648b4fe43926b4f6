"""Every law of :mod:`scribal.testing` over every rule that there is, on its examples and on whole files."""

from __future__ import annotations

from pathlib import Path

import pytest

from scribal.catalog import load
from scribal.company import Company
from scribal.finding import Place
from scribal.markup import MEDIA, document
from scribal.testing import Law, laws
from scribal.text import About

RULES = [rule for rule in load() if not rule.categories]  # those are in test_grammar_rules.py
COMPANY = Company(RULES)
FIXTURES = Path(__file__).parent.parent / "fixtures"
FILES = sorted(path for path in FIXTURES.rglob("*.*") if path.suffix in MEDIA)


@pytest.mark.parametrize("law", list(laws(RULES)), ids=str)
def test_rule(law: Law) -> None:
    law.verify()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FIXTURES)))
def test_rules_keep_the_laws_on_whole_files(path: Path) -> None:
    source = path.read_bytes().decode("utf-8", "surrogateescape")
    COMPANY.keep(document(source, Place(path.name), About(MEDIA[path.suffix])))
