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
import yaml

from scribal.cli import scribal
from scribal.docs import OWN_IDS, about
from scribal.finding import Diagnostic, Place, Severity
from scribal.languagetool.rule import ProofRule
from scribal.markup import MEDIA
from scribal.pack import ABOUT, KEYS, LISTS, LineRule, PhraseRule
from scribal.read.compression import SUFFIXES as PACKED
from scribal.read.source import SUFFIXES, suffixes_of
from scribal.rule import Rule
from scribal.selection import validate
from scribal.settings_file import settings_from
from scribal.write.machine import finding_object

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
    said = set(re.findall(r'^[A-Z_]+ = f?"(?:scribal/|\{OWN\})([a-z-]+)"', source, re.M))
    assert {name.removeprefix("scribal/") for name in OWN_IDS} == said


def test_each_family_says_what_its_rules_have_in_common() -> None:
    families = {rule.id.partition("/")[0]: rule for rule in GENERATOR["built_in"]()}
    assert [family for family, rule in families.items() if not about([rule])] == []


def test_the_keys_of_a_pack_are_listed() -> None:
    page = (ROOT / "docs" / "packs.md").read_text("utf-8")
    listed = re.findall(r"^\| `([\w-]+)` \| (\w+) \|", page, re.M)
    assert {key for key, _ in listed} == KEYS.keys()
    for column, strange in (
        (("all", "both", "lines"), LineRule.strange),
        (("all", "both", "phrases"), PhraseRule.strange),
        (("all", "categories"), ProofRule.strange),
    ):
        assert {key for key, where in listed if where in column} == KEYS.keys() - strange
    needed = {
        key for key, _ in listed if f"| `{key}` |" in page and re.search(rf"`{key}` .*must be there", page)
    }
    assert needed == {"summary", "message", "why"}
    [last] = re.findall(r"A file of phrases for a language has (.*), which add", page)
    assert set(re.findall(r"`(\w+)`", last)) == set(LISTS)
    assert all(f"`{key}`" in page for key in ABOUT)


def test_the_attributes_of_a_rule_are_listed() -> None:
    page = (ROOT / "docs" / "writing-rules.md").read_text("utf-8")
    rows = re.findall(r"^\| (`.*?`) \| ", page, re.M)
    listed = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert listed == {name for name, hint in Rule.__annotations__.items() if "ClassVar" in hint}


def test_the_keys_of_a_finding_are_listed() -> None:
    page = (ROOT / "docs" / "output-formats.md").read_text("utf-8")
    rows = re.findall(r"^\| (`.*?`) \| ", page, re.M)
    listed = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    finding = Diagnostic(Place("a"), "b/c", Severity.INFO, "d", 0, 0, 1, 1, 1, 1, "")
    assert sorted(listed) == sorted([*finding_object(finding), "edits"])


def test_the_files_that_are_read_are_listed() -> None:
    page = (ROOT / "docs" / "markup.md").read_text("utf-8")
    rows = re.findall(r"^\| (`\..*?) \| ", page, re.M)
    listed = {suffix for row in rows for suffix in re.findall(r"`(\.[\w.]+)`", row)}
    assert listed >= MEDIA.keys()
    assert listed - MEDIA.keys() <= {*suffixes_of(), ".gz"}


def blocks(page: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each block of a page in a language."""
    yield from re.findall(rf"^```{language}(?: ([\w./-]+))?\n(.*?)^```", page.read_text("utf-8"), re.S | re.M)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_settings_that_are_shown_can_be_set(page: Path, tmp_path: Path) -> None:
    rules = GENERATOR["built_in"]()
    for name, text in blocks(page, "toml"):
        if name == "scribal.toml":
            file = tmp_path / name
            file.write_text(text, "utf-8")
            validate(rules, settings_from(tomllib.loads(text), file))


def test_hooks_and_inputs_that_are_shown_exist() -> None:
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    shown = "".join(text for page in PAGES for _, text in blocks(page, "yaml"))
    assert set(re.findall(r"- id: ([\w-]+)", shown)) == hooks
    yaml.safe_load("\n".join(text for _, text in blocks(ROOT / "README.md", "yaml")))
    page = (ROOT / "docs" / "pre-commit-and-ci.md").read_text("utf-8")
    listed = re.findall(r"^\| `(\w+)` \|([^|]*)\|", page, re.M)
    assert {name: default.strip(" `") for name, default in listed} == {
        name: given["default"] for name, given in inputs.items()
    }


def test_the_formats_of_records_are_listed() -> None:
    page = (ROOT / "docs" / "records.md").read_text("utf-8")
    section = page.partition("## Formats")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?`) \| (.*?) \|", section, re.M)
    assert {form for forms, _ in rows for form in re.findall(r"`(\w+)`", forms)} == set(SUFFIXES)
    listed = {suffix for _, names in rows for suffix in re.findall(r"`(\.\w+)`", names)}
    assert listed == {suffix for suffixes in SUFFIXES.values() for suffix in suffixes}
    assert all(f"`{suffix}`" in section for suffix in PACKED)
