"""A single word that was left in its language."""

from collections.abc import Iterator, Sequence
from functools import cache

from scribal import Bad, Finding, Good, Hit, Rule, View, expression

from ._lists import lines_of

MOST = 2
"""More such words in a line are no slip but a quotation, a list or a line in another language."""

LEAST = 6
"""A line with fewer words says little of its language."""

_WORD = expression(
    r"(?<=[\p{L}\p{N},;:%][ ])(?P<word>\p{Ll}[\p{Ll}\p{M}]{3,}+)(?=[ ]\p{L}|[,;:][ ]|[.!?](?:\s|\Z))(?![.,][ ]?\p{Ll}*\.)"
)
_FILLER = expression(r"(?i)lorem ipsum|dolor sit amet|consectetur|tempor incididunt")
_MENTIONED = expression(
    r"\b(?:called|named|word|words|term|means|meaning|known as|species|from|literally)[ ,:]*\Z"
)


@cache
def foreign() -> dict[str, str]:
    """Return the words of the list, each with the languages in which it is common."""
    return dict(line.split(" ", 1) for line in lines_of("_foreign.txt"))


class UntranslatedWord(Rule):
    """A machine that does not know a word copies it: “the princes paid the dijma to the church”.

    Reported is a word in lower case, in an English sentence, that is common in another language (by
    wordfreq's lists) and hardly known in English. Left alone: words in quotation marks, brackets or
    emphasis, words that a text explains or has several times, which are its terms, and lines with more
    than two such words.
    """

    summary = "A word of another language stands in an English sentence."
    message = "“{found}” is no English word, but one of: {languages}"
    preview = True
    languages = ("en",)
    bad = [
        Bad("The old town has one of the finest ⟦poesia⟧ fairs of the land.", language="en"),
        Bad("He was the first to read the ⟦întreaga⟧ book aloud in the hall.", language="en"),
    ]
    good = [
        "The dish is called pulpa and tastes of the sea.",
        "He said “poesia” when he meant the verses of the old poet.",
        "Poesia, ricordo e amore: la poesia italiana del Novecento era bella.",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.",
        Good("Il libro della poesia è sulla tavola da molto tempo.", language="it"),
        "The word poesia stands here; poesia is Italian, and poesia is art.",
    ]

    def gate(self, view: View) -> bool:
        return not foreign().keys().isdisjoint(view.text.translate(_MARKS).split())

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones:
            line = view[zone]
            if (
                line.count(" ") < LEAST
                or _FILLER.search(line)
                or not line[:1].isupper()
                or line.rstrip()[-1:] not in tuple('.!?”"’)')
            ):
                continue
            every = [word for word in line.translate(_MARKS).split() if word in foreign()]
            if not every or len(every) > MOST:
                continue
            for match in _WORD.finditer(line):
                word = match["word"]
                if (
                    word in foreign()
                    and view.text.count(word) < 3
                    and not _MENTIONED.search(line[: match.start()])
                ):
                    start = zone.start + match.start()
                    yield self.finding(
                        start, start + len(word), found=word, languages=foreign()[word].replace(" ", ", ")
                    )


_MARKS = str.maketrans(dict.fromkeys(".,;:!?\"“”()'’«»", " "))
