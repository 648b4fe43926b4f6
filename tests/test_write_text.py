"""Reports for people."""

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribal.finding import Echo, Place, Repair, Safety, Severity
from scribal.write.look import Look, look_for
from scribal.write.printable import printable, quoted
from scribal.write.summary import Summary
from stage.reports import fix, found, written


def test_a_pipe_gets_one_line_a_finding():
    text = "one two\nthree four"
    diagnostics = [
        found(text, 14, 18, fix(14, 18, "4"), severity=Severity.ERROR),
        found(text, 4, 12, fix(4, 12, "", Safety.UNSAFE), path="b.md"),
        replace(found(text, 0, 0, severity=Severity.INFO, scope="document"), message="a\x1b[31m\nb"),
        replace(found(text, 0, 3), place=Place("c.jsonl", "id\x07", 3)),
        replace(found(text, 0, 3), place=Place("c.jsonl", None, 4)),
    ]
    assert written(*diagnostics, look=Look()) == (
        "a.md:2:7: error: odd [x/y]\n"
        "b.md:1:5: warning: odd [x/y]\n"
        "a.md: info: a\\x1b[31m\\nb [x/y]\n"
        "c.jsonl#id\\x07:1:1: warning: odd [x/y]\n"
        "c.jsonl#4:1:1: warning: odd [x/y]\n"
        "found 5 findings (1 error) in 3 files; 1 fixable with --fix, 1 more with --unsafe-fixes\n"
    )


@pytest.mark.parametrize(
    ("diagnostics", "fixed", "sentence"),
    [
        ([], 0, "found nothing in 0 files"),
        ([], 2, "found nothing in 0 files; fixed 2"),
        ([found("a", 0, 1)], 1, "found 1 finding in 1 file; fixed 1"),
        ([found("a", 0, 1, fix(0, 1, "", Safety.SHOWN))], 0, "found 1 finding in 1 file"),
        ([found("a", 0, 1, Repair((), Safety.SAFE))], 0, "found 1 finding in 1 file"),
        ([found("a", 0, 1, fix(0, 1, ""))], 0, "found 1 finding in 1 file; 1 fixable with --fix"),
        (
            [found("a", 0, 1, also=(Echo("z/z", 0, 1, "odd", (fix(0, 1, "", Safety.UNSAFE),)),))] * 2,
            0,
            "found 2 findings in 1 file; 2 fixable with --fix --unsafe-fixes",
        ),
    ],
)
def test_the_closing_line(diagnostics, fixed, sentence):
    assert written(*diagnostics, look=Look(), summary=Summary(fixed=fixed)).splitlines()[-1] == sentence


def test_only_so_many_of_each_rule_are_shown():
    diagnostics = [found("abc", place, place + 1, rule=rule) for place in range(3) for rule in ("x/y", "a/b")]
    assert written(*diagnostics, found("abc", 0, 1, rule="c/d"), look=Look(max_per_rule=1)) == (
        "a.md:1:1: warning: odd [x/y]\n"
        "a.md:1:1: warning: odd [a/b]\n"
        "a.md:1:1: warning: odd [c/d]\n"
        "a/b: 2 more findings, not shown\n"
        "x/y: 2 more findings, not shown\n"
        "found 7 findings in 1 file\n"
    )


def test_statistics():
    diagnostics = [found("abc", 0, 1, rule="x/y")] * 10
    diagnostics += [found("abc", 0, 1, fix(0, 1, ""), rule="c/d"), found("abc", 0, 1, rule="c/d")]
    diagnostics += [found("abc", 0, 1, fix(0, 1, "", Safety.UNSAFE), rule=rule) for rule in ("b/b", "b/b")]
    assert written(*diagnostics, look=Look(), name="statistics") == (
        "10 [ ] x/y\n"
        " 2 [ ] b/b\n"
        " 2 [*] c/d\n"
        "found 14 findings in 1 file; 1 fixable with --fix, 2 more with --unsafe-fixes\n"
    )


def test_colour():
    look = Look(color=True, frame=True, width=60)
    assert written(found("one two", 4, 7, fix(4, 7, "2")), look=look) == (
        "\x1b[1ma.md:1:5:\x1b[0m \x1b[1;33mwarning:\x1b[0m odd \x1b[35m[x/y]\x1b[0m\n"
        "  \x1b[1;34m|\x1b[0m\n"
        "\x1b[1;34m1\x1b[0m \x1b[1;34m|\x1b[0m one two\n"
        "  \x1b[1;34m|\x1b[0m     \x1b[1;33m^^^\x1b[0m\n"
        "  \x1b[1;34m=\x1b[0m \x1b[32mfix (safe)\x1b[0m: “two” -> “2”\n"
        "\n"
        "\x1b[1mfound 1 finding in 1 file; 1 fixable with --fix\x1b[0m\n"
    )


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("out", "color", "environment", "colored", "frame"),
    [
        (Terminal(), "auto", {}, True, True),
        (Terminal(), "auto", {"TERM": "dumb"}, False, True),
        (Terminal(), "auto", {"NO_COLOR": "1"}, False, True),
        (Terminal(), "auto", {"NO_COLOR": ""}, True, True),
        (Terminal(), "always", {"NO_COLOR": "1"}, True, True),
        (Terminal(), "never", {"FORCE_COLOR": "1"}, False, True),
        (io.StringIO(), "auto", {}, False, False),
        (io.StringIO(), "auto", {"FORCE_COLOR": "1"}, True, True),
        (io.StringIO(), "auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        (io.StringIO(), "always", {}, True, True),
    ],
)
def test_who_gets_colour_and_frames(out, color, environment, colored, frame):
    look = look_for(out, color, environment)
    assert (look.color, look.frame) == (colored, frame)


def test_what_cannot_be_seen_is_written_out():
    assert printable("é\u0600\u200c\u200d漢\U0001f600") == "é\u0600\u200c\u200d漢\U0001f600"
    assert printable("\0\t\n\x1b\x85\u00ad\u061c\u200b\u2028\u2066\ufeff\ud800\udcff\U000e0067") == (
        "\\x00\\t\\n\\x1b\\x85\\xad\\u061c\\u200b\\u2028\\u2066\\ufeff\\ud800\\udcff\\U000e0067"
    )


def test_a_long_quotation_loses_its_middle():
    assert quoted("a" * 40 + "b" * 40, 10) == "“aaaaa…bbbbb”"


@given(st.text(), st.integers(0, 9), st.integers(0, 9), st.text(), st.integers(1, 80))
def test_no_text_steers_the_terminal_or_stops_the_report(text, one, two, other, width):
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    diagnostic = replace(found(text, start, end, fix(start, end, other, label=other)), message=other)
    report = written(diagnostic, look=Look(frame=True, width=width))
    assert report.encode().decode() == report
    seen = report.translate(dict.fromkeys(map(ord, "\n\u200c\u200d\u2068\u2069")))
    assert printable(seen) == seen
    assert report.count("\u2068") == report.count("\u2069")
