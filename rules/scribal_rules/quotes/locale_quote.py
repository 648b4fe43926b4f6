"""Quotation marks of another language."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Edit, Finding, Fix, Good, Hit, Rule, Safety, Severity, View, detect

from ._conventions import conventions
from ._marks import quoting
from ._pairs import reading


class LocaleQuote(Rule):
    """A translator, or a program, kept the marks of the language that the text came from.

    One finding speaks for all pairs that the language does not have; the fix writes its usual ones.  Straight
    marks are at home nowhere and everywhere, and left alone.
    """

    summary = "Quotation marks of another language stand in the text."
    message = "“{opens}{closes}” are no marks of this language, “{usual}” are{more}"
    severity = Severity.INFO
    preview = True
    languages = (
        "bg",
        "cs",
        "da",
        "de",
        "fi",
        "fr",
        "hr",
        "hu",
        "nb",
        "no",
        "pl",
        "ro",
        "ru",
        "sk",
        "sl",
        "sv",
        "uk",
    )
    bad = [
        Bad("Die ⟦“alte”⟧ Stadt und die “neue”.", "Die „alte“ Stadt und die „neue“.", language="de"),
        Bad("A régi ⟦“kikötő”⟧ és a „város”.", "A régi „kikötő” és a „város”.", language="hu"),
        Bad("Den gamla ⟦„hamnen“⟧.", "Den gamla ”hamnen”.", language="sv"),
        Bad("Vanha ⟦“satama”⟧.", "Vanha ”satama”.", language="fi"),
        Bad("*Starý* ⟦“přístav”⟧.", "*Starý* „přístav“.", media="text/markdown", language="cs"),
    ]
    good = [
        Good("Die „alte“ Stadt, die »neue« und die «dritte».", language="de"),
        Good('Die "alte" Stadt.', language="de"),
        Good(
            "Die Stadt am Meer ist alt.\n\nThis part of the “manual” has not been translated by anybody yet.",
            media="text/markdown",
            language="de",
        ),
        Good("Le « vieux » port et le “nouveau”.", language="fr"),
        Good("Старый «порт» и „город“.", language="ru"),
    ]

    def gate(self, view: View) -> bool:
        return any(mark in view.text for mark in "“”„«»")

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        own = conventions().get(view.language or "")
        if not own:
            return
        usual = next(pair for pair in own if pair[0] in "“”„«»")
        foreign = [
            pair
            for zone in quoting(view)
            for pair in reading(view, zone).pairs
            if pair.open.glyph in "“”„«»"
            and pair.open.glyph + pair.close.glyph not in own
            and not any(pair.turned)
            and detect(view[zone]) in (None, view.language)
        ]
        if not foreign:
            return
        edits = (
            Edit(mark.at, mark.at + 1, glyph)
            for pair in foreign
            for mark, glyph in zip((pair.open, pair.close), usual, strict=True)
            if mark.glyph != glyph
        )
        first = foreign[0]
        more = f"; as {len(foreign) - 1} more pairs" if len(foreign) > 1 else ""
        fix = Fix(tuple(edits), Safety.UNSAFE)
        yield self.finding(
            first.open.at,
            first.close.at + 1,
            fix,
            opens=first.open.glyph,
            closes=first.close.glyph,
            usual=usual,
            more=more,
        )
