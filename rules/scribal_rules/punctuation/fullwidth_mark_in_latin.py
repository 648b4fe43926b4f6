"""A Chinese or Japanese mark between words that are neither."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

_MARK = expression(
    r"(?<= [\p{Latin}\p{Cyrillic}\p{Greek}\p{N}”\"'’)）%] ) (?P<blank> [ \u00a0]?+ ) (?P<mark> [，。：；！？、．] ) (?P<after> [ \u00a0]*+ )"
    r" | (?P<open> [（] ) (?= [\p{Latin}\p{Cyrillic}\p{Greek}\p{N}] ) | (?<= [\p{Latin}\p{Cyrillic}\p{Greek}\p{N}.%] ) (?P<close> [）] )",
    regex.VERBOSE,
)
_EAST = expression(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Bopomofo}\p{Yi}]")
SHARE = 50
"""Where one letter of so many is Chinese, Japanese or Korean, the text is."""

PLAIN = {
    "，": ",",
    "。": ".",
    "：": ":",
    "；": ";",
    "！": "!",
    "？": "?",
    "、": ",",
    "．": ".",
    "（": "(",
    "）": ")",
}


class FullwidthMarkInLatin(Rule):
    """A mark from a Chinese or Japanese keyboard is left in a text that a person or a machine translated.

    Reported in lines without any Chinese, Japanese or Korean word, in texts that have next to none.
    """

    summary = "A full-width mark stands between words of an alphabet."
    message = "“{mark}” is a mark of Chinese and Japanese texts"
    patterns = (
        r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{N}”\"'’)）%][ \xa0]?[，。：；！？、．]",
        r"（[\p{Latin}\p{Cyrillic}\p{Greek}\p{N}]",
        r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{N}.%]）",
    )
    bad = [
        Bad("The port⟦，⟧the mole⟦（⟧old⟦）⟧ and the sea⟦。⟧", "The port, the mole(old) and the sea."),
        Bad("Порт⟦， ⟧мол и море⟦。⟧", "Порт, мол и море."),
        Bad("The *port*⟦：⟧a mole.", "The *port*: a mole.", media="text/markdown"),
    ]
    good = [
        Good("使用 Debian，Ubuntu（Linux）和 macOS。", language="zh"),
        Good("Linuxは、Debian（GNU）です。", language="ja"),
        "The port, the mole (old).",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if SHARE * len(_EAST.findall(view.text)) > len(view.text):
            return
        for zone in view.zones_of(hits):
            line = view[zone]
            if _EAST.search(line):
                continue
            for match in _MARK.finditer(line):
                mark = match["mark"] or match["open"] or match["close"]
                more = match["mark"] and match.end() < len(line) and line[match.end()] not in "”\"'’)）"
                start, end = zone.start + match.start(), zone.start + match.end()
                fix = replace(start, end, PLAIN[mark] + (" " if more else ""), Safety.SAFE)
                yield self.finding(start, end, fix, mark=mark)
