"""Options of a wiki's picture, without the brackets that they stood in."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Fix, Hit, Rule, Safety, View, expression, replace

from ._speaks import is_about, is_quoted

PICTURE = "[Tt]humb(?:nail)?|[Mm]ini(?:atur|atyr|aturadeimagen)|[Vv]ignette|[Мм]ини(?:атюра)?"
PLACE = (
    "left|right|center|centre|none|links|rechts|zentriert|gauche|droite|izquierda|derecha|centro|sinistra|destra"
    "|слева|справа|центр"
)
SHAPE = "upright|frame(?:d|less)?|border|hochkant|redresse"
"""The words of MediaWiki's syntax, and those of its German, French, Spanish, Italian and Russian."""

SIZE = r"(?: x?\d{2,4} (?: x\d{2,4} )? [ ]? px )"

_OPTIONS = expression(
    rf"""
    (?<! [\p{{L}}\p{{N}}.#_/\\-] )
    (?: (?: {PLACE} | {SHAPE} | {SIZE} ) (?: [ ]?\|[ ]? )?+ )*
    (?: (?P<picture> {PICTURE} ) (?: [ ]?\|[ ]? | [ ] (?= {SIZE} ) )?+
        (?: (?: {PLACE} | (?: {SHAPE} ) (?: [ ]?=[ ]?[\d.]++ )?+ | {SIZE} ) (?: [ ]?\|[ ]? )?+ )*
      | {SIZE} (?= \p{{Lu}}\p{{Ll}} ) )
    """,
    regex.VERBOSE,
)
_ABOUT = expression(r"(?i)\b(?:wiki(?:text|markup|code|syntax)|mediawiki|css|stylesheet|pixels?)\b")
_BEGINS = expression(r"\A\W*\Z|[.!?][ ]\Z")
_WORD = expression(r"(?![\p{N}_=(;:.#-]|[ ]=)[^\n]{0,40}\p{L}")


class PictureOptions(Rule):
    """A tool took the brackets out of a wiki's page, and left “thumbleft250px” before the caption.

    Two options in a row are reported, or a size that is glued to a capital: “thumb” and “250px” alone are
    words. The fix deletes them at the beginning of a line or a sentence; elsewhere something took them for
    a word of the text.
    """

    summary = "The options of a wiki's picture stand in the text."
    message = "“{found}” are options of a picture in a wiki"
    patterns = (
        rf"(?:{PICTURE}) ?(?:\||{PLACE}|{SHAPE}|[0-9x])",
        rf"(?:{PLACE}|{SHAPE}|px) ?\|? ?(?:{PICTURE})",
        r"[0-9][0-9] ?px\p{Lu}\p{Ll}",
    )
    bad = [
        Bad("⟦thumbleft250px⟧The old bridge of the town.", "The old bridge of the town."),
        Bad("⟦thumb|right|upright=0.7|⟧The old bridge.", "The old bridge."),
        Bad("⟦Thumb220pxleft⟧ The old bridge (in 1900).", "The old bridge (in 1900)."),
        Bad("⟦rightthumb⟧Old bridge.\n⟦300px⟧Ruins of it.", "Old bridge.\nRuins of it."),
        Bad("The ⟦thumbright⟧ was built in 1900 by the town."),
        Bad("⟦мини|справа|200px|⟧Старый мост.", "Старый мост."),
    ]
    good = [
        "A rule of thumb: the thumb left a mark, and it is 250px wide.",
        "Thumbs up for the right thumb! Northumbria is in the north.",
        "In wikitext one writes thumb|left|250px.",
        "Set .thumbright or thumbleft() in it, and thumbLeft = 3.",
        "Die Vignette rechts ist alt; eine Miniatur links auch.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if is_about(view.text, _ABOUT, often=1):
            return
        for zone in view.zones_of(hits):
            line = view[zone]
            for match in _OPTIONS.finditer(line):
                start, end = match.span()
                alone = match[0].strip(" |").lower() == (match["picture"] or "").lower()
                if alone or is_quoted(view, zone.start + start) or not _WORD.match(line, end):
                    continue
                behind = end + line.startswith(" ", end)
                begins = _BEGINS.search(line[:start])
                edit = replace(zone.start + start, zone.start + behind, "", Safety.UNSAFE)
                fixes: tuple[Fix, ...] = (edit,) if begins else ()
                yield self.finding(zone.start + start, zone.start + end, *fixes, found=match[0])
