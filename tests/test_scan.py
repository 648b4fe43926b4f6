"""The native pass: which rules wake, and where."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import regex

from scribal import About, Hit, Sees, View, Zone
from scribal.error import UserError
from scribal.scan import Scanner
from stage.toys import prose, rule


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
