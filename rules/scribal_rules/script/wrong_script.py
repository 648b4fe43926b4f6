"""A text whose letters are not those of its language."""

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, View, expression

from ._tables import table

CLASSES = {
    "Arab": "Arabic", "Armn": "Armenian", "Beng": "Bengali", "Cyrl": "Cyrillic", "Deva": "Devanagari", "Ethi": "Ethiopic",
    "Geor": "Georgian", "Grek": "Greek", "Gujr": "Gujarati", "Guru": "Gurmukhi", "Hans": "Han", "Hant": "Han",
    "Hebr": "Hebrew", "Jpan": "Han", "Khmr": "Khmer", "Knda": "Kannada", "Kore": "Hangul", "Laoo": "Lao", "Latn": "Latin",
    "Mlym": "Malayalam", "Mymr": "Myanmar", "Orya": "Oriya", "Sinh": "Sinhala", "Taml": "Tamil", "Telu": "Telugu",
    "Thai": "Thai", "Tibt": "Tibetan",
}  # fmt: skip
"""Scripts by their codes of ISO 15924, and the name of the one that most of their letters have in Unicode."""

LEAST = 40
"""How many letters a text must have."""

SHARE = 0.9
"""How many of them must be of one script that the language is not written in."""

_SCRIPTS = {name: regex.compile(rf"\p{{{name}}}") for name in sorted(set(CLASSES.values()))}
_LETTER = expression(r"\p{L}")


class WrongScript(Rule):
    """A text that says it is in Punjabi and is written in Bengali letters is in another language, or a mistake.

    Reported of a whole text whose language somebody said: by settings, path, markup or record.  Languages that
    are written in several scripts (CLDR's likely subtags) may use any of them; Latin transcriptions are left
    alone.
    """

    summary = "The text is written in a script that its language is not."
    message = "the text is written in {script} letters, and its language is said to be “{language}”"
    bad = [
        Bad(
            "নদীটি রাতে বেড়ে গেল এবং শহরের কেউ ঘুমাতে পারেনি, কারণ সেতুটি ভেঙে পড়েছিল এবং সবাই ভয় পেয়েছিল।",
            language="pa",
        ),
    ]
    good = [
        Good(
            "Река поднялась ночью, и никто в городе не спал, потому что мост упал, и все боялись воды.",
            language="ru",
        ),
        Good(
            "Reka je porasla noću i niko u gradu nije spavao, jer je most pao i svi su se bojali vode.",
            language="sr",
        ),
        Good(
            "Reka podnyalas nochyu, i nikto v gorode ne spal, potomu chto most upal, i vse boyalis vody.",
            language="ru",
        ),
        Good("नदी", language="en"),
    ]

    def gate(self, view: View) -> bool:
        return view.about.language is not None

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        own = [CLASSES[code] for code in table("scripts").get(view.language or "", ()) if code in CLASSES]
        sample = _LETTER.findall(view.text[:4000])
        if not own or len(sample) < LEAST:
            return
        counts = Counter({name: len(script.findall("".join(sample))) for name, script in _SCRIPTS.items()})
        [(script, number)] = counts.most_common(1)
        kin = {*own, *(("Hiragana", "Katakana") if "Han" in own else ()), "Latin"}
        if number >= SHARE * len(sample) and script not in kin:
            yield self.finding(0, 0, scope="document", script=script, language=view.about.language)
