"""The small links that pages of wikis have, in the languages of Wikipedia."""

import regex

from scribal import expression

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
SURE = expression(rf"\s?+\[(?:{_NEEDED}|{_EDIT})\]", regex.IGNORECASE)
"""What no text but that of a wiki has in brackets."""

NOTE = expression(
    r"(?<=[\p{L}\p{M}\p{N}.,;:!?)\"”»…%])(?:\[(?:\d{1,3}|[a-z]|(?:note|nota|nb|Anm\.|N)\s?\d{1,2}|прим\. \d{1,2})\])++"
)
"""The numbers of notes."""

TRIGGERS = (
    "edit]|edit source]|needed]|[dubious|[failed verification]|[by whom?]|[according to whom?]|[who?]|[when?]|[where?]|[which?]|[vague]|[weasel words]"
    "|given]|[dead link]|dead link]|source?]|research?]|bearbeiten]|[modifier|[editar|código]|código-fonte]|fuente]|[modifica|[bewerken|brontekst bewerken]"
    "|[edytuj|[править|[ред.]|[редагувати|[editovat|[upravit]|[upraviť]|[redigera|[rediger|[muokkaa|[szerkesztés|[değiştir|[編集|[编辑|[編輯|[편집|[sửa|[sunting"
    "|[ویرایش|[عدل|nécessaire]|souhaitée]|insuffisante]|requerida]|fontes]|[senza fonte]|[bron|przypis]|[источник|[джерело?]|zdroj|[forrás?]|belirtilmeli]"
    "|behövs]|[kilde mangler]|referanse]|[lähde?]|要出典]|来源请求]|來源請求]|[出典無効]|rujukan]|nguồn]"
).split("|")  # fmt: skip
"""One of these stands in each such link."""
