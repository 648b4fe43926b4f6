"""``scribal rules``, ``explain``, ``test`` and ``init``."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from stage.cli import RULE, findings, run


def test_init_writes_settings_that_can_be_read(tmp_path: Path) -> None:
    assert run("init", cwd=tmp_path).returncode == 0
    (tmp_path / "a.txt").write_text("Fine.\n")
    assert run("check", cwd=tmp_path).returncode == 0
    assert run("init", cwd=tmp_path).returncode == 2


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


def test_a_rule_of_the_users_own(tmp_path: Path) -> None:
    (tmp_path / "my" / "style").mkdir(parents=True)
    (tmp_path / "my" / "style" / "arrow.py").write_text(RULE)
    (tmp_path / "scribal.toml").write_text('rule-paths = ["my"]\nselect = ["style"]\n')
    (tmp_path / "a.txt").write_text("go -> there\n")
    [found] = findings(run("check", "a.txt", "--output-format", "jsonl", cwd=tmp_path))
    assert (found["rule"], found["message"]) == ("style/arrow", "“->” is a typed arrow")
    result = run("test", "my", cwd=tmp_path)
    assert (result.returncode, result.stdout.decode().splitlines()[-1]) == (0, "10 passed")


def test_a_rule_whose_example_fails(tmp_path: Path) -> None:
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "arrow.py").write_text(RULE.replace("a → b", "a -> b"))
    result = run("test", ".", cwd=tmp_path)
    assert result.returncode == 1
    assert "style/arrow-good-0-silent" in result.stdout.decode()
