"""The laws of rules where their examples meet, in any order and any medium."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from scribal.catalog import load
from scribal.company import Company
from scribal.example import JOINTS, goods, unmark
from scribal.markup import MEDIA, document
from scribal.text import About

RULES = [rule for rule in load() if not rule.categories]  # those are in test_grammar_rules.py
COMPANY = Company(RULES)
TEXTS = sorted(
    {unmark(example.text)[0] for rule in RULES for example in (*rule.bad, *goods(rule))},
    key=lambda text: (len(text), text),
)
LANGUAGES = [None, *sorted({language for rule in RULES for language in rule.languages})]
JOINED = st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(JOINTS)), min_size=1, max_size=6).map(
    lambda parts: "".join(text + joint for text, joint in parts)
)


@settings(max_examples=200)
@given(text=JOINED, media=st.sampled_from(sorted(set(MEDIA.values()))), language=st.sampled_from(LANGUAGES))
def test_rules_keep_the_laws_where_examples_meet(text: str, media: str, language: str | None) -> None:
    COMPANY.keep(document(text, about=About(media, language)))
