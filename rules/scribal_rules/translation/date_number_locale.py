"""A number or a date written as another language writes it."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Fix, Good, Hit, Rule, Safety, View, expression, replace

POINT = ("en", "he", "hi", "ja", "ko", "ms", "th", "zh")
COMMA = (
    "bg", "ca", "cs", "da", "de", "el", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nl", "no", "pl",
    "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi",
)  # fmt: skip
"""Languages that part decimals with a point and with a comma, by CLDR; Spanish does both."""

MEASURES = (
    "centimeters|centimetres|degrees|dollars|euros|feet|gigabytes|grams|hectares|hours|inches|kilograms|kilometers"
    "|kilometres|litres|liters|megabytes|meters|metres|miles|milliseconds|minutes|points|pounds|seconds|times|tonnes"
    "|tons|units|versions|years|yards|acres|ounces|gallons|volts|watts|stars|cents|million|millions|billion|trillion"
)
_ENGLISH = expression(
    rf"""
    (?<! [\d.,/:$€£-] ) (?: (?P<groups> \d{{1,3}} (?: \.\d{{3}} ){{2,}} ) (?! [\d.] )
      | (?P<mixed> \d{{1,3}} (?: \.\d{{3}} )+ ,\d{{1,2}} ) (?! \d )
      | (?P<percent> \d{{1,3}},\d{{1,2}} ) (?= [ ]?% | [ ](?:percent|million|billion)\b )
      | (?P<people> [1-9]\d{{0,2}}\.\d{{3}} ) (?= [ ] (?! (?:{MEASURES})\b ) (?: \p{{Ll}}{{3,12}} [ ] )? \p{{Ll}}{{4,}}s \b )
      | (?P<spaced> [1-9]\d{{0,2}} (?: [ ]\d{{3}} )+ ) (?= [ ] \p{{Ll}}{{3,}} )
      | (?P<date> (?: 0?[1-9]|[12]\d|3[01] ) \. (?: 0?[1-9]|1[0-2] ) \. (?: 19|20 )\d\d ) (?! [.\d] )
      | (?P<sum> \d{{1,3}} (?: ,\d{{3}} )*+ [$£] ) (?! [\w$] ) )
    """,
    regex.VERBOSE,
)
_OTHERS = expression(
    r"""
    (?<! [\d.,/:-] ) (?: (?P<groups> \d{1,3} (?: ,\d{3} ){2,} ) (?! [\d,] ) | (?P<mixed> \d{1,3} (?: ,\d{3} )+ \.\d{1,2} ) (?! [\d.] ) )
    """,
    regex.VERBOSE,
)
_WORD = expression(r"\p{L}{2,}[,:]?[ ][(]?\Z|^\Z")


class DateNumberLocale(Rule):
    """“2,8 %” and “3.254 tanks” are German or French numbers, “1,234.50” is an English one.

    Reported in English: groups parted by points or blanks, a decimal comma before a percentage, a dotted
    date, and a sum before its sign; in languages with a decimal comma: groups parted by commas. A number
    that could be right in its language (“1.234 seconds”) is left alone, and so are versions and addresses.
    """

    summary = "A number or a date is written as another language writes it."
    message = "“{found}” is not how this language writes it"
    preview = True
    languages = (*POINT, *COMMA)
    patterns = (r"\p{Nd}[.,]\p{Nd}", r"\p{Nd} \p{Nd}{3} \p{Ll}", r"\p{Nd}[$£]")
    bad = [
        Bad("The army had ⟦3.254⟧ tanks.", "The army had 3,254 tanks.", language="en"),
        Bad("For ⟦2,8⟧% of them it is new.", "For 2.8% of them it is new.", language="en"),
        Bad("It cost ⟦1.234,50⟧ in all.", "It cost 1,234.50 in all.", language="en"),
        Bad("There were ⟦15 000⟧ guests.", "There were 15,000 guests.", language="en"),
        Bad("It began on ⟦14.09.2022⟧ in town.", language="en"),
        Bad("It costs ⟦100$⟧ now.", "It costs $100 now.", language="en"),
        Bad("Das sind ⟦1,234,567⟧ Zeilen.", "Das sind 1.234.567 Zeilen.", language="de"),
        Bad("Cela fait ⟦1,234.50⟧ en tout.", "Cela fait 1\N{NARROW NO-BREAK SPACE}234,50 en tout.", language="fr"),
    ]  # fmt: skip
    good = [
        "It took 1.234 seconds and 3.254 meters.",
        "Version 1.234.567.8 of 10.0.0.1 is out.",
        "The total is 1,234,567.50, or 3.5%.",
        "He won 74 100 times 2 is 200.",
        Good("Das sind 1.234.567 Zeilen und 2,5 Prozent.", language="de"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        comma = view.language in COMMA
        for zone in view.zones_of(hits):
            if zone.kind == "cell":
                continue
            for match in (_OTHERS if comma else _ENGLISH).finditer(view[zone]):
                if not _WORD.search(view[zone][: match.start()]):
                    continue
                start, end = zone.start + match.start(), zone.start + match.end()
                kind, found = match.lastgroup, match[0]
                if kind == "date":
                    yield self.finding(
                        start, end, Fix((), Safety.SHOWN, "write the month as a word"), found=found
                    )
                    continue
                text = f"{found[-1]}{found[:-1]}" if kind == "sum" else turned(found, view.language or "")
                yield self.finding(start, end, replace(start, end, text, Safety.UNSAFE), found=found)


def turned(number: str, language: str) -> str:
    """Return a number with the separators of a language."""
    if language in COMMA:
        group = (
            " "
            if language in ("bg", "cs", "fi", "fr", "hu", "lt", "lv", "no", "pl", "ru", "sk", "sv", "uk")
            else "."
        )
        return (
            number.replace(",", "\0")
            .replace(".", ",")
            .replace("\0", group.replace(" ", "\N{NARROW NO-BREAK SPACE}"))
        )
    return (
        number.replace(" ", ",").translate(str.maketrans(",.", ".,"))
        if " " not in number
        else number.replace(" ", ",")
    )
