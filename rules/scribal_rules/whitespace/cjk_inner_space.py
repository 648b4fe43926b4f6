"""Blanks inside Chinese and Japanese."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, Severity, View, Zone, expression

_LETTER = r"\p{Han}\p{Hiragana}\p{Katakana}ー"
_PARTICLE = "をがはにでとへのもや"
_MARKED = (
    rf"(?<=[{_LETTER}])\ (?=[、。，：；？！」』）】]) | (?<=[、。，：；「『（【])\ (?=[{_LETTER}「『（【])"
)
_CHINESE = expression(rf"{_MARKED} | (?<=\p{{Han}})\ (?=\p{{Han}})", regex.VERBOSE)
_JAPANESE = expression(
    rf"{_MARKED} | (?<=[{_PARTICLE}])\ (?=[{_LETTER}]) | (?<=[{_LETTER}])\ (?=[{_PARTICLE}])", regex.VERBOSE
)
"""A blank beside a mark or a particle: between other words it parts those of a headline."""

_COUNTED = expression(rf"[{_LETTER}]")
_KANA = expression(r"[\p{Hiragana}\p{Katakana}]")
_ENDS = ("。", "！", "？", "」", "』", "）", "：", "；")

_NEVER_APART = "、。，；"
"""The marks before which nobody leaves a blank on purpose."""

SPARSE = 8
"""A line with a blank for fewer letters sets them apart on purpose, unless some mark stands apart as well."""


class CjkInnerSpace(Rule):
    """Chinese and Japanese write no blanks between words; those that they have are left of lines or of tokens.

    For information, once for a text, since many writers leave a blank after a full stop.  Only lines that end
    as sentences do and have few blanks are looked at: titles, names and menus set their words apart, and in
    Japanese headlines do, where no particle stands beside the blank.  A blank beside a link, emphasis or code
    is left alone, since many set them apart, and Markdown may need it, and so is one behind ``！`` and ``？``.
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
        Bad("中⟦ ⟧文 。 没 有 空 格 。", "中文。没有空格。", language="zh"),
    ]
    good = [
        Good("首页 新闻 体育 财经 联系我们", language="zh"),
        Good("我们用 Python 写程序，很快。", language="zh"),
        Good("山田 太郎", language="ja"),
        Good("おめでとうございます！ 次の章へ進みましょう。", language="ja"),
        Good("橋の工事が終わる 来月から通行できる。", language="ja"),
        Good("请参阅 [第二章](two.md)。**很重要。** 请您注意。", media="text/markdown", language="zh"),
        Good("우리는 오늘 漢字 工夫를 했다。", language="ko"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        places = [
            span for zone in view.zones_of(hits) if view[zone].endswith(_ENDS) for span in _stray(view, zone)
        ]
        if places:
            fix = Fix(tuple(Edit(start, end, "") for start, end in places), Safety.UNSAFE)
            more = f", like {len(places) - 1} more" if places[1:] else ""
            yield self.finding(*places[0], fix, more=more)


def _stray(view: View, zone: Zone) -> list[tuple[int, int]]:
    """Return the blanks of a line that belong to neither its layout nor its markup."""
    text, (start, end) = view.text, (zone.start, zone.end)
    pattern = _JAPANESE if _KANA.search(text, start, end) else _CHINESE
    spans = [match.span() for match in pattern.finditer(text, start, end)]
    letters = sum(1 for _ in _COUNTED.finditer(text, start, end))
    apart = len(spans) * SPARSE > letters and not any(text[end] in _NEVER_APART for _, end in spans)
    return [] if apart else [span for span in spans if _amid(view, *span)]


def _amid(view: View, start: int, end: int) -> bool:
    """Return whether no markup stands beside a blank, nor a line break for it."""
    around = view.source_span(start - 1, end + 1)
    return around.end - around.start == end - start + 2 and view.run_at(start).verbatim
