"""Fixing files as a user does it: every byte that no fix touched stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from stage.cli import code_of as run

FILLER = """
summary = "Filler."
message = "“{found}” is filler"
why = "It says nothing."
safety = { repository = "safe", corpus = "safe" }
drop = true
phrases = ["leave a reply", "scroll down"]

[[bad]]
text = "One.\\n\\n⟦Scroll down⟧\\n\\nTwo."
fixed = "One.\\n\\nTwo."

[[good]]
text = "One."
"""

WORDS = """
summary = "A word."
message = "“{found}” is filler"
why = "There is a better one."
safety = "%s"

[phrases]
%s

[[bad]]
text = "One."

[[good]]
text = "One."
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with rules of its own: lines that go, words that have better ones."""
    monkeypatch.chdir(tmp_path)
    rules = tmp_path / "rules" / "own"
    rules.mkdir(parents=True)
    (rules / "filler.toml").write_text(FILLER, "utf-8")
    (rules / "word.toml").write_text(WORDS % ("safe", '"colour" = "color"\n"gray" = "gr\u00e5"'), "utf-8")
    (rules / "risky.toml").write_text(WORDS % ("unsafe", '"perhaps" = "maybe"'), "utf-8")
    (rules / "shown.toml").write_text(WORDS % ("shown", '"never" = "seldom"'), "utf-8")
    (tmp_path / "scribal.toml").write_text('rule-paths = ["rules"]\nselect = ["own"]\n')
    return tmp_path


def fixed(folder: Path, name: str, data: bytes, *options: str) -> bytes:
    (folder / name).write_bytes(data)
    assert run("check", "--fix", "--quiet", *options, name) in (0, 1)
    return (folder / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "text", "encoding"),
    [
        ("plain.txt", "the colour\n", "utf-8"),
        ("crlf.txt", "the colour\r\nof  \r\nrust\r\n", "utf-8"),
        ("mixed-ends.txt", "the colour\r\nof\nrust\rin it", "utf-8"),
        ("no-end.txt", "the colour", "utf-8"),
        ("bom.txt", "\ufeffthe colour\n", "utf-8"),
        ("bom.md", "\ufeff---\r\na: b\r\n---\r\n\r\n*the* colour\r\n", "utf-8"),
        ("utf-16.txt", "\ufeffthe colour \U0001f6a2\n", "utf-16-le"),
        ("utf-16-be.md", "\ufeff# the colour\n", "utf-16-be"),
        ("utf-32.txt", "\ufeffthe colour\n", "utf-32-le"),
        ("nul.txt", "a\0b the colour\n", "utf-8"),
        ("marks.txt", "e\u0301 \U0001f469\u200d\U0001f469 the colour \u0627\u0644 \ud55c\n", "utf-8"),
        ("controls.txt", "\x0c\x1b[1m the colour \x85 \u2028 b\n", "utf-8"),
    ],
)
def test_a_fix_touches_no_other_byte(folder: Path, name: str, text: str, encoding: str) -> None:
    want = text.replace("colour", "color").encode(encoding)
    assert fixed(folder, name, text.encode(encoding)) == want
    assert fixed(folder, name, want) == want


def test_a_file_in_another_charset_stays_in_it(folder: Path) -> None:
    assert fixed(folder, "a.txt", b"caf\xe9 colour\r\n", "--encoding", "latin-1") == b"caf\xe9 color\r\n"


def rules(output: bytes) -> list[str]:
    return [json.loads(line)["rule"] for line in output.splitlines()]


def test_a_character_that_the_charset_lacks_is_a_finding(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (folder / "a.txt").write_bytes(b"gray \xc0\n")
    assert run("check", "--fix", "--encoding", "cp1251", "a.txt", "--output-format", "jsonl") == 2
    assert rules(capsysbinary.readouterr().out) == ["scribal/unwritable-file", "own/word"]
    assert (folder / "a.txt").read_bytes() == b"gray \xc0\n"


def test_the_mode_of_a_file_is_kept(folder: Path) -> None:
    (folder / "a.sh.txt").write_text("the colour\n")
    (folder / "a.sh.txt").chmod(0o751)
    run("check", "--fix", "a.sh.txt")
    assert (folder / "a.sh.txt").read_text() == "the color\n"
    assert (folder / "a.sh.txt").stat().st_mode & 0o777 == 0o751


def test_a_clean_file_is_not_written(folder: Path) -> None:
    (folder / "a.txt").write_text("the color\n")
    os.utime(folder / "a.txt", ns=(1_000, 1_000))
    run("check", "--fix", "a.txt")
    assert (folder / "a.txt").stat().st_mtime_ns == 1_000


@pytest.mark.parametrize(
    ("options", "want", "code"),
    [
        (["--fix"], "color, perhaps, never\n", 1),
        (["--fix", "--unsafe-fixes"], "color, maybe, never\n", 1),
        (["--unsafe-fixes"], "colour, perhaps, never\n", 2),
        (["--diff"], "colour, perhaps, never\n", 1),
        (["--diff", "--unsafe-fixes"], "colour, perhaps, never\n", 1),
        (["--fix", "--exit-zero"], "color, perhaps, never\n", 0),
        (["--fix", "--fail-on", "error"], "color, perhaps, never\n", 0),
    ],
)
def test_which_fixes_are_made(folder: Path, options: list[str], want: str, code: int) -> None:
    (folder / "a.txt").write_text("colour, perhaps, never\n")
    assert run("check", "a.txt", *options) == code
    assert (folder / "a.txt").read_text() == want


@pytest.mark.parametrize(("unsafe", "line"), [([], "+color, perhaps"), (["--unsafe-fixes"], "+color, maybe")])
def test_a_diff_shows_the_fixes_that_would_be_made(
    folder: Path, capsys: pytest.CaptureFixture[str], unsafe: list[str], line: str
) -> None:
    (folder / "a.txt").write_text("colour, perhaps\n")
    assert run("check", "--diff", *unsafe, "a.txt") == 1
    assert line in capsys.readouterr().out.splitlines()
    (folder / "a.txt").write_text("color\n")
    assert run("check", "--diff", "a.txt") == 0
    assert "+++" not in capsys.readouterr().out


def test_settings_move_fixes_between_safe_and_unsafe(folder: Path) -> None:
    with (folder / "scribal.toml").open("a") as settings:
        settings.write('extend-safe-fixes = ["own/risky", "own/shown"]\nextend-unsafe-fixes = ["own/word"]\n')
    assert fixed(folder, "a.txt", b"colour, perhaps, never\n") == b"colour, maybe, never\n"


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ("# One\n\n## Leave a reply\n\nTwo.\n", "# One\n\nTwo.\n"),
        ("One.\n\n[Leave a reply](/form)\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\n\n**[Leave a reply](/form)**\n", "One.\n"),
        (
            "One.\n\n![A tram](a.jpg)\n\nScroll down\n\n![A bus](b.jpg)\n",
            "One.\n\n![A tram](a.jpg)\n\n![A bus](b.jpg)\n",
        ),
        ("- One\n\n- Scroll down\n\n- Two\n", "- One\n\n- Two\n"),
        ("- [Scroll down](#end)\n- One\n", "- One\n"),
        ("> Scroll down\n\nOne.\n", "One.\n"),
        ("Scroll down\n", ""),
        ("| Scroll down |\n|---|\n| One |\n", "| Scroll down |\n|---|\n| One |\n"),
        ("1. Scroll down\n   - One\n", "1. Scroll down\n   - One\n"),
    ],
)
def test_a_line_that_goes_leaves_nothing_behind(folder: Path, source: str, want: str) -> None:
    assert fixed(folder, "a.md", source.encode()).decode() == want
    assert fixed(folder, "a.md", want.encode()).decode() == want


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ("*the colour* of\n", "*the color* of\n"),
        (
            "`colour` <b title=colour>colour</b> [colour](colour)\n",
            "`colour` <b title=colour>color</b> [color](colour)\n",
        ),
        ("[colour][]\n\n[colour]: /a\n", "[colour][]\n\n[colour]: /a\n"),
        ("---\ncolour: colour\n---\n\ncolour\n", "---\ncolour: colour\n---\n\ncolor\n"),
        ("- the\n  colour\n- colour\n", "- the\n  color\n- color\n"),
    ],
)
def test_a_fix_in_markdown_leaves_the_rest(folder: Path, source: str, want: str) -> None:
    assert fixed(folder, "a.md", source.encode()).decode() == want


def test_a_fix_that_is_put_back_is_reported(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (folder / "a.md").write_text("[colour][]\n\n[colour]: /a\n")
    assert run("check", "--fix", "a.md", "--output-format", "jsonl") == 1
    assert rules(capsysbinary.readouterr().out) == ["own/word", "scribal/fix-reverted"]


def test_standard_input_comes_out_fixed_byte_for_byte(folder: Path) -> None:
    data = "\ufeffthe colour\r\n".encode()
    command = [sys.executable, "-m", "scribal", "check", "-", "--fix", "--stdin-filename", "a.md"]
    result = subprocess.run(command, input=data, capture_output=True, check=True)
    assert result.stdout == data.replace(b"colour", b"color")
