"""Characters of the other Chinese script."""

from collections.abc import Iterator, Sequence
from functools import cache

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, View, expression

from ._tables import table

LEAST = 20
"""How many characters that tell the scripts apart the leading one must have."""

LEADING = 12
"""How many times more it must have than the other."""

_KANA = expression(r"[\p{Hiragana}\p{Katakana}]")
_QUOTED = expression(
    r"[「『“《〈][^」』”》〉]{0,200}+[」』”》〉]|日本語|[简簡繁正][体體]中文|[中汉漢]语|[中漢]語|[简簡]中|繁中"
)
"""Quotations, and the names by which menus call the languages."""


class HansHantMix(Rule):
    """A converter or a translator let single characters of the other script through: “這個软體”.

    One finding for a text in which one script clearly leads; the fix writes its characters by OpenCC's table,
    which a reader should check: names and quotations may want the other script.
    """

    summary = "Some characters are of the other Chinese script."
    message = "“{found}” is of the other Chinese script than the text{more}"
    languages = ("zh",)
    bad = [
        Bad(
            "這個國家的學校開門時，學生們說話聲音很大，老師寫字畫圖，還買來書桌與椅子給兩個班級，⟦软⟧體也裝好。",
            "這個國家的學校開門時，學生們說話聲音很大，老師寫字畫圖，還買來書桌與椅子給兩個班級，軟體也裝好。",
            language="zh",
        )
    ]
    good = [
        Good("這個國家的學校開門了。", language="zh"),
        Good(
            "这个国家的学校开门时，学生们说话声音很大，老师写字画图，还买来书桌与椅子给两个班级，也装好软件。",
            language="zh",
        ),
        Good(
            "繁體中文 | 日本語\n这个国家的学校开门时，学生们说话声音很大，老师写字画图，还买来书桌与椅子给两个班级，也装好软件。",
            language="zh",
        ),
    ]

    def gate(self, view: View) -> bool:
        if view.text.isascii() or not has_ideographs(view.text):
            return False
        simplified, traditional = sets()
        here = set(view.text)
        return not here.isdisjoint(simplified) and not here.isdisjoint(traditional)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if _KANA.search(view.text):
            return
        data = table("hans_hant")
        text = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), view.text)
        places: dict[bool, list[int]] = {True: [], False: []}
        simplified, traditional = sets()
        for at, char in enumerate(text):
            if char in simplified or char in traditional:
                places[char in simplified].append(at)
        few = len(places[True]) < len(places[False])
        lead, odd = places[not few], places[few]
        if not odd or len(lead) < max(LEAST, LEADING * len(odd)):
            return
        names = ("simplified", "traditional") if few else ("traditional", "simplified")
        other = dict(zip(data[names[0]], data[names[1]], strict=True))
        edits = tuple(Edit(at, at + 1, other[text[at]]) for at in odd)
        more = f"; {len(odd)} characters are" if len(odd) > 1 else ""
        yield self.finding(odd[0], odd[0] + 1, Fix(edits, Safety.UNSAFE), found=text[odd[0]], more=more)


def has_ideographs(text: str) -> bool:
    """Return whether a text has a letter from U+4000 to U+9FFF, by the first byte that it has in UTF-8."""
    data = text.encode("utf-8", "surrogatepass")
    return any(byte in data for byte in range(0xE4, 0xEA))


@cache
def sets() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters of one script only, simplified and traditional."""
    data = table("hans_hant")
    return frozenset(data["simplified"]), frozenset(data["traditional"])
