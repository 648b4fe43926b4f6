"""The link to the next or the last article, glued to its title."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, drop, expression

LABELS = (
    "Previous article|Next article|Previous post|Next post|Previous story|Next story|Artículo anterior|Artículo siguiente|Próximo artículo|Noticia anterior|Noticia siguiente"
    "|Artigo anterior|Próximo artigo|Matéria anterior|Próxima matéria|Notícia anterior|Próxima notícia|Article précédent|Article suivant|Vorheriger Artikel|Nächster Artikel"
    "|Vorheriger Beitrag|Nächster Beitrag|Articolo precedente|Articolo successivo|Prossimo articolo|Vorig artikel|Volgend artikel|Vorig bericht|Volgend bericht"
    "|Article anterior|Article següent|Poprzedni artykuł|Następny artykuł|Předchozí článek|Následující článek|Další článek|Predchádzajúci článok|Nasledujúci článok"
    "|Föregående artikel|Nästa artikel|Forrige artikel|Næste artikel|Forrige artikkel|Neste artikkel|Edellinen artikkeli|Seuraava artikkeli|Előző cikk|Következő cikk"
    "|Articolul precedent|Articolul următor|Προηγούμενο άρθρο|Επόμενο άρθρο|Предыдущая статья|Следующая статья|Попередня стаття|Наступна стаття|Предишна статия|Следваща статия"
    "|Prethodni članak|Sljedeći članak|Prejšnji članek|Naslednji članek|Претходна статија|Следећа статија|Önceki İçerik|Sonraki İçerik|Önceki Yazı|Sonraki Yazı|Önceki makale"
    "|Sonraki makale|Artikel sebelumnya|Artikel berikutnya|Artikel selanjutnya|Artikulli i mëparshëm|Artikulli tjetër|Bài trước|Bài tiếp theo|Bài viết trước|Bài viết tiếp theo"
).split("|")  # fmt: skip
"""What the themes of blogs and newspapers call the links, in their own translations."""

_LINE = expression(
    rf"[«‹<\W]{{0,3}}+(?P<label>(?i:{'|'.join(map(regex.escape, LABELS))}))(?P<title>[\p{{Lu}}\p{{N}}“«\"„¿¡].{{4,200}}+)"
)


class Pager(Rule):
    """“Next articleThe river fell” is the link below an article, its label glued to the title of the next one."""

    summary = "The link to the next or the last article is glued to its title."
    message = "“{label}” leads to another article, “{title}”"
    literals = tuple(LABELS)
    bad = [
        Bad("The river rose.\n⟦Previous articleHow Turin got its bridges⟧\n", "The river rose.\n"),
        Bad("El río creció.\n⟦Artículo siguiente¿Quién paga el puente?⟧\nFin.", "El río creció.\nFin."),
        Bad("Вода поднялась.\n⟦Следующая статьяКак Турин получил мосты⟧", "Вода поднялась."),
    ]
    good = [
        "Next article: How Turin got its bridges.",
        "The next article tells how Turin got its bridges.",
        Good("Previous articles of the law\n", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            line = view[zone].rstrip()
            if zone.kind != "cell" and (match := _LINE.fullmatch(line)):
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                yield self.finding(
                    zone.start, zone.start + len(line), fix, label=match["label"], title=match["title"]
                )
