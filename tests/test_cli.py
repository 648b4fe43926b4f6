"""The command line, as a user meets it: real processes, real files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from scribal.finding import Place
from scribal.read.record import Fault, Record
from scribal.text import About
from scribal.work import Outcome, put
from stage.cli import GLUED, SCRIBAL, findings, run


def test_version(tmp_path: Path) -> None:
    result = run("--version", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (0, b"scribal, version 0.1.0\n")


def test_findings_exit_with_1_and_clean_files_with_0(folder: Path) -> None:
    assert run("check", cwd=folder).returncode == 1
    assert run("check", "--exit-zero", cwd=folder).returncode == 0
    assert run("check", "--fail-on", "error", cwd=folder).returncode == 0
    (folder / "c.txt").write_text("The works cost 41 million euros.\n")
    assert run("check", "c.txt", cwd=folder).returncode == 0


def test_text_report(folder: Path) -> None:
    result = run("check", "a.txt", cwd=folder)
    first, last = result.stdout.decode().splitlines()
    assert first.startswith("a.txt:1:32: warning: ")
    assert first.endswith("[whitespace/space-before-punct]")
    assert last == "found 1 finding in 1 file; 1 fixable with --fix"


def test_jsonl_is_the_contract(folder: Path) -> None:
    [found] = findings(run("check", "b.md", "--output-format", "jsonl", cwd=folder))
    source = (folder / "b.md").read_text()
    keys = "path record row rule severity message start end scope line column end_line end_column"
    assert sorted(found) == sorted([*keys.split(), "excerpt", "origin", "also", "fixes"])
    assert (found["path"], found["record"], found["row"], found["line"]) == ("b.md", None, None, 5)
    start, end = found["start"], found["end"]
    assert isinstance(start, int) and isinstance(end, int)
    assert source[start:end].strip() in (",", "euros ,")


def test_fix_writes_the_file_and_exits_with_0_when_nothing_remains(folder: Path) -> None:
    result = run("check", "--fix", "a.txt", cwd=folder)
    assert (folder / "a.txt").read_text() == GLUED.replace(" ,", ",")
    assert (result.returncode, result.stdout.decode()) == (0, "found nothing in 1 file; fixed 1\n")


def test_diff_changes_nothing(folder: Path) -> None:
    result = run("check", "--diff", "a.txt", cwd=folder)
    assert (folder / "a.txt").read_text() == GLUED
    assert result.returncode == 1
    assert result.stdout.decode().splitlines()[:2] == ["--- a/a.txt", "+++ b/a.txt"]
    assert f"+{GLUED.replace(' ,', ',')}" in result.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "missing.txt"], "missing.txt: No such file"),
        (
            ["check", "--select", "whitespace/space-before-point"],
            "did you mean “whitespace/space-before-punct”?",
        ),
        (["explain", "whitespace/space-before-point"], "did you mean “whitespace/space-before-punct”?"),
        (["check", "--encoding", "klingon", "a.txt"], "klingon"),
        (["check", "--unsafe-fixes", "a.txt"], "--unsafe-fixes wants --fix or --diff"),
        (["check", "--stdin-filename", "b.md", "a.txt"], "--stdin-filename wants the path -"),
        (["check", "--output-file", "no/where.txt"], "--output-file: no/where.txt: No such file"),
        (["explain", "orphan-perid"], "no rule or family is called “orphan-perid”"),
        (["explain", "translatoin"], "did you mean “translation”?"),
        (["rules", "quote"], "no rule or family is called “quote”; did you mean “quotes”?"),
        (["rules", "--language", "klingon!"], "--language must be a BCP 47 tag"),
        (["check", "--ignore", "orphan-period", "a.txt"], "did you mean “punctuation/orphan-period”?"),
    ],
)
def test_a_mistake_of_the_user_exits_with_2(folder: Path, arguments: list[str], message: str) -> None:
    result = run(*arguments, cwd=folder)
    assert result.returncode == 2
    assert message in result.stderr.decode()
    assert b"Traceback" not in result.stderr


def test_an_interrupt_exits_with_130(folder: Path) -> None:
    pipe = folder / "slow.txt"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [*SCRIBAL, "check", "slow.txt"],
        cwd=folder,
        stderr=subprocess.PIPE,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # which a background job ignores
    )
    with pipe.open("wb"):  # opens when the other side reads: by then the run has begun
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
    assert (process.returncode, errors.strip()) == (130, b"scribal: interrupted")


def test_show_view(folder: Path) -> None:
    result = run("check", "--show-view", "b.md", cwd=folder)
    shown = result.stdout.decode().splitlines()
    assert shown[0].startswith("b.md: text/markdown")
    assert "heading: Trams" in shown[1] or "heading: Trams" in shown[2]
    assert any("(code: `euros , a`)" in line for line in shown)


def test_the_closing_line_says_how_much_was_read(folder: Path) -> None:
    (folder / "c.txt").write_text("The works cost 41 million euros.\n")
    assert (
        run("check", cwd=folder)
        .stdout.decode()
        .splitlines()[-1]
        .startswith("found 2 findings in 2 of 3 files;")
    )
    assert run("check", "c.txt", cwd=folder).stdout.decode() == "found nothing in 1 file\n"
    (folder / "empty").mkdir()
    assert run("check", "empty", cwd=folder).stdout.decode() == "found nothing in 0 files\n"


def test_a_diff_parts_lines_at_line_breaks_alone(folder: Path) -> None:
    (folder / "c.txt").write_bytes("A\x85b\u2028c.\r\n\r\nThe works cost 41 euros , and more".encode())
    result = run("check", "--diff", "-q", "--select", "whitespace/space-before-punct", "c.txt", cwd=folder)
    assert result.stdout.decode().split("\n") == [
        *("--- a/c.txt", "+++ b/c.txt", "@@ -1,3 +1,3 @@", " A\x85b\u2028c.\r", " \r"),
        *("-The works cost 41 euros , and more", "\\ No newline at end of file"),
        *("+The works cost 41 euros, and more", "\\ No newline at end of file", ""),
    ]


def test_what_cannot_be_written_is_reported_and_the_file_stays(folder: Path) -> None:
    data = b"A caf\xe9 &amp; a bar &ldquo;by the sea&rdquo; are open, &amp; cost 41 euros , said she.\n"
    (folder / "c.txt").write_bytes(data)
    arguments = ("check", "--fix", "--encoding", "latin-1", "--select", "encoding", "c.txt")
    result = run(*arguments, "--output-format", "jsonl", cwd=folder)
    assert {"scribal/unwritable-file", "encoding/html-entity-in-text"} <= {
        f["rule"] for f in findings(result)
    }
    assert (result.returncode, (folder / "c.txt").read_bytes()) == (2, data)
    gone = Record(Place("gone.txt"), "a", About())
    assert put("b", gone, Outcome(), folder / "gone.txt") == Fault(
        Place("gone.txt"), "scribal/unwritable-file", "cannot be written: No such file or directory"
    )
    latin = Record(Place("a.txt"), "a", About(), charset="iso8859-1")
    assert put("a “b”", latin, Outcome(), folder / "a.txt") == Fault(
        Place("a.txt"), "scribal/unwritable-file", "the fixes need ““”, which iso8859-1 has no bytes for"
    )
    assert (folder / "a.txt").read_text("utf-8") == GLUED


def test_what_is_piped_is_utf_8(folder: Path) -> None:
    other = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    for arguments, piped in (("check", "a.txt"), "“,”"), (("explain", "cjk-inner-space"), "橋"):
        result = subprocess.run([*SCRIBAL, *arguments], cwd=folder, env=other, capture_output=True)
        assert result.stderr == b""
        assert piped in result.stdout.decode("utf-8")


def test_a_user_without_a_home(folder: Path) -> None:
    code = "import os, pwd; pwd.getpwuid = {}.__getitem__; from scribal.cli import main; main()"
    nobody = {key: value for key, value in os.environ.items() if key not in ("HOME", "XDG_CACHE_HOME")}
    result = subprocess.run(
        [sys.executable, "-c", code, "check", "a.txt"], cwd=folder, env=nobody, capture_output=True
    )
    assert (result.returncode, result.stderr) == (1, b"")


def test_parallel_runs_report_the_same(folder: Path) -> None:
    for number in range(20):
        (folder / f"{number}.txt").write_text(GLUED)
    one, two = (run("check", "--jobs", jobs, "--output-format", "jsonl", cwd=folder) for jobs in "12")
    assert one.stdout == two.stdout
    assert len(findings(one)) == 22
