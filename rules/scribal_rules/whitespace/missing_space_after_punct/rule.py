"""A mark that is glued to the word after it."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

from .._going_on import goes_on

_WORD = r"[\p{L}\p{M}][\p{L}\p{M}'’-]*+"
_GLUED = expression(
    rf"""
    (?<! [^\s(\[“"'«„¿¡] ) (?P<left> {_WORD} (?<=[\p{{L}}\p{{M}}]{{2}}) | \d{{3,4}} )
    (?P<mark> [)”’»"]?+ [.!?…] [”’»)]?+ | , ) (?P<quotes> "{{0,2}}+ )
    (?P<right> [\p{{L}}\p{{M}}] (?: [\p{{L}}\p{{M}}'’-]* [\p{{L}}\p{{M}}] )? )
    (?= [\s,;:!?)”»"\u3002] | \. (?: \s | \Z ) | \Z )
    """,
    regex.VERBOSE,
)
_ALWAYS = expression(
    r"(?<=[\p{Arabic}\p{M}]{2}) [،؛۔] (?=\p{Arabic}{2}) | (?<=[\p{Devanagari}\p{Bengali}]{2}) । (?=[\p{Devanagari}\p{Bengali}]{2})",
    regex.VERBOSE,
)
"""Marks of scripts that programs and addresses are not written in."""


class MissingSpaceAfterPunct(Rule):
    """“at the end.Next it rained” lost its blank with a tag, or to a typist in a hurry.

    Since files, addresses and programs are full of marks without blanks, a word in Latin letters after the
    mark has to be one with which sentences or clauses go on in the language of the text, or one of the two
    has to hold a letter that such names are not written in.  The fix is not safe.
    """

    summary = "No blank stands after a comma or at the end of a sentence."
    message = "no blank stands between “{left}” and “{right}”"
    patterns = (
        r"[\p{L}\p{M}\p{Nd}]{2}[)”’»\"]{0,1}[.!?…][\"”’»)]{0,2}[\p{Lu}\p{Lo}]",
        r"[\p{L}\p{M}\p{Nd}]{2}[)”’»\"]{0,1},[\p{Ll}\p{Lo}]",
        r"\p{Arabic}[،؛۔]\p{Arabic}",
        "[\\p{Devanagari}\\p{Bengali}]।[\\p{Devanagari}\\p{Bengali}]",
    )
    bad = [
        Bad("The harbour ⟦froze.In⟧ May it thawed.", "The harbour froze. In May it thawed.", language="en"),
        Bad(
            "“It ⟦froze.”They⟧ left, the ⟦boats,which⟧ stayed.",
            "“It froze.” They left, the boats, which stayed.",
            language="en",
        ),
        Bad(
            "Der Hafen war ⟦offen.Mächtige⟧ Schiffe kamen.",
            "Der Hafen war offen. Mächtige Schiffe kamen.",
            language="de",
        ),
        Bad(
            "Порт ⟦замёрз.Корабли⟧ ⟦ушли,а⟧ люди остались.",
            "Порт замёрз. Корабли ушли, а люди остались.",
            language="ru",
        ),
        Bad("نام الولد في ⟦البيت.ثم⟧ ذهب.", "نام الولد في البيت. ثم ذهب.", language="ar"),
        Bad("항구가 ⟦열렸습니다.배가⟧ 왔다.", "항구가 열렸습니다. 배가 왔다.", language="ko"),
        Bad("ذهب إلى البيت⟦،⟧ثم نام.", "ذهب إلى البيت، ثم نام.", language="ar"),
        Bad("वह घर गया⟦।⟧फिर सो गया।", "वह घर गया। फिर सो गया।", language="hi"),
    ]
    good = [
        Good("See changelog.Debian, node.js, example.com, One.Tel and Yahoo!News.", language="en"),
        Good("It has sizes of tab,right and auth,mail or 1,250.In that form.", language="en"),
        Good("Call list.Sort() or Console.In, e.g.This is no word; the U.S.The end.", language="en"),
        Good("Die Leser:innen lesen z.B.Das Buch bei Übergizmo.de.", language="de"),
        Good("“열렸습니다.”라고 말했다. “왔나요?”를 보라.", language="ko"),
        Good("ق.م. و م.ن. هنا، 제주.강정은 이름이다.", language="ar"),
        "他说，好。我们走吧！这是Python,还有Ruby。",
        Good("वह घर गया। फिर सो गया।", language="hi"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            for match in _GLUED.finditer(view.text, zone.start, zone.end):
                if goes_on(view, match):
                    at = match.start("quotes") + _closing(view.text, zone.start, match)
                    fix = replace(at, at, " ", Safety.UNSAFE)
                    left, right = view.text[match.start() : at], view.text[at : match.end()]
                    yield self.finding(*match.span(), fix, left=left, right=right)
            for match in _ALWAYS.finditer(view.text, zone.start, zone.end):
                fix = replace(*match.span(), f"{match[0]} ", Safety.UNSAFE)
                yield self.finding(*match.span(), fix, left=match[0], right=view.text[match.end()])


def _closing(text: str, start: int, match: regex.Match[str]) -> int:
    """Return how many of the straight quotation marks after the mark close what stands before them."""
    quotes = len(match["quotes"])
    return quotes // 2 if quotes != 1 else text.count('"', start, match.start("quotes")) % 2
