"""Plug-ins: packages of rules that are found, and a wheel of rules from its sources to its findings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scribal.plugin import by_importlib, in_folders, only_folders, plugins

ROOT = Path(__file__).parents[1]


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


def test_entry_points_are_read_as_importlib_reads_them() -> None:
    assert only_folders()
    assert {plugin.package for plugin in in_folders()} == {plugin.package for plugin in by_importlib()}
    assert "scribal_rules" in {plugin.package for plugin in plugins()}


def install_by_hand(site: Path, name: str, entry_points: str) -> None:
    """Put what pip writes about a distribution into a folder."""
    info = site / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(entry_points)


ODD = """
# a comment
[console_scripts]
scribal.rules = nothing:main

[scribal.rules]
# another
one = odd_rules
two=odd.rules.more [extra]

[other]
three = other_rules
"""


def test_odd_entry_points_are_read_as_importlib_reads_them(tmp_path: Path) -> None:
    install_by_hand(tmp_path / "a", "odd.pack", ODD)
    install_by_hand(tmp_path / "b", "Odd_Pack", "[scribal.rules]\none = a_copy_further_down\n")
    (tmp_path / "b" / "file.egg-info").write_text("Name: file\n")
    code = (
        f"import sys; sys.path[1:1] = {[str(tmp_path / 'a'), str(tmp_path / 'b'), str(tmp_path / 'c')]!r}\n"
        "from scribal.plugin import by_importlib, in_folders\n"
        "print([sorted(p.package for p in found) for found in (in_folders(), by_importlib())])"
    )
    expected = ["odd.rules.more", "odd_rules", "scribal_rules"]
    assert python("-c", code).stdout == f"{[expected, expected]}\n"


def test_rules_in_an_archive_are_found_too(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "packs.zip", "w") as archive:
        archive.writestr(
            "zipped-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: zipped\nVersion: 1.0\n"
        )
        archive.writestr("zipped-1.0.dist-info/entry_points.txt", "[scribal.rules]\nzipped = zipped_rules\n")
    code = "from scribal.plugin import plugins\nprint([p.package for p in plugins()])"
    assert python("-c", code, path=tmp_path / "packs.zip").stdout == "['scribal_rules', 'zipped_rules']\n"


def test_a_plug_in_without_its_package_is_a_mistake(tmp_path: Path) -> None:
    install_by_hand(tmp_path, "lost", "[scribal.rules]\nlost = lost_rules\n")
    result = python("-m", "scribal", "rules", path=tmp_path, cwd=tmp_path)
    told = f"{tmp_path}/lost-1.0.dist-info/entry_points.txt: there is no package lost_rules"
    assert (result.returncode, result.stdout, result.stderr) == (2, "", f"scribal: error: {told}\n")


PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "scribal-arrows"
version = "1.0"

[project.entry-points."scribal.rules"]
arrows = "scribal_arrows"

[tool.hatch.build.targets.wheel]
packages = ["scribal_arrows"]
"""

RULE = '''
"""Typed arrows."""

from scribal import Bad, PatternRule
from scribal_arrows.arrows._shapes import SHAPE


class Arrow(PatternRule):
    """Arrows are typed, not drawn."""

    summary = "A typed arrow."
    message = "“{found}” is a typed arrow"
    patterns = (SHAPE,)
    pattern = SHAPE
    bad = (Bad("a ⟦->⟧ b"),)
    good = ("a → b",)
'''

PACK = """
summary = "An arrow in words."
message = "“{found}” is an arrow in words"
why = "Draw it."
phrases = ["arrow to the right"]
good = ["an arrow"]

[[bad]]
text = "an ⟦arrow to the right⟧"
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which a wheel of rules, built from its sources, was installed."""
    source, wheels, site = (tmp_path_factory.mktemp(name) for name in ("source", "wheels", "site"))
    family = source / "scribal_arrows" / "arrows"
    (family / "spelled_out").mkdir(parents=True)
    (source / "pyproject.toml").write_text(PROJECT)
    (source / "scribal_arrows" / "__init__.py").write_text('"""Rules about arrows."""\n')
    (family / "typed.py").write_text(RULE, "utf-8")
    (family / "_shapes.py").write_text('SHAPE = "->"\n')
    (family / "spelled_out" / "rule.toml").write_text(PACK, "utf-8")
    (family / "spelled_out" / "de.toml").write_text('phrases = ["pfeil nach rechts"]\n')
    offline = ("--quiet", "--no-index", "--no-deps", "--disable-pip-version-check")
    built = python(
        "-m", "pip", "wheel", *offline, "--no-build-isolation", "--wheel-dir", str(wheels), str(source)
    )
    assert built.returncode == 0, built.stderr
    [wheel] = wheels.glob("*.whl")
    installed = python("-m", "pip", "install", *offline, "--target", str(site), str(wheel))
    assert installed.returncode == 0, installed.stderr
    return site


def test_a_wheel_of_rules_is_listed(site: Path, tmp_path: Path) -> None:
    result = python("-m", "scribal", "rules", "--output-format", "json", path=site, cwd=tmp_path)
    listed = {
        rule["id"]: rule["summary"] for rule in json.loads(result.stdout) if rule["id"].startswith("arrows/")
    }
    assert listed == {"arrows/spelled-out": "An arrow in words.", "arrows/typed": "A typed arrow."}


def test_a_wheel_of_rules_finds_what_it_should(site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("go -> there\nPfeil nach rechts\n", "utf-8")
    arguments = ("check", "--isolated", "--select", "arrows", "--output-format", "jsonl", "a.txt")
    result = python("-m", "scribal", *arguments, path=site, cwd=tmp_path)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(f["rule"], f["excerpt"]) for f in found] == [
        ("arrows/typed", "->"),
        ("arrows/spelled-out", "Pfeil nach rechts"),
    ]
    assert (result.returncode, result.stderr) == (1, "")


def test_without_the_wheel_its_family_is_unknown(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("go -> there\n")
    result = python("-m", "scribal", "check", "--isolated", "--select", "arrows", ".", cwd=tmp_path)
    assert result.returncode == 2
    assert result.stderr.startswith("scribal: error: --select: unknown rule “arrows”")


def test_a_plug_in_that_cannot_be_imported_stops_the_run(tmp_path: Path) -> None:
    package = tmp_path / "broken_rules" / "style"
    package.mkdir(parents=True)
    (package.parent / "__init__.py").write_text("import nowhere_at_all\n")
    (package / "arrow.py").write_text(RULE, "utf-8")
    install_by_hand(tmp_path, "broken", "[scribal.rules]\nbroken = broken_rules\n")
    (tmp_path / "a.txt").write_text("go -> there\n")
    result = python("-m", "scribal", "check", "a.txt", path=tmp_path, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (
        f"scribal: error: {package}/arrow.py: cannot be imported: "
        "ModuleNotFoundError: No module named 'nowhere_at_all'\n"
    )
