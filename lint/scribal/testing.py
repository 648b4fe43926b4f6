"""A rule's examples as tests, and the laws that every rule must keep.

For the author of a rule pack, with pytest::

    @pytest.mark.parametrize("law", laws(load([Path("rules")])), ids=str)
    def test_rule(law: Law) -> None:
        law.verify()

or, without any code, ``scribal test PATH``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from scribal.company import Company
from scribal.corpus.laws import found_together, silent_together
from scribal.engine import FAILURES, Engine
from scribal.example import configured, goods, read, unmark
from scribal.finding import Diagnostic, Safety
from scribal.fix import mend
from scribal.rule import Bad, Good, Rule
from scribal.scan import Scanner


@dataclass(frozen=True)
class Law:
    """One thing that must hold of one rule; ``verify`` raises AssertionError where it does not."""

    name: str
    verify: Callable[[], None]

    def __str__(self) -> str:
        return self.name


def laws(rules: Iterable[Rule]) -> Iterator[Law]:
    """Yield every law for every rule: of each of its examples, and of the rule beside the others."""
    every = list(rules)
    company = Company(every)
    for rule in every:
        yield Law(f"{rule.id}-is-documented", partial(documented, rule))
        if rule.compares:
            yield from laws_of_corpus(rule)
    for rule in company.rules:
        for number, bad in enumerate(rule.bad):
            for verify in (found, wakes, abroad, hidden):
                yield Law(f"{rule.id}-bad-{number}-{verify.__name__}", partial(verify, rule, bad))
        for number, good in enumerate(goods(rule)):
            yield Law(f"{rule.id}-good-{number}-silent", partial(silent, rule, good))
        for keep in (company.zones, company.engines, company.merge, company.patience):
            yield Law(f"{rule.id}-{keep.__name__}", partial(keep, rule))


def laws_of_corpus(rule: Rule) -> Iterator[Law]:
    """Yield the laws for a rule that compares the records of a corpus."""
    for number, bad in enumerate(rule.bad):
        yield Law(f"{rule.id}-bad-{number}-found", partial(found_together, rule, bad))
    for number, good in enumerate(goods(rule)):
        yield Law(f"{rule.id}-good-{number}-silent", partial(silent_together, rule, good))


def engine(rule: Rule) -> Engine:
    """Return an engine with this rule alone, preview languages included."""
    return Engine([rule], preview=True)


def documented(rule: Rule) -> None:
    """Check that the rule says what it is for and shows what it finds and what it leaves alone."""
    assert rule.summary, "the rule has no summary"
    assert rule.message, "the rule has no message"
    assert (rule.__doc__ or "").strip(), "the rule has no docstring"
    assert rule.bad, "the rule has no bad example"
    assert rule.good, "the rule has no good example"


def found(rule: Rule, bad: Bad) -> None:
    """Check that the rule points at just the marks, that its fixes give ``fixed``, and that they settle."""
    lint = engine(configured(rule, bad)).lint
    text, spans = unmark(bad.text)
    diagnostics = lint(read(bad))
    assert_sound(diagnostics)
    assert [(d.start, d.end) for d in diagnostics if d.scope == "span"] == spans, _told(text, diagnostics)
    assert diagnostics, "the rule finds nothing"
    mended = mend(read(bad), lint, lambda source: read(bad, source), Safety.UNSAFE)
    want = text if bad.fixed is None else bad.fixed
    assert mended.document.source == want, f"the fix gives {mended.document.source!r}, not {want!r}"
    again = mend(mended.document, lint, lambda source: read(bad, source), Safety.UNSAFE)
    assert again.document.source == want, "a second fix changes the text again"


def wakes(rule: Rule, bad: Bad) -> None:
    """Check that the native pass wakes the rule on its bad example."""
    rule = configured(rule, bad)
    assert rule in Scanner([rule]).scan(read(bad).view(rule.sees)), "no trigger and no gate wakes the rule"


def abroad(rule: Rule, bad: Bad) -> None:
    """Check that the rule does not fail on its example in another language, which the engine may ask last."""
    rule = configured(rule, bad)
    view = read(replace(bad, language="zxx")).view(rule.sees)
    list(rule.check(view, Scanner([rule]).scan(view).get(rule, ())))


def hidden(rule: Rule, bad: Bad) -> None:
    """Check that the rule is silent about the same text in code, in a URL and in an attribute."""
    text = unmark(bad.text)[0]
    hides: list[tuple[str, str]] = []
    if bad.media == "text/plain" and "code" not in rule.kinds:
        flat = " ".join(text.split())
        if "~~~" not in text:
            hides.append(("text/markdown", f"~~~\n{text}\n~~~\n"))
        if "`" not in text and text.strip():
            hides.append(("text/markdown", f"The form ``{flat}`` here.\n"))
        if not set("<>()[]\\\"'") & set(text) and text.isprintable():
            hides.append(("text/markdown", f"See [here](<https://example.org/{flat}>) now.\n"))
        if not set('<>"&') & set(text):
            hides.append(("text/html", f'<p data-note="{flat}">See here now.</p>\n'))
    for media, source in hides:
        diagnostics = engine(configured(rule, bad)).lint(read(bad, source, media))
        assert diagnostics == [], f"the rule speaks of what {media} hides: {_told(source, diagnostics)}"


def silent(rule: Rule, good: Good) -> None:
    """Check that the rule says nothing about a good example."""
    diagnostics = engine(configured(rule, good)).lint(read(good))
    assert diagnostics == [], _told(unmark(good.text)[0], diagnostics)


def assert_sound(diagnostics: Iterable[Diagnostic]) -> None:
    """Check that no rule failed, and that nothing was left unchecked."""
    for diagnostic in diagnostics:
        assert diagnostic.rule not in FAILURES, diagnostic.message


def _told(text: str, diagnostics: Iterable[Diagnostic]) -> Any:
    said = "; ".join(f"{d.start}–{d.end} {text[d.start : d.end]!r}: {d.message}" for d in diagnostics)
    return f"the rule says: {said}" if said else "the rule says nothing; does it know the example’s language?"
