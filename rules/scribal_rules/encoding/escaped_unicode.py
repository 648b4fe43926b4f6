"""Escapes of programming languages in prose."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Edit, Finding, Fix, Hit, Rule, Safety, View, expression

_LETTER = r"\\u[0-9a-fA-F]{4}"
_ESCAPED = expression(
    rf"""
      (?: (?<=\p{{L}}) | (?<![\\"'“‘«`]) (?= (?:{_LETTER})++ \p{{L}} | (?:{_LETTER}){{3}} ) ) (?:{_LETTER})++
    | (?<=[\p{{L}}.!?,;:…”’»)]) (?: (?:\\r)?+\\n ){{2,}}+ (?=[\p{{L}}“‘«(-])
    | (?<=[.!?…][”’»)]?) (?:\\r)?+\\n (?=\p{{Lu}})
    """,
    regex.VERBOSE,
)
_CODE = expression(r"[={}<>;|]|\(\)|\$|https?:")


class EscapedUnicode(Rule):
    r"""A step of a pipeline wrote JSON or a literal of a program where it should have written text.

    ``\u2019`` is reported where it stands in or at a word, ``\n`` where it ends a sentence or stands twice.
    Lines that look like code are left alone, as are gender forms like ``Nachbar\in``.
    """

    summary = "An escape of a programming language stands in prose."
    message = "“{found}” was not decoded"
    patterns = (r"\\u[0-9a-fA-F]{4}", r"[\p{L}\p{P}](?:\\r)?\\n")
    bad = [
        Bad(r"It⟦\u2019⟧s late in the caf⟦\u00e9⟧.", "It’s late in the café."),
        Bad(r"⟦\u041c\u0438\u0440⟧ everywhere.", "Мир everywhere."),
        Bad(r"The rain stopped.⟦\n\n⟧The sun rose.", "The rain stopped.\n\nThe sun rose."),
    ]
    good = [
        r"In JSON a curly apostrophe is “\u2019”, a dash \u2013 too.",
        r"Jede\r kann ihre\n Nachbar\in einladen.",
        r"print('It\u2019s late.\n\n');",
        r"The folder C:\new\users is empty.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            if _CODE.search(view[zone]):
                continue
            for match in _ESCAPED.finditer(view.text, zone.start, zone.end):
                text = decoded(match[0])
                if "\ufffd" not in text and (text.isprintable() or text.isspace()):
                    fix = Fix((Edit(*match.span(), text),), Safety.UNSAFE, reshapes=text.isspace())
                    yield self.finding(*match.span(), fix, found=match[0])


def decoded(escapes: str) -> str:
    """Return what escapes stand for, pairs of surrogates as the one character that they make."""
    if escapes.endswith("n"):
        return escapes.replace("\\r", "").replace("\\n", "\n")
    units = bytes.fromhex(escapes.replace("\\u", ""))
    return units.decode("utf-16-be", "replace")
