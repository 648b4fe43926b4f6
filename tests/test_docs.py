"""The documentation: what is generated is current, and what people wrote holds."""

from __future__ import annotations

import re
import runpy
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from scribal.cli import scribal
from scribal.docs import OWN_IDS

ROOT = Path(__file__).parents[1]
GENERATOR: dict[str, Any] = runpy.run_path(str(ROOT / "docs" / "generate.py"))
PAGES = GENERATOR["hand_written"]()
HINT = "run: python docs/generate.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_shows_is_what_commands_print(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text == GENERATOR["renewed"](text), HINT


def test_the_pages_of_rules_are_current() -> None:
    pages = {file: file.read_text("utf-8") for file in (ROOT / "docs" / "rules").rglob("*.md")}
    assert pages == dict(GENERATOR["rule_pages"]()), HINT


def links(page: Path) -> Iterator[str]:
    """Yield the targets of a page's links to other files."""
    text = re.sub(r"^(```|~~~).*?^\1", "", page.read_text("utf-8"), flags=re.S | re.M)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" not in target:
            yield target


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "docs/rules/index.md"], ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    for target in links(page):
        path, _, anchor = target.partition("#")
        file = page.parent / path if path else page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


def commands(page: Path) -> Iterator[list[str]]:
    """Yield the words of each command line of scribal in the blocks of a page."""
    for block in re.findall(
        r"^```(?:console|sh|diff|yaml)\b[^\n]*\n(.*?)^```", page.read_text("utf-8"), re.S | re.M
    ):
        for line in block.splitlines():
            for command in re.findall(r"(?:^|[\s/])scribal ([^#|;&>]*)", line):
                words = shlex.split(command)
                if words and not words[0].startswith("-"):
                    yield words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_and_their_options_exist(page: Path) -> None:
    for name, *rest in commands(page):
        command = scribal.commands[name]
        try:
            command.make_parser(click.Context(command)).parse_args(rest)
        except click.UsageError as error:
            pytest.fail(f"scribal {name} {shlex.join(rest)}: {error.message}")


def test_the_commands_of_the_readme_are_those_of_ci() -> None:
    readme, ci = (ROOT.joinpath(name).read_text("utf-8") for name in ("README.md", ".ci/run"))
    assert "pip install -e '.[dev]'" in readme
    assert 'pip install --quiet -e ".[dev]"' in ci
    assert "python -m pytest\n" in readme
    assert "step python -m pytest\n" in ci


def test_the_readme_names_each_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    readme = (ROOT / "README.md").read_text("utf-8")
    assert re.findall(r"^\| `([\w-]+)` \|", readme, re.M) == sorted(
        project["optional-dependencies"], key=lambda extra: (extra == "dev", extra)
    )


def test_each_id_of_scribal_itself_is_documented() -> None:
    source = "".join(file.read_text("utf-8") for file in (ROOT / "lint" / "scribal").rglob("*.py"))
    said = set(re.findall(r'^[A-Z_]+ = f?"(?:scribal|\{OWN\})/?([a-z-]+)"', source, re.M))
    assert {name.removeprefix("scribal/") for name in OWN_IDS} == said
