"""What is not said: what comments in the text, allowances in the settings, and listed names hush."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import regex

from scribal.bounds import stands_alone
from scribal.document import Document
from scribal.error import nearest
from scribal.finding import OWN, Diagnostic
from scribal.settings import Allowance
from scribal.suppression import EVERYWHERE, VERBS, Blocks, Suppression, complaint, suppressions_of
from scribal.text import fold

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

UNUSED = f"{OWN}unused-suppression"
"""The id under which a comment is reported that hushed nothing."""

UNKNOWN = f"{OWN}unknown-suppression"
"""The id under which a comment is reported that asks for something that is not known."""

_GLUED = r"[\p{L}\p{M}\p{N}]"
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
_NAME = rf"""
    (?: (?<! {_GLUED} ) | (?<= {_UNSPACED} ) | (?= {_UNSPACED} ) )
    \L<names>
    (?: (?! {_GLUED} ) | (?= {_UNSPACED} ) | (?<= {_UNSPACED} ) )
"""


class Hush:
    """Decides what is said of a document.

    ``rules`` are the ids of all rules, ``running`` of those that are on; the
    paths of allowances are relative to ``root``.
    """

    def __init__(
        self,
        allowances: Sequence[Allowance],
        words: Iterable[str],
        rules: Iterable[str],
        running: Iterable[str],
        root: Path = Path(),
    ) -> None:
        self.allowances = [(allowance, _paths(allowance)) for allowance in allowances]
        self.root = root.absolute()
        names = {" ".join(fold(word).split()) for word in words} - {""}
        self.names = regex.compile(_NAME, regex.VERBOSE, names=names) if names else None
        self.running = frozenset(running)
        self.rules: defaultdict[str, set[str]] = defaultdict(set)
        for rule in rules:
            for name in (rule, *_groups(rule)):
                self.rules[name].add(rule)
        self.used: set[Allowance] = set()
        """The allowances that have hushed something, in any document so far."""

    def said(self, document: Document, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return the diagnostics that are not hushed, and those about suppressions.

        The diagnostics are to be each rule's own, not merged yet.
        """
        if not diagnostics and not document.prose.comments:
            return []
        hearing = Hearing(self, document)
        said = [diagnostic for diagnostic in diagnostics if not hearing.hushes(diagnostic)]
        failed = any(diagnostic.rule.startswith(OWN) for diagnostic in diagnostics)
        return [*said, *self.mistaken(hearing), *([] if failed else self.idle(hearing))]

    def mistaken(self, hearing: Hearing) -> Iterator[Diagnostic]:
        """Yield what is wrong with the words of the comments."""
        for suppression in hearing.suppressions:
            verb, names = suppression.verb, suppression.names
            messages = [
                f"the comment names an unknown rule “{name}”{nearest(name, self.rules)}"
                for name in names
                if name not in self.rules
            ]
            if verb not in VERBS:
                messages = [f"the comment asks for “{verb}”, not for one of {', '.join(VERBS)}"]
            elif not names:
                messages = [f"the comment does not say what to {verb}: a rule, a family, or all"]
            for message in messages:
                yield complaint(hearing.document, suppression, UNKNOWN, message)

    def idle(self, hearing: Hearing) -> Iterator[Diagnostic]:
        """Yield the comments that hushed nothing, where all the rules that they name did run."""
        for suppression in hearing.suppressions:
            named = [self.rules.get(name, set()) for name in suppression.names]
            if suppression in hearing.used or suppression.verb not in VERBS or not named or not all(named):
                continue
            if not all(map(self.running.issuperset, named)):
                continue
            names = ", ".join(suppression.names)
            message = f"the comment hushes nothing of “{names}”"
            yield complaint(hearing.document, suppression, UNUSED, message, mend=True)

    def relative(self, path: str) -> str:
        """Return a path below the root, with slashes; one that is not below it as a whole."""
        absolute = Path(path).absolute()
        return (
            absolute.relative_to(self.root) if absolute.is_relative_to(self.root) else absolute
        ).as_posix()


class Hearing:
    """What is known of one document while its diagnostics are heard."""

    def __init__(self, hush: Hush, document: Document) -> None:
        self.hush = hush
        self.document = document
        self.suppressions = list(suppressions_of(document, self.blocks)) if document.prose.comments else []
        self.used: set[Suppression] = set()
        self.by_block: defaultdict[int, list[Suppression]] = defaultdict(list)
        for suppression in self.suppressions:
            if suppression.block is not None:
                self.by_block[suppression.block].append(suppression)
        self.path = hush.relative(document.place.path) if hush.allowances else ""
        self.holding: dict[tuple[str, int, int], bool] = {}
        self.name_starts: list[int] = []
        self.name_ends: list[int] = []
        if hush.names is not None:
            prose = document.prose
            found = hush.names.finditer(prose.folded, overlapped=True)
            spans = sorted(prose.source_span(*match.span()) for match in found)
            self.name_starts = [span.start for span in spans]
            self.name_ends = list(accumulate((span.end for span in spans), max))

    @cached_property
    def blocks(self) -> Blocks:
        return Blocks(self.document)

    def hushes(self, diagnostic: Diagnostic) -> bool:
        """Return whether a diagnostic is hushed, and remember by what; what the engine says never is."""
        if diagnostic.rule.startswith(OWN):
            return False
        asked = self.asked(diagnostic)
        self.used.update(asked)
        return bool(asked) or self.allowed(diagnostic) or self.undoubted(diagnostic)

    def asked(self, diagnostic: Diagnostic) -> list[Suppression]:
        """Return the comments that ask for silence about a diagnostic."""
        if not self.suppressions:
            return []
        block = self.blocks.at(diagnostic.start) if diagnostic.scope == "span" else None
        speaking = [*self.by_block[EVERYWHERE], *(self.by_block[block] if block is not None else ())]
        names = {diagnostic.rule, *_groups(diagnostic.rule)}
        return [suppression for suppression in speaking if not names.isdisjoint(suppression.names)]

    def allowed(self, diagnostic: Diagnostic) -> bool:
        """Return whether the settings allow a diagnostic; each allowance that does has been used."""
        matching = [
            allowance
            for allowance, paths in self.hush.allowances
            if self.allows(allowance, paths, diagnostic)
        ]
        self.hush.used.update(matching)
        return bool(matching)

    def allows(self, allowance: Allowance, paths: GitIgnoreSpec | None, diagnostic: Diagnostic) -> bool:
        """Return whether all that an allowance says is true of a diagnostic."""
        return (
            allowance.rule in (None, diagnostic.rule, *_groups(diagnostic.rule))
            and allowance.record in (None, diagnostic.place.record)
            and (paths is None or paths.match_file(self.path))
            and (allowance.text is None or self.holds(diagnostic, allowance.text))
        )

    def holds(self, diagnostic: Diagnostic, text: str) -> bool:
        """Return whether the lines of a diagnostic, or its block as it is read, hold some words."""
        key = text, diagnostic.line, diagnostic.end_line
        if key not in self.holding:
            document, block = self.document, self.blocks.at(diagnostic.start)
            first, last = (document.line_span(line) for line in key[1:])
            lines = document.source[first.start : last.end]
            read = document.prose[document.prose.zones[block]] if block is not None else ""
            self.holding[key] = has_words(lines, text) or has_words(read, text)
        return self.holding[key]

    def undoubted(self, diagnostic: Diagnostic) -> bool:
        """Return whether a diagnostic lies inside a name that no rule may doubt."""
        index = bisect_right(self.name_starts, diagnostic.start) - 1
        end = max(diagnostic.end, diagnostic.start + 1)
        return diagnostic.scope == "span" and index >= 0 and end <= self.name_ends[index]


def has_words(text: str, words: str) -> bool:
    """Return whether a text holds some words, whole, in any case and with any blanks between them."""
    text, words = (" ".join(fold(one).split()) for one in (text, words))
    start = text.find(words)
    while start >= 0 and not stands_alone(text, start, start + len(words)):
        start = text.find(words, start + 1)
    return start >= 0


def _groups(rule: str) -> tuple[str, str]:
    """Return the names under which a rule may be named with others."""
    return rule.partition("/")[0], "all"


def _paths(allowance: Allowance) -> GitIgnoreSpec | None:
    """Return the paths that an allowance is for; None for all."""
    if allowance.path is None:
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([allowance.path])
