"""Rules of toys, and what is said by them."""

from __future__ import annotations

from collections.abc import Sequence

from scribal.document import Document
from scribal.engine import FAILED, Engine
from scribal.finding import Finding, Place
from scribal.hush import UNKNOWN, UNUSED, Hush
from scribal.markup import document
from scribal.rule import PatternRule, Rule
from scribal.settings import Allowance
from scribal.text import About, Hit, View


class Loud(PatternRule):
    """Somebody shouts."""

    id = "toy/loud"
    summary = "a word is all capitals"
    message = "“{found}” is loud"
    patterns = (r"\p{Lu}\p{Lu}\p{Lu}",)
    pattern = r"\b\p{Lu}{3,}\b"


class Digits(PatternRule):
    """Somebody counts."""

    id = "toy/digits"
    summary = "a number"
    message = "“{found}” is a number"
    patterns = ("[0-9]",)
    pattern = r"[0-9]+"


class Long(Rule):
    """Somebody talks."""

    id = "size/long"
    summary = "too many words"
    message = "the document is long"

    def gate(self, view: View) -> bool:
        return "LONG" in view.text

    def check(self, view: View, hits: Sequence[Hit]) -> list[Finding]:
        return [self.finding(0, 0, scope="document")]


class Broken(Rule):
    """Somebody erred."""

    id = "toy/broken"
    summary = message = "broken"

    def gate(self, view: View) -> bool:
        return "broken" in view.text

    def check(self, view: View, hits: Sequence[Hit]) -> list[Finding]:
        raise RuntimeError("it broke")


RULES: list[Rule] = [Loud(), Digits(), Long(), Broken()]


ENGINE = Engine(RULES)
IDS = [rule.id for rule in RULES]
MARKDOWN = "text/markdown"


def hush(
    allowances: Sequence[Allowance] = (), words: Sequence[str] = (), running: Sequence[str] = IDS
) -> Hush:
    return Hush(allowances, words, [*IDS, "other/rule"], running)


def read(source: str, media: str = MARKDOWN, place: Place = Place("a.md")) -> Document:
    return document(source, place, About(media))


def said(source: str, media: str = MARKDOWN, by: Hush | None = None) -> list[str]:
    """Return what is said of a text: the excerpt of each finding, and the message of each complaint."""
    text = read(source, media)
    diagnostics = (by or hush()).said(text, ENGINE.diagnose(text))
    return [d.message if d.rule in (UNUSED, UNKNOWN, FAILED) else d.excerpt for d in diagnostics]


def rule(**fields: object) -> Rule:
    """Return a rule with these class fields."""
    made: type[Rule] = type("Made", (Rule,), fields)
    return made()


def prose(text: str) -> View:
    return document(text, Place("a")).prose
