"""Find the rules: every installed package of them, and the user's own folders.

A folder is a family, a file is a rule, the path is its id.  Whatever is wrong
with a rule stops the run: a linter that quietly checks less is worse than none.
"""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from scribal.error import UserError, nearest
from scribal.option import read_options
from scribal.pack import merged, pack_rule
from scribal.plugin import plugins
from scribal.rule import Rule
from scribal.settings_file import FILES

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a family or a rule may be called, so that settings and comments can name it."""

TAKEN = ("all", "scribal")
"""Names that no family can have: the word for every rule, and the engine's own ids."""

Options = Mapping[str, Mapping[str, Any]]


def load(rule_paths: Sequence[Path] = (), options: Options = {}, where: str = "options") -> list[Rule]:
    """Return every rule there is, installed or in ``rule_paths``, in the order of their ids.

    ``options`` has the options of rules by id, and ``where`` says where they
    were set.  Raises :class:`UserError`, naming the file, for a rule that
    cannot be loaded, for two rules with one id, for a folder of ``rule_paths``
    without rules, and for options that a rule does not have.
    """
    return load_from(named_packages(rule_paths), options, where)


def named_packages(rule_paths: Sequence[Path] = ()) -> dict[str, Path]:
    """Return the folder of each package of rules, installed or made for one of ``rule_paths``."""
    packages = {package: folder_of(package, named_by) for package, named_by in plugins()}
    return {**packages, **{package_of(folder): folder for folder in rule_paths}}


def load_from(packages: Mapping[str, Path], options: Options = {}, where: str = "options") -> list[Rule]:
    """Return the rules in some packages, given with their folders, in the order of their ids."""
    found: dict[str, tuple[Path, str]] = {}
    for package, folder in packages.items():
        for name, file in files_of(folder):
            if name in found:
                raise UserError(f"{file}: the id {name} is taken by {found[name][0]}")
            found[name] = file, package
    for name in options:
        if name not in found:
            raise UserError(f"{where}: “rules”: unknown rule “{name}”{nearest(name, found)}")
    return [
        rule_from(name, *found[name], options.get(name, {}), f"{where}: “rules”, “{name}”")
        for name in sorted(found)
    ]


def folder_of(package: str, where: str = "packages") -> Path:
    """Return the folder of a package that ``where`` names.  Raises :class:`UserError` if there is none."""
    try:
        spec = find_spec(package)
    except Exception as error:  # what lies above a package is run
        said = f"{type(error).__name__}: {error}"
        raise UserError(f"{where}: {package} cannot be imported: {said}") from error
    if spec is None or not spec.submodule_search_locations:
        raise UserError(f"{where}: there is no package {package}")
    return Path(spec.submodule_search_locations[0])


def package_of(folder: Path) -> str:
    """Return the name of a package made for a folder of the user's own rules.

    Its modules can import one another with a dot; ``sys.path`` stays as it is.
    Raises :class:`UserError` for a folder that holds no rules.
    """
    if not folder.is_dir():
        raise UserError(f"{folder}: there is no such folder of rules")
    if not any(files_of(folder)):
        raise UserError(f"{folder}: holds no rules; a rule is FAMILY/NAME.py or FAMILY/NAME.toml")
    place = str(folder.resolve())
    name = "scribal_rules_in_" + "".join(c if c.isalnum() else f"_{ord(c):x}_" for c in place)
    if name not in sys.modules:
        package = ModuleType(name)
        package.__path__ = [place]
        sys.modules[name] = package
    return name


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the id of each rule in a folder and the file that it is in."""
    for family in entries(folder):
        if not family.is_dir():
            if family.suffix in (".py", ".toml") and family.name not in FILES:
                raise UserError(f"{family}: a rule must lie in the folder of its family")
            continue
        for entry in entries(family):
            if entry.is_dir():
                yield id_of(entry), file_in(entry)
            elif entry.suffix in (".py", ".toml"):
                yield id_of(entry), entry


def entries(folder: Path) -> list[Path]:
    """Return what is in a folder, in the order of the names, without what is private."""
    return sorted(entry for entry in folder.iterdir() if not entry.name.startswith(("_", ".")))


def id_of(entry: Path) -> str:
    """Return the id of the rule in a file, or in a folder of its own."""
    stem = entry.name if entry.is_dir() else entry.stem
    family, name = entry.parent.name.replace("_", "-"), stem.replace("_", "-")
    if not NAME.fullmatch(family) or not NAME.fullmatch(name) or family in TAKEN:
        raise UserError(f"{entry}: “{family}/{name}” cannot be the id of a rule")
    return f"{family}/{name}"


def file_in(folder: Path) -> Path:
    """Return the file of the rule that has a folder of its own."""
    found = [file for name in ("rule.py", "rule.toml") if (file := folder / name).is_file()]
    if len(found) != 1:
        raise UserError(f"{folder}: must hold either rule.py or rule.toml")
    return found[0]


def rule_from(
    name: str, file: Path, package: str, options: Mapping[str, Any], where: str, kept: bytes = b""
) -> Rule:
    """Return the rule in a file, with its options set.

    ``kept`` is what the index kept for it, marshalled; a rule that is there was looked at before.
    """
    pack = file.suffix == ".toml"
    kind = Rule if pack else class_in(file, package)
    given = read_options(kind, options, where)
    try:
        data = marshal.loads(kept) if kept else None
        rule = pack_rule(data or merged(*texts_of(file)), **given) if pack else kind(**given)
    except Exception as error:
        said = error if pack else f"{type(error).__name__}: {error}"
        raise UserError(f"{file}: {said}") from error
    rule.id, rule.file, rule.kept = name, file, data
    if not kept:
        inspect(rule)
    return rule


def inspect(rule: Rule) -> None:
    """Raise :class:`UserError` for a rule that says nothing of itself, or that nothing wakes."""
    for trait in ("summary", "message"):
        if not getattr(rule, trait, ""):
            raise UserError(f"{rule.file}: the rule has no {trait}")
    wakes = rule.literals or rule.patterns or rule.lines or rule.compares
    if not wakes and type(rule).gate is Rule.gate:
        raise UserError(
            f"{rule.file}: the rule has no literals, patterns, lines or gate: it would never sleep"
        )


def texts_of(file: Path) -> tuple[str, dict[str, str]]:
    """Return the text of a pack, and those of its phrase files by language."""
    beside = entries(file.parent) if file.name == "rule.toml" else []
    phrases = [other for other in beside if other.suffix == ".toml" and other != file]
    return file.read_text("utf-8"), {other.stem: other.read_text("utf-8") for other in phrases}


def class_in(file: Path, package: str) -> type[Rule]:
    """Return the one rule class that a module defines."""
    inner = [file.parent.parent.name, file.parent.name] if file.name == "rule.py" else [file.parent.name]
    try:
        module = import_module(".".join([package, *inner, file.stem]))
    except Exception as error:
        raise UserError(f"{file}: cannot be imported: {type(error).__name__}: {error}") from error
    found = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.__name__
    ]
    if len(found) != 1:
        raise UserError(f"{file}: must define one rule, not {len(found)}")
    return found[0]
