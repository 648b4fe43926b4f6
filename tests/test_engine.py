"""From hits to diagnostics: settling, merging, the languages of rules, rules that fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from scribal import Edit, Finding, Fix, Hit, PatternRule, Rule, Safety, Sees, Severity, View, drop, replace
from scribal.document import Document
from scribal.engine import FAILED, Engine
from scribal.finding import Diagnostic, Echo, Place
from scribal.fix import REVERTED, mend
from scribal.markup import document
from scribal.text import About


class Shouting(PatternRule):
    """Words in capitals."""

    summary = "Capitals."
    message = "“{found}” shouts"
    patterns = (r"[A-Z]{4}",)
    pattern = r"[A-Z]{4,}+"

    def replacements(self, match: object, view: View) -> Iterator[tuple[str, Safety]]:
        yield match[0].lower(), Safety.SAFE  # type: ignore[index]


class Order(Rule):
    """A whole line that gives an order."""

    summary = "An order."
    message = "an order"
    literals = ("delete this",)
    safety = Safety.SAFE

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for hit in hits:
            if zone := view.zone_at(hit.start):
                yield self.finding(zone.start, zone.end, drop(zone.start, zone.end, self.safety))


class Joining(Rule):
    """Lets the end of a zone run into the next one."""

    summary = "Two zones."
    message = "two zones"
    literals = ("region.",)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for hit in hits:
            yield self.finding(
                hit.start, hit.end + 7, replace(hit.start, hit.end + 7, "region soviet", Safety.SAFE)
            )


class Failing(Rule):
    """Raises."""

    summary = "Fails."
    message = "never"
    literals = ("now",)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        raise RuntimeError("no way")
        yield


def rule(kind: type[Rule], name: str = "", **traits: object) -> Rule:
    made = kind()
    made.id = f"test/{name or kind.__name__.lower()}"
    for trait, value in traits.items():
        setattr(made, trait, value)
    return made


def read(source: str, media: str = "text/markdown", language: str | None = None) -> Document:
    return document(source, Place("a"), About(media, language))


def mended(source: str, *rules: Rule, media: str = "text/markdown", least: Safety = Safety.SAFE) -> str:
    return mend(read(source, media), Engine(rules).lint, lambda s: read(s, media), least).document.source


def test_a_finding_is_carried_into_the_source() -> None:
    source = "One &amp; *two LOUD*\nwords.\n"
    [found] = Engine([rule(Shouting)]).lint(read(source))
    assert source[found.start : found.end] == "LOUD"
    assert (found.line, found.column, found.end_line, found.end_column) == (1, 16, 1, 20)
    assert (found.excerpt, found.context, found.context_column) == ("LOUD", "One &amp; *two LOUD*", 1)
    assert (found.rule, found.severity, found.message) == ("test/shouting", Severity.WARNING, "“LOUD” shouts")
    assert [fix.edits for fix in found.fixes] == [(Edit(found.start, found.end, "loud"),)]


def test_the_context_of_a_long_line_is_a_window() -> None:
    [found] = Engine([rule(Shouting)]).lint(read("x " * 50_000 + "LOUD " + "y " * 50_000, "text/plain"))
    assert len(found.context) == 400
    assert found.context[found.column - found.context_column :].startswith("LOUD y y")


def test_severity_comes_from_the_settings() -> None:
    [found] = Engine([rule(Shouting)], {"test/shouting": Severity.INFO}).lint(read("LOUD"))
    assert found.severity is Severity.INFO


def test_a_rule_for_a_language_is_silent_in_others() -> None:
    german = rule(Shouting, languages=("de",), preview_languages=("fr",))
    assert [
        len(Engine([german]).lint(read("LAUT", language=tag))) for tag in ("de", "de-CH", "fr", "en")
    ] == [1, 1, 0, 0]
    assert len(Engine([german], preview=True).lint(read("LAUT", language="fr"))) == 1


def test_a_rule_that_raises_is_reported_and_the_others_go_on() -> None:
    found = Engine([rule(Failing), rule(Shouting)]).lint(read("now LOUD"))
    assert [(d.rule, d.scope, d.message) for d in found] == [
        (FAILED, "document", "the rule test/failing failed: RuntimeError: no way"),
        ("test/shouting", "span", "“LOUD” shouts"),
    ]


def test_a_document_in_which_a_rule_failed_is_not_fixed() -> None:
    assert mended("now LOUD", rule(Failing), rule(Shouting)) == "now LOUD"


def test_merge_lets_the_longer_span_speak_and_loses_none() -> None:
    [found] = Engine([rule(Shouting), rule(Order)]).lint(read("Do DELETE this LINE"))
    assert (found.rule, found.excerpt) == ("test/order", "Do DELETE this LINE")
    assert [(echo.rule, echo.start, echo.end) for echo in found.also] == [
        ("test/shouting", 3, 9),
        ("test/shouting", 15, 19),
    ]


def test_merge_heeds_what_supersedes() -> None:
    better = rule(Shouting, supersedes=("test/order",))
    [found] = Engine([better, rule(Order)]).lint(read("please DELETE this"))
    assert found.rule == "test/shouting"
    assert [(echo.rule, echo.fixes) for echo in found.also] == [("test/order", ())]


def test_merge_unites_findings_with_the_same_edit() -> None:
    found = Engine([rule(Shouting), rule(Shouting, "again")]).lint(read("a LOUD b"))
    assert [(d.rule, d.also) for d in found] == [
        ("test/again", (Echo("test/shouting", 2, 6, "“LOUD” shouts", found[0].fixes),))
    ]


def test_a_silent_finding_is_still_fixed() -> None:
    shown = rule(Order, safety=Safety.SHOWN)
    assert mended("DELETE this LINE", shown, rule(Shouting)) == "delete this line"


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ("- of the region.\n- Soviet while\n", "- of the region.\n- Soviet while\n"),
        ("one region.\n\nSoviet two\n", "one region.\n\nSoviet two\n"),
    ],
)
def test_no_fix_joins_zones(source: str, want: str) -> None:
    engine = Engine([rule(Joining)])
    assert mend(read(source), engine.lint, read, Safety.UNSAFE).document.source == want
    assert [fix.safety for d in engine.lint(read(source)) for fix in d.fixes] == [Safety.SHOWN]


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ("Text.\n\n## Delete this\n\nMore.\n", "Text.\n\nMore.\n"),
        ("Text.\n\n[Delete this](https://example.org)\n\nMore.\n", "Text.\n\nMore.\n"),
        ("Text.\n\n**Delete this**\n", "Text.\n"),
        ("- one\n- delete this\n- two\n", "- one\n- two\n"),
        ("- one\n\n- delete this\n\n- two\n", "- one\n\n- two\n"),
        ("> Delete this\n\nMore.\n", "More.\n"),
        ("Text.\n\nDelete this", "Text."),
        ("Delete this\n", ""),
        ("Text.\r\n\r\nDelete this\r\n", "Text.\r\n"),
    ],
)
def test_a_drop_takes_the_markers_along(source: str, want: str) -> None:
    assert mended(source, rule(Order)) == want


def test_a_cell_is_never_dropped() -> None:
    table = "| a | b |\n|---|---|\n| delete this | c |\n"
    assert mended(table, rule(Order)) == table


def test_a_drop_keeps_the_image_beside_it() -> None:
    source = "Text.\n\n![A tram](tram.jpg)\n\nDelete this\n\nMore.\n"
    assert mended(source, rule(Order)) == "Text.\n\n![A tram](tram.jpg)\n\nMore.\n"


class Hash(PatternRule):
    """Writes what Markdown would read as a heading."""

    summary = "Number."
    message = "number"
    patterns = (r"^No\.",)
    pattern = r"^No\."

    def replacements(self, match: object, view: View) -> Iterator[tuple[str, Safety]]:
        yield "- ", Safety.SAFE


class Unescaped(Rule):
    """Puts a line break into a paragraph."""

    summary = "Break."
    message = "break"
    literals = ("split",)
    sees = Sees.SOURCE

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for hit in hits:
            yield Finding(
                hit.start,
                hit.end,
                self.message,
                (Fix((Edit(hit.start, hit.end, "two\n\nparts"),), Safety.SAFE),),
            )


def test_a_fix_that_would_change_the_skeleton_is_put_back_and_reported() -> None:
    result = mend(read("a split b LOUD"), Engine([rule(Unescaped), rule(Shouting)]).lint, read, Safety.SAFE)
    assert result.document.source == "a split b loud"
    assert [d.rule for d in result.diagnostics] == ["test/unescaped", REVERTED]
    assert result.applied == 1


def test_text_that_goes_into_a_medium_is_escaped() -> None:
    assert read(mended("No. 4 trams\n", rule(Hash))).prose.zones[0].kind == "paragraph"


def diagnostics_of(source: str) -> list[Diagnostic]:
    return Engine([rule(Shouting)]).lint(read(source, "text/plain"))


def test_fixing_twice_is_fixing_once() -> None:
    once = mended("LOUD and LOUDER\n", rule(Shouting), media="text/plain")
    assert (once, diagnostics_of(once)) == ("loud and louder\n", [])
