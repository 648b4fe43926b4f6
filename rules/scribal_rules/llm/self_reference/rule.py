"""A language model speaks of itself."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Hit, Rule, View

from .._mentions import is_named, is_shown
from .._phrases import words_beside

KINDS = 2
"""A text with more kinds of these phrases collects them."""


class SelfReference(Rule):
    """“As an AI language model, I cannot …”: the answer of a model, or its refusal, was taken for the text.

    A phrase in quotation marks is spoken of, and a text with several of them is about them; so is one that
    speaks of models in the same sentence otherwise than as “I”.
    """

    summary = "A language model speaks of itself, or refuses."
    message = "“{found}” is what a language model says of itself"
    literals = words_beside(__file__, "phrases")
    bad = [
        Bad("⟦As an AI language model⟧, I cannot see the river."),
        Bad("⟦I'm sorry, but I cannot fulfill⟧ this request."),
        Bad("⟦Als KI-Sprachmodell⟧ kann ich den Fluss nicht sehen."),
        Bad("⟦En tant que modèle de langage⟧, je ne vois pas le fleuve."),
        Bad("⟦作为一个人工智能⟧，我看不到河。", language="zh"),
        Bad("⟦Как языковая модель⟧, я не вижу реку.", language="ru"),
        Bad("It rose, *⟦as of my last knowledge update⟧*.\n", media="text/markdown"),
    ]
    good = [
        "Drafts that say “as an AI language model” are rejected.",
        "The system works as a language model for Basque.",
        "It was trained as a large language model on news.",
        "He sells it as an AI assistant for pilots.",
        "Phrases such as as an AI language model are searched for.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        said = [hit for hit in hits if self.speaks(view, hit)]
        if len({hit.trigger for hit in said}) > KINDS:
            return
        last = -1
        for hit in said:
            if hit.start >= last:
                last = hit.end
                yield self.finding(hit.start, hit.end, found=view.text[hit.start : hit.end])

    def speaks(self, view: View, hit: Hit) -> bool:
        """Return whether a phrase is said and not shown, in a sentence in which somebody says “I”."""
        text, zone = view.text, view.zone_at(hit.start)
        if zone is None or is_shown(view, hit.start, hit.end) or is_named(view, hit.start):
            return False
        before, after = text[max(zone.start, hit.start - 1) : hit.start], text[hit.end : hit.end + 1]
        if (before + text[hit.start]).isalnum() and before and not hit.trigger[0] > "\u2e80":
            return False
        if after[:1].isalnum() and hit.trigger[-1] < "\u0600" and hit.trigger[-1].isalpha():
            return False
        if not hit.trigger.startswith(_ROLES):
            return True
        rest = view.folded[hit.end : min(zone.end, hit.end + 60)]
        sentence = f" {hit.trigger}{rest}"
        begins = not text[zone.start : hit.start].strip(" \n*_\"'“„«-–—>") or text[hit.start].isupper()
        return begins and (rest.lstrip()[:1] in ",，、" or any(word in sentence for word in _ME))


_ROLES = ("as a", "als ", "en tant", "como ", "come ", "in quanto", "jako ", "как ", "як ", "som ", "bir ", "sebagai ", "là ", "với ", "作", "ai", "大規模", "言語", "언어", "대규모", "بصفتي", "كنموذج", "به عنوان", "एक ", "in qualità", "yapay ", "ca ", "ωσ ", "כמודל", "ในฐานะ", "mi nyelvi", "nyelvi", "mesterséges", "인공지능", "tekoäly", "kielimall")  # fmt: skip
"""How the phrases begin that say only what somebody is."""

_ME = (" i ", " i'", " ich ", " je ", " j'", " no puedo", " não ", " non ", " ik ", " nie ", " я ", " jag ", "我", "私", "저는", " saya ", " tôi ", "لا ", "नहीं", " मैं", " nem ", " δεν ", " לא ", "ไม่", " jeg ", " nemohu ", " değil", " yok", "amam", "emem")  # fmt: skip
"""Words by which a speaker names themselves, or refuses, in these languages."""
