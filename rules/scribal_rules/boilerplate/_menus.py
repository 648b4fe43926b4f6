"""The entries of menus that the packs of this family know, as they stand in a line."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from scribal import Zone, expression, fold

PACKS = ("navigation", "share_line", "login_prompt", "newsletter_prompt", "legal_notice")
"""The packs whose phrases are the entries of menus and the buttons of pages."""

SIGNS = (
    "about us|contact us|cookie policy|follow us|privacy policy|share on facebook|sign in|terms of use|terms & conditions|terms of service|datenschutz|impressum"
    "|nutzungsbedingungen|mentions légales|nous contacter|contactez-nous|politique de confidentialité|qui sommes-nous|aviso legal|política de privacidad|política de privacidade"
    "|quiénes somos|quem somos|contáctanos|fale conosco|termos de uso|chi siamo|informativa privacy|privacy policy|contattaci|over ons|privacyverklaring|privacybeleid|o nas|polityka prywatności"
    "|regulamin|o nás|ochrana osobních údajů|ochrana osobných údajov|om oss|om os|kontakta oss|kontakt oss|kontakt os|integritetspolicy|personvern|privatlivspolitik|tietosuojaseloste|ota yhteyttä"
    "|adatvédelem|rólunk|kapcsolat|despre noi|politica de confidențialitate|σχετικά με εμάς|επικοινωνία|πολιτική απορρήτου|о нас|о проекте|контакты|политика конфиденциальности|про нас|контакти"
    "|політика конфіденційності|за нас|политика за поверителност|o nama|politika privatnosti|pravila privatnosti|o podjetju|hakkımızda|gizlilik politikası|iletişim|tentang kami|kebijakan privasi"
    "|hubungi kami|giới thiệu|liên hệ|chính sách bảo mật|sobre nosotros|sobre nós|política de privacitat|qui som|من نحن|اتصل بنا|سياسة الخصوصية|درباره ما|تماس با ما|אודות|צור קשר|מדיניות פרטיות|हमारे बारे में"
    "|संपर्क करें|关于我们|联系我们|隐私政策|關於我們|聯絡我們|お問い合わせ|プライバシーポリシー|会社概要|회사소개|개인정보처리방침|이용약관|เกี่ยวกับเรา|ติดต่อเรา"
).split("|")  # fmt: skip
"""One of these stands in most menus and footers, and seldom in a sentence; the words are our own list."""

KNOWN = 5
"""A menu has so many entries that the packs know, one of them such as no text has alone on a line,"""

SHARE = 0.4
"""and they are so much of it."""

LONGEST = 6
"""A phrase of more words is no entry."""

APART = 60
"""Between two entries that are known stand at most so many code points."""

_WORD = expression(r"[\p{L}\p{M}\p{N}]++")
_STOP = expression(r"[.,;:!?。！？](?=\s|\Z)|[“”\"„«»]")
_ENTRIES = expression(
    r"(?:[\s|·•»›>/&+–—-]++|(?:and|or|of|the|in|for|to|und|für|der|die|et|de|du|des|la|le|les|y|el|e|do|da|di|en|van|i|w|и|в|на|та)\b|[\p{Lu}\p{Lt}\p{Lo}\p{N}][^\s]*+)*+"
)
"""What may stand between two entries: words that begin with a capital or have none, small words, and marks."""


Known = Mapping[tuple[str, ...], bool]
"""The words of each entry that is known, folded, and whether it is one for sure."""


class Entry(NamedTuple):
    """An entry that is known."""

    start: int
    end: int
    words: int
    sure: bool
    """Whether no text has it alone on a line."""


def menus(text: str, zone: Zone, known: Known) -> Iterator[list[Entry]]:
    """Yield the entries of each menu in a line, by the entries that are known."""
    for row in rows(entries(text, zone, known), text):
        while row and is_loose(row[0], text[zone.start : row[0].start].rstrip()[-1:]):
            row = row[1:]
        while row and is_loose(row[-1], text[row[-1].end : zone.end].lstrip()[:1]):
            row = row[:-1]
        if row and is_menu(row):
            yield row


def is_loose(entry: Entry, beside: str) -> bool:
    """Return whether the first or the last entry may belong to the title that stands beside it."""
    return not entry.sure and entry.words == 1 and beside.isalnum()


def entries(text: str, zone: Zone, known: Known) -> Iterator[Entry]:
    """Yield the entries in a line that begin with a capital or have none, the longest at each place."""
    words = [match.span() for match in _WORD.finditer(text, zone.start, zone.end)]
    folded = [fold(text[start:end]) for start, end in words]
    at = 0
    while at < len(words):
        size = next(
            (
                n
                for n in range(LONGEST, 0, -1)
                if tuple(folded[at : at + n]) in known and at + n <= len(words)
            ),
            0,
        )
        if size and not text[words[at][0]].islower():
            yield Entry(words[at][0], words[at + size - 1][1], size, known[tuple(folded[at : at + size])])
        at += max(size, 1)


def rows(found: Iterable[Entry], text: str) -> Iterator[list[Entry]]:
    """Yield the entries that stand together."""
    row: list[Entry] = []
    for entry in found:
        if row and not are_together(text, row[-1], entry):
            yield row
            row = []
        row.append(entry)
    if row:
        yield row


def are_together(text: str, one: Entry, other: Entry) -> bool:
    """Return whether what stands between two entries may be entries too."""
    between = text[one.end : other.start]
    return len(between) <= APART and not _STOP.search(between) and bool(_ENTRIES.fullmatch(between))


def phrases() -> Known:
    """Return the words of each entry that is known, folded, and whether it is one for sure."""
    known: dict[tuple[str, ...], bool] = {}
    folder = Path(__file__).parent
    for file in chain.from_iterable((folder / pack).glob("*.toml") for pack in PACKS):
        data = tomllib.loads(file.read_text("utf-8"))
        for table in (data, *(value for value in data.values() if isinstance(value, dict))):
            for key, sure in (("weak", False), ("lines", True)):
                for phrase in table.get(key, ()):
                    words = tuple(_WORD.findall(phrase))
                    if 0 < len(words) <= LONGEST and "{" not in phrase:
                        known[words] = sure or known.get(words, False)
    return known


def is_menu(row: Sequence[Entry]) -> bool:
    """Return whether enough entries of a row are known, and some of them for sure."""
    known = sum(entry.end - entry.start for entry in row)
    sure = any(entry.sure for entry in row)
    return sure and len(row) >= KNOWN and known >= SHARE * (row[-1].end - row[0].start)
