"""The pre-commit hooks and the GitHub action, as others run them: installed from a copy of this repository.

They need a package index, from which pre-commit and the action install scribal's dependencies.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from identify import identify

from scribal.markup import MEDIA
from scribal.read.source import suffixes_of

ROOT = Path(__file__).parents[1]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))

BROKEN = "The works cost 41 million euros , a third more than planned.\n"
MENDED = "The works cost 41 million euros, a third more than planned.\n"

SOMEBODY = {
    **{f"GIT_{role}_{key}": "someone" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
}


def run(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process that sees nothing of this checkout."""
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PRE_COMMIT_HOME")}
    return subprocess.run(
        list(map(str, arguments)),
        cwd=cwd,
        env={**clean, **SOMEBODY, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def repository(folder: Path, **files: str) -> Path:
    """Return a git repository with some files, staged; ``__`` in a name is a dot."""
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, "utf-8")
    assert run("git", "init", "-q", cwd=folder).returncode == 0
    assert run("git", "add", "-A", cwd=folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with this checkout as its only commit."""
    folder = tmp_path_factory.mktemp("scribal")
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((ROOT / name).read_bytes())
    repository(folder)
    assert run("git", "commit", "-qm", "All of it", cwd=folder).returncode == 0
    return folder


def pre_commit(*arguments: str | Path, cwd: Path, home: Path) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "pre_commit", *arguments, cwd=cwd, PRE_COMMIT_HOME=str(home))


def test_all_hooks_on_trial(source: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "vendor").mkdir(parents=True)
    (project / "vendor" / "old.md").write_text(BROKEN, "utf-8")
    record = f'{{"id": "a-17", "text": "{BROKEN.strip()}"}}\n'
    repository(
        project, page__mdx=BROKEN, part__jsonl=record, code__py=BROKEN, scribal__toml='exclude = ["vendor"]\n'
    )
    tried = pre_commit("try-repo", source, "--all-files", "--verbose", cwd=project, home=tmp_path / "home")
    told = [line for line in tried.stdout.splitlines() if "space-before-punct" in line or "found" in line]
    assert told == [
        "page.mdx:1:32: warning: a blank stands before “,” [whitespace/space-before-punct]",
        "found 1 finding in 1 file; 1 fixable with --fix",
        "found nothing in 1 file; fixed 1",
        "part.jsonl#a-17:1:32: warning: a blank stands before “,” [whitespace/space-before-punct]",
        "found 1 finding in 1 file; 1 fixable with scribal clean",
    ], tried.stdout
    assert tried.returncode == 1
    assert (project / "page.mdx").read_text("utf-8") == MENDED
    assert [(project / name).read_text("utf-8") for name in ("code.py", "vendor/old.md")] == [BROKEN] * 2


CONFIG = """
repos:
  - repo: {source}
    rev: {revision}
    hooks: [id: scribal-fix, id: scribal-records]
"""


def test_commits_that_fail_and_that_are_mended(source: Path, tmp_path: Path) -> None:
    project, home = tmp_path / "project", tmp_path / "home"
    project.mkdir()
    revision = run("git", "rev-parse", "HEAD", cwd=source).stdout.strip()
    config = CONFIG.format(source=source.as_uri(), revision=revision)
    repository(project, page__md=BROKEN, __pre_commit_config__yaml=config)
    (project / ".pre_commit_config.yaml").rename(project / ".pre-commit-config.yaml")
    assert pre_commit("install", cwd=project, home=home).returncode == 0

    def commit(message: str) -> tuple[int, str]:
        run("git", "add", "-A", cwd=project)
        done = run("git", "commit", "-m", message, cwd=project, PRE_COMMIT_HOME=str(home))
        return done.returncode, done.stdout

    code, said = commit("A blank too many")
    assert (code, "files were modified by this hook" in said) == (1, True), said
    assert (project / "page.md").read_text("utf-8") == MENDED
    assert commit("None")[0] == 0
    (project / "page.md").write_text("A spokesman said. explained that it was the old timetable.\n", "utf-8")
    code, said = commit("What no safe fix mends")
    assert (code, "punctuation/split-attribution" in said) == (1, True), said
    (project / "page.md").write_text(MENDED, "utf-8")
    (project / "part.ndjson").write_text('{"id": "a-17", "txt": "Fine."}\n', "utf-8")
    code, said = commit("A record without its text")
    assert (code, "part.ndjson#a-17: error: no field “text” among “id”, “txt”" in said) == (1, True), said


def test_hooks_are_offered_the_files_that_scribal_reads() -> None:
    for suffix in MEDIA:
        tags = identify.tags_from_filename(f"a{suffix}")
        assert not tags or tags & {*HOOKS["scribal"]["types_or"], "quarto"}, suffix
    assert HOOKS["scribal"]["types_or"] == HOOKS["scribal-fix"]["types_or"]
    assert {*HOOKS["scribal"]["types_or"]} <= identify.ALL_TAGS
    assert {".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"} <= {*suffixes_of()}


def step(number: int, **inputs: str) -> tuple[str, dict[str, str]]:
    """Return the script of a step of the action, and its variables with the inputs put in."""
    script: dict[str, Any] = ACTION["runs"]["steps"][number]
    known = {f"inputs.{name}": given["default"] for name, given in ACTION["inputs"].items()}
    known |= inputs
    variables = script["env"]
    for name, value in known.items():
        variables = {key: old.replace(f"${{{{ {name} }}}}", value) for key, old in variables.items()}
    return script["run"], variables


def test_the_action_checks_what_it_is_told_to(source: Path, tmp_path: Path) -> None:
    given = {"github.action_path": str(source), "runner.temp": str(tmp_path)}
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(BROKEN, "utf-8")
    (tmp_path / "b.md").write_text(BROKEN, "utf-8")
    script, variables = step(0, **given)
    installed = run("bash", "-eo", "pipefail", "-c", script, cwd=tmp_path, **variables)
    assert installed.returncode == 0, installed.stdout
    told = (
        "::warning file=docs/a.md,line=1,endLine=1,col=32,endColumn=34,title=whitespace/space-before-punct::"
    )

    def checked(**inputs: str) -> tuple[int, list[str]]:
        script, variables = step(1, **given, **inputs)
        done = run("bash", "-eo", "pipefail", "-c", script, cwd=tmp_path, **variables)
        return done.returncode, [line.partition("a blank")[0] for line in done.stdout.splitlines()]

    assert checked() == (1, [told.replace("docs/a", "b"), told])
    assert checked(**{"inputs.paths": "docs\n", "inputs.args": "--fail-on error"}) == (0, [told])
