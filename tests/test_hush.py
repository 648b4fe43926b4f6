"""What comments, allowances and listed names hush, and what is said of those that hush nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribal.document import Document
from scribal.engine import FAILED, Engine
from scribal.finding import Diagnostic, Finding, Place, Safety
from scribal.fix import mend
from scribal.hush import UNKNOWN, UNUSED, Hush, has_words
from scribal.markup import document
from scribal.rule import PatternRule, Rule
from scribal.settings import Allowance
from scribal.text import About, Hit, View


class Loud(PatternRule):
    """Somebody shouts."""

    id = "toy/loud"
    summary = "a word is all capitals"
    message = "“{found}” is loud"
    patterns = (r"\p{Lu}\p{Lu}\p{Lu}",)
    pattern = r"\b\p{Lu}{3,}\b"


class Digits(PatternRule):
    """Somebody counts."""

    id = "toy/digits"
    summary = "a number"
    message = "“{found}” is a number"
    patterns = ("[0-9]",)
    pattern = r"[0-9]+"


class Long(Rule):
    """Somebody talks."""

    id = "size/long"
    summary = "too many words"
    message = "the document is long"

    def gate(self, view: View) -> bool:
        return "LONG" in view.text

    def check(self, view: View, hits: Sequence[Hit]) -> list[Finding]:
        return [self.finding(0, 0, scope="document")]


class Broken(Rule):
    """Somebody erred."""

    id = "toy/broken"
    summary = message = "broken"

    def gate(self, view: View) -> bool:
        return "broken" in view.text

    def check(self, view: View, hits: Sequence[Hit]) -> list[Finding]:
        raise RuntimeError("it broke")


RULES: list[Rule] = [Loud(), Digits(), Long(), Broken()]
ENGINE = Engine(RULES)
IDS = [rule.id for rule in RULES]
MARKDOWN = "text/markdown"


def hush(
    allowances: Sequence[Allowance] = (), words: Sequence[str] = (), running: Sequence[str] = IDS
) -> Hush:
    return Hush(allowances, words, [*IDS, "other/rule"], running)


def read(source: str, media: str = MARKDOWN, place: Place = Place("a.md")) -> Document:
    return document(source, place, About(media))


def said(source: str, media: str = MARKDOWN, by: Hush | None = None) -> list[str]:
    """Return what is said of a text: the excerpt of each finding, and the message of each complaint."""
    text = read(source, media)
    diagnostics = (by or hush()).said(text, ENGINE.diagnose(text))
    return [d.message if d.rule in (UNUSED, UNKNOWN, FAILED) else d.excerpt for d in diagnostics]


IGNORE = "<!-- scribal: ignore toy/loud -->"


@pytest.mark.parametrize(
    ("source", "left"),
    [
        (f"ONE is here. {IGNORE}\n\nTWO is there.\n", ["TWO"]),
        (f"ONE\nis here. {IGNORE}\nAnd TWO.\n\nSIX.\n", ["SIX"]),
        (f"ONE.\n\n{IGNORE}\n\nTWO.\n\nSIX.\n", ["ONE", "SIX"]),
        (f"ONE.\n\n{IGNORE}\nTWO\nAND two.\n\nSIX.\n", ["ONE", "SIX"]),
        (f"{IGNORE}\n\n# ONE\n\nTWO.\n", ["TWO"]),
        (f"# ONE {IGNORE}\n\nTWO.\n", ["TWO"]),
        (f"- ONE\n- TWO {IGNORE}\n- SIX\n", ["ONE", "SIX"]),
        (f"- ONE\n- TWO\n  {IGNORE}\n- SIX\n- TEN\n", ["ONE", "TWO", "TEN"]),
        (f"1. ONE\n\n   {IGNORE}\n\n   TWO\n\n2. SIX\n", ["ONE", "SIX"]),
        (f"> ONE\n>\n> {IGNORE}\n>\n> TWO\n\nSIX\n", ["ONE", "SIX"]),
        (f"| a | b |\n|---|---|\n| ONE | TWO {IGNORE} |\n| SIX | TEN |\n", ["ONE", "SIX", "TEN"]),
        (f"| a | b |\n|---|---|\n| ONE | {IGNORE} TWO |\n| SIX | TEN |\n", ["ONE", "SIX", "TEN"]),
        (f"| a | b |\n|---|---|\n| ONE {IGNORE} | TWO |\n", ["TWO"]),
        (f"A word, then *ONE* {IGNORE} and TWO.\n\nSIX.\n", ["SIX"]),
        ("ONE. {# scribal: ignore toy/loud #}\n\nTWO.\n", ["TWO"]),
        ("{% comment %} scribal: ignore toy/loud {% endcomment %}\n\nONE.\n\nTWO.\n", ["TWO"]),
        ("{%- comment -%}scribal: ignore toy/loud{%- endcomment -%}\n\nONE.\n\nTWO.\n", ["TWO"]),
        (f"ONE.\r\n\r\n{IGNORE}\r\n\r\nTWO.\r\n\r\nSIX.\r\n", ["ONE", "SIX"]),
    ],
)
def test_a_comment_speaks_for_its_block_or_alone_for_the_next(source: str, left: list[str]) -> None:
    assert said(source) == left


def test_mdx_comments() -> None:
    assert said("ONE. {/* scribal: ignore toy/loud */}\n\nTWO.\n", "text/mdx") == ["TWO"]


@pytest.mark.parametrize(
    ("source", "left"),
    [
        (f"<p>ONE {IGNORE}</p>\n<p>TWO</p>\n", ["TWO"]),
        (f"<p>ONE</p>\n{IGNORE}\n<p>TWO</p>\n<p>SIX</p>\n", ["ONE", "SIX"]),
        (f"<p>ONE\n{IGNORE}\nand two TEN.</p>\n<p>SIX</p>\n", ["SIX"]),
        (f"<table><tr><td>ONE</td><td>TWO {IGNORE}</td><td>SIX</td></tr></table>\n", ["ONE", "SIX"]),
    ],
)
def test_comments_in_html(source: str, left: list[str]) -> None:
    assert said(source, "text/html") == left


@pytest.mark.parametrize(
    "names",
    [
        "toy/loud, toy/digits",
        "toy/loud,toy/digits",
        "toy/loud toy/digits",
        "toy",
        "ALL".lower(),
        "toy -- they are the names of trams",
        "toy — they are the names of trams",
        "size/long, toy --",
    ],
)
def test_a_comment_names_rules_families_or_all_and_may_give_a_reason(names: str) -> None:
    assert said(f"ONE 1. <!-- scribal: ignore {names} -->\n\nTWO 2.\n") == ["TWO", "2"]
    assert said(f"ONE 1. <!--scribal:ignore {names}-->\n\nTWO 2.\n") == ["TWO", "2"]


def test_ignore_file_speaks_for_all_of_the_document_and_for_findings_without_a_place() -> None:
    source = "ONE.\n\nTWO LONG 2.\n\n<!-- scribal: ignore-file toy/loud, size/long -->\n"
    assert said(source) == ["2"]


def test_a_comment_for_a_block_does_not_hush_findings_without_a_place() -> None:
    assert said("LONG. <!-- scribal: ignore all -->\n") == [""]


def test_a_comment_that_hushes_nothing_is_reported_and_goes_with_a_safe_fix() -> None:
    text = read(f"One.\n\n{IGNORE}\n\nTWO.\n\n{IGNORE}\n\nThree.\n")
    start = text.source.rindex("<!--")
    [found] = hush().said(text, ENGINE.diagnose(text))
    assert (found.rule, found.message, found.start, found.end) == (
        UNUSED,
        "the comment hushes nothing of “toy/loud”",
        start,
        start + len(IGNORE),
    )
    assert (found.line, found.column, found.end_line, found.end_column) == (7, 1, 7, 1 + len(IGNORE))
    assert [fix.safety for fix in found.fixes] == [Safety.SAFE]


@pytest.mark.parametrize(
    ("source", "mended"),
    [
        (f"One. {IGNORE}\n\nTwo.\n", "One.\n\nTwo.\n"),
        (f"One {IGNORE} and two.\n", "One and two.\n"),
        (f"One.\n\n{IGNORE}\n\nTwo.\n", "One.\n\nTwo.\n"),
        (f"One.\n\n{IGNORE}\nTwo.\n", "One.\n\nTwo.\n"),
        (f"One.\n{IGNORE}\n\nTwo.\n", "One.\n\nTwo.\n"),
        (f"One.\n{IGNORE}\nTwo.\n", "One.\n\nTwo.\n"),
        (f"One.\r\n\r\n  {IGNORE}\t\r\n\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n"),
        (f"{IGNORE}\n\nOne.\n", "One.\n"),
        (f"One.\n\n{IGNORE}\n", "One.\n\n"),
        (f"One.\n\n{IGNORE}", "One.\n\n"),
        (f"| a | b |\n|---|---|\n| one | two {IGNORE} |\n", "| a | b |\n|---|---|\n| one | two |\n"),
        (f"- one\n- two {IGNORE}\n- three\n", "- one\n- two\n- three\n"),
        ("One.\n\n<!-- scribal: ignore\n     toy/loud -->\n\nTwo.\n", "One.\n\nTwo.\n"),
    ],
)
def test_a_comment_goes_with_its_line_and_joins_nothing(source: str, mended: str) -> None:
    def lint(text: Document) -> list[Diagnostic]:
        return hush().said(text, ENGINE.diagnose(text))

    outcome = mend(read(source), lint, read, Safety.SAFE)
    assert (outcome.document.source, outcome.diagnostics) == (mended, [])


@pytest.mark.parametrize("names", ["toy/loud, toy/digits", "toy", "all"])
def test_no_comment_is_called_idle_unless_all_its_rules_ran(names: str) -> None:
    some = hush(running=["toy/loud", "size/long", "toy/broken"])
    assert said(f"One. <!-- scribal: ignore {names} -->\n", by=some) == []


def test_no_comment_is_called_idle_where_a_rule_failed() -> None:
    [message] = said(f"It is broken. {IGNORE}\n")
    assert message == "the rule toy/broken failed: RuntimeError: it broke"


def test_nothing_hushes_the_failure_of_a_rule() -> None:
    everything = hush([Allowance(rule="all")], ["broken"])
    assert len(said("It is broken. <!-- scribal: ignore-file all -->\n", by=everything)) == 1


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("ignore toy/lout", "the comment names an unknown rule “toy/lout”; did you mean “toy/loud”?"),
        ("ignore", "the comment does not say what to ignore: a rule, a family, or all"),
        ("ignore -- no reason", "the comment does not say what to ignore: a rule, a family, or all"),
        ("ignore-line toy", "the comment asks for “ignore-line”, not for one of ignore, ignore-file"),
        ("ignore toy/loud; it is a name", "the comment names an unknown rule “;”"),
        ("", "the comment asks for “”, not for one of ignore, ignore-file"),
    ],
)
def test_a_mistaken_comment_is_reported_and_left_alone(comment: str, message: str) -> None:
    text = read(f"One. <!-- scribal: {comment} -->\n")
    [found] = hush().said(text, ENGINE.diagnose(text))
    assert (found.rule, found.message, found.fixes) == (UNKNOWN, message, ())


def test_a_comment_that_names_a_known_and_an_unknown_rule_hushes_the_known_one() -> None:
    assert said("ONE. <!-- scribal: ignore toy/loud, nope -->\n") == [
        "the comment names an unknown rule “nope”"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "ONE. <!-- see scribal: ignore toy/loud -->\n",
        "ONE. `<!-- scribal: ignore toy/loud -->`\n",
        "ONE.\n\n~~~\n<!-- scribal: ignore-file toy/loud -->\n~~~\n",
    ],
)
def test_what_is_no_comment_to_us_asks_for_nothing(source: str) -> None:
    assert said(source) == ["ONE"]


LINES = "The tram is LOUD at night.\nThe bus is LOUD, says the NEWS.\n"


@pytest.mark.parametrize(
    ("allowance", "left"),
    [
        (Allowance(rule="toy/loud"), []),
        (Allowance(rule="toy"), []),
        (Allowance(rule="all"), []),
        (Allowance(rule="toy/digits"), ["LOUD", "LOUD", "NEWS"]),
        (Allowance(text="news"), ["LOUD"]),
        (Allowance(text="tram  is\nloud"), ["LOUD", "NEWS"]),
        (Allowance(text="“NEWS”"), ["LOUD", "LOUD", "NEWS"]),
        (Allowance(text="ram is"), ["LOUD", "LOUD", "NEWS"]),
        (Allowance(path="docs/"), []),
        (Allowance(path="*.txt"), []),
        (Allowance(path="/a.txt"), ["LOUD", "LOUD", "NEWS"]),
        (Allowance(path="*.md"), ["LOUD", "LOUD", "NEWS"]),
        (Allowance(record="r7"), []),
        (Allowance(record="7"), ["LOUD", "LOUD", "NEWS"]),
        (Allowance(path="docs/", rule="toy", text="tram", record="r7"), ["LOUD", "NEWS"]),
        (Allowance(path="docs/", rule="toy", text="boat", record="r7"), ["LOUD", "LOUD", "NEWS"]),
    ],
)
def test_an_allowance_hushes_what_all_its_keys_match(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, allowance: Allowance, left: list[str]
) -> None:
    (tmp_path / "docs" / "en").mkdir(parents=True)
    for folder, path in (
        ("docs/en", "a.txt"),
        (".", "docs/en/a.txt"),
        (".", str(tmp_path / "docs/en/a.txt")),
    ):
        monkeypatch.chdir(tmp_path / folder)
        text = read(LINES, "text/plain", Place(path, "r7"))
        one = Hush([allowance], [], IDS, IDS, tmp_path)
        assert [d.excerpt for d in one.said(text, ENGINE.diagnose(text))] == left
        assert one.used == ({allowance} if len(left) < 3 else set())


def test_the_words_of_an_allowance_may_stand_on_two_lines_of_a_paragraph() -> None:
    by = hush([Allowance(text="the tram is loud at night")])
    assert said("So the *tram*\nis LOUD at\nnight.\n\nLOUD.\n", by=by) == ["LOUD"]


def test_every_allowance_that_speaks_for_a_finding_is_used() -> None:
    allowances = [Allowance(rule="toy"), Allowance(text="one"), Allowance(text="two")]
    by = hush(allowances)
    assert said("ONE.\n", by=by) == []
    assert by.used == set(allowances[:2])


@pytest.mark.parametrize(
    ("text", "words", "held"),
    [
        ("On the  Quay", "on the quay", True),
        ("on the quayside", "on the quay", False),
        ("the quayside quay", "quay", True),
        ("41 euros , a third", "euros , a", True),
        ("北京很大", "北京", True),
        ("", "quay", False),
    ],
)
def test_words_are_whole_words(text: str, words: str, held: bool) -> None:
    assert has_words(text, words) is held


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (["NATO"], ["UNO"]),
        (["nato", "uno"], []),
        (["NATO 2 UNO"], []),
        (["the NATO"], ["UNO"]),
        (["NAT"], ["NATO", "UNO"]),
        (["TO 2"], ["NATO", "UNO"]),
        (["the", "treaty"], ["NATO", "UNO"]),
        (["NATO 2", "2 UNO"], []),
        ([" "], ["NATO", "UNO"]),
    ],
)
def test_names_are_not_doubted_where_they_stand_as_whole_words(words: list[str], left: list[str]) -> None:
    for source in ("Of the NATO 2 UNO treaty.\n", "Of the *NATO*\n2 **UNO** treaty.\n"):
        assert [word for word in said(source, by=hush(words=words)) if word != "2"] == left


def test_a_name_in_a_script_without_spaces_is_glued_by_nature() -> None:
    assert said("这是ABC公司的产品。\n", by=hush(words=["ABC公司"])) == []


def test_a_finding_that_reaches_out_of_a_name_is_said() -> None:
    assert said("The NATOUNO treaty.\n", by=hush(words=["NATO"])) == ["NATOUNO"]


PARTS = [
    "ONE",
    "two",
    "3",
    IGNORE,
    "<!-- scribal: ignore-file toy/digits -->",
    "\n",
    "\n\n",
    " ",
    "- ",
    "> ",
    "| ",
]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_only_findings_are_hushed_and_each_idle_comment_can_go(source: str) -> None:
    text = read(source)
    found = ENGINE.diagnose(text)
    heard = hush().said(text, found)
    idle = [d for d in heard if d.rule == UNUSED]
    assert [d for d in heard if d.rule != UNUSED] == [d for d in found if d in heard]
    assert all(text.source[d.start : d.end].startswith("<!-- scribal:") for d in idle)
    for diagnostic in idle:
        [edit] = diagnostic.fixes[0].edits
        gone = text.source[edit.start : edit.end].replace(
            text.source[diagnostic.start : diagnostic.end], "", 1
        )
        assert gone.strip() == ""
