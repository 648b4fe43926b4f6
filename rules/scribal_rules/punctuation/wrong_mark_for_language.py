"""A mark of another script after a word of one that has its own."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, replace

MARKS = {
    "Arabic": {",": "،", ";": "؛", "?": "؟"},
    "Armenian": {":": "։", ".": "։"},
    "Devanagari": {".": "।"},
    "Greek": {"?": ";"},
    "Hangul": {"。": ".", "，": ",", "、": ","},
}
"""What a script has in the place of a mark."""

LEAD = 5
"""How many times more frequent the right mark must be in the text, where it is not a mark of Latin too."""

_WRONG = {
    script: regex.compile(
        rf"(?<= \p{{{script}}}{{2}} \p{{M}}*+ ) (?<! \b \p{{{script}}}{{1,2}} (?=[.]) ) (?P<mark> [{''.join(marks)}] ) (?= \s | \Z )",
        regex.VERBOSE,
    )
    for script, marks in MARKS.items()
}


class WrongMarkForLanguage(Rule):
    """A comma or a question mark of another script is left where a text was translated by parts.

    Greek asks with ``;``, Arabic and Persian have a comma, a semicolon and a question mark of their own,
    Hindi ends a sentence with a danda and Armenian with a sign like a colon.  Reported where the text itself
    mostly has the right mark.
    """

    summary = "A mark of another script stands after a word that has its own."
    message = "“{mark}” stands for “{instead}”"
    patterns = (
        r"\p{Arabic}\p{M}{0,2}[,;?]",
        r"\p{Armenian}[:.]",
        r"\p{Devanagari}\.",
        r"\p{Greek}\p{M}{0,2}\?",
        r"\p{Hangul}[。，、]",
    )
    languages = ("ar", "el", "fa", "hi", "ko")
    preview_languages = ("ckb", "hy", "mr", "ne", "ps", "sa", "ug", "ur")
    bad = [
        Bad(
            "جاء، ثم ذهب⟦,⟧ ثم عاد، وقال: لماذا⟦?⟧ أين؟ ومتى؟ وكيف؟",
            "جاء، ثم ذهب، ثم عاد، وقال: لماذا؟ أين؟ ومتى؟ وكيف؟",
            language="ar",
        ),
        Bad("Πού είναι το λιμάνι⟦?⟧", "Πού είναι το λιμάνι;", language="el"),
        Bad("여기는 항구입니다⟦。⟧", "여기는 항구입니다.", language="ko"),
        Bad(
            "यह पुराना है। वह नया है। शहर है। नदी है। सागर है। जहाज आया⟦.⟧",
            "यह पुराना है। वह नया है। शहर है। नदी है। सागर है। जहाज आया।",
            language="hi",
        ),
    ]
    good = [
        Good("جاء، ثم ذهب، وقال: لماذا؟ Linux, ثم", language="ar"),
        Good("يفصل بين، الكلمات، بعلامة , هنا، أو ; هناك؛", language="ar"),
        Good("جاء, ثم ذهب, ثم عاد.", language="ar"),
        Good("Πού είναι; Το λιμάνι.", language="el"),
        Good("यह डॉ. शर्मा हैं। वह आया।", language="hi"),
        Good("여기는 항구입니다.", language="ko"),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for script, pattern in _WRONG.items():
            for zone in view.zones_of(hits):
                for match in pattern.finditer(view.text, zone.start, zone.end):
                    mark = match["mark"]
                    instead = MARKS[script][mark]
                    if self.usual(view.text, mark, instead):
                        fix = replace(*match.span(), instead, Safety.UNSAFE)
                        yield self.finding(*match.span(), fix, mark=mark, instead=instead)

    def usual(self, text: str, mark: str, instead: str) -> bool:
        """Return whether the right mark is what the text mostly has, or need not be."""
        if instead.isascii():
            return True
        lead = LEAD if mark == "." else 2
        return text.count(instead) >= lead * text.count(mark)
