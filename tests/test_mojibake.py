"""What wakes the rules for mojibake, and what they cannot mend."""

from __future__ import annotations

import pytest
import regex
from ftfy.badness import is_bad
from hypothesis import given
from hypothesis import strategies as st

from scribal.catalog import load
from scribal.engine import Engine
from scribal.finding import Place, Safety
from scribal.fix import mend
from scribal.markup import document
from scribal.selection import selected
from scribal.settings import Settings
from scribal.text import About
from scribal_rules.encoding import _badness

TRIGGER = regex.compile(_badness.BADNESS, regex.MULTILINE)
LETTERS = st.characters(max_codepoint=0x2FFF, blacklist_categories=("Cs",))
TEXTS = st.text(LETTERS, max_size=6)
ENGINE = Engine(selected(load(), Settings(select=("encoding", "whitespace"), preview=True)), preview=True)

SENTENCES = [
    "L’été où nous étions à côté du château – quelle beauté…",
    "Die Größe der Häuser überrascht, und die Bürger möchten „mehr“ wissen.",
    "El niño comió una piña en la montaña, ¡qué alegría!",
    "Příliš žluťoučký kůň úpěl ďábelské ódy.",
    "Совет собрался в среду, чтобы обсудить положение дел в городе.",
    "Η κυβέρνηση ανακοίνωσε χθες νέα μέτρα για την αγορά.",
    "ذهب الولد إلى المدرسة صباح اليوم ثم عاد إلى البيت.",
    "東京都は水曜日に新しい計画を発表した。",
    "आज सुबह नगर परिषद ने नई योजना की घोषणा की।",
]
CHARSETS = [
    "latin-1",
    "sloppy-windows-1252",
    "sloppy-windows-1250",
    "sloppy-windows-1251",
    "sloppy-windows-1257",
    "iso8859_2",
    "macroman",
    "cp437",
    "cp850",
    "cp866",
    "koi8_r",
]


def mended(text: str) -> str:
    """Return a text after every fix of the rules for encoding and whitespace."""

    def weave(source: str):
        return document(source, Place("text"), About())

    return mend(weave(text), ENGINE.lint, weave, Safety.UNSAFE).document.source


@given(TEXTS)
def test_whatever_ftfy_takes_for_bad_wakes_the_rules(text: str) -> None:
    assert TRIGGER.search(text) or not is_bad(text)


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_that_were_read_in_another_charset_are_mended(sentence: str, charset: str) -> None:
    try:
        read = sentence.encode().decode(charset)
    except UnicodeDecodeError:
        pytest.fail(f"{charset} has no letter for a byte")
    assert mended(read) == sentence


@pytest.mark.parametrize("sentence", SENTENCES[:-1])
def test_the_charset_of_which_ftfy_knows_nothing_is_told_from_its_neighbours(sentence: str) -> None:
    assert mended(sentence.encode().decode("iso8859_15")) == sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_that_were_read_wrongly_twice_are_mended(sentence: str) -> None:
    once = sentence.encode().decode("sloppy-windows-1252")
    assert mended(once.encode().decode("sloppy-windows-1252")) == sentence


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        pytest.param(
            "pre-season â\x80â\x80\x9c live!", "pre-season – live!", id="a byte of two readings was lost"
        ),
        pytest.param(
            "phim hĂ i má»›i hay", "phim hài mới hay", id="two charsets in one line, and a blank for a byte"
        ),
        pytest.param(
            'The gadgetâ"¢ is new.', "The gadget™ is new.", id="a program straightened a quotation mark"
        ),
        pytest.param(
            "Le mus茅e est ferm茅.",
            "Le musée est fermé.",
            id="in GBK, whose letters stand in Chinese texts too",
        ),
        pytest.param(
            "縺薙ｓ縺ｫ縺｡縺ｯ縲�", "こんにちは。", id="in Shift_JIS, which has no letter for some bytes"
        ),
    ],
)
@pytest.mark.xfail(
    strict=True,
    reason="letters that Chinese texts have too, and lost bytes, do not tell what was meant",
)
def test_what_lost_bytes_cannot_be_mended(broken: str, right: str) -> None:
    assert mended(broken) == right
