"""Blanks inside Chinese and Japanese."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, Severity, View

_LETTER = r"\p{Han}\p{Hiragana}\p{Katakana}ー"
_INNER = regex.compile(
    rf"(?<=[{_LETTER}])\ (?=[{_LETTER}、。，：；？！」』）】]) | (?<=[、。，：；？！「『（【])\ (?=[{_LETTER}「『（【])",
    regex.VERBOSE,
)
_COUNTED = regex.compile(rf"[{_LETTER}]")
_ENDS = ("。", "！", "？", "」", "』", "）", "：", "；")

SPARSE = 8
"""A line with a blank for fewer letters sets them apart on purpose: a title, names, a menu."""


class CjkInnerSpace(Rule):
    """Chinese and Japanese write no blanks between words; those that they have are left of lines or of tokens.

    For information, once for a text, since many writers leave a blank after a full stop.  Only lines that end
    as sentences do and have few blanks are looked at: titles, names and menus set their words apart.
    """

    summary = "A blank stands between letters that are written without one."
    message = "a blank stands between letters that are written without one{more}"
    severity = Severity.INFO
    languages = ("zh", "ja")
    patterns = (
        r"[\p{Han}\p{Hiragana}\p{Katakana}ー] [\p{Han}\p{Hiragana}\p{Katakana}ー、。，：；？！」』）】]",
        r"[、。，：；？！「『（【] [\p{Han}\p{Hiragana}\p{Katakana}ー「『（【]",
    )
    bad = [
        Bad(
            "我们昨天去了⟦ ⟧北京， 那里的天气非常好。", "我们昨天去了北京，那里的天气非常好。", language="zh"
        ),
        Bad(
            "昨日は雨が降りました。⟦ ⟧今日は朝からずっと晴れています。",
            "昨日は雨が降りました。今日は朝からずっと晴れています。",
            language="ja",
        ),
    ]
    good = [
        Good("首页 新闻 体育 财经 联系我们", language="zh"),
        Good("我们用 Python 写程序，很快。", language="zh"),
        Good("山田 太郎", language="ja"),
        Good("우리는 오늘 漢字 工夫를 했다。", language="ko"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        places = []
        for zone in view.zones_of(hits):
            inner = [match.span() for match in _INNER.finditer(view.text, zone.start, zone.end)]
            letters = sum(1 for _ in _COUNTED.finditer(view.text, zone.start, zone.end))
            if view[zone].endswith(_ENDS) and len(inner) * SPARSE <= letters:
                places += inner
        if places:
            fix = Fix(tuple(Edit(start, end, "") for start, end in places), Safety.UNSAFE)
            more = f", like {len(places) - 1} more" if places[1:] else ""
            yield self.finding(*places[0], fix, more=more)
