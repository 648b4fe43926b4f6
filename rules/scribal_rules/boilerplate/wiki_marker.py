"""The small links of a wiki page."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, View

_NEEDED = (
    "citation needed|clarification needed|dubious – discuss|dubious|failed verification|original research\\?|page needed|permanent dead link|dead link|better source needed"
    "|by whom\\?|according to whom\\?|who\\?|when\\?|where\\?|which\\?|vague|weasel words|not in citation given|verification needed|full citation needed|unreliable source\\?"
    "|réf\\. nécessaire|référence nécessaire|réf\\. souhaitée|source insuffisante|cita requerida|carece de fontes|citation nécessaire|senza fonte|bron\\?|bron ontbreekt"
    "|potrzebny przypis|источник не указан \\d+ (?:день|дня|дней)|источник\\?|джерело\\?|zdroj\\?|doplňte zdroj|forrás\\?|kaynak belirtilmeli|källa behövs|kilde mangler|trenger referanse|lähde\\?|要出典|来源请求|來源請求|出典無効|butuh rujukan|cần dẫn nguồn"
)
_EDIT = (
    "edit|edit source|edit \\| edit source|Bearbeiten|Bearbeiten \\| Quelltext bearbeiten|Quelltext bearbeiten|modifier|modifier \\| modifier le code|modifier le code|editar|editar \\| editar código|editar \\| editar código-fonte"
    "|editar código|editar código-fonte|editar la fuente|modifica|modifica \\| modifica wikitesto|modifica wikitesto|bewerken|bewerken \\| brontekst bewerken|brontekst bewerken|edytuj|edytuj \\| edytuj kod|edytuj kod|править|править \\| править код|править код"
    "|ред\\.|редагувати|редагувати \\| редагувати код|редагувати код|editovat|editovat \\| editovat zdroj|editovat zdroj|upravit|upraviť|redigera|redigera \\| redigera wikitext|rediger|rediger \\| rediger kildetekst|rediger kilde|muokkaa|muokkaa \\| muokkaa wikitekstiä"
    "|szerkesztés|szerkesztés \\| forrásszöveg szerkesztése|değiştir|değiştir \\| kaynağı değiştir|modificare|modificare \\| modificare sursă|編集|编辑|編輯|편집|sửa|sửa \\| sửa mã nguồn|sunting|sunting \\| sunting sumber|ویرایش|عدل"
)
_SURE = regex.compile(rf"\s?+\[(?:{_NEEDED}|{_EDIT})\]", regex.IGNORECASE)
_NOTE = regex.compile(
    r"(?<=[\p{L}\p{M}\p{N}.,;:!?)\"”»…%])(?:\[(?:\d{1,3}|[a-z]|(?:note|nota|nb|Anm\.|N)\s?\d{1,2}|прим\. \d{1,2})\])++"
)


class WikiMarker(Rule):
    """A text from a wiki keeps “[edit]” behind its headings, “[citation needed]” and the numbers of its notes.

    Numbers in brackets are reported only with one of the others, for other texts cite their sources so.
    """

    summary = "The links of a wiki page stand in the text."
    message = "“{found}” is a link of a wiki page{more}"
    literals = (
        *(
            "edit]",
            "edit source]",
            "needed]",
            "[dubious",
            "[failed verification]",
            "[by whom?]",
            "[according to whom?]",
            "[who?]",
            "[when?]",
            "[where?]",
        ),
        *(
            "[which?]",
            "[vague]",
            "[weasel words]",
            "given]",
            "[dead link]",
            "dead link]",
            "source?]",
            "research?]",
            "bearbeiten]",
            "[modifier",
            "[editar",
            "código]",
            "código-fonte]",
        ),
        *(
            "fuente]",
            "[modifica",
            "[bewerken",
            "brontekst bewerken]",
            "[edytuj",
            "[править",
            "[ред.]",
            "[редагувати",
            "[editovat",
            "[upravit]",
            "[upraviť]",
            "[redigera",
            "[rediger",
        ),
        *(
            "[muokkaa",
            "[szerkesztés",
            "[değiştir",
            "[編集",
            "[编辑",
            "[編輯",
            "[편집",
            "[sửa",
            "[sunting",
            "[ویرایش",
            "[عدل",
            "nécessaire]",
            "souhaitée]",
            "insuffisante]",
        ),
        *(
            "requerida]",
            "fontes]",
            "[senza fonte]",
            "[bron",
            "przypis]",
            "[источник",
            "[джерело?]",
            "zdroj",
            "[forrás?]",
            "belirtilmeli]",
            "behövs]",
            "[kilde mangler]",
            "referanse]",
        ),
        *("[lähde?]", "要出典]", "来源请求]", "來源請求]", "[出典無効]", "rujukan]", "nguồn]"),
    )
    bad = [
        Bad("History⟦[edit]⟧\nThe river rose in 1910.", "History\nThe river rose in 1910."),
        Bad(
            "The river rose.⟦[citation needed]⟧ It fell.[1] It rose.[2][3]",
            "The river rose. It fell. It rose.",
        ),
        Bad(
            "Geschichte⟦[Bearbeiten | Quelltext bearbeiten]⟧\nDer Fluss stieg.",
            "Geschichte\nDer Fluss stieg.",
            profile="corpus",
        ),
        Bad("История⟦[править | править код]⟧\nРека поднялась.", "История\nРека поднялась."),
        Bad("歴史⟦[編集]⟧\n川。", "歴史\n川。"),
    ]
    good = [
        "Rivers rise [1], as others have shown [2].",
        "He said that he [when?] knew it, and [edit] it.".replace(" [when?]", "").replace("[edit]", "edit"),
        Good("Click [edit](https://example.org/edit) to change it.", media="text/markdown"),
        "Press the button “[edit]” and `[edit]`.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        sure = [
            match
            for zone in view.zones_of(hits)
            for match in _SURE.finditer(view.text, zone.start, zone.end)
            if view.text[match.start() - 1 : match.start()] not in ("“", '"', "`", "«", "'")
        ]
        if not sure:
            return
        notes = [match.span() for match in _NOTE.finditer(view.text)]
        first = sure[0]
        spans = sorted({*notes, *(match.span() for match in sure)})
        safety = Safety.SAFE if view.about.profile == "corpus" else Safety.UNSAFE
        more = f", and there are {len(spans) - 1} more" if len(spans) > 1 else ""
        fix = Fix(tuple(Edit(start, end, "") for start, end in spans), safety)
        yield self.finding(*first.span(), fix, found=first[0].strip(), more=more)
