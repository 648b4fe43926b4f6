"""Markup of wikis and of forums."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Fix, Good, Hit, Rule, Safety, View, expression

from ._speaks import cut, is_about, is_listing, is_quoted

_MARKUP = expression(
    r"""
      \[(?P<tag>b|i|u|s|url|img|quote|code|color|colour|size|font|center|list|spoiler|youtube|email|left|right|table|td|tr)
        (?:=[^\[\]\n]{1,200}+)?+\] (?P<inner>[^\n]{0,2000}?) \[/(?P=tag)\]
    | \[\[(?i:File|Image|Datei|Bild|Fichier|Archivo|Imagen|Ficheiro|Imagem|Bestand|Plik|Файл|Изображение|Immagine|Soubor|Fájl|Fil|Tiedosto|Dosya):
        (?:[^\[\]]|\[\[[^\[\]]*+\]\])*+\]\]
    | (?P<link>\[\[(?:[^\[\]|\n]{1,80}+\|)?+(?P<label>[^\[\]|\n]{1,80}+)\]\])
    | \{\{(?i:cite|citation|main|see[ ]also|infobox|refn?|sfn|lang|convert|reflist|cn|dn|fact|quote|main[ ]article|siehe[ ]auch|article[ ]détaillé)\b[^{}]*+\}\}
    | (?P<bold>'''(?P<strong>[^'\n]{1,200}+)''')
    | <ref(?:\s[^<>]{0,100}+)?+(?:/>|>[^<>]{0,500}+</ref>)
    """,
    regex.VERBOSE,
)
_ABOUT = expression(
    r"(?i)\b(?:wiki(?:text|markup|code|syntax|link|links)|mediawiki|bbcode|phpbb|markup|obsidian)\b"
)


class WikiBbcodeLeft(Rule):
    """A text was taken from the source of a wiki page or of a forum: ``[[File:…]]``, ``{{cite …}}``, ``[b]…[/b]``.

    The fix keeps what the markup shows and deletes pictures and references.  Double square brackets are left
    alone in Markdown, which has its own use for them, and in listings.
    """

    summary = "Markup of a wiki or a forum shows in the text."
    message = "“{found}” is markup of a wiki or a forum"
    patterns = (r"\[\[[^\[\]\n]|\{\{[A-Za-z]{2}|'''[^'\n]|<ref[ >/]", r"\[/[a-z]{1,7}\]")
    bad = [
        Bad("The ⟦[b]river[/b]⟧ rose.", "The river rose."),
        Bad("See ⟦[url=https://example.org]the river[/url]⟧ there.", "See the river there."),
        Bad("⟦[[File:River.jpg|thumb|The [[Po]] at noon]]⟧\nThe river rose.", "The river rose."),
        Bad("Der ⟦[[Po (Fluss)|Po]]⟧ stieg.", "Der Po stieg."),
        Bad(
            "The river rose.⟦{{cite web|url=https://example.org|title=Po}}⟧ It fell.",
            "The river rose. It fell.",
        ),
        Bad("⟦'''Po'''⟧ ist ein Fluss.⟦<ref>Atlas</ref>⟧", "Po ist ein Fluss."),
    ]
    good = [
        Good("The [[river]] rose.", media="text/markdown"),
        "In wikitext a link is [[river]].",
        "a[[1]] and b[[2]] are matrices; if [[ -f x ]]; then",
        "He writes “[b]river[/b]”.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if is_about(view.text, _ABOUT, often=1):
            return
        plain = view.about.media == "text/plain"
        for zone in view.zones_of(hits):
            for match in _MARKUP.finditer(view.text, zone.start, zone.end):
                start, end = match.span()
                if is_quoted(view, start) or (match["link"] and not (plain and is_wiki(match, view.text))):
                    continue
                if is_listing(view, zone):
                    break
                shown = match["inner"] or match["label"] or match["strong"] or ""
                edit = cut(view, start, end, shown)
                yield self.finding(start, end, Fix((edit,), Safety.UNSAFE), found=match[0][:60])


def is_wiki(match: regex.Match[str], text: str) -> bool:
    """Return whether double square brackets hold words, and no index or test of a program."""
    start = match.start()
    glued = start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_)]")
    return not glued and match["label"][0].isalnum() and any(map(str.isalpha, match["label"]))
