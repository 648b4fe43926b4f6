"""Phrase packs: rules that are data.

A pack is one TOML file, or a folder with ``rule.toml`` and one file of phrases
for each language.  ``docs/packs.md`` lists its keys.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from scribal.bounds import stands_alone
from scribal.finding import Finding, Fix, Safety, Severity
from scribal.languagetool.rule import ProofRule
from scribal.line_rule import PROFILES, LineRule, PackRule
from scribal.rule import Bad, Good, Rule, drop, replace
from scribal.text import Hit, Sees, View, fold


def read_pack(text: str, languages: Mapping[str, str] = {}, **options: Any) -> Rule:
    """Return the rule in a pack, given with the texts of its phrase files by language.

    Raises ValueError (``tomllib.TOMLDecodeError`` is one) saying what is wrong with it.
    """
    return pack_rule(merged(text, languages), **options)


def merged(text: str, languages: Mapping[str, str] = {}) -> dict[str, Any]:
    """Return what a pack says, with what its phrase files add."""
    pack = tomllib.loads(text)
    for language, words in languages.items():
        for key, value in listed(tomllib.loads(words), f"{language}.toml"):
            pack[key] = LISTS[key](pack.get(key, []), value)
    return pack


def pack_rule(pack: dict[str, Any], **options: Any) -> Rule:
    """Return the rule that a pack is.

    A pack has ``phrases``, which are found wherever they stand, or ``lines``,
    which are found where they fill a line; with ``lines``, ``phrases`` are
    whole sentences.  One with ``categories`` passes on what LanguageTool finds
    in these.  Raises ValueError saying what is wrong with it.
    """
    fields = {key: _read(key, value) for key, value in pack.items()}
    kinds: dict[str, type[LineRule] | type[ProofRule]] = {"lines": LineRule, "categories": ProofRule}
    kind = next((kind for key, kind in kinds.items() if key in fields), PhraseRule)
    missing = [key for key in ("summary", "message", "why", kind.needs) if key not in fields]
    if missing:
        raise ValueError(f"the pack has no “{missing[0]}”")
    strange = sorted(fields.keys() & kind.strange)
    if strange:
        raise ValueError(f"“{strange[0]}” does not go with “{kind.needs}”")
    rule = kind(fields, **options)
    rule.pack = pack
    return rule


def listed(data: Mapping[str, Any], file: str) -> Iterator[tuple[str, Any]]:
    """Yield the lists of a phrase file, and those of its tables: one for each other source."""
    for key, value in data.items():
        if key in LISTS:
            yield key, value
        elif isinstance(value, dict):
            yield from listed(value, f"{file}: “{key}”")
        elif key not in ABOUT:
            raise ValueError(f"{file} has the unknown key “{key}”")


class PhraseRule(PackRule):
    """A rule made from a pack of phrases.  The native pass has already found them."""

    needs = "phrases"
    strange = frozenset({"lines", "weak", "media", "alone", "categories"})

    def __init__(self, fields: dict[str, Any], **options: Any) -> None:
        super().__init__(**options)
        self.__doc__ = fields.pop("why")
        self.safety: Mapping[str, Safety] = fields.pop("safety", _safety("shown"))
        self.drops: bool = fields.pop("drop", False)
        self.shields = frozenset(map(fold, fields.pop("unless", ())))
        self.instead: dict[str, tuple[str, ...]] = fields.pop("phrases")
        self.fill(fields)
        self.literals = sorted({*self.instead, *self.shields})  # type: ignore[misc]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        shields = [hit for hit in hits if hit.trigger in self.shields]
        for hit in hits:
            if hit.trigger not in self.instead or not stands_alone(view.text, hit.start, hit.end):
                continue
            if any(shield.start <= hit.start and hit.end <= shield.end for shield in shields):
                continue
            found = view.text[hit.start : hit.end]
            texts = [like(found, text) for text in self.instead[hit.trigger]]
            yield self.finding(
                hit.start, hit.end, *self.fixes(view, hit, texts), found=found, instead=" / ".join(texts)
            )

    def fixes(self, view: View, hit: Hit, texts: Sequence[str]) -> list[Fix]:
        safety = self.safety[view.about.profile]
        if self.drops:
            return [drop(hit.start, hit.end, safety)]
        return [replace(hit.start, hit.end, text, safety) for text in texts]


def like(model: str, text: str) -> str:
    """Return ``text`` with the capital of ``model``."""
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def _phrases(value: Any) -> dict[str, tuple[str, ...]]:
    return {
        fold(_text(phrase)): (instead,) if isinstance(instead, str) else tuple(map(_text, instead))
        for phrase, instead in _instead(value).items()
    }


def _instead(value: Any) -> dict[str, Any]:
    """Return a list or a table of phrases as a table."""
    return dict.fromkeys(value, ()) if isinstance(value, list) else dict(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_text, value))


def _media(value: Any) -> dict[str, tuple[str, ...]]:
    """Read the media for repositories alone, or those for each profile."""
    if not isinstance(value, dict):
        return {"repository": _texts(value)}
    if set(value) != set(PROFILES):
        raise TypeError
    return {profile: _texts(media) for profile, media in value.items()}


def _safety(value: Any) -> dict[str, Safety]:
    """Read one safety for all, or one for each profile."""
    if isinstance(value, dict) and set(value) != set(PROFILES):
        raise TypeError
    names = value if isinstance(value, dict) else dict.fromkeys(PROFILES, value)
    return {profile: Safety[name.upper()] for profile, name in names.items()}


KEYS: dict[str, Callable[[Any], Any]] = {
    "summary": _text,
    "message": _text,
    "why": _text,
    "severity": Severity,
    "sees": Sees,
    "kinds": _texts,
    "safety": _safety,
    "drop": _flag,
    "preview": _flag,
    "opt-in": _flag,
    "languages": _texts,
    "preview-languages": _texts,
    "supersedes": _texts,
    "unless": _texts,
    "media": _media,
    "alone": _texts,
    "lines": _texts,
    "weak": _texts,
    "categories": _texts,
    "phrases": _phrases,
    "bad": lambda cases: [Bad(**case) for case in cases],
    "good": lambda cases: [case if isinstance(case, str) else Good(**case) for case in cases],
}
"""The keys of a pack and how each is read."""

LISTS: dict[str, Callable[[Any, Any], Any]] = {
    "phrases": lambda some, more: {**_instead(some), **_instead(more)},
    "unless": lambda some, more: [*some, *more],
    "lines": lambda some, more: [*some, *more],
    "weak": lambda some, more: [*some, *more],
}
"""The keys of a phrase file, and how they add to the pack's."""

ABOUT = ("source", "licence")
"""The keys of a phrase file that say where its phrases are from."""


def _read(key: str, value: Any) -> Any:
    if key not in KEYS:
        near = get_close_matches(key, KEYS, 1)
        raise ValueError(
            f"the pack has the unknown key “{key}”" + (f"; did you mean “{near[0]}”?" if near else "")
        )
    try:
        return KEYS[key](value)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise ValueError(f"the pack's “{key}” cannot be {value!r}") from None
