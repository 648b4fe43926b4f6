"""Every law of :mod:`scribal.testing` over every rule that there is, on its examples and on whole files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scribal.catalog import load
from scribal.company import Company
from scribal.document import Document
from scribal.example import JOINTS, goods, unmark
from scribal.finding import Place
from scribal.markup import MEDIA, document
from scribal.testing import Law, laws
from scribal.text import About

RULES = load()
COMPANY = Company(RULES)
TEXTS = sorted(
    {unmark(example.text)[0] for rule in RULES for example in (*rule.bad, *goods(rule))},
    key=lambda t: (len(t), t),
)
JOINED = st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(JOINTS)), min_size=1, max_size=6).map(
    lambda parts: "".join(text + joint for text, joint in parts)
)
FIXTURES = sorted(
    path for path in (Path(__file__).parent.parent / "fixtures").rglob("*.*") if path.suffix in MEDIA
)


@pytest.mark.parametrize("law", list(laws(RULES)), ids=str)
def test_rule(law: Law) -> None:
    law.verify()


@settings(max_examples=100, deadline=None)
@given(
    text=JOINED,
    media=st.sampled_from(sorted(set(MEDIA.values()))),
    language=st.sampled_from([None, "en", "fr"]),
)
def test_rules_keep_the_laws_where_examples_meet(text: str, media: str, language: str | None) -> None:
    keep_company(document(text, about=About(media, language)))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_rules_keep_the_laws_on_whole_files(path: Path) -> None:
    source = path.read_bytes().decode("utf-8", "surrogateescape")
    keep_company(document(source, Place(path.name), About(MEDIA[path.suffix])))


def keep_company(text: Document) -> None:
    for rule in RULES:
        COMPANY.same_when_awake(rule, text)
    COMPANY.same_together(text)
    COMPANY.same_in_every_engine(text)
