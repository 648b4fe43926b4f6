"""The native pass: which rules wake, where, and that no engine changes an answer."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from scribal import About, Hit, Rule, Sees, View, Zone, fold
from scribal.error import UserError
from scribal.finding import Place
from scribal.markup import document
from scribal.phrases import AhoCorasick, Finder, one_by_one
from scribal.prefilter import Match, everything, hyperscan, re2
from scribal.scan import Scanner

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


def rule(**fields: object) -> Rule:
    """Return a rule with these class fields."""
    made: type[Rule] = type("Made", (Rule,), fields)
    return made()


def prose(text: str) -> View:
    return document(text, Place("a")).prose


def found(text: str, **triggers: Sequence[str]) -> list[str]:
    """Return what the hits of one rule stand on."""
    waiting, view = rule(**triggers), prose(text)
    return [view.text[hit.start : hit.end] for hit in Scanner([waiting]).scan(view).get(waiting, [])]


def test_a_literal_hits_where_it_stands() -> None:
    waiting = rule(literals=["As an AI"])
    assert Scanner([waiting]).scan(prose("Well, as an ai I do.")) == {waiting: [Hit(6, 14, "as an ai")]}


def test_overlapping_literals_all_hit() -> None:
    assert found("an AI model", literals=["an AI model", "AI", "AI model", "model"]) == [
        "an AI model",
        "AI",
        "AI model",
        "model",
    ]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("one two", ["one two"]),
        ("one  two", ["one  two"]),
        ("one\u00a0 \u202ftwo", ["one\u00a0 \u202ftwo"]),
        ("one    two", []),
        ("one\ttwo", []),
        ("    one   two   !", ["one   two"]),
        ("x  one  two  one two", ["one  two", "one two"]),
    ],
)
def test_one_space_of_a_literal_is_one_to_three_blanks(text: str, hits: list[str]) -> None:
    assert found(text, literals=["one two"]) == hits


def test_a_blank_at_the_edge_of_a_literal_takes_the_run_or_one_of_a_long_one() -> None:
    assert found("a , b   , c     , d", literals=[" ,"]) == [" ,", "   ,", " ,"]
    assert found("x   y x     z", literals=["x "]) == ["x   ", "x "]


def test_literals_fold_alike_with_the_text() -> None:
    assert found("l'eau, l’Eau", literals=["L’EAU"]) == ["l'eau", "l’Eau"]


def test_a_pattern_hits_its_zone_once() -> None:
    assert found("a, a,\nnone\n\n b a,", patterns=["a,"]) == ["a, a,", "b a,"]


def test_the_start_of_a_line_is_that_of_each_line() -> None:
    assert found("a a\nba\na", patterns=["^a"]) == ["a a", "a"]


def test_a_rule_with_literals_and_patterns_has_its_hits_in_order() -> None:
    waiting = rule(literals=["two", "TWO"], patterns=["w"])
    assert Scanner([waiting]).scan(prose("one\ntwo")) == {waiting: [Hit(4, 7, "two"), Hit(4, 7, "w")]}


def test_a_gate_wakes_a_rule_without_triggers() -> None:
    open_, shut = rule(), rule(gate=lambda self, view: "x" in view.text)
    assert Scanner([open_, shut]).scan(prose("abc")) == {open_: []}
    assert Scanner([open_, shut]).scan(prose("xyz")) == {open_: [], shut: []}


def test_triggers_beat_a_gate() -> None:
    waiting = rule(literals=["x"], gate=lambda self, view: True)
    assert Scanner([waiting]).scan(prose("abc")) == {}


def test_no_rules_wake_nothing() -> None:
    assert Scanner([]).scan(prose("abc")) == {}


def test_an_empty_text_wakes_nothing_that_waits() -> None:
    assert Scanner([rule(literals=["x"]), rule(patterns=["x"])]).scan(prose("")) == {}


def source_view(*zones: tuple[str, str]) -> View:
    made: list[Zone] = []
    for kind, text in zones:
        start = made[-1].end if made else 0
        made.append(Zone(kind, start, start + len(text)))
    return View("".join(text for _, text in zones), (), made, About())


def test_a_rule_of_the_source_is_hit_only_in_the_kinds_it_reads() -> None:
    view = source_view(("prose", "a b"), ("code", "a b"), ("blank", "  "), ("url", "a"))
    usual = rule(sees=Sees.SOURCE, literals=["b"], patterns=["a", "  "])
    code = rule(sees=Sees.SOURCE, patterns=["a"], kinds=["code"])
    assert Scanner([usual, code]).scan(view) == {
        usual: [Hit(0, 3, "a"), Hit(2, 3, "b"), Hit(6, 8, "  ")],
        code: [Hit(3, 6, "a")],
    }


def test_a_match_hits_the_zone_that_it_begins_in_and_hides_none_in_the_next() -> None:
    view = source_view(("code", "xa"), ("prose", "aa"), ("prose", "ya"))
    waiting = rule(sees=Sees.SOURCE, patterns=["a{1,3}"], kinds=["code", "prose"])
    assert Scanner([waiting]).scan(view) == {
        waiting: [Hit(0, 2, "a{1,3}"), Hit(2, 4, "a{1,3}"), Hit(4, 6, "a{1,3}")]
    }


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"patterns": ["x+"]}, "not portable at '+'"),
        ({"literals": ["a  b"]}, "two blanks in a row"),
    ],
)
def test_a_trigger_that_cannot_be_found_names_its_rule(fields: dict[str, object], said: str) -> None:
    with pytest.raises(UserError, match=f"^Made: .*{regex.escape(said)}"):
        Scanner([rule(**fields)])


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


@settings(deadline=None, max_examples=300)
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
