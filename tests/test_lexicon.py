"""The lists of phrases that translations carry over."""

import tomllib
from pathlib import Path

import pytest

import scribal_rules.translation
from scribal.error import UserError
from scribal.option import read_options
from scribal_rules.translation._entries import CLASSES, LANGUAGES, Entry, read_lists
from scribal_rules.translation._notation import expression_of, read_phrase
from scribal_rules.translation._verbs import forms, like

FAMILY = Path(next(iter(scribal_rules.translation.__path__)))
FILES = sorted(file for file in FAMILY.glob("*/??/??.toml"))
KEYS = {"source", "instead", "why", "others", "before", "after", "unless-before", "unless-after", "case"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(FAMILY)))
def test_a_list_is_sorted_and_can_be_read(file):
    entries = tomllib.loads(file.read_text("utf-8"))
    assert list(entries) == sorted(entries)
    assert file.stem in LANGUAGES and file.stem != file.parent.name
    for name, data in entries.items():
        assert data.keys() <= KEYS and {"source", "instead", "why"} <= data.keys(), name
        assert data["source"] and data["why"] and all(data["instead"]), name
        assert {*data.get("others", ())} <= LANGUAGES.keys() - {file.stem, file.parent.name}, name
        assert data.get("case") in (None, "capital", "lower"), name
        entry = Entry(name, file.parent.name, file.stem, data)
        assert entry.compiled and entry.phrase.triggers
        assert "{" in name or "{" not in "".join(data["instead"]), name
        for key in ("before", "after", "unless-before", "unless-after"):
            assert key not in data or expression_of(data[key], CLASSES), name


@pytest.mark.parametrize(
    "rule", sorted({file.parent.parent for file in FILES}), ids=lambda folder: folder.name
)
def test_no_phrase_stands_in_two_lists(rule):
    for target, entries in read_lists(rule).items():
        names = [entry.name for entry in entries]
        assert sorted(names) == sorted(set(names)), target


def test_there_are_many_calques_for_english():
    assert len(read_lists(FAMILY / "calque")["en"]) >= 400


def test_a_phrase_is_read():
    phrase = read_phrase("{take} [the ](word|words) of <name>", {"name": r"\p{L}+"})
    assert "took the words of" in phrase.triggers and "takes word of" in phrase.triggers


@pytest.mark.parametrize("phrase", ["(a", "a)", "<noun> a b", "…", "{"])
def test_a_phrase_that_cannot_be_read(phrase):
    with pytest.raises(ValueError, match="“"):
        read_phrase(phrase)


def test_forms_of_verbs():
    assert forms("make") == ("make", "makes", "made", "made", "making")
    assert forms("carry") == ("carry", "carries", "carried", "carried", "carrying")
    assert forms("realize") == ("realize", "realizes", "realized", "realized", "realizing")
    assert forms("reach") == ("reach", "reaches", "reached", "reached", "reaching")


def test_a_verb_in_the_form_of_another():
    assert like("make", "makes", "it", "be") == ("is",)
    assert like("make", "made", "they", "be") == ("was", "were")
    assert like("make", "made", "they have", "be") == ("been",)
    assert like("make", "make", "will", "be") == ("be",)
    assert like("make", "making", "", "show") == ("showing",)
    assert like("carry", "carried", "had", "take") == ("taken",)


def test_a_phrase_to_ignore_that_is_on_no_list():
    from scribal_rules.translation.calque.rule import Calque

    with pytest.raises(ValueError, match="no phrase “xx”"):
        Calque(ignore=("xx",))


def test_a_source_language_that_nobody_knows():
    from scribal_rules.translation.calque.rule import Calque

    with pytest.raises(UserError, match="no source language “xx”"):
        read_options(Calque, {"sources": ["xx"]}, "here")
