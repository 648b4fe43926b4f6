"""Diffs: what they say, and that they say all of it."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from scribal.write.diff import difference

LINES = st.sampled_from(
    ["", " ", "the the tram", "the tram", "the tram is back", "Read more: rails", "\r", "\u2028x"]
)
TEXTS = st.builds(
    lambda lines, end: "\n".join(lines) + end, st.lists(LINES, max_size=12), st.sampled_from(["", "\n"])
)


def told(old: str, new: str) -> list[str]:
    return "".join(difference("a.md", old, new)).split("\n")[2:-1]


def test_a_new_line_stands_below_the_old_one() -> None:
    old = "Title\n\nRead more: a story\n\nIt was the the tram that ran.\n\nThe Spain paid .\n"
    new = "Title\n\nIt was the tram that ran.\n\nSpain paid.\n"
    assert told(old, new) == [
        *("@@ -1,7 +1,5 @@", " Title", " ", "-Read more: a story", "-"),
        *("-It was the the tram that ran.", "+It was the tram that ran.", " "),
        *("-The Spain paid .", "+Spain paid."),
    ]


def test_the_end_of_a_file_without_a_line_break() -> None:
    assert told("a tram .", "a tram.\n") == [
        *("@@ -1 +1 @@", "-a tram .", "\\ No newline at end of file", "+a tram."),
    ]
    assert told("a\n", "") == ["@@ -1 +0,0 @@", "-a"]
    assert list(difference("a.md", "a\n", "a\n")) == []


@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_git_makes_the_new_text_of_the_old_one_and_the_diff(old: str, new: str) -> None:
    diff = "".join(difference("a.md", old, new))
    assert bool(diff) == (old != new)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "a.md")
        file.write_text(old, "utf-8", newline="\n")
        if diff:
            command = ["git", "apply", "--whitespace=nowarn", "-"]
            subprocess.run(command, cwd=folder, input=diff.encode(), check=True, capture_output=True)
        assert file.read_bytes() == new.encode()
