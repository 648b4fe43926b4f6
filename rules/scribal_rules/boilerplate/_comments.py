"""Who wrote a comment, as a line above its date."""

from collections.abc import Sequence

from scribal import expression

from ._dates import certainty

REPLY = (
    "reply|antworten|répondre|responder|rispondi|beantwoorden|reageren|odpowiedz|odpovědět|odpovedať|svara|svar|vastaa|válasz|răspunde|respon|απάντηση|ответить|відповісти"
    "|отговор|odgovori|одговори|yanıtla|cevapla|balas|trả lời|返信|回复|回覆|답글|رد|پاسخ|השב|תגובה|जवाब दें|ตอบกลับ"
).split("|")  # fmt: skip
"""The button below a comment; the words are our own list."""

_SAYS = "says|said|sagt|meint|schreibt|dit|dice|diz|scrive|schrijft|zegt|pisze|mówi|píše|napsal|säger|sier|siger|sanoo|spune|пишет|говорит|каже|пише|kaže|diyor|berkata"
_NAME = expression(
    rf"(?!.*[.!?,;](?:\s|\Z))[\p{{Lu}}\p{{Lo}}@][^\s:]*+(?:[ ][^\s:]++){{0,3}}?(?P<says>[ ](?:{_SAYS})[ ]?)?+:?+"
)
"""A name of up to four words, with “says”."""

LONGEST = 40
"""A line of more code points is no name."""

BESIDE = 0.4
"""How sure a name above a date without a time is: it goes with the button of another comment beside it."""


def certainty_of(lines: Sequence[str], below: bool) -> float:
    """Return how sure it is that the first of two lines names an author: it stands below a button, or “says” so."""
    name = _NAME.fullmatch(lines[0]) if len(lines) > 1 and max(map(len, lines)) <= LONGEST else None
    if name is None or name[0].casefold() in REPLY or not (below or name["says"]):
        return 0
    sure = certainty(lines[1])
    return sure if sure in (0, 1) else BESIDE
