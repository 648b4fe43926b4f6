"""Renew what is generated in the documentation: ``python docs/generate.py``.

- ``docs/rules``: a page for each rule, and an index of them;
- the tables between ``<!-- begin NAME -->`` and ``<!-- end NAME -->``;
- what stands below a line ``$ COMMAND`` in a fenced block: what the command prints.  It runs in a folder
  with the fixtures and with the files that the page has shown by then, in blocks that have a name;
- ``docs/scribal.schema.json``.

With ``--rules`` only the first.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scribal.catalog import folder_of, load_from
from scribal.docs import index, page
from scribal.rule import Rule
from scribal.schema import schema_text
from scribal.settings import Allowance, LanguageTool, Override, Settings
from scribal.values import required, settable

ROOT = Path(__file__).parents[1]
RULES = ROOT / "docs" / "rules"

_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})(?P<language>[\w-]*)(?: (?P<name>[\w./-]+))?")
_BEGIN = re.compile(r"<!-- begin (?P<name>[\w-]+) -->")

SHELL = f'scribal() {{ "{sys.executable}" -m scribal "$@"; }}; '
"""The command is the one of this checkout, installed or not."""


def built_in() -> list[Rule]:
    """Return the rules of this project, whatever else is installed."""
    return load_from({"scribal_rules": folder_of("scribal_rules")})


def rule_pages() -> Iterator[tuple[Path, str]]:
    """Yield the page of each rule, and the index."""
    rules = built_in()
    yield RULES / "index.md", index(rules)
    for rule in rules:
        yield RULES / f"{rule.id}.md", page(rule)


def hand_written() -> list[Path]:
    """Return the pages that people write."""
    return [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md")), *sorted(ROOT.glob("docs/families/*.md"))]


def renewed(text: str) -> str:
    """Return a page with its tables, and what its commands print, as they are now."""
    with tempfile.TemporaryDirectory() as room:
        shutil.copytree(ROOT / "fixtures", Path(room, "fixtures"))
        return "\n".join(_renewed(text.split("\n"), Path(room).resolve()))


def _renewed(lines: list[str], room: Path) -> Iterator[str]:
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        yield line
        if begin := _BEGIN.fullmatch(line):
            end = lines.index(f"<!-- end {begin['name']} -->", at)
            yield from ("", *TABLES[begin["name"]](), "")
            at = end
        elif fence := _FENCE.fullmatch(line):
            end = lines.index(fence["mark"], at)
            block, at = lines[at:end], end
            if fence["name"]:
                keep(room / fence["name"], block)
            yield from printed(block, room) if block and block[0].startswith("$ ") else block
            yield lines[end]
            at += 1


def keep(file: Path, block: list[str]) -> None:
    """Put a block that has a name where its name says."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join([*block, ""]), "utf-8")


def printed(block: list[str], room: Path) -> Iterator[str]:
    """Yield the commands of a block, and what each prints."""
    for command in (line for line in block if line.startswith("$ ")):
        yield command
        yield from output(command.removeprefix("$ "), room)


def output(command: str, room: Path) -> list[str]:
    """Return the lines that a command prints."""
    path = os.pathsep.join([str(ROOT / "lint"), str(ROOT / "rules"), os.environ.get("PYTHONPATH", "")])
    run = subprocess.run(
        ["bash", "-c", SHELL + command],
        cwd=room,
        env={
            **os.environ,
            "PYTHONPATH": path,
            "PYTHONUNBUFFERED": "",
            "NO_COLOR": "1",
            "COLUMNS": "100",
            "PYTHONUTF8": "1",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return [line.rstrip() for line in run.stdout.replace(f"{room}/", "").splitlines()]


def keys_of(kind: type[Any]) -> Iterator[str]:
    """Yield a table of the keys of a table of settings."""
    yield from ("| key | value | unless set | meaning |", "|---|---|---|---|")
    needed = set(required(kind))
    for key, setting in settable(kind).items():
        kind_of_value = spelled(setting.metadata["value"].schema)
        default = "must be set" if key in needed else shown(setting.default)
        yield f"| `{key}` | {kind_of_value} | {default} | {setting.metadata['about']} |"


def spelled(schema: Mapping[str, Any]) -> str:
    """Return how a kind of value is called."""
    if "enum" in schema:
        return ", ".join(f"`{choice}`" for choice in schema["enum"])
    if schema["type"] == "array":
        return "tables" if schema["items"]["type"] == "object" else "strings"
    names = {"boolean": "`true`, `false`", "integer": "number", "object": "table", "string": "string"}
    return names[schema["type"]]


def shown(default: Any) -> str:
    """Return how the value that holds unless set is written."""
    if default is None or not isinstance(default, bool | int | str):
        return ""
    return f"`{str(default).lower()}`" if isinstance(default, bool | int) else f"`{default}`"


TABLES = {
    "settings": lambda: keys_of(Settings),
    "per-path": lambda: keys_of(Override),
    "allow": lambda: keys_of(Allowance),
    "languagetool": lambda: keys_of(LanguageTool),
}
"""The tables by the names that the pages give them."""


def generated(only_rules: bool = False) -> Iterator[tuple[Path, str]]:
    """Yield each file that is generated, as it is to be."""
    yield from rule_pages()
    if not only_rules:
        yield ROOT / "docs" / "scribal.schema.json", schema_text()
        for file in hand_written():
            yield file, renewed(file.read_text("utf-8"))


def write(only_rules: bool = False) -> None:
    """Write what is generated, and delete the pages of rules that are gone."""
    files = dict(generated(only_rules))
    for file in RULES.rglob("*.md"):
        if file not in files:
            file.unlink()
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    write("--rules" in sys.argv[1:])
