"""The pairs of quotation marks that the rules of the family read."""

from __future__ import annotations

import pytest

from scribal.finding import Place
from scribal.markup import document
from scribal.text import About
from scribal_rules.quotes._conventions import conventions
from scribal_rules.quotes._pairs import reading


def read(text: str, language: str | None = None) -> tuple[list[str], list[str], list[str]]:
    """Return what the pairs of a text hold, the marks that are turned, and the marks without partner."""
    view = document(text, Place("example"), About("text/plain", language)).prose
    pairs: list[str] = []
    turned: list[str] = []
    loose: list[str] = []
    for zone in view.zones:
        found = reading(view, zone)
        for pair in found.pairs:
            pairs.append(view.text[pair.open.at : pair.close.at + 1])
            turned += [
                mark.glyph
                for mark, is_turned in zip((pair.open, pair.close), pair.turned, strict=True)
                if is_turned
            ]
        loose += [mark.glyph for mark in found.loose]
    return pairs, turned, loose


@pytest.mark.parametrize(
    ("language", "text", "pairs"),
    [
        ("en", "“It is ‘late’,” she said.", ["“It is ‘late’,”", "‘late’"]),
        ("en", "The boys’ port isn’t John’s; it’s the ’90s’.", []),
        ("en", "He cried ‘the boys’ ship’ and ’twas so.", ["‘the boys’ ship’"]),
        ("en", 'A 12" disc, 5\'10" long and 6″ wide, 40° 26′ 46″ N.', []),
        ("en", 'The "12" disc" is 5" wide.', ['"12" disc"']),
        ("de", "„So ‚und‘ so“ und »so«.", ["„So ‚und‘ so“", "‚und‘", "»so«"]),
        (None, "„So“ und „so“.", ["„So“", "„so“"]),
        ("pl", "„Tak” i «nie».", ["„Tak”", "«nie»"]),
        ("sv", "”Så”, sa hon, ”ja”.", ["”Så”", "”ja”"]),
        ("fi", "»Niin», hän sanoi.", ["»Niin»"]),
        ("da", "»Ja«, sagde han; »nej«.", ["»Ja«", "»nej«"]),
        ("fr", "« Oui », l’“après” et l’«avant».", ["« Oui »", "“après”", "«avant»"]),
        ("ru", "«Это „он“».", ["«Это „он“»", "„он“"]),
        ("zh", "他说：“‘港口’很老。”", ["“‘港口’很老。”", "‘港口’"]),
        ("he", 'צה"ל ו"הארץ" וד"ר כהן.', ['"הארץ"']),
        ("tr", '“Ev”ler ve "ev"den.', ["“Ev”", '"ev"']),
    ],
)
def test_pairs(language: str | None, text: str, pairs: list[str]) -> None:
    assert read(text, language) == (pairs, [], [])


@pytest.mark.parametrize(
    ("language", "text", "turned"),
    [
        ("en", "It was ” very glad” of “it”.", ["”"]),
        ("en", "A “ferry“ and a “ship”.", ["“"]),
        ("zh", "他说”好“。\n“是”。", ["”", "“"]),
        ("sv", "Hon sa ”ja” och ”nej”.", []),
        ("de", "„Ja“, sagte er, „nein“.", []),
        ("ar", "قال ”نعم“ ثم “لا”.", []),
    ],
)
def test_marks_that_face_the_wrong_way(language: str, text: str, turned: list[str]) -> None:
    assert read(text, language)[1:] == (turned, [])


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("The port” is old.", ["”"]),
        ('The "port is old.', ['"']),
        ("“One.\n“Two.”", ["“"]),
        ("«Он «Рига».", []),
    ],
)
def test_marks_without_partner(text: str, loose: list[str]) -> None:
    assert read(text)[2] == loose


@pytest.mark.xfail(
    strict=True, reason="an apostrophe at the end of a word cannot be told from a mark that closes"
)
def test_an_elided_word_at_the_end_of_a_quotation() -> None:
    assert read("She cried ‘I was goin’ home’ to him.", "en")[0] == ["‘I was goin’ home’"]


def test_conventions_are_pairs_of_marks_and_sorted() -> None:
    table = conventions()
    assert list(table) == sorted(table)
    assert all(len(pair) == 2 for pairs in table.values() for pair in pairs)
    assert table["de"][0] == "„“" and table["en"][0] == "“”" and table["ja"][0] == "「」"
