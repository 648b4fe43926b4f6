"""Pages of documentation, made from the rules: one for each rule, one for each family, an index of all."""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from inspect import cleandoc, getsource
from itertools import groupby, pairwise
from typing import get_type_hints

from scribal.engine import CUT, FAILED, UNCHECKED, Engine
from scribal.example import CLOSE, OPEN, configured, read, unmark
from scribal.finding import Diagnostic, Safety
from scribal.fix import REVERTED
from scribal.hush import UNKNOWN, UNUSED
from scribal.languagetool.rule import ProofRule
from scribal.option import spelled
from scribal.quality import row
from scribal.read.record import BROKEN_RECORD, DAMAGED_ARCHIVE, UNDECODABLE, UNREADABLE
from scribal.rule import Bad, Good, Rule
from scribal.selection import family_of
from scribal.text import Sees
from scribal.write.rewrite import UNWRITABLE

OWN_IDS = {
    BROKEN_RECORD: "A line of a file of records is no record, or one that is too long. The others are read, "
    "and the exit code is 2.",
    DAMAGED_ARCHIVE: "A compressed file is truncated or corrupt. What stands before the damage is read, "
    "and the exit code is 2.",
    REVERTED: "A fix would have changed more than words, such as the end of a list. It was not made.",
    FAILED: "A rule raised an error. What other rules find is reported, no file that it failed on is fixed, "
    "and the exit code is 2.",
    CUT: "A rule finds more in one record than is taken, 10,000 times. The rest is not reported.",
    UNCHECKED: "LanguageTool, which was asked for, did not read a text. What other rules find is reported, "
    "no file is fixed that it did not read, and the exit code is 2.",
    UNDECODABLE: "The bytes of a file are no text in its encoding. It is read as well as can be, not fixed.",
    UNKNOWN: "A comment hushes a rule that does not exist, or asks for something that is not known.",
    UNREADABLE: "The system does not let scribal read a file or a folder. The exit code is 2.",
    UNWRITABLE: "The fixes of a file could not be written. It is as it was, and the exit code is 2.",
    UNUSED: "A comment, or an allowance in the settings, hushed nothing.",
}
"""What scribal says for itself; no setting turns it off."""

ABOUT = "_about.txt"
"""The file in the folder of a family that says in a sentence what its rules have in common."""


def page(rule: Rule) -> str:
    """Return the rule's page in Markdown."""
    return "\n".join(_lines(rule)).rstrip() + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield from (f"# {rule.id}", "", rule.summary, "", explained(rule), "")
    yield from (f"- {line}" for line in traits(rule))
    if options := list(option_lines(rule)):
        yield from ("", "## Options", "", *options)
    if rule.bad:
        yield from ("", "## Found", "")
        for bad in rule.bad:
            yield from _example(bad)
    if rule.good:
        yield from ("", "## Left alone", "")
        for good in rule.good:
            yield from _block(good.text if isinstance(good, Good) else good)


def explained(rule: Rule) -> str:
    """Return the docstring of a rule, a sentence after the other with one blank between them."""
    return re.sub(r"(?<=[.!?]) {2,}", " ", cleandoc(rule.__doc__ or ""))


def traits(rule: Rule) -> Iterator[str]:
    """Yield what is to be known of a rule in a line each."""
    yield f"severity: {rule.severity}"
    yield f"status: {status(rule)}{', only when it or its family is named' if rule.opt_in else ''}"
    yield f"fix: {remedy(rule)}"
    together = " of the records of a corpus, together" if rule.compares else ""
    yield f"reads: the {'prose' if rule.sees is Sees.PROSE else 'source'}{together}"
    yield f"languages: {', '.join(rule.languages) or 'all'}"
    if rule.preview_languages:
        yield f"in preview for: {', '.join(rule.preview_languages)}"
    if rule.supersedes:
        yield f"speaks for: {', '.join(rule.supersedes)}"
    if measured := row(rule):
        yield f"measured: {measured.summary}"


def status(rule: Rule) -> str:
    """Return whether a rule was measured well enough to run unasked."""
    return "preview" if rule.preview else "stable"


def remedy(rule: Rule) -> str:
    """Return how far the best fix may be trusted that the rule has for one of its examples."""
    found = {profile: safest(rule, profile) for profile in ("repository", "corpus")}
    if len(set(found.values())) == 1:
        return found["repository"]
    return f"{found['repository']} in repositories, {found['corpus']} in corpora"


def safest(rule: Rule, profile: str) -> str:
    """Return the best safety of a fix in documents of a profile."""
    if isinstance(rule, ProofRule):  # whose examples only LanguageTool can read
        return named(rule.safety[profile] if rule.safety else Safety.UNSAFE)
    safeties = [
        fix.safety
        for bad in rule.bad
        for diagnostic in diagnosed(rule, replace(bad, profile=profile))
        for fix in diagnostic.fixes
    ]
    return named(max(safeties, default=Safety.SHOWN))


def named(safety: Safety) -> str:
    """Return how the best fix is called that has a safety."""
    return {Safety.SAFE: "safe", Safety.UNSAFE: "unsafe"}.get(safety, "none")


def diagnosed(rule: Rule, bad: Bad) -> Iterator[Diagnostic]:
    """Yield what a rule finds in an example."""
    engine = Engine([configured(rule, bad)], preview=True)
    if not rule.compares:
        yield from engine.diagnose(read(bad))
        return
    from scribal.corpus.example import compared

    for document, findings in compared(rule, bad):
        yield from engine.diagnose(document, findings)


def option_lines(rule: Rule) -> Iterator[str]:
    """Yield a line for each option that the settings can set for a rule."""
    options = fields(rule.Options)
    hints, meanings = (get_type_hints(rule.Options), dict(option_docs(rule))) if options else ({}, {})
    for option in options:
        value = getattr(rule.Options(), option.name)
        default = json.dumps([*value] if isinstance(value, frozenset) else value)
        key = option.name.replace("_", "-")
        meaning = meanings.get(option.name, "")
        yield f"- `{key}`, {spelled(hints[option.name])}, `{default}` unless set. {meaning}".rstrip()


def option_docs(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield the name of each option and the docstring below it, which Python itself does not keep."""
    tree = ast.parse(getsource(sys.modules[type(rule).__module__]))
    classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == "Options")
    for option, below in (pair for found in classes for pair in pairwise(found.body)):
        match option, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(meaning))):
                yield name, " ".join(meaning.split())


def about(rules: Sequence[Rule]) -> str:
    """Return what the rules of a family have in common, if a file beside them says it."""
    file = next((rule.file for rule in rules if rule.file), None)
    if file is None:
        return ""
    folder = file.parent.parent if file.stem == "rule" else file.parent
    return (folder / ABOUT).read_text("utf-8").strip() if (folder / ABOUT).is_file() else ""


def family_page(rules: Sequence[Rule]) -> str:
    """Return the page of a family, given its rules."""
    head = [f"# {family_of(rules[0].id)}", "", about(rules), ""]
    return "\n".join([*head, *(f"- {rule.id} ({status(rule)}): {rule.summary}" for rule in rules)]) + "\n"


def index(rules: Sequence[Rule]) -> str:
    """Return the index of all rules, as a page beside the folders of their pages."""
    return "\n".join(_index(rules)) + "\n"


def _index(rules: Sequence[Rule]) -> Iterator[str]:
    families = [list(kin) for _, kin in groupby(rules, lambda rule: family_of(rule.id))]
    stable = sum(not rule.preview for rule in rules)
    yield from ("# Rules", "", f"{len(rules)} rules in {len(families)} families; {stable} are stable.")
    for kin in families:
        family = family_of(kin[0].id)
        yield from ("", f"## {family}", "", about(kin), "")
        yield from ("| rule | status | fix | what is wrong |", "|---|---|---|---|")
        for rule in kin:
            yield f"| [{rule.id}]({rule.id}.md) | {status(rule)} | {remedy(rule)} | {rule.summary} |"
    yield from ("", "## scribal", "", "What scribal says for itself; no setting turns it off.", "")
    yield from ("| id | what is wrong |", "|---|---|")
    yield from (f"| {name} | {said} |" for name, said in OWN_IDS.items())


def _example(bad: Bad) -> Iterator[str]:
    yield from _block(bad.text)
    if bad.fixed is not None and bad.fixed != unmark(bad.text)[0]:
        yield from ("becomes", "")
        yield from _block(bad.fixed)


def _block(text: str) -> Iterator[str]:
    """Yield a fenced block that no text can close, with invisible characters made visible."""
    shown = "".join(char if char.isprintable() or char == "\n" else ascii(char)[1:-1] for char in text)
    fence = "~" * max(
        3,
        *(len(run) + 1 for run in shown.replace(OPEN, "").replace(CLOSE, "").split() if set(run) == {"~"}),
        3,
    )
    yield from (f"{fence}text", *shown.split("\n"), fence, "")


def fixable(rule: Rule) -> bool:
    """Return whether one of the rule's own examples is mended."""
    return any(bad.fixed is not None and bad.fixed != unmark(bad.text)[0] for bad in rule.bad)
