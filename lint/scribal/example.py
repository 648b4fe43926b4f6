"""A rule's examples as documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from scribal.document import Document
from scribal.finding import Place
from scribal.markup import document
from scribal.rule import Bad, Good, Rule
from scribal.text import About

OPEN, CLOSE = "⟦", "⟧"

JOINTS = ("", " ", "\n", "\n\n")
"""What may stand between two texts that are read as one."""


def unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without its ⟦marks⟧, and the spans that they enclosed."""
    spans: list[tuple[int, int]] = []
    plain: list[str] = []
    start = 0
    for char in text:
        if char == OPEN:
            start = len(plain)
        elif char == CLOSE:
            spans.append((start, len(plain)))
        else:
            plain.append(char)
    return "".join(plain), spans


def read(example: Bad | Good, text: str | None = None, media: str | None = None) -> Document:
    """Return the document that an example describes."""
    about = About(media or example.media, example.language, profile=example.profile)
    return document(unmark(example.text)[0] if text is None else text, Place("example"), about)


def goods(rule: Rule) -> list[Good]:
    """Return the good examples of a rule, written out."""
    return [Good(good) if isinstance(good, str) else good for good in rule.good]


def apart(rule: Rule) -> Iterator[Document]:
    """Yield each example of a rule by itself, and what is marked in the bad ones without its surroundings."""
    every: list[Bad | Good] = [*rule.bad, *goods(rule)]
    for example in every:
        text, spans = unmark(example.text)
        cuts = [cut for start, end in spans for cut in (text[start:end], text[start:], text[:end])]
        for source in dict.fromkeys([text, *cuts]):
            yield read(at_home(rule, example), source)


def joined(rule: Rule) -> Iterator[Document]:
    """Yield the examples of a rule that are read alike as one document, joined in each way."""
    alike: dict[tuple[str, str | None, str], list[str]] = {}
    for example in map(partial(at_home, rule), (*rule.bad, *goods(rule))):
        kind = example.media, example.language, example.profile
        alike.setdefault(kind, []).append(unmark(example.text)[0])
    for kind, texts in alike.items():
        for joint in JOINTS if len(texts) > 1 else JOINTS[:1]:
            yield read(Good(joint.join(texts), *kind))


def at_home(rule: Rule, example: Bad | Good) -> Bad | Good:
    """Return the example in a language that the rule is for, where it does not say one."""
    language = example.language or next(iter(rule.languages), None)
    return replace(example, language=language)


def configured(rule: Rule, example: Bad | Good) -> Rule:
    """Return the rule with the example's options."""
    if not example.options:
        return rule
    other = type(rule)(**example.options)
    other.id = rule.id
    return other
