"""A link to another story, as a line of the text."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, drop

PHRASES = (
    "read more|read also|also read|read next|don't miss|related article|related story|related stories|more on this"
    "|mehr zum thema|lesen sie auch|lies auch|lesen sie mehr|auch interessant"
    "|lire aussi|à lire aussi|lisez aussi|a lire aussi|sur le même sujet"
    "|lea también|lee también|leer más|te puede interesar|también te puede interesar|ver también"
    "|leia também|leia mais|veja também|saiba mais|leggi anche|leggi di più|potrebbe interessarti"
    "|lees ook|lees meer|lees verder|läs även|läs också|läs mer|les også|les mer|læs også|læs mere|lue myös"
    "|czytaj też|czytaj także|czytaj również|zobacz też|zobacz także|čtěte také|přečtěte si také|čítajte aj|prečítajte si aj"
    "|citește și|citiţi şi|citește mai mult|διαβάστε επίσης|διαβάστε ακόμη|читайте также|смотрите также|по теме"
    "|читайте також|дивіться також|прочетете още|вижте още|pročitajte još|pročitajte i|preberite tudi|olvasd el ezt is"
    "|olvassa el|ayrıca okuyun|bunu da oku|baca juga|baca selengkapnya|xem thêm|đọc thêm|अधिक पढ़ें|यह भी पढ़ें|আরও পড়ুন"
    "|اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|بیشتر بخوانید|קרא גם|קראו גם|अन्य समाचार|延伸阅读|延伸閱讀|相关阅读|あわせて読みたい|関連記事|관련기사|더 읽기"
).split("|")  # fmt: skip
"""How news sites of many languages announce another of their stories."""

_TEASER = regex.compile(
    rf"[^\p{{L}}\p{{N}}\s]{{0,3}}+\s*+(?:{'|'.join(map(regex.escape, PHRASES))})\s*+[:|–—►»：]\s*+(?P<title>\S.{{8,200}}+)",
    regex.IGNORECASE,
)


class ReadMoreTeaser(Rule):
    """“Read more:” and a headline, on a line of their own, lead to another story and belong to no text.

    A line that ends as a sentence does, with a full stop, is left alone.
    """

    summary = "A link to another story stands as a line of the text."
    message = "“{title}” is a link to another story"
    literals = tuple(PHRASES)
    bad = [
        Bad(
            "The river rose.\n\n⟦Read more: How the old town of Turin got its bridges⟧\n\nIt fell.",
            "The river rose.\n\nIt fell.",
        ),
        Bad(
            "Der Fluss stieg.\n⟦Lesen Sie auch: Wie Turin zu seinen Brücken kam⟧\nEr fiel.",
            "Der Fluss stieg.\nEr fiel.",
        ),
    ]
    good = [
        "Read more: the book has a chapter on it.",
        "To read more is to know more: the teacher said so.",
        Good("- Read more: [the guide](https://example.org)\n", media="text/markdown"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            line = view[zone].rstrip()
            match = _TEASER.fullmatch(line) if zone.kind in ("paragraph", "heading") else None
            if match and not line.endswith((".", ":", ";", "。")):
                fix = drop(zone.start, zone.end, Safety.UNSAFE)
                yield self.finding(zone.start, zone.start + len(line), fix, title=match["title"])
