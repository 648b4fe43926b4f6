"""A rule that fails is reported under its id; the others go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest

from scribal import Drop, Edit, Finding, Fix, Hit, Rule, Safety, View
from scribal.engine import CUT, FAILED, MOST, Engine
from scribal.markup import document
from scribal.text import About


class Whole(Rule):
    """Finds the whole text."""

    id = "test/whole"
    summary = message = "All of it."

    def check(self, view: View, hits: Sequence[Hit]) -> Iterable[Finding]:
        yield Finding(0, len(view.text), self.message)


def rule(check: Callable[[View, Sequence[Hit]], object] | None = None, **traits: object) -> Rule:
    """Return a rule that checks as it is told to."""
    made = Rule()
    made.id = "test/broken"
    if check:
        traits["check"] = check
    for name, value in traits.items():
        setattr(made, name, value)
    return made


def said(broken: Rule, language: str | None = None) -> list[tuple[str, str]]:
    """Return what is said of a text by a broken rule and another one."""
    found = Engine([broken, Whole()]).lint(document("Some text.", about=About(language=language)))
    return [(diagnostic.rule, diagnostic.message) for diagnostic in found]


def raising(*_: object) -> Iterator[Finding]:
    raise RecursionError("too deep")


def late(view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
    yield Finding(0, 1, "one")
    raise KeyError("two")


def closed(view: View) -> bool:
    raise ZeroDivisionError("no gate")


def finding(start: int, end: int, *edits: Edit | Drop) -> Callable[..., list[Finding]]:
    fixes = (Fix(edits, Safety.SAFE),) if edits else ()
    return lambda view, hits: [Finding(start, end, "outside", fixes)]


@pytest.mark.parametrize(
    ("broken", "error"),
    [
        (rule(raising), "RecursionError: too deep"),
        (rule(late), "KeyError: 'two'"),
        (rule(lambda view, hits: None), "TypeError: 'NoneType' object is not iterable"),
        (rule(), "NotImplementedError: "),
        (rule(lambda view, hits: [], gate=closed), "ZeroDivisionError: no gate"),
        (rule(finding(0, 11)), "ValueError: it speaks of 0 to 11 in a text of 10 code points"),
        (rule(finding(-1, 1)), "ValueError: it speaks of -1 to 1 in a text of 10 code points"),
        (rule(finding(2, 1)), "ValueError: it speaks of 2 to 1 in a text of 10 code points"),
        (
            rule(finding(0, 1, Edit(9, 11, ""))),
            "ValueError: it speaks of 9 to 11 in a text of 10 code points",
        ),
        (rule(finding(0, 1, Drop(-3, 1))), "ValueError: it speaks of -3 to 1 in a text of 10 code points"),
    ],
)
def test_a_rule_that_fails_is_named_and_the_others_go_on(broken: Rule, error: str) -> None:
    assert said(broken) == [
        (FAILED, f"the rule test/broken failed: {error}"),
        ("test/whole", "All of it."),
    ]


def test_a_gate_that_raises_for_one_text_is_asked_again_for_the_next() -> None:
    broken = rule(lambda view, hits: [], gate=lambda view: 1 // view.text.count("x") > 0)
    engine = Engine([broken])
    assert [len(engine.lint(document(text))) for text in ("x", "y", "x")] == [0, 1, 0]


def test_a_rule_for_another_language_is_not_asked() -> None:
    assert said(rule(raising, languages=("de",)), "en") == [("test/whole", "All of it.")]
    assert FAILED in dict(said(rule(raising, languages=("de",)), "de"))


def test_a_rule_finds_only_so_much_in_a_record() -> None:
    def every(view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for place in range(len(view.text)):
            yield Finding(place, place + 1, "a letter")

    for profile, taken in (("corpus", MOST), ("repository", MOST + 2)):
        found = Engine([rule(every)]).diagnose(document("a" * (MOST + 2), about=About(profile=profile)))
        assert sum(diagnostic.rule == "test/broken" for diagnostic in found) == taken
        assert [d.message for d in found if d.rule == CUT] == (
            ["the rule test/broken finds more than 10,000 things here; no more are reported"]
            if profile == "corpus"
            else []
        )
