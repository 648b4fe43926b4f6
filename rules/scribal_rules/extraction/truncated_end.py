"""A text, or a paragraph of it, that was cut off."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, View, Zone, expression

_MORE = (
    "read more|continue reading|keep reading|more|full story|read the rest|weiterlesen|mehr lesen|mehr|lire la suite|lire plus|suite|leer más|seguir leyendo|sigue leyendo|leia mais|continue lendo|ler mais"
    "|leggi tutto|leggi di più|continua a leggere|continua|lees verder|lees meer|meer lezen|czytaj dalej|czytaj więcej|więcej|читать далее|читать дальше|подробнее|читати далі|детальніше|číst dál|číst dále|čítať ďalej"
    "|läs mer|läs hela|les mer|læs mere|lue lisää|tovább|bővebben|tovább olvasom|citește mai mult|citeste mai mult|devamını oku|devamı|διαβάστε περισσότερα|прочети още|baca selengkapnya|selengkapnya|xem thêm|đọc tiếp|続きを読む|阅读全文|更多|더 보기|اقرأ المزيد|קרא עוד"
).replace(" ", r"\ ")
_CUT = expression(
    rf"(?<=[\p{{L}}\p{{M}},–—-]\s{{0,2}}) (?:\[\s?(?:…|\.\.\.|&hellip;|&\#8230;)\s?\] | \((?:more|mehr|suite|más|mais)(?:…|\.\.\.)\))"
    rf" (?:\s*+(?:{_MORE}))?+ \s*+[»›→>]?+\s*+\Z"
    rf"| (?:…|\.\.\.) \s*+ (?:{_MORE}) \b (?:\s[^.!?»›→>\n]{{1,80}})? \s*+[»›→>]{{0,2}}+\s*+\Z"
    rf"| (?<=[\p{{L}},])\s++ (?:{_MORE}) \s*+[»›→]{{1,2}}+\s*+\Z",
    regex.VERBOSE | regex.IGNORECASE,
)
_END = expression(r"[.!?…。！？।؟։:;\"”’»“)\]*_]\W*+\Z")
_STOPS = expression(r"(?:(?<![\p{L}\p{N}\p{M}])(?:\p{Ll}\p{M}*+)++|,)\Z")
_SIGNS = ("…", "»", "›", "→", "...", "&hellip;", "&#8230;")
"""What every such end has."""

PROSE = 60
"""A line of fewer code points may be no sentence."""

TAIL = 160
"""In so many code points before its end the cut of a paragraph stands."""

FEWEST = 4
"""So many paragraphs show how the paragraphs of a text end."""

MOSTLY = 0.9
"""How many of them must end as sentences do."""


class TruncatedEnd(Rule):
    """A scraper took the teaser for the text, or was cut off: “… Read more »”, “[…]”, or no end at all.

    The end of a text is reported where its last paragraph stops in a word or at a comma and nearly all others
    end as sentences do.
    """

    summary = "A text or a paragraph is cut off."
    message = "{what} is cut off"
    bad = [
        Bad(
            "The river rose in the night and took the bridge, which […⟧".replace("[…⟧", "⟦[…]⟧")
            + "\nPeople slept.\n"
        ),
        Bad("Der Fluss stieg in der Nacht und nahm ⟦… Weiterlesen »⟧\n"),
        Bad("The river rose in the ⟦... Continue reading Floods in Turin →⟧\n"),
        Bad(
            "The river rose in the night and took the old bridge of the town along.\n"
            "People slept in the school, and the water did not fall until the evening.\n"
            "The mayor said that nobody had seen such a flood for a hundred years.\n"
            "Most of the houses on the left bank are empty, and the people who lived ⟦there⟧\n"
        ),
        Bad("<p>Река поднялась ночью и снесла старый мост, который ⟦[...]⟧</p>\n", media="text/html"),
    ]
    good = [
        "He wrote: “The river rose […]”",
        "“The river […] rose in the night.”",
        "[…] https://example.org",
        "The river rose ...\n",
        "Read more »\n",
        "[...] So you can see the trailer of the film about the river here: The river [...]",
        "The river rose in the night. [...]\nIt fell in the evening of the third day. [...]",
        Good(
            "- The river rose in the night and took the old bridge of the town with it, and more\n",
            media="text/markdown",
        ),
    ]

    def gate(self, view: View) -> bool:
        return any(sign in view.text for sign in _SIGNS) or (
            bool(view.zones) and is_stopped(view, view.zones[-1])
        )

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in signed(view):
            cut = _CUT.search(view.text, max(zone.start, zone.end - TAIL), zone.end)
            if (
                cut
                and zone.kind in ("paragraph", "quote")
                and view.text[zone.start] != "["
                and cut.start() - zone.start >= PROSE // 3
            ):
                start, end = cut.span()
                start += len(cut[0]) - len(cut[0].lstrip())
                yield self.finding(start, end, what="this paragraph")
        if view.zones and is_stopped(view, view.zones[-1]):
            prose = [
                zone
                for zone in view.zones[:-1]
                if zone.kind == "paragraph" and zone.end - zone.start >= PROSE
            ]
            ended = sum(
                _END.search(view.text, max(zone.start, zone.end - 9), zone.end) is not None for zone in prose
            )
            if len(prose) >= FEWEST - 1 and ended >= MOSTLY * len(prose):
                end = view.zones[-1].end
                yield self.finding(view.text.rfind(" ", 0, end) + 1, end, what="the text")


def signed(view: View) -> Iterator[Zone]:
    """Yield the zones that have a sign near their end, in order."""
    for index in sorted({view.zone_index(at) for sign in _SIGNS for at in view.places_of(sign)}):
        zone = view.zones[index]
        if any(view.text.rfind(sign, max(zone.start, zone.end - TAIL), zone.end) >= 0 for sign in _SIGNS):
            yield zone


def is_stopped(view: View, zone: Zone) -> bool:
    """Return whether a paragraph of prose ends in a word in lower case or at a comma."""
    long = zone.kind == "paragraph" and zone.end - zone.start >= PROSE and not zone.linked
    return long and _STOPS.search(view.text, zone.end - 30, zone.end) is not None and "://" not in view[zone]
