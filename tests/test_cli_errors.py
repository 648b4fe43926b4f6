"""What goes wrong is told with its file, and ends with the exit code that the guide promises."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from stage.cli import RULE, code_of

PACK = """
summary = "Filler."
message = "“{found}” is filler"
why = "It says nothing."
phrases = ["needless to say"]
"""


class Result(NamedTuple):
    """What a command gave."""

    code: int
    out: str
    errors: str


Run = Callable[..., Result]


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return the function that runs a command in the folder."""

    def run(*arguments: str) -> Result:
        code = code_of(*arguments)
        return Result(code, *capsys.readouterr())

    return run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with a text and rules of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rules" / "own").mkdir(parents=True)
    (tmp_path / "scribal.toml").write_text('rule-paths = ["rules"]\nselect = ["own"]\n')
    (tmp_path / "a.txt").write_text("Needless to say, a -> b.\n")
    return tmp_path


@pytest.mark.parametrize(
    ("files", "named", "said"),
    [
        ({"own/arrow.py": "import nothing_of_the_kind\n"}, "own/arrow.py", "No module named"),
        ({"own/arrow.py": "def (\n"}, "own/arrow.py", "SyntaxError"),
        ({"own/arrow.py": "x = 1\n"}, "own/arrow.py", "must define one rule"),
        ({"own/arrow.py": RULE.replace('"->",', '"-+",')}, "own/arrow.py", "not portable"),
        ({"own/filler.toml": PACK + "colour = 1\n"}, "own/filler.toml", "unknown key “colour”"),
        ({"own/filler.toml": PACK + "phrase = 1\n"}, "own/filler.toml", "did you mean “phrases”?"),
        ({"own/filler.toml": PACK.replace("why", "# why")}, "own/filler.toml", "has no “why”"),
        ({"own/filler.toml": PACK + "= 1"}, "own/filler.toml", "line 6"),
        ({"own/filler.toml": PACK.replace('"needless', '"  "]#')}, "own/filler.toml", "blank"),
        ({"own/arrow.py": RULE, "own/arrow.toml": PACK}, "own/arrow.toml", "the id own/arrow is taken"),
        ({"own/arrow.py": RULE, "own/arrow/rule.py": RULE}, "own/arrow.py", "the id own/arrow is taken"),
        ({"all/arrow.py": RULE}, "all/arrow.py", "cannot be the id of a rule"),
        ({"arrow.py": RULE}, "arrow.py", "must lie in the folder of its family"),
    ],
)
def test_rules_that_cannot_be_loaded(
    folder: Path, run: Run, files: dict[str, str], named: str, said: str
) -> None:
    for name, text in files.items():
        file = folder / "rules" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    for command in (["check"], ["test", "rules"]):
        result = run(*command)
        assert result.code == 2
        assert str(Path("rules", named)) in result.errors
        assert said in result.errors
        assert result.out == "" or command[0] == "test"


def test_a_rule_that_raises_is_reported_and_ends_with_2(folder: Path, run: Run) -> None:
    broken = f"{RULE}\n    def check(self, view, hits):\n        return 1 / 0\n"
    (folder / "rules" / "own" / "arrow.py").write_text(broken, "utf-8")
    (folder / "rules" / "own" / "filler.toml").write_text(PACK, "utf-8")
    for extra in ([], ["--fix"], ["--exit-zero"]):
        result = run("check", "a.txt", "--output-format", "jsonl", *extra)
        found = [json.loads(line) for line in result.out.splitlines()]
        assert [(one["rule"], one["message"]) for one in found] == [
            ("scribal/rule-failed", "the rule own/arrow failed: ZeroDivisionError: division by zero"),
            ("own/filler", "“Needless to say” is filler"),
        ]
        assert result.code == 2
    assert (folder / "a.txt").read_text() == "Needless to say, a -> b.\n"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("selct = ['own']\n", "did you mean “select”?"),
        ("select = 'own'\n", "“select”"),
        ("select = ['owm']\n", "did you mean “own”?"),
        ("fail-on = 'never'\n", "“fail-on”"),
        ("= 1\n", "line 1"),
        ("rules.'own/arrow'.colour = 1\n", "unknown option “colour”"),
    ],
)
def test_settings_that_are_wrong(folder: Path, run: Run, settings: str, said: str) -> None:
    (folder / "rules" / "own" / "arrow.py").write_text(RULE, "utf-8")
    (folder / "scribal.toml").write_text(f"{settings}\nrule-paths = ['rules']\n")
    result = run("check", "a.txt")
    assert (result.code, result.out) == (2, "")
    assert "scribal.toml" in result.errors
    assert said in result.errors


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "a.txt"], 1),
        (["check", "a.txt", "--exit-zero"], 0),
        (["check", "a.txt", "--fail-on", "warning"], 1),
        (["check", "a.txt", "--fail-on", "error"], 0),
        (["check", "a.txt", "--ignore", "own/arrow"], 0),
        (["check", "missing.txt"], 2),
        (["check", "missing.txt", "--exit-zero"], 2),
        (["check", "--no-such-option"], 2),
        (["no-such-command"], 2),
        (["rules"], 0),
        (["explain", "own/arrow"], 0),
        (["explain", "own/dart"], 2),
        (["test", "rules"], 0),
        (["test", "a.txt"], 2),
        (["--version"], 0),
        (["--help"], 0),
    ],
)
def test_exit_codes(folder: Path, run: Run, arguments: list[str], code: int) -> None:
    (folder / "rules" / "own" / "arrow.py").write_text(RULE, "utf-8")
    assert run(*arguments).code == code


@pytest.mark.parametrize(
    ("severity", "codes"), [("error", [1, 1, 1]), ("warning", [1, 1, 0]), ("info", [1, 0, 0])]
)
def test_severity_decides_with_fail_on(folder: Path, run: Run, severity: str, codes: list[int]) -> None:
    (folder / "rules" / "own" / "arrow.py").write_text(RULE, "utf-8")
    with (folder / "scribal.toml").open("a") as settings:
        settings.write(f'[severity]\n"own/arrow" = "{severity}"\n')
    assert [run("check", "a.txt", "--fail-on", least).code for least in ("info", "warning", "error")] == codes


GOOD = b'{"text": "a -> b"}\n'


@pytest.mark.parametrize(
    ("name", "data", "place", "said"),
    [
        ("a.jsonl.gz", gzip.compress(GOOD * 2)[:-9], "a.jsonl.gz#3", "the archive is damaged"),
        ("a.txt.gz", gzip.compress(b"a -> b")[:-9], "a.txt.gz", "the archive is damaged"),
        ("a.jsonl", GOOD + b'{"text": \n' + GOOD, "a.jsonl#2", "not valid JSON"),
        ("a.jsonl", GOOD + b'{"id": "x"}\n' + GOOD, "a.jsonl#x", "no field “text”"),
        ("a.jsonl", GOOD + b'{"text": "\xff"}\n' + GOOD, "a.jsonl#2", "not valid UTF-8"),
        ("a.jsonl", GOOD + b'{"text": "%s"}\n' % (b"a" * 60) + GOOD, "a.jsonl#2", "more than 50"),
        ("a.csv", b"text\na -> b\n\xff\na -> b\n", "a.csv#2", "not valid UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_is_done(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, place: str, said: str
) -> None:
    monkeypatch.setattr("scribal.read.jsonl.LARGEST", 50)
    (folder / "rules" / "own" / "arrow.py").write_text(RULE)
    (folder / name).write_bytes(data)
    result = run("check", name, "--output-format", "jsonl", "--exit-zero")
    found = [json.loads(line) for line in result.out.splitlines()]
    [fault] = [one for one in found if one["rule"].startswith("scribal/")]
    assert result.code == 2
    assert f"{fault['path']}#{fault['record'] or fault['row']}".removesuffix("#None") == place
    assert said in fault["message"]
    assert [one["row"] for one in found if one is not fault] == (
        [] if ".txt" in name else [1, 2] if "gz" in name else [1, 3]
    )


def test_a_text_that_is_too_long_is_told(folder: Path, run: Run) -> None:
    with (folder / "scribal.toml").open("a") as settings:
        settings.write("longest-text = 5\n")
    (folder / "rules" / "own" / "arrow.py").write_text(RULE)
    (folder / "a.jsonl").write_bytes(GOOD + b'{"text": "->"}\n')
    result = run("check", "a.jsonl", "--output-format", "jsonl")
    first, second = map(json.loads, result.out.splitlines())
    assert (result.code, first["row"], second["row"]) == (2, 1, 2)
    assert first["message"] == "the text has 6 code points, more than 5 (the setting longest-text)"
