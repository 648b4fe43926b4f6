"""Notices of machine translation as sites and tools word them, and texts that only speak of such translation.

The notices are short forms of what repositories and help pages of the years 2019 to 2026 print: knowledge
bases of software makers, blogs that translate each post, documentation with a README for every language,
shops and message boards.  The other texts are written for this test.
"""

import tomllib
from pathlib import Path

import pytest

from scribal.engine import Engine
from scribal.finding import Place
from scribal.markup import document
from scribal.text import About
from scribal_rules.translation._notation import read_phrase
from scribal_rules.translation.machine_translation_notice import rule

NOTICES = {
    "en": [
        "This post was originally written in Korean, and has been machine translated into English.",
        "This English version was machine-translated from the Chinese original.",
        "This document has been translated by AI.",
        "Warning: This article is translated by machine, which may lead to poor quality!",
    ],
    "de": [
        "Achtung: Dieser Artikel wurde maschinell übersetzt, bitte sorgfältig lesen!",
        "Diese Nachricht wurde automatisch übersetzt.",
        "Maschinell übersetzt. Automatisch übersetzt",
        "Dieser Inhalt wurde maschinell übersetzt und basiert auf kuratierten Glossaren.",
    ],
    "fr": [
        "Ce message a été traduit automatiquement.",
        "Avertissement : Cet article est traduit par une machine.",
        "Article traduit automatiquement",
    ],
    "es": [
        "Este problema conocido ha sido traducido automáticamente del inglés.",
        "Advertencia: Este artículo fue traducido por una máquina.",
        "Texto traducido automáticamente",
    ],
    "pt": ["Este problema conhecido foi traduzido automaticamente do inglês.", "Traduzido automaticamente"],
    "it": [
        "Questo documento è stato tradotto automaticamente dall’inglese.",
        "Il presente articolo è stato tradotto automaticamente.",
        "Tradotto automaticamente dall’inglese.",
    ],
    "nl": [
        "Dit bericht is automatisch vertaald.",
        "Deze documentatie is automatisch vertaald en kan fouten bevatten.",
    ],
    "pl": ["Ten wpis został przetłumaczony automatycznie.", "Tekst przetłumaczony automatycznie"],
    "ru": [
        "Предупреждение: Эта статья переведена автоматически.",
        "Данная версия переведена автоматически с помощью ИИ.",
    ],
    "tr": [
        "Bu belge otomatik olarak çevrilmiştir ve hatalar içerebilir.",
        "Bu gönderi otomatik olarak çevrildi.",
    ],
    "ja": [
        "この記事は機械翻訳されています。",
        "警告: この記事は機械翻訳されているため、注意してください。",
    ],
    "ko": ["이 문서는 AI로 번역된 문서입니다.", "이 메시지는 자동으로 번역되었습니다."],
    "zh": ["本文由机器翻译，仅供参考。", "此内容由 AI 翻译。", "本文章係由機器翻譯。"],
    "vi": ["Tin nhắn này đã được dịch tự động.", "Trang này đã được dịch tự động."],
}  # fmt: skip

ABOUT = {
    "en": [
        "Machine translation of novels is a hard problem.",
        "This paper compares three machine translation systems that were trained on news.",
        "Pages that were automatically translated are marked as such in the menu.",
        "This text was translated by hand, and machines only helped with the index.",
    ],
    "de": [
        "Automatische Übersetzung spart Zeit, aber maschinell übersetzte Texte müssen geprüft werden.",
        "Ob dieser Text maschinell übersetzt wurde, ist nicht zu erkennen.",
        "Dieser Artikel erklärt, wie man Dokumente automatisch übersetzt.",
    ],
    "fr": [
        "Cet article compare les services de traduction automatique.",
        "Les pages sont traduites automatiquement par le module, qui utilise DeepL.",
        "Ce texte n’a pas été traduit par une machine.",
    ],
    "es": [
        "Este artículo explica qué es la traducción automática.",
        "El complemento traduce automáticamente los mensajes al español.",
        "Este libro no ha sido traducido por una máquina.",
    ],
    "pt": [
        "A tradução automática melhorou muito nos últimos anos.",
        "Este documento descreve como o texto é traduzido por máquinas.",
    ],
    "it": [
        "Questo articolo spiega come funziona la traduzione automatica.",
        "Il testo non viene tradotto automaticamente.",
    ],
    "nl": [
        "Dit artikel gaat over machinevertaling.",
        "Teksten die automatisch vertaald zijn, lezen minder prettig.",
    ],
    "pl": [
        "Ten artykuł opisuje tłumaczenie maszynowe.",
        "Czy ten tekst został przetłumaczony automatycznie, nie wiadomo.",
    ],
    "ru": [
        "Эта статья рассказывает о машинном переводе.",
        "Если эта страница переведена автоматически, в меню появится значок.",
    ],
    "tr": [
        "Bu makale makine çevirisi sistemlerini karşılaştırır.",
        "Otomatik çeviri her zaman güvenilir değildir.",
    ],
    "ja": ["この記事では機械翻訳の歴史を説明する。", "自動翻訳の精度は言語によって異なる。"],
    "ko": ["이 논문은 기계 번역의 역사를 다룬다.", "기계 번역기는 아직 문맥을 놓친다."],
    "zh": ["本文介绍机器翻译的发展历史。", "机器翻译平台不断改进。"],
    "vi": ["Bài viết này nói về lịch sử của dịch máy."],
}  # fmt: skip

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
    assert sorted(lists) == ["denied", "lines", "machine", "sentences", "this"]
    assert all(words == sorted(set(words)) and words for words in lists.values())
    assert all(read_phrase(sentence, {"this": "x", "machine": "x"}) for sentence in lists["sentences"])
