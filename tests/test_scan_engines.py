"""The law of the native pass: no engine changes an answer."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from scribal import fold
from scribal.phrases import AhoCorasick, Finder, one_by_one
from scribal.prefilter import Match, everything, hyperscan, re2
from scribal.rule import Rule
from scribal.scan import Scanner
from scribal.text import Hit, View
from stage.toys import prose, rule

ENGINES: dict[str, Callable[[Sequence[str]], Match]] = {
    "regex": everything,
    **({"re2": re2} if find_spec("re2") else {}),
    **({"hyperscan": hyperscan} if find_spec("hyperscan") else {}),
}


FINDERS: dict[str, Callable[[Sequence[str]], Finder]] = {
    "one by one": one_by_one,
    **({"aho-corasick": AhoCorasick} if find_spec("ahocorasick_rs") else {}),
}


LITERALS = ("as an AI model", "AI model", "model", " ,", "l'eau", "naïve ", "İstanbul", "\ufffd", "你好")


PATTERNS = (
    "^[Aa]nd",
    "b(?:[^\\p{L}\\n]|$)",
    "x$",
    "[^a\\n]b",
    "[^\\p{So}\\n]z",
    "a.c",
    "\\p{Lu}{2,5}\\p{Ll}",
    "\\p{Han}\\p{Latin}",
    "\\p{Nd} %",
    "(?:ab|c){2}d?e",
    "[\\x00-\\x08]",
    "[^\\p{L}\\n]x{3}",
    "\\p{Lo}\\.",
    "\\{\\{",
    "“[^”\\n]{0,20}\\.“",
    "[\u200b-\u200f\U000e0000-\U000e007f]",
)


WORDS = (
    *(
        "and",
        "And",
        "AI",
        "model",
        "as an",
        "AB",
        "a",
        "b",
        "c",
        "abcde",
        "xxx",
        "漢A",
        "漢.",
        "“",
        ".“",
        "{{",
    ),
    *("{{", "٣", " %", " ,", "l’eau", "NAÏVE", "İstanbul", "\ufffd", "你好", "\x07", "\u200b", "\udc80"),
    *("\udfffb", "\udc80z"),
    *(" ", "  ", "   ", "    ", "\u00a0", "\t", "\n", "\n\n", "\r\n", "\U0001c000", "\u0295", "\u1c90"),
)


TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=30).map("".join),
    st.text(st.characters(exclude_categories=[]), max_size=40),
)


RULES = [
    *(rule(literals=[literal]) for literal in LITERALS),
    *(rule(patterns=[pattern]) for pattern in PATTERNS),
]


SCANNERS = {
    (engine, finder): Scanner(RULES, engine=ENGINES[engine], finder=FINDERS[finder])
    for engine in ENGINES
    for finder in FINDERS
}


def expected(view: View) -> dict[Rule, list[Hit]]:
    """Return what a scan must say, found in the plainest way."""
    awake: dict[Rule, set[Hit]] = {}
    for one in RULES:
        for literal in one.literals:
            phrase = fold(literal)
            spaced = regex.sub(" ", " {1,3}", phrase.strip(" "))
            before = "(?:(?<! ) {1,3}|(?<= {3}) )" if phrase.startswith(" ") else ""
            after = "(?: {1,3}(?! )| (?= {3}))" if phrase.endswith(" ") else ""
            for match in regex.finditer(before + spaced + after, view.folded, overlapped=True):
                awake.setdefault(one, set()).add(Hit(*match.span(), phrase))
        for pattern in one.patterns:
            compiled = regex.compile(pattern, regex.MULTILINE)
            for start in range(len(view.text)):
                if compiled.match(view.text, start) and (zone := view.zone_at(start)):
                    awake.setdefault(one, set()).add(Hit(zone.start, zone.end, pattern))
    return {one: sorted(hits) for one, hits in awake.items()}


@settings(max_examples=300)
@given(TEXTS)
def test_every_engine_finds_what_is_there(text: str) -> None:
    view = prose(text)
    assert {names: scanner.scan(view) for names, scanner in SCANNERS.items()} == dict.fromkeys(
        SCANNERS, expected(view)
    )


def test_importing_scribal_loads_no_engine() -> None:
    code = "import scribal, sys; print(sorted({'re2', 'ahocorasick_rs', 'hyperscan'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_a_scanner_loads_what_it_needs() -> None:
    code = """
import sys
from scribal import Rule
from scribal.scan import Scanner
from scribal.finding import Place
from scribal.markup import document
Scanner([Rule()]).scan(document("text", Place("a")).prose)
print(sorted({'re2', 'ahocorasick_rs', 'hyperscan'} & set(sys.modules)))
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
