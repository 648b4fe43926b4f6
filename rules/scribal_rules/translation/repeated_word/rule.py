"""A word that stands twice."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress, islice
from operator import eq
from pathlib import Path

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, replace

WORDS: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text("utf-8")
)
"""By language, the words that are never doubled, those that may stand twice, and those that often do."""

NAMES = frozenset(
    "baden boing bora boutros cous dum duran galo gogo gili king ling log mahi man matt nene pago pan puka sing sirhan"
    " talk tik tuk walla wagga woy yo york".split()
)
"""What names and terms have twice: Baden Baden, Bora Bora, Duran Duran, Pago Pago, log log, “man man”."""

_TWICE = regex.compile(
    r"""
    (?<! [^\s"(] ) (?P<word> \(?+ [\p{L}\p{N}]++ (?: [\p{M}\p{N}\p{L}]++ | [-–'’/] (?=[\p{L}\p{N}]) )*+ \)?+ )
    (?P<again> (?: [ ]{1,3} (?P<last> (?i: (?P=word) ) ) )++ )
    (?= (?P<stop> [)"”’]{0,2}+ [.!?]++ [)"”’]{0,2}+ (?: \s | \Z ) ) | [\s,;:)"”] | \Z ) (?! [ ][/=|$#*<>-] )
    """,
    regex.VERBOSE,
)
_PROSE = regex.compile(r"\A\Z | [\p{L}\p{M},;:.!?)\"'’”%] [ ] \Z | [(\"“] \Z", regex.VERBOSE)
"""What stands before a word of a sentence, and not of a command or a listing."""

_MARKS = b'.,;:!?"()'


class RepeatedWord(Rule):
    """“the the” is a slip at the end of a line, and “in Germany Germany.” one of a machine that lost its place.

    Left alone: what a language doubles by grammar or for emphasis (``words.toml`` lists it: “had had”,
    “die die”, “nous nous”, “very very”), languages that double words to make new ones, names that have a
    word twice, commands, and pairs that a text has more than once, which are a name, a term or a habit.
    Numbers, which tables repeat, are reported before a full stop alone.
    """

    summary = "A word stands twice."
    message = "“{found}” stands twice"
    languages = tuple(WORDS)
    bad = [
        Bad("The water of the⟦ the⟧ river rose.", "The water of the river rose.", language="en"),
        Bad("The⟦ the⟧ river rose.", "The river rose.", language="en"),
        Bad("It was hot in Germany⟦ Germany⟧.", "It was hot in Germany.", language="en"),
        Bad("It was hot (as in 2012⟦ 2012⟧).", "It was hot (as in 2012).", language="en"),
        Bad("It rained (Ghent)⟦ (Ghent)⟧.", "It rained (Ghent).", language="en"),
        Bad("It came back again⟦ again again⟧!", "It came back again!", language="en"),
        Bad("We know what they do⟦ do do⟧.", "We know what they do.", language="en"),
        Bad("Das Wasser stieg und⟦ und⟧ fiel.", "Das Wasser stieg und fiel.", language="de"),
        Bad("L’eau du fleuve dans⟦ dans⟧ la ville.", "L’eau du fleuve dans la ville.", language="fr"),
    ]
    good = [
        Good("He said that that was it, and he had had it. It is very very old. No no no!", language="en"),
        Good("We heard Duran Duran in Walla Walla and sang Really Really Love You there.", language="en"),
        Good("Run man man, or see root/password password here: $ cd cd, 1 root root 5", language="en"),
        Good("Bitwise AND and assignment came first. First came 10 10 and 20 20 points.", language="en"),
        Good("Click Next Next to go, then Next Next again.", language="en"),
        Good("Die Leute, die die Brücke bauten, sind alt.", language="de"),
        Good("Nous nous sommes vus.", language="fr"),
        Good("Anak-anak itu pelan pelan pergi.", language="id"),
        Good("Yavaş yavaş geldi.", language="tr"),
    ]

    def gate(self, view: View) -> bool:
        return bool(doubled(view.folded))

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        words, folded = doubled(view.folded), view.folded
        twice = [
            (start, view.text[start:end], match)
            for _, start, end, *_ in view.zones
            if any(folded.find(word, start, end) >= 0 for word in words) and any(twins(folded[start:end]))
            for match in _TWICE.finditer(view.text[start:end])
        ]
        lists = WORDS.get(view.language or "") if twice else None
        if not lists:
            return
        for at, line, match in twice:
            small = match["word"].strip("()").lower()
            never = small in lists["never"]
            spared = small in lists["twice"] and match["again"].count(" ") < 2
            if spared or small in NAMES or small in lists["often"]:
                continue
            if self.slips(view.text, line, match, never):
                start, end = at + match.start("again"), at + match.end("again")
                safety = Safety.SAFE if never and match["last"].islower() else Safety.UNSAFE
                yield self.finding(start, end, replace(start, end, "", safety), found=match["word"])

    def slips(self, text: str, line: str, match: regex.Match[str], never: bool) -> bool:
        """Return whether a doubled word is a slip, by its letters and by what stands around it."""
        word, last = match["word"], match["last"]
        if last != word and not (never and last.islower() and word == last.capitalize()):
            return False
        if match["stop"]:
            return True
        before, after = line[max(0, match.start() - 2) : match.start()], line[match.end() : match.end() + 2]
        named = word[0].isupper() and after[1:].isupper()
        if named or not word.isalpha() or not _PROSE.search(before):
            return False
        return never or (len(word) > 1 and text.count(f"{word} {word}") == 1)


@lru_cache(1)
def doubled(folded: str) -> frozenset[str]:
    """Return the words that may stand twice in a row in a line of a text, marks aside."""
    return frozenset(word.decode() for word in twins(folded))


def twins(folded: str) -> Iterator[bytes]:
    text = folded.encode("utf-8", "replace").translate(None, _MARKS)
    words = text.replace(b"\n\n", b"\n").replace(b"\n\n", b"\n").replace(b"\n", b" \0 ").split()
    return compress(words, map(eq, words, islice(words, 1, None)))
