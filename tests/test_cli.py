"""The command line, as a user meets it: real processes, real files."""

from __future__ import annotations

import gzip
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scribal.finding import Place
from scribal.read.record import Fault, Record
from scribal.text import About
from scribal.work import Outcome, put

SCRIBAL = [sys.executable, "-m", "scribal"]
GLUED = "The works cost 41 million euros , a third more than planned.\n"


def run(*arguments: str | Path, cwd: Path, data: str | bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*SCRIBAL, *map(str, arguments)],
        cwd=cwd,
        input=data.encode() if isinstance(data, str) else data,
        capture_output=True,
        env={**os.environ, "NO_COLOR": "1"},
    )


def findings(result: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    assert b"Traceback" not in result.stderr, result.stderr.decode()
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scribal.toml").write_text('select = ["whitespace/space-before-punct"]\n')
    (tmp_path / "a.txt").write_text(GLUED)
    (tmp_path / "b.md").write_text(f"# Trams\n\n`euros , a`\n\nSee *this*: {GLUED}")
    return tmp_path


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
    assert sorted(found) == sorted([*keys.split(), "excerpt", "also", "fixes"])
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


def test_standard_input(folder: Path) -> None:
    [found] = findings(
        run("check", "-", "--stdin-filename", "docs/x.md", "--output-format", "jsonl", cwd=folder, data=GLUED)
    )
    assert found["path"] == "docs/x.md"
    mended = run("check", "-", "--fix", cwd=folder, data=GLUED)
    assert (mended.returncode, mended.stdout.decode()) == (0, GLUED.replace(" ,", ","))


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "utf-8-sig"])
def test_standard_input_keeps_its_charset(folder: Path, charset: str) -> None:
    mended = run("check", "-", "--fix", cwd=folder, data=GLUED.encode(charset))
    assert (mended.returncode, mended.stdout) == (0, GLUED.replace(" ,", ",").encode(charset))


def test_standard_input_that_does_not_decode_comes_out_as_it_was(folder: Path) -> None:
    result = run("check", "-", "--fix", cwd=folder, data=b"caf\xe9 , c\n")
    assert (result.returncode, result.stdout) == (1, b"caf\xe9 , c\n")


def test_records_on_standard_input(folder: Path) -> None:
    data = "".join(json.dumps({"id": f"a{n}", "text": GLUED}) + "\n" for n in range(3))
    for packed, arguments in (
        (data.encode(), ("--stdin-filename", "part.jsonl")),
        (gzip.compress(data.encode()), ("--stdin-filename", "part.jsonl.gz")),
        (data.encode(), ("--input-format", "jsonl")),
    ):
        found = findings(run("check", "-", *arguments, "--output-format", "jsonl", cwd=folder, data=packed))
        assert [(f["record"], f["row"], f["column"]) for f in found] == [
            ("a0", 1, 32),
            ("a1", 2, 32),
            ("a2", 3, 32),
        ]
    view = run("check", "-", "--show-view", "--input-format", "jsonl", cwd=folder, data=data)
    assert view.stdout.decode().splitlines()[1] == f"     1  paragraph: {GLUED.strip()}"


def test_records_stream_and_a_broken_line_is_a_finding(folder: Path) -> None:
    rows = [json.dumps({"id": "one", "text": GLUED}), "{broken", json.dumps({"body": GLUED})]
    (folder / "part.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode()))
    found = findings(run("check", "part.jsonl.gz", "--output-format", "jsonl", cwd=folder))
    assert [(f["record"], f["row"], f["rule"], f["scope"]) for f in found] == [
        ("one", 1, "whitespace/space-before-punct", "span"),
        (None, 2, "scribal/broken-record", "record"),
        (None, 3, "scribal/broken-record", "record"),
    ]
    found = findings(
        run("check", "part.jsonl.gz", "--text-field", "body", "--output-format", "jsonl", cwd=folder)
    )
    assert [f["row"] for f in found if f["rule"] == "whitespace/space-before-punct"] == [3]


def test_records_are_not_fixed(folder: Path) -> None:
    (folder / "part.jsonl").write_text(json.dumps({"text": GLUED}))
    result = run("check", "--fix", "part.jsonl", cwd=folder)
    assert result.returncode == 2
    assert b"clean --output" in result.stderr


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nul.txt", b"a\x00b , c\n"),
        ("latin.txt", b"caf\xe9 , c\n"),
        ("utf16.txt", "café , c\n".encode("utf-16")),
        ("bom.md", "\ufeffcafé , c\n".encode()),
        ("crlf.md", "*café* , c\r\n\r\nd\r\n".encode()),
        ("emoji.txt", "👩‍👩‍👧 e\u0301 , c\n".encode()),
        ("empty.txt", b""),
        ("long.txt", b"word " * 1_000_000 + b", end"),
    ],
)
def test_odd_files_have_right_offsets_or_a_clear_finding(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    result = run("check", name, "--output-format", "jsonl", cwd=folder)
    assert result.returncode in (0, 1)
    source = data.decode("utf-16") if name == "utf16.txt" else data.decode("utf-8", "surrogateescape")
    if name == "utf16.txt":
        source = "\ufeff" + source
    for found in findings(result):
        if found["scope"] == "span":
            start, end = found["start"], found["end"]
            assert isinstance(start, int) and isinstance(end, int)
            assert source[start:end] == found["excerpt"]


def test_a_file_that_does_not_decode_is_reported_and_not_fixed(folder: Path) -> None:
    (folder / "latin.txt").write_bytes(b"caf\xe9 , c\n")
    result = run("check", "--fix", "latin.txt", "--output-format", "jsonl", cwd=folder)
    assert "scribal/undecodable-file" in [f["rule"] for f in findings(result)]
    assert (folder / "latin.txt").read_bytes() == b"caf\xe9 , c\n"
    result = run("check", "--fix", "--encoding", "latin-1", "latin.txt", cwd=folder)
    assert (result.returncode, (folder / "latin.txt").read_bytes()) == (0, b"caf\xe9, c\n")


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
    process = subprocess.Popen([*SCRIBAL, "check", "slow.txt"], cwd=folder, stderr=subprocess.PIPE)
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


def test_init_writes_settings_that_can_be_read(tmp_path: Path) -> None:
    assert run("init", cwd=tmp_path).returncode == 0
    (tmp_path / "a.txt").write_text("Fine.\n")
    assert run("check", cwd=tmp_path).returncode == 0
    assert run("init", cwd=tmp_path).returncode == 2


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


def test_settings_are_not_hidden_by_new_ones(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.scribal]\n")
    result = run("init", cwd=tmp_path)
    assert (result.returncode, (tmp_path / "scribal.toml").exists()) == (2, False)
    assert "pyproject.toml: has [tool.scribal] already" in result.stderr.decode()


def test_what_init_comments_out_can_be_set(tmp_path: Path) -> None:
    run("init", cwd=tmp_path)
    file = tmp_path / "scribal.toml"
    lines = file.read_text("utf-8").splitlines()
    keys = [line.removeprefix("# ") for line in lines if re.match(r"# (\[|[\w\"-]+ =)", line)]
    file.write_text("\n".join(keys), "utf-8")
    assert len(keys) > 15
    assert run("check", cwd=tmp_path).stderr == b""


def test_rules_by_name_language_and_status(tmp_path: Path) -> None:
    def listed(*arguments: str) -> set[str]:
        return {
            line.split()[0] for line in run("rules", *arguments, cwd=tmp_path).stdout.decode().splitlines()
        }

    everything = listed()
    assert listed("all") == everything == listed("--status", "stable") | listed("--status", "preview")
    assert listed("quotes", "translation/repeated-word") == {
        *(rule for rule in everything if rule.startswith("quotes/")),
        "translation/repeated-word",
    }
    assert "translation/article-before-country" in listed("--language", "en-GB") - listed("--language", "tlh")


def test_the_shell_completes_rules(tmp_path: Path) -> None:
    def completed(*words: str) -> list[str]:
        asked = {"COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
        code = "from scribal.cli import scribal; scribal(prog_name='scribal')"
        result = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env={**os.environ, **asked, "_SCRIBAL_COMPLETE": "bash_complete"},
            capture_output=True,
        )
        return [line.partition(",")[2] for line in result.stdout.decode().splitlines()]

    assert completed("scribal", "explain", "punctuation/orph") == ["punctuation/orphan-period"]
    assert completed("scribal", "check", "--ignore", "quotes,punct")[0] == "quotes,punctuation"


def test_explain_takes_a_family_a_bare_name_and_what_scribal_says_itself(tmp_path: Path) -> None:
    def explained(name: str) -> str:
        return run("explain", name, cwd=tmp_path).stdout.decode()

    assert explained("orphan-period") == explained("punctuation/orphan-period")
    assert "\n- punctuation/orphan-period (stable): " in explained("punctuation")
    assert explained("scribal/broken-record").startswith("# scribal/broken-record\n\nA line of a file")


def test_rules_and_explain(tmp_path: Path) -> None:
    listed = json.loads(run("rules", "--output-format", "json", cwd=tmp_path).stdout)
    assert len(listed) >= 20
    page = run("explain", listed[0]["id"], cwd=tmp_path).stdout.decode()
    assert page.startswith(f"# {listed[0]['id']}\n")


RULE = '''
from scribal import Bad, PatternRule


class Arrow(PatternRule):
    """Arrows are typed, not drawn."""

    summary = "A typed arrow."
    message = "“{found}” is a typed arrow"
    patterns = ("->",)
    pattern = "->"
    bad = [Bad("a ⟦->⟧ b")]
    good = ["a → b"]
'''


def test_a_rule_of_the_users_own(tmp_path: Path) -> None:
    (tmp_path / "my" / "style").mkdir(parents=True)
    (tmp_path / "my" / "style" / "arrow.py").write_text(RULE)
    (tmp_path / "scribal.toml").write_text('rule-paths = ["my"]\nselect = ["style"]\n')
    (tmp_path / "a.txt").write_text("go -> there\n")
    [found] = findings(run("check", "a.txt", "--output-format", "jsonl", cwd=tmp_path))
    assert (found["rule"], found["message"]) == ("style/arrow", "“->” is a typed arrow")
    result = run("test", "my", cwd=tmp_path)
    assert (result.returncode, result.stdout.decode().splitlines()[-1]) == (0, "9 passed")


def test_a_rule_whose_example_fails(tmp_path: Path) -> None:
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "arrow.py").write_text(RULE.replace("a → b", "a -> b"))
    result = run("test", ".", cwd=tmp_path)
    assert result.returncode == 1
    assert "style/arrow-good-0-silent" in result.stdout.decode()


def test_parallel_runs_report_the_same(folder: Path) -> None:
    for number in range(20):
        (folder / f"{number}.txt").write_text(GLUED)
    one, two = (run("check", "--jobs", jobs, "--output-format", "jsonl", cwd=folder) for jobs in "12")
    assert one.stdout == two.stdout
    assert len(findings(one)) == 22
