"""Find the rules: every package behind the ``scribal.rules`` entry points, and the user's own folders.

A folder is a family, a file is a rule, the path is its id.  Whatever is wrong
with a rule stops the run: a linter that quietly checks less is worse than none.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from scribal.error import UserError, nearest
from scribal.pack import PhraseRule
from scribal.rule import Rule

GROUP = "scribal.rules"
"""The entry-point group under which a distribution names its package of rules."""

Options = Mapping[str, Mapping[str, Any]]


def load(rule_paths: Sequence[Path] = (), options: Options = {}) -> list[Rule]:
    """Return every rule there is, installed or in ``rule_paths``, in the order of their ids.

    ``options`` has the options of rules by id.  Raises :class:`UserError`
    naming the file for a rule that cannot be loaded, for two rules with one id,
    and for an option that a rule does not have.
    """
    return load_from({**installed(), **{package_of(folder): folder for folder in rule_paths}}, options)


def load_from(packages: Mapping[str, Path], options: Options = {}) -> list[Rule]:
    """Return the rules in some packages, given with their folders, in the order of their ids."""
    rules: dict[str, Rule] = {}
    places: dict[str, Path] = {}
    for package, folder in packages.items():
        for name, file in files_of(folder):
            if name in places:
                raise UserError(f"{file}: the id {name} is taken by {places[name]}")
            places[name] = file
            rules[name] = rule_from(name, file, package, options.get(name, {}))
    return [rules[name] for name in sorted(rules)]


def installed() -> dict[str, Path]:
    """Return each installed package of rules with its folder."""
    from importlib.metadata import entry_points

    return {
        point.value: folder_of(point.value)
        for point in sorted(entry_points(group=GROUP), key=lambda p: p.name)
    }


def folder_of(package: str) -> Path:
    """Return the folder of a package.  Raises :class:`UserError` if there is none."""
    try:
        spec = find_spec(package)
    except ImportError as error:
        raise UserError(f"the rules of {package} cannot be imported: {error}") from None
    if spec is None or not spec.submodule_search_locations:
        raise UserError(f"the rules of {package} cannot be imported: there is no such package")
    return Path(spec.submodule_search_locations[0])


def package_of(folder: Path) -> str:
    """Return the name of a package made for a folder of the user's own rules."""
    if not folder.is_dir():
        raise UserError(f"{folder}: no such folder of rules")
    name = "scribal_rules_in_" + "".join(c if c.isalnum() else "_" for c in str(folder.resolve()))
    package = ModuleType(name)
    package.__path__ = [str(folder)]
    sys.modules[name] = package
    return name


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the id of each rule in a folder and the file that it is in."""
    for family in sorted(folder.iterdir()):
        if not family.is_dir() or family.name.startswith(("_", ".")):
            continue
        for entry in sorted(family.iterdir()):
            name = f"{family.name}/{entry.stem}".replace("_", "-")
            if entry.name.startswith(("_", ".")):
                continue
            if entry.is_dir():
                found = [entry / file for file in ("rule.py", "rule.toml") if (entry / file).is_file()]
                if len(found) != 1:
                    raise UserError(f"{entry}: must hold either rule.py or rule.toml")
                yield name, found[0]
            elif entry.suffix in (".py", ".toml"):
                yield name, entry


def rule_from(name: str, file: Path, package: str, options: Mapping[str, Any]) -> Rule:
    """Return the rule in a file, with its options set."""
    kind = PhraseRule if file.suffix == ".toml" else class_in(file, package)
    given = checked(name, kind, options)
    try:
        rule = PhraseRule.from_toml(*texts_of(file), **given) if kind is PhraseRule else kind(**given)
    except (ValueError, TypeError, OSError) as error:
        raise UserError(f"{file}: {error}") from None
    rule.id, rule.file = name, file
    for trait in ("summary", "message"):
        if not getattr(rule, trait, ""):
            raise UserError(f"{file}: the rule has no {trait}")
    if not rule.literals and not rule.patterns and type(rule).gate is Rule.gate:
        raise UserError(
            f"{file}: the rule has no literals, no patterns and no gate, and would always be awake"
        )
    return rule


def checked(name: str, kind: type[Rule], options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of a rule under the names of their fields."""
    known = {option.name.replace("_", "-"): option for option in fields(kind.Options)}
    given: dict[str, Any] = {}
    for key, value in options.items():
        if key not in known:
            raise UserError(f"the rule {name} has no option “{key}”{nearest(key, known)}")
        option = known[key]
        default = option.default
        if not isinstance(value, list if isinstance(default, tuple) else type(default)):
            raise UserError(f"the option “{key}” of {name} must be like {default!r}, not {value!r}")
        given[option.name] = tuple(value) if isinstance(value, list) else value
    return given


def texts_of(file: Path) -> tuple[str, dict[str, str]]:
    """Return the text of a pack, and those of its phrase files by language."""
    beside = sorted(file.parent.glob("*.toml")) if file.name == "rule.toml" else []
    phrases = [other for other in beside if other != file and not other.name.startswith("_")]
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
