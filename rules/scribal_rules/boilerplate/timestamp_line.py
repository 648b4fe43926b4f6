"""The date of the page as a paragraph."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, View, drop

_LABEL = (
    "last updated|updated|published|posted|last modified|modified|first published|aktualisiert|veröffentlicht|stand|publié|mis à jour|mise à jour|publicado|actualizado|atualizado"
    "|pubblicato|aggiornato|ultimo aggiornamento|gepubliceerd|bijgewerkt|opublikowano|aktualizacja|опубликовано|обновлено|опубліковано|оновлено"
    "|publicerad|uppdaterad|publisert|oppdatert|offentliggjort|opdateret|julkaistu|päivitetty|publikováno|aktualizováno|yayınlanma|güncelleme"
)
_DATE = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.?\s(?:de\s)?\p{L}{3,12}\.?,?\s(?:de\s)?\d{4}|\p{L}{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{4}年\d{1,2}月\d{1,2}日)"
_TIME = r"(?:[\s,|–-]*+(?:at\s|um\s|à\s|a\slas\s|às\s|kl\.?\s|ore\s|o\sgodz\.\s)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\sUhr)?(?:\s?\(?[A-Z]{2,5}\)?)?)"
_LINE = regex.compile(
    rf"(?:{_LABEL})\s?+(?:on|at|am|le|el|em|il|op|den|dnia)?\s?+:?\s*+(?:\p{{L}}{{3,12}},\s)?+{_DATE}{_TIME}?\s*+\.?",
    regex.IGNORECASE,
)


class TimestampLine(Rule):
    """“Updated: 14 September 2022, 6:35” on a line of its own is metadata of the page.

    The fix deletes the line; whoever needs the date should take it from there first.
    """

    summary = "The date of the page stands as a line of the text."
    message = "“{line}” is metadata of the page"
    lines = tuple(f"{label} {{}}" for label in _LABEL.split("|"))
    bad = [
        Bad("The river rose.\n\n⟦Updated: March 4, 2021, 7:05 PM⟧", "The river rose."),
        Bad("⟦Aktualisiert am 4. März 2021, 19:05 Uhr⟧\nDer Fluss stieg.", "Der Fluss stieg."),
    ]
    good = ["It was published on March 4, 2021, in Turin.", "Updated rules hold from 4 March 2021."]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            line = view[zone].rstrip()
            if zone.kind in ("paragraph", "heading") and len(line) < 90 and _LINE.fullmatch(line):
                yield self.finding(
                    zone.start, zone.start + len(line), drop(zone.start, zone.end, Safety.UNSAFE), line=line
                )
