"""What comments, allowances and listed names hush, and what is said of those that hush nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribal.document import Document
from scribal.finding import Diagnostic, Safety
from scribal.fix import mend
from scribal.hush import UNKNOWN, UNUSED
from scribal.settings import Allowance
from stage.toys import ENGINE, hush, read, said

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
