"""Half-width katakana, and full-width letters and digits where the text writes ordinary ones."""

import unicodedata
from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

_HALF = expression(r"[\uff66-\uff9f]{2,}+")
_FULL = expression(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]{2,}+")
_PLAIN = expression(r"[A-Za-z0-9]{2,}+")

MIXED = 3
"""How many times more words in ordinary letters there must be before full-width ones are odd."""


class WidthForm(Rule):
    """Half-width katakana come from terminals and old databases; in running text they are replaced by full ones.

    Full-width letters and digits are a style of Japanese and Chinese printing: they are reported only where
    the text has far more in their ordinary form, or is in another script altogether.
    """

    summary = "Letters or digits have the width of another script."
    message = "“{found}” has the wrong width"
    patterns = ("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f]{2}",)
    bad = [
        Bad("⟦ｶﾀｶﾅ⟧は読みにくい。", "カタカナは読みにくい。", language="ja"),
        Bad(
            "The ⟦ＡＢＣ⟧ of the matter is in the text of the act here.",
            "The ABC of the matter is in the text of the act here.",
        ),
        Bad("⟦ﾊﾞﾅﾅ⟧を買う。", "バナナを買う。", language="ja"),
    ]
    good = [
        Good("ＡＢＣ社は２０年前に始まった。", language="ja"),
        "The ABC of the matter.",
        Good("カタカナは読みやすい。", language="ja"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            for match in _HALF.finditer(view.text, zone.start, zone.end):
                yield self.wrong(match)
        full = [
            match for zone in view.zones_of(hits) for match in _FULL.finditer(view.text, zone.start, zone.end)
        ]
        if full and len(_PLAIN.findall(view.text)) >= MIXED * len(full):
            yield from map(self.wrong, full)

    def wrong(self, match: regex.Match[str]) -> Finding:
        """Return the finding on a run of letters."""
        text = unicodedata.normalize("NFKC", match[0])
        return self.finding(*match.span(), replace(*match.span(), text, Safety.SAFE), found=match[0])
