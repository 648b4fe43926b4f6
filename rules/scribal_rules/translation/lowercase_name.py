"""A name of a country, a people, a language, a month or a day in lower case."""

from collections.abc import Iterator, Sequence

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, replace

from ._lists import lines_of

NAMES = {name.lower(): name for name in lines_of("_capitals.txt")}

_NAME = expression(r"(?<![^\s(“\"‘])(?P<name>\p{Ll}{4,}+)(?=[\s,;.!?)”\"’]|\Z)(?!\.\p{L})")
_PROSE = expression(r"(?:\p{L}[\p{L}’'-]*[,;]?[ ]){2}\Z")


class LowercaseName(Rule):
    """French, Spanish and Russian write “russian”, “monday” and “january” small, and Hindi has no capitals.

    English has them for countries, peoples, languages, days and months; a translation that takes over the
    small letter is recognised by it. Left alone: words that are things as well (china, polish, turkey, may),
    and texts without capitals, such as chats, codes and lists of locales.
    """

    summary = "A name that English capitalises stands in lower case."
    message = "“{found}” is a name: English writes “{name}”"
    languages = ("en",)
    literals = tuple(NAMES)
    bad = [
        Bad(
            "He learned the ⟦russian⟧ language there.",
            "He learned the Russian language there.",
            language="en",
        ),
        Bad("They came on a ⟦monday⟧ in ⟦january⟧.", "They came on a Monday in January.", language="en"),
        Bad(
            "She was born in ⟦germany⟧, near the sea.",
            "She was born in Germany, near the sea.",
            language="en",
        ),
    ]
    good = [
        "The china is from China, and the nail polish is from Poland.",
        "It may snow in march step.",
        "i was in germany and it was a very cold monday there",
        "Choose one of english, german or spanish.",
        Good("El idioma español y el ruso.", language="es"),
        "Set the locale to german-at or use lang/german.",
    ]  # fmt: skip

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        starts: dict[int, list[int]] = {}
        for at in dict.fromkeys(hit.start for hit in hits):
            starts.setdefault(view.zone_index(at), []).append(at)
        for index, places in starts.items():
            zone = view.zones[index]
            text = view[zone]
            matches = (_NAME.match(text, at - zone.start) for at in places)
            found = [m for m in matches if m and m["name"] in NAMES and follows_words(text[: m.start()])]
            if not found or len(found) > 3 or not is_cased(text):
                continue
            for match in found:
                start, end = zone.start + match.start(), zone.start + match.end()
                name = NAMES[match["name"]]
                yield self.finding(
                    start, end, replace(start, end, name, Safety.UNSAFE), found=match[0], name=name
                )


def follows_words(before: str) -> bool:
    """Return whether two words of a sentence stand before a place."""
    return _PROSE.search(" ".join(before.rsplit(" ", 3)[-3:])) is not None


def is_cased(text: str) -> bool:
    """Return whether a line begins with a capital and ends as a sentence does."""
    return text[:1].isupper() and text.rstrip()[-1:] in tuple('.!?:”"’)')
