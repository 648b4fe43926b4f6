"""``scribal learn``: lines of templates as a pack."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from scribal.cli import guarded, scribal

RIVERS = ("Rhine", "Oder", "Elbe", "Main", "Aare")
PACK = "rules/learned/herald.toml"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = "★ Home | {} News\n1.5.2020, 12:30\nThe {} rose.\n{{Read}} it “in print”, today!\n{} readers"
    rows = [
        {"text": page.format(number, name, number), "url": f"https://herald.example/{number}"}
        for number, name in enumerate(RIVERS)
    ]
    Path("a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


class Result(NamedTuple):
    """What a command gave."""

    code: int
    out: str
    errors: str


Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return the function that runs a command."""

    def run(*arguments: str) -> Result:
        code = guarded(lambda: scribal(list(arguments), standalone_mode=False))
        return Result(code, *capsys.readouterr())

    return run


def test_what_was_learned_is_found_from_then_on(run: Run) -> None:
    assert run("learn", "a.jsonl", "--output", PACK) == (0, f"{PACK}: learned/herald, 3 lines\n", "")
    assert tomllib.loads(Path(PACK).read_text("utf-8"))["lines"] == [
        "home | {n} news",
        "read it “in print”, today!",
        "{n} readers",
    ]
    assert run("test", "rules").out == "10 passed\n"
    Path("after.toml").write_text('rule-paths = ["rules"]\n')
    Path("b.txt").write_text(
        "The Ems rose.\n\nHome | 12 NEWS\n\nRead it in print today\n\n4 readers\n\nIt fell.\n"
    )
    found = run("check", "b.txt", "--config", "after.toml", "--select", "learned", "--output-format", "jsonl")
    assert [json.loads(line)["excerpt"] for line in found.out.splitlines()] == [
        "Home | 12 NEWS\n\nRead it in print today\n\n4 readers"
    ]


def test_a_spelling_that_few_texts_have_is_left_out(run: Run) -> None:
    with Path("a.jsonl").open("a") as file:
        other = {"text": "The Ems rose.\nRead it: in print, today?", "url": "https://herald.example/6"}
        file.write(json.dumps(other))
    assert run("learn", "a.jsonl", "--output", PACK).out == f"{PACK}: learned/herald, 3 lines\n"


def test_how_many_texts_a_line_must_stand_in_is_an_option_of_the_rule(run: Run) -> None:
    Path("scribal.toml").write_text('[rules."corpus/template-line"]\ntexts = 6\n')
    result = run("learn", "a.jsonl", "--output", PACK)
    assert (result.code, "nothing was learned" in result.errors) == (2, True)
    assert not Path(PACK).exists()


def test_a_pack_is_not_written_over(run: Run) -> None:
    assert run("learn", "a.jsonl", "--output", PACK).code == 0
    first = Path(PACK).read_bytes()
    assert "is there already" in run("learn", "a.jsonl", "--output", PACK).errors
    assert run("learn", "a.jsonl", "--output", PACK, "--force").code == 0
    assert Path(PACK).read_bytes() == first


@pytest.mark.parametrize("name", ["rules/learned/herald.py", "rules/all/herald.toml"])
def test_a_pack_must_be_a_rule(run: Run, name: str) -> None:
    result = run("learn", "a.jsonl", "--output", name)
    assert (result.code, Path(name).exists()) == (2, False)
    assert name in result.errors


def test_what_cannot_be_read_is_told(run: Run) -> None:
    with Path("a.jsonl").open("a") as file:
        file.write('{"text": \n')
    result = run("learn", "a.jsonl", "--output", PACK)
    assert (result.code, Path(PACK).exists()) == (2, True)
    assert "a.jsonl#6: not valid JSON" in result.errors
