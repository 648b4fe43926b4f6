"""Frames: the place of a finding, drawn for a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scribal.finding import Echo, Edit, Repair, Safety
from stage.reports import SCREEN, fix, found, written


def framed(*diagnostics, look=SCREEN):
    """Return what stands below the headline of each diagnostic."""
    return [block.split("\n", 1)[1] for block in written(*diagnostics, look=look).split("\n\n")[:-1]]


def test_a_block_that_goes_is_said_to_go():
    drops = (Repair((Edit(0, 12, "\n"),), Safety.SAFE, label) for label in ("", "delete the 2 lines"))
    shown = written(found("one\n\ntwo\n\n", 0, 8, *drops), look=SCREEN).splitlines()
    assert [line for line in shown if "= fix" in line] == [
        "  = fix (safe): delete the block",
        "  = fix (safe): delete the 2 lines",
    ]


def test_a_terminal_gets_the_place_and_the_fixes():
    text = "first\nARomania rejected it"
    diagnostic = found(
        text,
        6,
        14,
        fix(6, 14, "Armenia", Safety.UNSAFE, "put in the name"),
        fix(14, 14, " did", Safety.SHOWN),
        fix(6, 15, ""),
        fix(0, 2, "x"),
        fix(0, 2, ""),
        Repair(tuple(Edit(6 + n, 7 + n, str(n)) for n in range(5)), Safety.SAFE, "number them"),
        also=(Echo("spelling/name", 7, 14, "other name"),),
    )
    assert written(diagnostic, look=SCREEN) == (
        "a.md:2:1: warning: odd [x/y]\n"
        "  |\n"
        "2 | ARomania rejected it\n"
        "  | ^^^^^^^^\n"
        "  = fix (unsafe): put in the name: “ARomania” -> “Armenia”\n"
        "  = fix (shown): insert “ did”\n"
        "  = fix (safe): delete “ARomania ”\n"
        "  = fix (safe): put “x”\n"
        "  = fix (safe): delete 2 characters\n"
        "  = fix (safe): number them: “A” -> “0”, “R” -> “1”, “o” -> “2”, and 2 more\n"
        "  = also: other name [spelling/name]\n"
        "\n"
        "found 1 finding in 1 file; 1 fixable with --fix\n"
    )


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "carets"),
    [
        ("漢字 text 漢字", 3, 7, "漢字 text 漢字", "     ^^^^"),
        ("全角字 text", 1, 2, "全角字 text", "  ^^"),
        ("caf\u0065\u0301 au lait", 6, 8, "caf\u0065\u0301 au lait", "     ^^"),
        ("a\u0301b", 1, 2, "a\u0301b", "^"),
        ("\u0301ab", 1, 2, "\u0301ab", "^"),
        ("👨‍👩‍👧 ❤️ 🇩🇪 end", 12, 15, "👨‍👩‍👧 ❤️ 🇩🇪 end", "         ^^^"),
        ("ᄒ\u1161\u11ab 한 x", 6, 7, "ᄒ\u1161\u11ab 한 x", "      ^"),
        ("กำ นี้ x", 7, 8, "กำ นี้ x", "     ^"),
        ("\tone\ttwo", 5, 8, "    one    two", "           ^^^"),
        ("\u200bzero\x1b[0m", 1, 5, "\\u200bzero\\x1b[0m", "      ^^^^"),
        ("a\udcff\u202eb\r", 1, 3, "a\\udcff\\u202eb\\r", " ^^^^^^^^^^^^"),
        ("می\u200cخواهم book", 9, 13, "\u2068می\u200cخواهم \u2069book", "        ^^^^"),
        ("שלום עולם טוב", 5, 9, "\u2068שלום \u2069\u2068עולם\u2069\u2068 טוב\u2069", "     ^^^^"),
        ("one", 3, 3, "one", "   ^"),
        ("one", 1, 1, "one", " ^"),
        ("", 0, 0, "", "^"),
        ("one two\nthree", 4, 10, "one two", "    ^^^…"),
        ("one\ntwo", 3, 4, "one", "   ^…"),
    ],
)
def test_carets_stand_under_the_span(text, start, end, line, carets):
    assert framed(found(text, start, end)) == [f"  |\n1 | {line}\n  | {carets}"]


def test_a_long_line_is_cut_to_the_terminal():
    text = "".join(f"{number:04}" for number in range(100))
    assert framed(
        found(text, 0, 4),
        found(text, 200, 204),
        found(text, 396, 400),
        found(text, 300, 390),
        replace(found(text, 200, 204), context=text[180:220], context_column=181),
        replace(found(text, 0, 400), context=text[:20]),
        look=replace(SCREEN, width=30),
    ) == [
        "  |\n1 | 00000001000200030004000…\n  | ^^^^",
        "  |\n1 | …04800490050005100520053…\n  |         ^^^^",
        "  |\n1 | …09400950096009700980099\n  |                     ^^^^",
        "  |\n1 | …07300740075007600770078…\n  |         ^^^^^^^^^^^^^^^^…",
        "  |\n1 | …04800490050005100520053…\n  |         ^^^^",
        "  |\n1 | 00000001000200030004\n  | ^^^^^^^^^^^^^^^^^^^^…",
    ]
