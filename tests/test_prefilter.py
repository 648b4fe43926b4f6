"""Engines that say which patterns may match: none misses what is there, whatever it does not know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from scribal.cache import save
from scribal.database import KEPT, load, place
from scribal.prefilter import MEMORY, Grown, Match, automata, everything, hyperscan, re2, relaxed

ENGINES: dict[str, Callable[[Sequence[str]], Match]] = {
    "regex": everything,
    **({"re2": re2} if find_spec("re2") else {}),
    **({"hyperscan": hyperscan} if find_spec("hyperscan") else {}),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["L", "Ll", "Mn", "So", "Han", "Georgian"])
def test_every_engine_wakes_for_every_character_of_a_category(engine: str, name: str) -> None:
    pattern = rf"\p{{{name}}}"
    match = ENGINES[engine]([pattern])
    characters = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
    some = regex.findall(pattern, characters)
    missed = [character for character in some if match(character.encode()) not in (None, [0], {0})]
    assert missed == []


def test_a_relaxed_pattern_has_no_upper_bounds() -> None:
    assert relaxed(r"a{1,3}[{1,2}]\{1,2\}b{3}c{0,9}d?") == r"a{1,}[{1,2}]\{1,2\}b{3}c{0,}d?"


PLAIN = (
    *(r"\p{Lu}\.", r"[^\p{L}“”\n]x", "[a-ž]{2}[–—-]", "“a|b”", r"[\p{Han}\p{Greek}]", "^\\s[\x80-‰q]"),
    *(r"[^\x00-\x1f]$", "é?!", "[^é]Z", r"ß|ſk", r"\p{Sc}[~-ÿ]", r"\b\w[\p{M}’]*:"),
)


@given(st.text(st.characters(max_codepoint=127), max_size=12))
def test_a_text_in_ascii_is_answered_as_its_like_beyond_it(text: str) -> None:
    match = engines(re2)
    assert set(match(text.encode()) or ()) == set(match(f"{text}\n☃\0".encode()) or ())


@cache
def engines(engine: Callable[[Sequence[str]], Match]) -> Match:
    return engine(PLAIN)


def test_patterns_too_large_for_one_automaton_are_parted() -> None:
    large = [rf"\p{{L}}{{{size}}}x" for size in range(150, 158)]
    parts = list(automata(large, range(len(large)), memory=MEMORY // 16))
    assert len(parts) > 1
    assert [index for _, indexes in parts for index in indexes] == list(range(len(large)))


def test_a_pattern_too_large_for_any_automaton_may_always_match() -> None:
    assert list(automata([r"\p{L}{200}x"], [0], memory=1 << 16)) == [(None, [0])]


def test_hyperscan_is_built_after_much_was_read_and_then_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    patterns = ["a\\p{Lu}", "b"]
    engine = Grown(patterns, worthwhile=10)
    assert [set(engine(data) or ()) for data in (b"aB", b"b", b"........ aB b", b"aB")] == [
        {0},
        {1},
        {0, 1},
        {0},
    ]
    assert (load(patterns) is not None) == bool(find_spec("hyperscan"))
    assert load(patterns[:1]) is None


def test_a_broken_database_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    path, key = place(["a"])
    save(key + b"no database", path, KEPT)
    assert load(["a"]) is None


def test_only_the_newest_databases_are_kept(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        save(b"", tmp_path / f"{number}.hs", KEPT)
    assert len(list(tmp_path.iterdir())) == KEPT
    assert (tmp_path / f"{KEPT + 2}.hs").exists()
