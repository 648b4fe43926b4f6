"""A rule's examples as tests, and the laws that every rule must keep.

For the author of a rule pack, with pytest::

    @pytest.mark.parametrize("law", laws(load([Path("rules")])), ids=str)
    def test_rule(law: Law) -> None:
        law.verify()

or, without any code, ``scribal test PATH``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from scribal.document import Document
from scribal.engine import FAILED, Engine
from scribal.finding import Diagnostic, Place, Safety
from scribal.fix import mend
from scribal.markup import document
from scribal.rule import Bad, Good, Rule
from scribal.scan import Scanner
from scribal.text import About

OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True)
class Law:
    """One thing that must hold of one rule; ``verify`` raises AssertionError where it does not."""

    name: str
    verify: Callable[[], None]

    def __str__(self) -> str:
        return self.name


def laws(rules: Iterable[Rule]) -> Iterator[Law]:
    """Yield every law for every rule, one for each example."""
    for rule in rules:
        yield Law(f"{rule.id}-is-documented", lambda rule=rule: documented(rule))  # type: ignore[misc]
        for number, bad in enumerate(rule.bad):
            for verify in (found, wakes, hidden):
                name = f"{rule.id}-bad-{number}-{verify.__name__}"
                yield Law(name, lambda rule=rule, bad=bad, verify=verify: verify(rule, bad))  # type: ignore[misc]
        for number, example in enumerate(rule.good):
            good = Good(example) if isinstance(example, str) else example
            yield Law(f"{rule.id}-good-{number}-silent", lambda rule=rule, good=good: silent(rule, good))  # type: ignore[misc]


def unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without its ⟦marks⟧, and the spans that they enclosed."""
    spans: list[tuple[int, int]] = []
    plain: list[str] = []
    start = 0
    for char in text:
        if char == OPEN:
            start = len(plain)
        elif char == CLOSE:
            spans.append((start, len(plain)))
        else:
            plain.append(char)
    return "".join(plain), spans


def read(example: Bad | Good, text: str | None = None, media: str | None = None) -> Document:
    """Return the document that an example describes."""
    about = About(media or example.media, example.language, profile=example.profile)
    return document(unmark(example.text)[0] if text is None else text, Place("example"), about)


def configured(rule: Rule, example: Bad | Good) -> Rule:
    """Return the rule with the example's options."""
    if not example.options:
        return rule
    other = type(rule)(**example.options)
    other.id = rule.id
    return other


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
    """Check that no rule failed."""
    for diagnostic in diagnostics:
        assert diagnostic.rule != FAILED, diagnostic.message


def _told(text: str, diagnostics: Iterable[Diagnostic]) -> Any:
    return "the rule says: " + "; ".join(
        f"{d.start}–{d.end} {text[d.start : d.end]!r}: {d.message}" for d in diagnostics
    )
