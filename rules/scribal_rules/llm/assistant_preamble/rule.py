"""What a chat assistant says before it gives what it was asked for."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, View, Zone, drop, expression, lazily

from .._mentions import is_shown
from .._phrases import spelled_beside, words_beside

TOP = 2
"""Among how many first lines an announcement without a yes is reported."""

LONGEST = 200
"""An announcement of more code points is a sentence of the text."""


_PARTS = expression(r"[!,.:;，。！、،—–-]")
_MARKS = " \"'*_¡\n"
_END = expression(r"[^:：.!。！\n]*+(?P<mark>[:：]|[.!。！](?=\s*+\Z))[\"'*_]*+\s*+")


class AssistantPreamble(Rule):
    """“Sure, here is the translation:” is said to the one who asked, and no reader of the text is that.

    Reported at the beginning of a line and up to its colon: with a yes anywhere, without one only in the
    first lines.  The fix deletes the line, or what stands before the colon where the text follows at once.
    """

    summary = "What an assistant said before its answer stands in the text."
    message = "“{found}” was said by an assistant to its user"
    literals = lazily(lambda _: spelled_beside(__file__, "here"))
    bad = [
        Bad("⟦Sure, here is the translation:⟧\n\nThe river rose.", "The river rose."),
        Bad(
            "⟦Certainly! Here is the translated text in German:⟧\nDer Fluss stieg.\nEr fiel.",
            "Der Fluss stieg.\nEr fiel.",
        ),
        Bad(
            "# Der Fluss\n\n⟦Natürlich, hier ist die Übersetzung des Abschnitts:⟧\n\nEr stieg.\n",
            "# Der Fluss\n\nEr stieg.\n",
            media="text/markdown",
        ),
        Bad("⟦Aquí está la traducción:⟧ El río creció.", "El río creció."),
        Bad("⟦当然，以下是翻译：⟧\n河水上涨。", "河水上涨。", language="zh"),
        Bad("⟦Конечно! Вот перевод текста:⟧\nРека поднялась.", "Река поднялась.", language="ru"),
        Bad("⟦بالتأكيد، إليك الترجمة:⟧\nارتفع النهر.", "ارتفع النهر.", language="ar"),
    ]
    good = [
        "The clerk read the Latin aloud.\nNobody understood.\nHere is the translation: peace to all.",
        "He said: “Sure, here is the translation:” and left.",
        "Here is the translation that the council asked for in May, and it is a good one",
        "Of course, here is your hat.",
        Good("Say `Sure, here is the translation:` first.", media="text/markdown"),
    ]

    def keeps(self) -> Any:
        return words_beside(__file__, "assent")

    @cached_property
    def assent(self) -> frozenset[str]:
        """How an assistant says yes, or begs pardon."""
        return frozenset(self.kept or self.keeps())

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        done = -1
        for hit in hits:
            index = view.zone_index(hit.start)
            zone = view.zones[index] if view.zones else None
            if zone is None or index == done or zone.kind == "cell" or is_shown(view, hit.start, hit.end):
                continue
            yes = [
                part
                for text in _PARTS.split(view.folded[zone.start : hit.start])
                if (part := text.strip(_MARKS))
            ]
            end = _END.match(view.text, hit.end, min(zone.end, zone.start + LONGEST))
            if end and self.assent.issuperset(yes) and (yes or (index < TOP and end["mark"] in ":：")):
                done = index
                yield self.said(view, zone, end.end(), index)

    def said(self, view: View, zone: Zone, end: int, index: int) -> Finding:
        """Return the finding on a line's beginning, or on all of it."""
        if not view.text[end : zone.end].strip():
            fix = drop(zone.start, zone.end, Safety.SAFE if index == 0 else Safety.UNSAFE)
        else:
            fix = Fix((Edit(zone.start, end, ""),), Safety.UNSAFE)
        stop = zone.start + len(view.text[zone.start : end].rstrip())
        return self.finding(zone.start, stop, fix, found=view.text[zone.start : stop])
