"""A date with a day of the week that it did not have."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import regex

from scribal import Bad, Finding, Fix, Good, Hit, Rule, Safety, View, fold, lazily


@cache
def names() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Return, by language, the names of the days from Monday and of the months from January, each with its forms."""
    return tomllib.loads(Path(__file__).with_name("_dates.toml").read_text("utf-8"))


@cache
def days_of(language: str) -> frozenset[str]:
    """Return the forms of the days of a language, folded."""
    return frozenset(fold(form) for day in names()[language]["days"] for form in day.split("|"))


def triggers() -> tuple[str, ...]:
    """Return the forms of the days of all languages."""
    return tuple(
        sorted({form for some in names().values() for day in some["days"] for form in day.split("|")})
    )


YEARS = range(1924, 2101)
"""Years in which all the world counts by the Gregorian calendar."""


REACH = 100
"""How far from the day of the week the year may stand."""

_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def pattern(language: str) -> regex.Pattern[str]:
    """Return the expression of a date with its weekday, as a language writes it."""
    days, months = ("|".join(names()[language][key]) for key in ("days", "months"))
    of = r"(?:[,.]?\s{0,2}(?:de|del|di|do|of|den|dem|le|the|el|na|la|d['’]|’|il|i|p\.|a|dia|год[аи]?|року|г\.)?\s{0,2})"
    day, month, year = r"(?P<day>[12]?\d|3[01]|0[1-9])", rf"(?P<month>{months})", r"(?P<year>(?:19|20)\d\d)"
    order = rf"(?:{day}(?:st|nd|rd|th|er|\.|º|ª)?{of}{month}{of}{year}|{month}{of}{day}(?:st|nd|rd|th)?{of}{year})"
    numbers = r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)"
    eastern = r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<number>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
    said = rf"(?P<said>{days})"
    return regex.compile(
        rf"(?<!\p{{L}}){said}(?!\.\s){of}(?:{order}|{numbers})(?!\d)|(?<!\p{{L}}){order}\s?\({said}\)|{eastern}[\s,，、(（]{{0,2}}{said}",
        regex.IGNORECASE,
    )


class WeekdayMismatch(Rule):
    """“Tuesday, September 15, 2022”: one of the two is wrong, for that day was a Thursday.

    Who moves a date into another calendar, or a machine that fills it in, forgets the day of the week. The
    names are those of the Unicode CLDR; dates from 1924 to 2100 are looked at.
    """

    summary = "A date and its day of the week do not go together."
    message = "“{found}”: that day is a {right}"
    languages = lazily(lambda _: tuple(sorted(names().keys() - {"et", "he", "lt", "lv", "sk", "sl", "sr"})))
    preview_languages = ("et", "he", "lt", "lv", "sk", "sl", "sr")
    literals = lazily(lambda _: triggers())
    bad = [
        Bad("It began on ⟦Tuesday, September 15, 2022⟧.", language="en"),
        Bad("It began on ⟦Monday 5th of May 2021⟧.", language="en"),
        Bad("Es begann am ⟦Dienstag, den 15. September 2022⟧.", language="de"),
        Bad("Es begann am ⟦Montag, 15.09.2022⟧.", language="de"),
        Bad("C’était le ⟦mardi 15 septembre 2022⟧.", language="fr"),
        Bad("Fue el ⟦martes, 15 de septiembre de 2022⟧.", language="es"),
        Bad("Это было во ⟦вторник, 15 сентября 2022⟧ года.", language="ru"),
        Bad("それは⟦2022年9月15日（火曜日⟧）だった。", language="ja"),
    ]  # fmt: skip
    good = [
        "It began on Thursday, September 15, 2022, and ended on Friday.",
        "It began on a Tuesday. September 15, 2022 was a Thursday.",
        "The treaty is of Monday, 1 January 1700.",
        Good("Es begann am Donnerstag, den 15. September 2022.", language="de"),
        Good("それは2022年9月15日（木曜日）だった。", language="ja"),
    ]  # fmt: skip

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        dated = [hit for hit in hits if _YEAR.search(view.text, max(hit.start - REACH, 0), hit.end + REACH)]
        if not dated:
            return
        language = view.language or ""
        if language not in names():
            return
        days, months = names()[language]["days"], names()[language]["months"]
        for zone in view.zones_of(hit for hit in dated if hit.trigger in days_of(language)):
            for match in pattern(language).finditer(view[zone]):
                when = date_of(match, months)
                said = match["said"].lower()
                if when is None or said in days[when.weekday()].split("|"):
                    continue
                right = days[when.weekday()].split("|")[0]
                right = right.capitalize() if match["said"][0].isupper() else right
                start, end = zone.start + match.start(), zone.start + match.end()
                yield self.finding(
                    start, end, Fix((), Safety.SHOWN, f"say “{right}”"), found=match[0], right=right
                )


def date_of(match: regex.Match[str], months: Sequence[str]) -> date | None:
    """Return the date that a match speaks of, None where there is no such day."""
    groups = match.groupdict()
    number = groups["number"] or next(
        number for number, forms in enumerate(months, 1) if groups["month"].lower() in forms.split("|")
    )
    try:
        when = date(int(groups["year"]), int(number), int(groups["day"]))
    except ValueError:
        return None
    return when if when.year in YEARS else None
