"""A text that says of itself that a machine translated it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from typing import Any

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, drop, fold, lazily
from scribal_rules.translation._notation import Phrase, read_phrase
from scribal_rules.translation._notices import Which, classes, notices, sentences
from scribal_rules.translation._said import CREDITED, SAYS, WORDS, Says


@cache
def compiled(expression: str) -> regex.Pattern[str]:
    return regex.compile(expression)


class MachineTranslationNotice(Rule):
    """Sites and tools say when a machine translated a text: in a sentence, or in a credit on a line of its own.

    The notice is no part of the text, and who collects texts will want to know it of the whole document,
    which the finding marks as ``machine-translated``. A text *about* machine translation is left alone:
    what is listed, by language, are sentences in which a text speaks of itself, as it is, without “not” or
    “if” and outside quotation marks, credits that fill their line, and credits that open it.
    """

    summary = "The text says that a machine translated it."
    message = "“{found}”: the text says that a machine translated it"
    marks = "machine-translated"
    literals = lazily(lambda _: tuple(sorted(sentences())))
    lines = lazily(lambda _: tuple(sorted(credits_of(notices()))))
    bad = [
        Bad(
            "Clashes restart\n\n⟦Powered by automated translation⟧\n\nIt began.",
            "Clashes restart\n\nIt began.",
        ),
        Bad("⟦This article was automatically translated⟧ from Italian. The river rose."),
        Bad("Note: ⟦this page has been translated by an AI⟧ tool and may contain errors.", language="en"),
        Bad("⟦Dieser Artikel wurde von einem Programm maschinell übersetzt⟧.", language="de"),
        Bad("⟦Cette page a été traduite automatiquement⟧.", media="text/markdown", language="fr"),
        Bad("⟦Este artículo ha sido traducido por una inteligencia artificial⟧.", language="es"),
        Bad("⟦Данная статья переведена автоматически⟧.", language="ru"),
        Bad("⟦この記事は機械翻訳され⟧たものです。", language="ja"),
        Bad("⟦本文由机器翻译⟧，仅供参考。", language="zh"),
        Bad("⟦تمت ترجمة هذه الصفحة آليًا⟧.", language="ar"),
        Bad("⟦Translated with AI⟧ and checked by the editors.", language="en"),
        Bad("Hinweis: ⟦automatisch übersetzt⟧, ohne Gewähr.", language="de"),
    ]
    good = [
        "Machine translation has come far, and automatic translations may contain errors.",
        "The manual was translated by people, this page was not machine translated.",
        "If this page was automatically translated, a banner says so.",
        "Translated by volunteers. Content translated automatically has a globe beside it.",
        "This page was generated automatically by a machine.",
        "Forums write “This article was automatically translated” above such texts.",
        "In this article we explain how documents are translated automatically.",
        Good("# Machine translation\n\nIts history is long.", media="text/markdown"),
        Good("La traduction automatique a fait des progrès; les services de traduction aussi.", language="fr"),
        Good("Dieses Dokument wurde nicht maschinell übersetzt.", language="de"),
        Good("Maschinelle Übersetzung ist ein Teilgebiet der Computerlinguistik.", language="de"),
        Good("La traducción automática ayuda, pero un servicio de traducción ayuda más.", language="es"),
        Good("Машинный перевод бывает полезен, но сервис перевода ошибается.", language="ru"),
        Good("機械翻訳の品質は年々向上している。", language="ja"),
        Good("机器翻译的历史可以追溯到上个世纪。", language="zh"),
        Good("La traduzione automatica non sostituisce chi traduce questo libro.", language="it"),
        Good("A tradução automática deste tipo de texto ainda é difícil.", language="pt"),
        Good("Tłumaczenie maszynowe tego artykułu byłoby trudne.", language="pl"),
        Good("تعتمد الترجمة الآلية على كميات كبيرة من النصوص.", language="ar"),
    ]  # fmt: skip

    def keeps(self) -> Any:
        return dict(notices()), dict(sentences())

    @cached_property
    def known(self) -> tuple[Mapping[str, Mapping[str, Any]], Mapping[str, Sequence[Which]]]:
        """The lists by language, and the sentences by what wakes them."""
        return self.kept or (notices(), sentences())

    @cached_property
    def credits(self) -> frozenset[str]:
        """What fills a line."""
        return credits_of(self.known[0])

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        known = self.known[1]
        full = {(hit.start, hit.end) for hit in hits if hit.trigger in self.credits}
        for zone in view.zones_of(Hit(start, end, "") for start, end in sorted(full)):
            if zone.kind in CREDITED:
                fixes = (drop(zone.start, zone.end, Safety.UNSAFE),) if zone.kind == "paragraph" else ()
                yield self.finding(zone.start, zone.end, *fixes, found=view[zone])
        phrases = self.phrases({hit.trigger for hit in hits})
        for zone in view.zones_of(hit for hit in hits if hit.trigger in known):
            line = view.folded[zone.start : zone.end]
            spans = [
                match.span()
                for phrase, says in phrases
                if phrase.may_stand(line)
                for match in phrase.matches(compiled(phrase.expression), view.folded, zone.start, zone.end)
                if says(view.folded, zone, match)
            ]
            if spans and not any(zone.start <= start < zone.end for start, _ in full):
                start, end = min(spans, key=lambda span: (span[0], -span[1]))
                yield self.finding(start, end, found=view.text[start:end])

    def phrases(self, triggers: Iterable[str]) -> list[tuple[Phrase, Says]]:
        """Return the phrases that were woken, each with what tells whether a text says it of itself."""
        known = self.known[1]
        woken = {which: 0 for trigger in sorted(triggers) for which in known.get(trigger, ())}
        return [self.phrase(*which) for which in woken]

    @cached_property
    def read(self) -> dict[Which, tuple[Phrase, Says]]:
        """The phrases that were woken so far."""
        return {}

    def phrase(self, language: str, name: str, place: int) -> tuple[Phrase, Says]:
        """Return a phrase of a list, with what tells whether a text says it of itself."""
        which = language, name, place
        if which not in self.read:
            words = self.known[0][language]
            says = partial(SAYS[name], frozenset(map(fold, words.get(WORDS[name], ()))))
            self.read[which] = read_phrase(words[name][place], classes(words)), says
        return self.read[which]


def credits_of(lists: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """Return the credits, with a full stop: so that what fills a line is told from what wakes a sentence."""
    lines = (line for words in lists.values() for line in words["lines"])
    return frozenset(line if line.endswith("}") else f"{line}." for line in lines)
