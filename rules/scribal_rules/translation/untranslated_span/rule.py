"""A sentence or a paragraph that was left in its language."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Span, View, Zone, detect
from scribal_rules.script._kinship import kin
from scribal_rules.translation._foreign_prose import LEAST, is_prose, strangers

SURE = 0.8
"""How probable the other language must be."""

_DE = (
    "Der Fluss stieg in der Nacht, und niemand in der Stadt schlief, weil die alte Brücke gefallen war.\n"
    "Es dauerte drei Jahre, bis eine neue gebaut war, und sie kostete mehr, als man gedacht hatte.\n"
)
_EN = (
    "The river rose in the night, and nobody in the town slept, because the old bridge had fallen.\n"
    "It took three years until a new one was built, and it cost more than anybody had thought.\n"
)
_JA = (
    "夜の間に川の水が増え、古い橋が落ちたので、町では誰も眠れなかった。朝になると町長が技師を連れて来た。\n\n"
    "新しい橋ができるまでに三年かかり、誰も思わなかったほどの費用がかかった。今では電車がまた川を渡っている。\n"
)


class UntranslatedSpan(Rule):
    """A translation lacks a sentence or a paragraph: it stands there as it stood in the source.

    Reported is a sentence of at least sixty letters that has none of the words without which hardly a
    sentence of its document is made, and that fastText's model is sure to be in another language that is no
    near kin. Left alone: what is quoted, announced by a colon, or emphasised; titles, names, code, licences,
    bibliographies and links; and texts that are in two languages.
    """

    summary = "A sentence stands in another language than its text."
    message = "this is in “{found}”, and the text around it in “{language}”"
    languages = (
        "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "hi", "hr", "hu", "id", "it", "ja",
        "ko", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh",
    )  # fmt: skip
    preview_languages = ("et", "he", "lt", "lv", "sk", "sl", "sr")
    bad = [
        Bad(
            f"{_DE}⟦In the morning the mayor came with two engineers, and they measured how far the water had come.⟧\n{_DE}",
            language="de",
        ),
        Bad(
            f"{_DE}Das war gestern. ⟦In the morning the mayor came with two engineers, and they measured how far the"
            f" water had come.⟧ Dann war es gut, und alle gingen heim.\n{_DE}",
            language="de",
        ),
        Bad(
            f"{_EN}⟦Am Morgen kam der Bürgermeister mit zwei Ingenieuren, und sie maßen, wie weit das Wasser kam.⟧\n{_EN}",
            language="en",
        ),
        Bad(
            f"{_EN}⟦Утром пришёл мэр с двумя инженерами, и они измерили, как далеко зашла вода в городе.⟧\n{_EN}",
            language="en",
        ),
        Bad(
            f"{_JA}\n⟦It took three years until a *new bridge* was built, and it cost more than anybody had thought.⟧\n\n{_JA}",
            media="text/markdown",
            language="ja",
        ),
    ]
    good = [
        Good(
            f"{_DE}„In the morning the mayor came, and they measured how far the water had come.“\n{_DE}",
            language="de",
        ),
        Good(
            f"{_DE}Sie schrieb:\nIn the morning the mayor came, and they measured how far the water had come.\n{_DE}",
            language="de",
        ),
        Good(
            f"{_DE}In the morning the mayor came, and they measured how far the water had come.\n— Ann Lee\n{_DE}",
            language="de",
        ),
        Good(
            f"{_DE}The Old Bridge of the Town, a History in Pictures and Maps of the River and its Ships.\n{_DE}",
            language="de",
        ),
        Good(
            f"{_DE}Lee, A. (1999): The bridge of our town and the people who built it in three years, pp. 3-9.\n{_DE}",
            language="de",
        ),
        Good(
            f"{_DE}This text may be copied by everybody as long as the name of the licence is shown with it.\n{_DE}",
            language="de",
        ),
        Good(
            f"{_DE}In the morning the mayor came.\nThey measured the water.\nAnd we were all asleep.\n{_DE}",
            language="de",
        ),
        Good(
            f"{_EN}Vgl. www.example.org/de für alle, die mehr von der Brücke und dem Fluss lesen wollen.\n{_EN}",
            language="en",
        ),
        Good(f"{_DE}{_EN}", language="de"),
        Good(f"{_DE}De rivier steeg in de nacht.\n{_DE}", language="de"),
        Good("Rijeka je porasla u noći, i nitko u gradu nije spavao, jer je most pao.\n" * 4, language="hr"),
    ]

    spoken = frozenset((*languages, *preview_languages))

    def gate(self, view: View) -> bool:
        return len(view.text) > 3 * LEAST

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        language, seen = view.language or "", 0
        known = language in self.spoken and self.gate(view)
        for piece in strangers(view.text, language) if known else ():
            zone = view.zone_at(piece.start)
            if zone is None or zone.kind not in ("paragraph", "item") or piece.start < seen:
                continue
            span = Span(piece.start, min(piece.end + view.text.startswith("。", piece.end), zone.end))
            if found := foreign(view, zone, span, language):
                rest = view.text[zone.start : span.start].strip(), view.text[span.end : zone.end].strip()
                whole = all(not part or detect(part, SURE) == found for part in rest)
                start, seen = (zone.start, zone.end) if whole else span
                yield self.finding(start, seen, found=found, language=language)


def foreign(view: View, zone: Zone, span: Span, language: str) -> str | None:
    """Return the language of a sentence, if it is surely another one than that of its text."""
    found = detect(view[span], SURE) if is_prose(view, zone, span) else None
    return None if found is None or found in kin(language) else found
