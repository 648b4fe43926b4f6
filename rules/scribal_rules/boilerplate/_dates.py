"""Whether a text is a date, with a time and with the label of one, in any of many languages.

Nothing of it may be left over: a date, a time, labels such as “updated”, marks, and the small words between them.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import regex

from scribal import expression

LABELS = (
    "last updated|updated|published|posted|last modified|modified|first published|created|original|aktualisiert|zuletzt aktualisiert"
    "|veröffentlicht|stand|erstellt|letzte änderung|letzte aktualisierung|publié|mis à jour|mise à jour|dernière mise à jour|publicado"
    "|publicada|actualizado|atualizado|atualizada|postado|pubblicato|aggiornato|ultimo aggiornamento|gepubliceerd|bijgewerkt|laatst bijgewerkt"
    "|opublikowano|publikacja|aktualizacja|data publikacji|опубликовано|обновлено|дата публикации|опубліковано|оновлено|публикувано|обновена"
    "|publicerad|uppdaterad|senast uppdaterad|publisert|oppdatert|sist oppdatert|offentliggjort|udgivet|opdateret|julkaistu|päivitetty"
    "|publikováno|aktualizováno|vydáno|zverejnené|aktualizované|közzétéve|frissítve|publicat|actualizat|δημοσίευση|δημοσιεύτηκε|ενημέρωση"
    "|objavljeno|ažurirano|objavljen|posodobljeno|yayınlanma|güncelleme|son güncelleme|giriş|نشر|تاريخ النشر|آخر تحديث|نُشر|תאריך פרסום|פורסם|עודכן"
    "|公開日|更新日|最終更新|公開|更新|发布时间|发布于|发表于|更新时间|發佈|입력|수정|등록|đăng|cập nhật|ngày đăng|dipublikasikan|diperbarui|diterbitkan"
).split("|")  # fmt: skip
"""How the pages of many languages introduce their dates; the words are our own list."""

READING = (
    "min read|minute read|minutes read|mins read|min lesezeit|minuten lesezeit|min de lecture|minutes de lecture|min de lectura|minutos de lectura"
    "|min de leitura|minutos de leitura|min di lettura|minuti di lettura|min leestijd|minuten leestijd|min czytania|minut czytania|min čtení|minut čtení"
    "|min čítania|perc olvasás|min läsning|minuters läsning|min lesetid|minutter å lese|min læsetid|min læsning|min lukuaika|min de lectură|minute de citit"
    "|λεπτά ανάγνωσης|мин чтения|минут чтения|минуты чтения|хв читання|хвилин читання|мин четене|min čitanja|min branja|dk okuma|dakika okuma|menit membaca|menit baca"
    "|phút đọc|דקות קריאה|دقائق قراءة|دقيقة قراءة|دقیقه مطالعه|分で読めます|分钟阅读|分鐘閱讀|분 읽기|분 소요"
).split("|")  # fmt: skip
"""How the pages of many languages say how many minutes it takes to read them; the words are our own list."""

_SMALL = frozenset(
    "on at am pm a p m le il el al em as às à las los um uhr kl ore o godz den der dem de do du del di dne ve saat în la ora om h st nd rd th"
    " gmt utc est edt cst cdt pst pdt mst mdt et ct pt cet cest bst ist msk jst kst wib wita wit uk us by г года р року г г. στις ώρα του в у klo"
    " på d of the y 年 月 日 時 分 时 秒 년 월 일 시 분 일자 上午 下午 午前 午後 오전 오후 ngày tháng năm lúc pukul jam في الساعة ב שעה t z".split()
)
_TOKEN = expression(r"\p{N}++|[\p{Han}]|[\p{L}\p{M}]++")
_NUMERIC = expression(
    r"(?:^|\D)(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}([/-])\d{1,2}\1\d{2}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}[年년].{0,2}\d{1,2}[月월].{0,2}\d{1,2})(?:\D|$)"
)
_YEAR = expression(r"(?:^|\D)(?:1[89]|2[0-9])\d\d(?:\D|$)")
_TIME = expression(r"(?<![\d.])\d{1,2}[:.h]\d{2}(?!\.?\d)")
_LABEL = expression(
    rf"(?<![\p{{L}}\p{{M}}])(?:{'|'.join(sorted(map(regex.escape, LABELS), key=len, reverse=True))})(?![\p{{Latin}}\p{{Cyrillic}}\p{{Greek}}\p{{M}}])"
)
_READING = expression(
    rf"[0-9]{{1,3}}[\p{{Z}}-]?(?:{'|'.join(sorted(map(regex.escape, READING), key=len, reverse=True))})"
)


@cache
def names() -> dict[str, frozenset[str]]:
    """Return the names of months and days, folded, of all languages."""
    data = tomllib.loads(Path(__file__).with_name("_dates.toml").read_text("utf-8"))
    return {kind: frozenset(data[kind].splitlines()) for kind in ("months", "days")}


def certainty(text: str) -> float:
    """Return how sure it is that a text is the date of a page: 1 with a label or a time, less alone, 0 if not.

    A month and a year are the least: three of them in a row are the archive of a blog.
    """
    if "\ufffc" in text:
        return 0
    folded = _READING.sub(" ", text.casefold().replace("min.", "min")).strip()
    rest, labels = _LABEL.subn(" ", folded) if any(label in folded for label in LABELS) else (folded, 0)
    months, days = names()["months"], names()["days"]
    words = [match[0] for match in _TOKEN.finditer(rest)]
    named = sum(word in months for word in words)
    for word in words:
        if not (word.isnumeric() or word in months or word in days or word in _SMALL):
            return 0
    numbers = [word for word in words if word.isnumeric()]
    if _NUMERIC.search(rest) or (named and _YEAR.search(rest) and len(numbers) > 1):
        return 1 if labels or _TIME.search(rest) else 0.5
    return 0.4 if named and _YEAR.search(rest) else 0
