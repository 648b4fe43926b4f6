"""Decomposed letters."""

from collections.abc import Iterator, Sequence
from unicodedata import normalize

from scribal import Bad, Edit, Finding, Fix, Hit, Rule, Safety, Sees, View, expression

_DECOMPOSED = expression(
    r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Hiragana}\p{Katakana}][\u0300-\u036f\u3099\u309a]{1,8}+"
    r"|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
    r"|[\u0627\u0648\u064a\u06c1\u06d2\u06d5][\u0653-\u0655]"
    r"|[\u09c7\u0b47\u0bc6\u0bc7\u0cc6\u0d46\u0d47\u0dd9][\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6"
    r"\u0d3e\u0d57\u0dca\u0dcf\u0ddf]"
)
"""What may have a composed form: letters and accents, the letters of Hangul, hamza, and vowel signs in two parts."""


class NotNfc(Rule):
    """A letter and its accent stand apart, as some systems write the names of files: no search finds the word.

    Such a text is decomposed throughout: one finding at the first letter speaks for all.  What has no form in one
    character, as a stressed Cyrillic vowel or a Yoruba one with tone and dot, is left alone.
    """

    summary = "Letters and their accents are separate characters."
    message = "“{found}” is written as {count} characters that make one{more}"
    sees = Sees.SOURCE
    patterns = (
        "[\u0300-\u036f\u3099\u309a]",
        "[\u1100-\u1112][\u1161-\u1175]",
        "[\u0653-\u0655]",
        "[\u09c7\u0b47\u0bc6\u0bc7\u0cc6\u0d46\u0d47\u0dd9][\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf]",
    )
    bad = [
        Bad("The caf⟦e\u0301⟧ sells cre\u0300me and mate\u0301.", "The café sells crème and maté."),
        Bad("⟦か\u3099⟧くせい", "がくせい"),
        Bad("⟦\u0627\u0653⟧خر", "\u0622خر"),
        Bad("க⟦\u0bc6\u0bbe⟧டு", "க\u0bcaடு"),
        Bad("⟦\u1112\u1161\u11ab⟧국어", "한국어"),
    ]
    good = [
        "The café sells crème.",
        "Замо\u0301к и за\u0301мок.",
        "がくせい 한국어",
        "ṣ\u0323 x\u0302",
        "Ìlẹ\u0300, o\u0323\u0300kan.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        edits = [
            Edit(*match.span(), composed)
            for zone in view.zones_of(hits)
            for match in _DECOMPOSED.finditer(view.text, zone.start, zone.end)
            if len(composed := normalize("NFC", match[0])) == 1
        ]
        if edits:
            first = edits[0]
            yield self.finding(
                first.start,
                first.end,
                Fix(tuple(edits), Safety.SAFE),
                found=first.text,
                count=first.end - first.start,
                more=f", like {len(edits) - 1} more" if edits[1:] else "",
            )
