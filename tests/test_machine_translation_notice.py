"""Notices of machine translation are found, and texts that only speak of such translation are not."""

import tomllib
from pathlib import Path

import pytest

from scribal.engine import Engine
from scribal.finding import Place
from scribal.markup import document
from scribal.text import About
from scribal_rules.translation._notation import read_phrase
from scribal_rules.translation.machine_translation_notice import rule
from stage.notices import ABOUT, NOTICES

FOLDER = Path(rule.__file__).parent
LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.toml"))


def found(text: str, language: str) -> bool:
    engine = Engine([rule.MachineTranslationNotice()])
    return bool(engine.lint(document(text, Place("a.txt"), About(language=language))))


@pytest.mark.parametrize(("language", "text"), [(code, text) for code in NOTICES for text in NOTICES[code]])
def test_a_notice_is_found(language, text):
    assert found(text, language)


@pytest.mark.parametrize(("language", "text"), [(code, text) for code in ABOUT for text in ABOUT[code]])
def test_a_text_about_translation_is_left_alone(language, text):
    assert not found(text, language)


def test_there_are_many_languages():
    assert len(LANGUAGES) >= 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_are_sorted_and_can_be_read(language):
    lists = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    assert {"denied", "lines", "machine", "sentences", "this"} <= lists.keys()
    assert lists.keys() <= {"denied", "joins", "lines", "machine", "openings", "sentences", "this", "work"}
    assert all(words == sorted(set(words)) and words for words in lists.values())
    assert all(
        read_phrase(sentence, dict.fromkeys(("this", "work", "machine"), "x"))
        for sentence in lists["sentences"]
    )
