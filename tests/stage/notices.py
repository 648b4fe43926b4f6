"""Notices of machine translation as sites and tools word them, and texts that only speak of such translation.

The notices are short forms of what repositories and help pages of the years 2019 to 2026 print: knowledge
bases of software makers, blogs that translate each post, documentation with a README for every language,
shops and message boards.  The other texts are written for this test.
"""

from __future__ import annotations

NOTICES = {
    "en": [
        "This post was originally written in Korean, and has been machine translated into English.",
        "This English version was machine-translated from the Chinese original.",
        "This document has been translated by AI.",
        "Warning: This article is translated by machine, which may lead to poor quality!",
        "Translated with AI and reviewed for key terms.",
        "Content translated automatically.",
        "Machine translated and may contain errors.",
    ],
    "de": [
        "Achtung: Dieser Artikel wurde maschinell übersetzt, bitte sorgfältig lesen!",
        "Diese Nachricht wurde automatisch übersetzt.",
        "Maschinell übersetzt. Automatisch übersetzt",
        "Dieser Inhalt wurde maschinell übersetzt und basiert auf kuratierten Glossaren.",
        "Mit KI übersetzt und auf Genauigkeit geprüft.",
        "Diese Übersetzung wurde mit KI-Unterstützung erstellt.",
        "Maschinell übersetzt. Maßgeblich ist die englische Fassung.",
    ],
    "fr": [
        "Ce message a été traduit automatiquement.",
        "Avertissement : Cet article est traduit par une machine.",
        "Article traduit automatiquement",
        "Traduit par IA et vérifié.",
        "Ceci est une traduction générée par IA ; en cas de doute, voir l’original.",
        "Page traduite automatiquement — version originale en anglais",
    ],
    "es": [
        "Este problema conocido ha sido traducido automáticamente del inglés.",
        "Advertencia: Este artículo fue traducido por una máquina.",
        "Texto traducido automáticamente",
        "Traducción automática. La versión en inglés es la autoritativa.",
        "Contenido traducido automáticamente.",
        "Español: traducción automática, pendiente de revisión.",
    ],
    "pt": [
        "Este problema conhecido foi traduzido automaticamente do inglês.",
        "Traduzido automaticamente",
        "Conteúdo traduzido automaticamente.",
        "Tradução gerada por IA a partir da edição crítica.",
        "Aviso de tradução por IA",
    ],
    "it": [
        "Questo documento è stato tradotto automaticamente dall’inglese.",
        "Il presente articolo è stato tradotto automaticamente.",
        "Tradotto automaticamente dall’inglese.",
        "Tradotto con IA e verificato.",
        "La versione italiana di questo sito è stata tradotta con l’intelligenza artificiale.",
    ],
    "nl": [
        "Dit bericht is automatisch vertaald.",
        "Deze documentatie is automatisch vertaald en kan fouten bevatten.",
        "Machinaal vertaald. Help mee dit te verbeteren.",
        "Talen zijn machinaal vertaald en kunnen onnauwkeurig zijn.",
    ],
    "pl": [
        "Ten wpis został przetłumaczony automatycznie.",
        "Tekst przetłumaczony automatycznie",
        "Zawartość strony przetłumaczona maszynowo.",
        "Ta wersja polska została przetłumaczona maszynowo przez AI.",
    ],
    "ru": [
        "Предупреждение: Эта статья переведена автоматически.",
        "Данная версия переведена автоматически с помощью ИИ.",
        "Эта страница переведена с помощью Cloud Translation API.",
        "Переведено с помощью ИИ и проверено.",
        "Русская документация переведена с помощью ИИ.",
    ],
    "tr": [
        "Bu belge otomatik olarak çevrilmiştir ve hatalar içerebilir.",
        "Bu gönderi otomatik olarak çevrildi.",
        "Bu dosya README.md temel alınarak yapay zeka ile çevrildi.",
        "Bu sayfa README dosyasından makineyle çevrildi.",
    ],
    "ja": [
        "この記事は機械翻訳されています。",
        "警告: この記事は機械翻訳されているため、注意してください。",
        "機械翻訳です。正式な情報源は英語版です。",
        "内容は自動翻訳されています。",
        "AIで翻訳し、確認済みです。",
        "この記事は、お客様の利便性のために一部機械翻訳されています。",
    ],
    "ko": [
        "이 문서는 AI로 번역된 문서입니다.",
        "이 메시지는 자동으로 번역되었습니다.",
        "콘텐츠는 자동 번역되었습니다.",
        "자동 번역된 텍스트는 참고 목적으로만 제공됩니다.",
    ],
    "zh": [
        "本文由机器翻译，仅供参考。",
        "此内容由 AI 翻译。",
        "本文章係由機器翻譯。",
        "由 AI 翻译，并已核对。",
        "内容为自动翻译。",
        "中文翻译为便于阅读的机器翻译。",
    ],
    "vi": ["Tin nhắn này đã được dịch tự động.", "Trang này đã được dịch tự động."],
    "uk": [
        "Цю сторінку перекладено машинно з англійської.",
        "Перекладено за допомогою ШІ, носій мови ще не перевіряв.",
        "Ця документація була автоматично перекладена і може містити помилки.",
    ],
    "be": [
        "Гэтая старонка перакладзена машынна.",
    ],
    "cs": [
        "Strojově přeloženo v tomto zařízení.",
    ],
    "ar": [
        "المحتوى مترجم آليًا.",
        "تُرجم بالذكاء الاصطناعي وروجع.",
    ],
    "he": [
        "תורגם בעזרת AI ונבדק.",
    ],
    "id": [
        "Konten diterjemahkan secara otomatis.",
        "Dokumentasi ini telah diterjemahkan secara otomatis dan mungkin mengandung kesalahan.",
    ],
    "hi": [
        "AI से अनुवादित और समीक्षा की गई।",
    ],
    "hu": [
        "Gépi fordítás angolból. A műszaki nevek megmaradnak.",
    ],
    "ca": [
        "Aquesta publicació s’ha traduït automàticament.",
    ],
    "sv": [
        "Den här sidan har automatiskt översatts från engelska.",
    ],
    "sk": [
        "Tento dokument bol preložený pomocou služby strojového prekladu.",
    ],
}  # fmt: skip

ABOUT = {
    "en": [
        "Machine translation of novels is a hard problem.",
        "This paper compares three machine translation systems that were trained on news.",
        "Pages that were automatically translated are marked as such in the menu.",
        "This text was translated by hand, and machines only helped with the index.",
        "This site is an automatic translation platform for teams.",
        "This file was generated by ChatGPT from the schema.",
        "Translated from the Japanese by two friends.",
        "Content translated automatically is marked with a globe.",
    ],
    "de": [
        "Automatische Übersetzung spart Zeit, aber maschinell übersetzte Texte müssen geprüft werden.",
        "Ob dieser Text maschinell übersetzt wurde, ist nicht zu erkennen.",
        "Dieser Artikel erklärt, wie man Dokumente automatisch übersetzt.",
        "Dieses Dokument wurde maschinell erstellt und ist ohne Unterschrift gültig.",
        "Hier wird nichts maschinell übersetzt.",
        "Übersetzt mit Hingabe von fünf Freiwilligen.",
    ],
    "fr": [
        "Cet article compare les services de traduction automatique.",
        "Les pages sont traduites automatiquement par le module, qui utilise DeepL.",
        "Ce texte n’a pas été traduit par une machine.",
        "Ce document a été généré automatiquement par un logiciel.",
        "Aucune traduction générée par un modèle de langage, jamais.",
        "Traduit par des bénévoles.",
    ],
    "es": [
        "Este artículo explica qué es la traducción automática.",
        "El complemento traduce automáticamente los mensajes al español.",
        "Este libro no ha sido traducido por una máquina.",
        "Este texto es generado por IA y puede contener imprecisiones.",
        "Traducido por voluntarios con ayuda de la comunidad.",
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
        "Notities worden nooit machinaal vertaald; ze zijn persoonlijk.",
    ],
    "pl": [
        "Ten artykuł opisuje tłumaczenie maszynowe.",
        "Czy ten tekst został przetłumaczony automatycznie, nie wiadomo.",
    ],
    "ru": [
        "Эта статья рассказывает о машинном переводе.",
        "Если эта страница переведена автоматически, в меню появится значок.",
        "Этот документ создан программой автоматически.",
    ],
    "tr": [
        "Bu makale makine çevirisi sistemlerini karşılaştırır.",
        "Otomatik çeviri her zaman güvenilir değildir.",
    ],
    "ja": [
        "この記事では機械翻訳の歴史を説明する。",
        "自動翻訳の精度は言語によって異なる。",
        "このページは自動的に生成されています。",
    ],
    "ko": [
        "이 논문은 기계 번역의 역사를 다룬다.",
        "기계 번역기는 아직 문맥을 놓친다.",
        "이 문서는 자동으로 생성되었습니다.",
    ],
    "zh": [
        "本文介绍机器翻译的发展历史。",
        "机器翻译平台不断改进。",
        "机器翻译，简称MT，是自然语言处理的一个分支。",
    ],
    "vi": ["Bài viết này nói về lịch sử của dịch máy."],
    "uk": [
        "Ваш звіт буде автоматично перекладено для менеджера.",
    ],
}  # fmt: skip
