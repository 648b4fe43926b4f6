"""What a rule is.

A rule is a class with its documentation, its examples and its check in one
place.  Its id is never written: it is the rule's place, ``family/name``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, TypeVar, cast

import regex

from scribal.finding import Drop, Edit, Finding, Fix, Safety, Severity
from scribal.text import Hit, Sees, View

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Bad:
    """A text that the rule must catch; ⟦ ⟧ mark what it must point at, and nothing else.

    ``fixed`` is what all fixes, unsafe ones too, make of it.
    """

    text: str
    fixed: str | None = None
    media: str = "text/plain"
    language: str | None = None
    profile: str = "repository"
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Good:
    """A text about which the rule must be silent."""

    text: str
    media: str = "text/plain"
    language: str | None = None
    profile: str = "repository"
    options: Mapping[str, Any] = field(default_factory=dict)


class _Lazy:
    """A class attribute that is made when it is first asked for, for each class anew."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self.make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: object, owner: type) -> Any:
        value = self.make(owner)
        setattr(owner, self.name, value)
        return value


def lazily(make: Callable[[Any], Value]) -> Value:
    """Return a class attribute that ``make`` makes of the class when it is asked for.

    For triggers that take long to make: a rule that the index knows is woken without them.
    """
    return cast(Value, _Lazy(make))


class Rule:
    """One fault that a text can have: how to find it, what to say of it, how to mend it."""

    id: str = ""
    """``family/name``, set by the catalog from the rule's place."""
    file: Path | None = None
    """Where the rule was found, set by the catalog."""

    summary: ClassVar[str]
    """One sentence for the list of rules."""
    message: ClassVar[str]
    """What a finding says; a format string for :meth:`finding`."""
    severity: ClassVar[Severity] = Severity.WARNING
    sees: ClassVar[Sees] = Sees.PROSE
    kinds: ClassVar[Sequence[str]] = ("prose", "blank")
    """For a rule that sees the source: the kinds of zones that its hits may stand in."""
    literals: ClassVar[Sequence[str]] = ()
    """Phrases that wake the rule, in any case; one space matches one to three blanks."""
    patterns: ClassVar[Sequence[str]] = ()
    """Regular expressions that wake the rule: no lookaround, no line break, see :mod:`scribal.scan`."""
    lines: ClassVar[Sequence[str]] = ()
    """Phrases that wake the rule where they, or several of them, fill a line, see :mod:`scribal.lines`."""
    categories: ClassVar[Sequence[str]] = ()
    """The categories of LanguageTool's findings that the rule passes on, see :mod:`scribal.languagetool`."""
    languages: ClassVar[Sequence[str]] = ()
    """Primary language subtags that the rule is for; empty: all."""
    preview_languages: ClassVar[Sequence[str]] = ()
    """Languages in which the rule runs only with ``--preview``."""
    preview: ClassVar[bool] = False
    """Whether the rule runs only with ``--preview`` or when named."""
    opt_in: ClassVar[bool] = False
    """Whether the rule runs only when it or its family is named."""
    supersedes: ClassVar[Sequence[str]] = ()
    """Ids of the rules for which this one speaks at the same place."""
    compares: ClassVar[bool] = False
    """Whether the rule reads the records of a corpus together, see :mod:`scribal.corpus_rule`."""
    waking: Sequence[Any] = ()
    """What wakes the rule where that is made ready already, see :mod:`scribal.waking`."""
    kept: Any = None
    """What the rule said with :meth:`keeps` when the index was made, None where it was not asked."""
    marks: ClassVar[str] = ""
    """What a finding says of the whole document, such as ``machine-translated``; empty: nothing."""
    bad: ClassVar[Sequence[Bad]] = ()
    good: ClassVar[Sequence[str | Good]] = ()

    @dataclass(frozen=True)
    class Options:
        """Nothing to set."""

    def __init__(self, **options: Any) -> None:
        self.options: Any = self.Options(**options)

    def fill(self, traits: Mapping[str, Any]) -> None:
        """Set what a pack says of the rule."""
        for key, value in traits.items():
            setattr(self, key.replace("-", "_"), value)

    def keeps(self) -> Any:
        """Return plain data that the index is to keep for the rule, since they take long to read; or None."""
        return None

    def gate(self, view: View) -> bool:
        """Return whether a rule without triggers may find something; fast, and never wrongly False."""
        return True

    def check(self, view: View, hits: Sequence[Hit]) -> Iterable[Finding]:
        """Yield what is wrong with the view; ``hits`` are in order."""
        raise NotImplementedError

    def finding(
        self, start: int, end: int, *fixes: Fix, scope: str = "span", weight: float = 1.0, **values: object
    ) -> Finding:
        """Return a finding at ``start`` to ``end`` of the view, with ``message`` filled in."""
        return Finding(start, end, self.message.format(**values), fixes, scope, weight)


class PatternRule(Rule):
    """A rule that is one regular expression over the zones of its hits; it may not look past them."""

    pattern: ClassVar[str]

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        return regex.compile(self.pattern, regex.VERBOSE)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            offset, text = zone.start, view[zone]
            for match in self.compiled.finditer(text):
                start, end = match.span()
                fixes = [
                    replace(offset + start, offset + end, new, safety)
                    for new, safety in self.replacements(match, view)
                ]
                yield self.finding(offset + start, offset + end, *fixes, found=match[0])

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        """Yield what may stand there instead, best first.  Offsets in ``match`` are those of its zone."""
        return ()


def replace(start: int, end: int, text: str, safety: Safety, label: str = "") -> Fix:
    """Return the fix that puts ``text`` in place of ``start`` to ``end``."""
    return Fix((Edit(start, end, text),), safety, label)


def drop(start: int, end: int, safety: Safety, label: str = "") -> Fix:
    """Return the fix that deletes the zones that ``start`` to ``end`` touches."""
    return Fix((Drop(start, end),), safety, label)
