"""The way from the home page to the page, as a line of the text."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, drop, expression

HOMES = (
    "home|home page|homepage|start|startseite|hauptseite|accueil|inicio|portada|início|página inicial|home pagina|startpagina|pagina iniziale"
    "|inici|hem|startsida|hjem|forside|forsiden|etusivu|avaleht|sākums|sākumlapa|pradžia|titulinis|strona główna|start page|domů|úvod"
    "|úvodní stránka|domov|úvodná stránka|kezdőlap|címlap|főoldal|acasă|prima pagină|початкова|головна|главная|начало|начална страница"
    "|галоўная|почетна|početna|naslovnica|naslovna|početna stranica|prva stran|αρχική|αρχική σελίδα|anasayfa|ana sayfa|beranda|laman utama"
    "|trang chủ|हिंदी होम|होम|मुखपृष्ठ|প্রচ্ছদ|হোম|முகப்பு|หน้าแรก|首页|首頁|主页|主頁|ホーム|トップ|トップページ|홈|الرئيسية|الصفحة الرئيسية|صفحه اصلی|خانه|דף הבית|ראשי"
).split("|")  # fmt: skip
"""What the first page of a site is called in its breadcrumbs; the words are our own list."""

_MARK = expression(r"\s*+(?:[>›»→❯▸►⟩]|&gt;)++\s*+|\s++[/|·•]\s++")
_ITEM = expression(r"[\p{L}\p{N}][^.!?:;]{0,39}+")

TITLE = 120
"""The last item is the title of the page, which has at most so many code points."""

FEWEST = 3
"""A bar, a slash or a dot stands in other lists too: so many items make breadcrumbs of them."""


class Breadcrumbs(Rule):
    """“Home › News › Turin” says where the page stands on its site.

    A menu of a program, “File › Save as”, does not begin with the home page and is left alone.
    """

    summary = "The way from the home page to the page stands as a line of the text."
    message = "“{line}” says where the page stands on its site"
    lines = tuple(f"{home} {{}}" for home in HOMES)
    bad = [
        Bad("⟦Home > News > Turin⟧\nThe river rose.", "The river rose."),
        Bad("⟦Startseite › Nachrichten⟧\nDer Fluss stieg.", "Der Fluss stieg."),
        Bad("⟦Accueil / Actualités / Le fleuve est monté⟧\nIl a baissé.", "Il a baissé."),
        Bad("⟦Главная » Новости » Вода поднялась⟧\nОна упала.", "Она упала."),
        Bad("⟦首页 > 新闻 > 正文⟧\n河水上涨。", "河水上涨。"),
        Bad("⟦الرئيسية » أخبار⟧\nارتفع النهر.", "ارتفع النهر."),
    ]
    good = [
        "File > Save as > Turin",
        "Home / away",
        "Home is where the river > the sea is.",
        "Choose Home > Styles > Heading 1 and type.",
        Good("Home > Styles > Heading\n", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if view.about.media != "text/plain" and view.about.profile != "corpus":
            return
        for zone in view.zones_of(hits):
            line = view[zone].strip()
            if zone.kind != "cell" and is_trail(line):
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                yield self.finding(zone.start, zone.start + len(view[zone].rstrip()), fix, line=line)


def is_trail(line: str) -> bool:
    """Return whether a line is a row of items that begins with the home page."""
    home, *items = _MARK.split(line)
    if home.casefold().strip(" «[") not in HOMES or not items or len(items[-1]) > TITLE:
        return False
    arrow = any(mark[0].strip() not in "/|·•" for mark in _MARK.finditer(line))
    return (arrow or len(items) >= FEWEST - 1) and all(map(_ITEM.fullmatch, items[:-1]))
