"""The laws bite: each of them is broken here by a rule made for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
import regex

from scribal import Bad, Finding, Good, Hit, PatternRule, Rule, Safety, View, replace
from scribal.hostile import hang_guard
from scribal.testing import laws


class Arrow(PatternRule):
    """Arrows are typed, not drawn."""

    id = "style/arrow"
    summary = "A typed arrow."
    message = "“{found}” is a typed arrow"
    patterns: Sequence[str] = ("->",)
    pattern = "-+>"
    bad: Sequence[Bad] = (Bad("a ⟦->⟧ b", "a → b"), Bad("a ⟦-->⟧ b and ⟦->⟧", "a → b and →"))
    good: Sequence[str | Good] = ("a → b", "a - b")

    def replacements(self, match: regex.Match[str], view: View) -> Iterator[tuple[str, Safety]]:
        yield "→", Safety.SAFE


def broken(*rules: Rule) -> set[str]:
    """Return the laws that some rules break, without the names of the rules."""
    names = set()
    for law in laws(rules):
        try:
            law.verify()
        except AssertionError:
            names.add(law.name.partition("/")[2].partition("-")[2])
    return names


def test_a_good_rule_breaks_no_law() -> None:
    assert broken(Arrow()) == set()


def test_laws_have_names_of_their_own() -> None:
    names = [law.name for law in laws([Arrow()])]
    assert len(set(names)) == len(names)
    assert names[:2] == ["style/arrow-is-documented", "style/arrow-bad-0-found"]


class Bare(Arrow):
    bad = ()


def test_a_rule_shows_what_it_finds() -> None:
    assert "is-documented" in broken(Bare())


class Misplaced(Arrow):
    """Marks too much."""

    bad = (Bad("⟦a ->⟧ b", "a → b"),)


class Unfixed(Arrow):
    """Forgets the fix."""

    bad = (Bad("a ⟦->⟧ b"),)


class Talkative(Arrow):
    """Shows as good what it finds."""

    good = ("a -> b",)


@pytest.mark.parametrize(
    ("kind", "law"),
    [(Misplaced, "bad-0-found"), (Unfixed, "bad-0-found"), (Talkative, "good-0-silent")],
)
def test_examples_are_held_to(kind: type[Rule], law: str) -> None:
    assert broken(kind()) == {law}


class Restless(Arrow):
    """Makes an arrow longer again and again."""

    bad = (Bad("a ⟦->⟧ b", "a --> b"),)

    def replacements(self, match: regex.Match[str], view: View) -> Iterator[tuple[str, Safety]]:
        yield "-" + match[0], Safety.SAFE


def test_a_second_fix_changes_nothing() -> None:
    assert broken(Restless()) == {"bad-0-found"}


class Sleepy(Arrow):
    """Wakes for short arrows only."""

    patterns = ("[^-\\n]->",)


def test_a_trigger_stands_in_all_that_the_rule_finds() -> None:
    assert broken(Sleepy()) == {"zones"}


class Shut(Rule):
    """Has a gate that is too narrow."""

    id = "style/shut"
    summary = "A typed arrow."
    message = "an arrow"
    bad = (Bad("now a ⟦->⟧ b"),)
    good = ("a -> b. c",)

    def gate(self, view: View) -> bool:
        return view.text.startswith("now")

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for match in regex.finditer("->", view.text):
            yield self.finding(*match.span())


def test_a_gate_is_open_for_all_that_the_rule_finds() -> None:
    assert broken(Shut()) == {"zones"}


class Exact(Rule):
    """Takes its hits at their word."""

    id = "style/exact"
    summary = "A phrase."
    message = "a phrase"
    literals = ("needless to say",)
    bad = (Bad("It is, ⟦needless to say⟧, fine.", "It is, , fine."),)
    good = ("It is fine.",)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for hit in hits:
            yield self.finding(hit.start, hit.end, replace(hit.start, hit.end, "", Safety.UNSAFE))


def test_a_rule_may_take_its_hits_at_their_word() -> None:
    assert broken(Exact()) == set()


class Moody(Exact):
    """Finds what it finds every second time."""

    id = "style/moody"
    asked = 0

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        self.asked += 1
        return super().check(view, hits) if self.asked % 2 else iter(())


def test_rules_find_together_what_each_finds_alone() -> None:
    assert "merge" in broken(Arrow(), Moody())


class Raising(Arrow):
    """Raises where the text repeats itself."""

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        if "aaaa" in view.text:
            raise ValueError("too long")
        return super().check(view, hits)


def test_a_rule_that_raises_on_hostile_text_is_named() -> None:
    assert broken(Raising()) == {"patience"}


def test_what_hangs_is_ended() -> None:
    with pytest.raises(AssertionError, match="hangs"), hang_guard(0.1):
        regex.match(r"(?:a|a|ab)+[bc]d", "a" * 60 + "xbd")
