"""A word that stands twice."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Safety, View, expression, lazily, replace


@cache
def words() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Return, by language, the words that are never doubled, those that may stand twice, and those that often do."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


NAMES = frozenset(
    "baden boing bora boutros cous dum duran galo gogo gili king ling log mahi man matt nene pago pan plus puka sing sirhan"
    " talk tik tuk walla wagga woy yo york".split()
)
"""What names and terms have twice: Baden Baden, Bora Bora, Duran Duran, Pago Pago, log log, “man man”."""

_TWICE = expression(
    r"""
    (?<! [^\s"(] ) (?P<word> \(?+ [\p{L}\p{N}]++ (?: [\p{M}\p{N}\p{L}]++ | [-–'’/] (?=[\p{L}\p{N}]) )*+ \)?+ )
    (?P<again> (?: [ ]{1,3} (?P<last> (?i: (?P=word) ) ) )++ )
    (?= (?P<stop> [)"”’]{0,2}+ [.!?]++ [)"”’]{0,2}+ (?: \s | \Z ) ) | [\s,;:)"”] | \Z ) (?! [ ][/=|$#*<>-] )
    """,
    regex.VERBOSE,
)
_PROSE = expression(r"\A\Z | [\p{L}\p{M},;:.!?)\"'’”%] [ ] \Z | [(\"“] \Z", regex.VERBOSE)
"""What stands before a word of a sentence, and not of a command or a listing."""

_NAMED = expression(r"(?<=\p{Ll}[ ])\p{Lu}[\p{L}\p{M}&]*[ ]\Z")
"""The capitalised word before a name that goes on: “Astro Docs Docs”."""

_MARKS = frozenset("\"“”„«»‘’'")
"""What stands on both sides of a slip that a text speaks of."""

_BEFORE = ' \n("\t\r\v\f\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2028\u2029'
"""What stands before a word, in a folded text."""

_AGAIN = r"""(?=([^ \n]{1,99}+) %s\1(?![^\s)"'.!?,;:]))"""
"""A word and, behind some blanks, itself, in a folded text; a longer word is none."""


class RepeatedWord(Rule):
    """“the the” is a slip at the end of a line, and “in Germany Germany.” one of a machine that lost its place.

    Left alone: what a language doubles by grammar or for emphasis (``words.toml`` lists it: “had had”,
    “die die”, “nous nous”, “very very”), languages that double words to make new ones, names that have a
    word twice, commands, and pairs that a text has more than once, which are a name, a term or a habit.
    Numbers, which tables repeat, are reported before a full stop alone.
    """

    summary = "A word stands twice."
    message = "“{found}” stands twice"
    languages = lazily(lambda _: tuple(words()))
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
        Good(
            "Click Next Next to go, then Next Next again. We read the Astro Docs Docs all day.", language="en"
        ),
        Good("Die Leute, die die Brücke bauten, sind alt.", language="de"),
        Good('Mend the “the the” of old notes, and "of of" too.', language="en"),
        Good("Nous nous sommes vus.", language="fr"),
        Good("Anak-anak itu pelan pelan pergi.", language="id"),
        Good("Yavaş yavaş geldi.", language="tr"),
    ]

    def gate(self, view: View) -> bool:
        return bool(doubled(view.folded))

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        twice = [*pairs(view)]
        lists = words().get(view.language or "") if twice else None
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
        named = word[0].isupper() and (
            after[1:].isupper() or _NAMED.search(line, 0, match.start()) is not None
        )
        mentioned = before[-1:] in _MARKS and after[:1] in _MARKS
        if named or mentioned or not word.isalpha() or not _PROSE.search(before):
            return False
        return never or (len(word) > 1 and text.count(f"{word} {word}") == 1)


def pairs(view: View) -> Iterator[tuple[int, str, regex.Match[str]]]:
    """Yield each word that stands twice, with the line it stands in and where that begins, in order."""
    done, zone, line = 0, None, ""
    for at in doubled(view.folded):
        if at < done:
            continue
        if zone is None or not zone.start <= at < zone.end:
            zone = view.zone_at(at)
            line = view[zone] if zone else ""  # one copy for all its words, for a line may be long
        match = _TWICE.match(line, at - zone.start) if zone else None
        if zone and match:
            yield zone.start, line, match
            done = zone.start + match.end()


@lru_cache(1)
def doubled(folded: str) -> Sequence[int]:
    """Return where a word may stand twice in a row in a text, in order."""
    more = "{1,3}" if "  " in folded else ""
    before = [mark for mark in _BEFORE if mark in folded]
    behind = [match.end() for mark in before for match in again(mark, more).finditer(folded)]
    return sorted((0, *behind) if again("", more).match(folded) else behind)


@cache
def again(before: str, more: str) -> re.Pattern[str]:
    """Return the expression of a word that stands twice behind a character, with which ``re`` is fast."""
    return re.compile(re.escape(before) + _AGAIN % more)
