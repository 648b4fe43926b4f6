"""A menu inside a line of text."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, Zone, drop, replace

from ._menus import SIGNS, Entry, Known, menus, phrases

MOSTLY = 0.9
"""From this share of a line on the line goes as a whole."""


class RunInMenu(Rule):
    """“Home News Sport About Us Contact Us The river rose.”: a scraper joined all that a page shows with blanks.

    What the packs of this family know as entries of menus, and as buttons, is counted; what stands between two of
    them goes along if it looks like an entry.  In text that nobody marked up, and in corpora.
    """

    summary = "A menu stands inside a line of the text."
    message = "“{first} … {last}” is a menu of {count} entries and more"
    literals = tuple(sorted(set(SIGNS)))
    bad = [
        Bad(
            "It fell. ⟦Home News Sport Follow Us Facebook Twitter Our Harbour About Us Contact Us Privacy Policy⟧ The river rose.",
            "It fell. The river rose.",
        ),
        Bad(
            "Der Fluss stieg in der Nacht. ⟦Startseite Nachrichten Kultur Über uns Kontakt Datenschutz Impressum⟧",
            "Der Fluss stieg in der Nacht.",
        ),
        Bad(
            "⟦Accueil Actualités Sport Qui sommes-nous Nous contacter Mentions légales Plan du site⟧\nLe fleuve est monté.",
            "Le fleuve est monté.",
        ),
        Bad(
            "Вода поднялась. ⟦Главная Новости Спорт О нас Контакты Реклама Политика конфиденциальности Карта сайта⟧",
            "Вода поднялась.",
        ),
        Bad(
            "Turin Flood Features ⟦About Us Contact Us Harbour News Jobs Privacy Policy⟧ Mayor Videos Sleep Well",
            "Turin Flood Features Mayor Videos Sleep Well",
        ),
        Bad(
            "河水上涨。⟦首页 新闻 体育 关于我们 联系我们 隐私政策 网站地图⟧ 河水下降。",
            "河水上涨。河水下降。",
        ),
    ]
    good = [
        "The Home Office Sign in Terms of Use.",
        "The site has a home page, news, sport, a privacy policy, and a form to contact us with.",
        "The town's Privacy Policy says that the Home Office may read about us and sign in to see the news.",
        "Send it to About Us or Contact Us.",
        Good(
            "[About Us](a) [Contact Us](b) [News](c) [Sport](d) [Privacy Policy](e)\n", media="text/markdown"
        ),
    ]

    def keeps(self) -> Any:
        return phrases()

    @cached_property
    def known(self) -> Known:
        """The entries of menus, which take long to read."""
        return self.kept or phrases()

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.about.media != "text/plain" and view.about.profile != "corpus":
            return
        for zone in view.zones_of(hits):
            for row in menus(view.text, zone, self.known):
                if any(row[0].start <= hit.start < row[-1].end for hit in hits):
                    yield self.of(view, zone, row)

    def of(self, view: View, zone: Zone, row: Sequence[Entry]) -> Finding:
        """Return the finding of a menu in a line."""
        start, end = row[0].start, row[-1].end
        whole = end - start >= MOSTLY * len(view[zone].strip())
        behind = view.text[end : end + 1].isspace() and end < zone.end
        before = len(view.text[zone.start : start]) - len(view.text[zone.start : start].rstrip())
        cut = replace(start - (0 if behind else before), end + behind, "", Safety.UNSAFE)
        fix = drop(zone.start, zone.end, Safety.UNSAFE) if whole else cut
        first, last = (view.text[entry.start : entry.end] for entry in (row[0], row[-1]))
        return self.finding(start, end, fix, first=first, last=last, count=len(row))
