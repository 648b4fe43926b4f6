"""Phrase packs: rules that are data.

A pack is one TOML file, or a folder with ``rule.toml`` and one file of phrases
for each language.  ``docs/packs.md`` lists its keys.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

import regex

from scribal.finding import Finding, Fix, Safety, Severity
from scribal.rule import Bad, Good, Rule, drop, replace
from scribal.text import Hit, Sees, View, fold

_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")


class PhraseRule(Rule):
    """A rule made from a pack.  The native pass has already found the phrases."""

    def __init__(self, pack: Mapping[str, Any], **options: Any) -> None:
        super().__init__(**options)
        fields = {key: _read(key, value) for key, value in pack.items()}
        missing = [key for key in ("summary", "message", "why", "phrases") if key not in fields]
        if missing:
            raise ValueError(f"the pack has no “{missing[0]}”")
        self.__doc__ = fields.pop("why")
        self.safety: Mapping[str, Safety] = fields.pop("safety", _safety("shown"))
        self.drops: bool = fields.pop("drop", False)
        self.whole_zone: bool = fields.pop("whole-zone", False)
        self.shields = frozenset(map(fold, fields.pop("unless", ())))
        self.instead: dict[str, tuple[str, ...]] = fields.pop("phrases")
        for key, value in fields.items():
            setattr(self, key.replace("-", "_"), value)
        self.literals = sorted({*self.instead, *self.shields})  # type: ignore[misc]

    @classmethod
    def from_toml(cls, text: str, languages: Mapping[str, str] = {}, **options: Any) -> PhraseRule:
        """Read a pack, with the texts of its phrase files by language.

        Raises ValueError (``tomllib.TOMLDecodeError`` is one) saying what is wrong with it.
        """
        pack = tomllib.loads(text)
        for language, words in languages.items():
            data = tomllib.loads(words)
            unknown = data.keys() - {"phrases", "unless", "source"}
            if unknown:
                raise ValueError(f"{language}.toml has the unknown key “{min(unknown)}”")
            pack["phrases"] = _phrases(pack.get("phrases", {})) | _phrases(data.get("phrases", {}))
            pack["unless"] = [*pack.get("unless", ()), *data.get("unless", ())]
        return cls(pack, **options)

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        shields = [hit for hit in hits if hit.trigger in self.shields]
        for hit in hits:
            if hit.trigger not in self.instead or not stands_alone(view.text, hit.start, hit.end):
                continue
            if any(shield.start <= hit.start and hit.end <= shield.end for shield in shields):
                continue
            if self.whole_zone and not fills_zone(view, hit):
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


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether no letter or digit is glued to either end; scripts without spaces glue by nature."""
    return not (_glued(text[start - 1 : start], text[start]) or _glued(text[end - 1], text[end : end + 1]))


def _glued(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not (_UNSPACED.match(left) or _UNSPACED.match(right))


def fills_zone(view: View, hit: Hit) -> bool:
    """Return whether nothing but marks and blanks stands beside the hit in its zone."""
    zone = view.zone_at(hit.start)
    beside = view.text[zone.start : hit.start] + view.text[hit.end : zone.end] if zone else ""
    return zone is not None and not any(map(str.isalnum, beside))


def like(model: str, text: str) -> str:
    """Return ``text`` with the capital of ``model``."""
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def _phrases(value: Any) -> dict[str, tuple[str, ...]]:
    if isinstance(value, list):
        return {fold(_text(phrase)): () for phrase in value}
    return {
        fold(phrase): (instead,) if isinstance(instead, str) else tuple(map(_text, instead))
        for phrase, instead in dict(value).items()
    }


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


def _safety(value: Any) -> dict[str, Safety]:
    """Read one safety for all, or one for each profile."""
    profiles = ("repository", "corpus")
    if isinstance(value, dict) and set(value) != set(profiles):
        raise TypeError
    names = value if isinstance(value, dict) else dict.fromkeys(profiles, value)
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
    "whole-zone": _flag,
    "preview": _flag,
    "opt-in": _flag,
    "languages": _texts,
    "preview-languages": _texts,
    "supersedes": _texts,
    "unless": _texts,
    "phrases": _phrases,
    "bad": lambda cases: [Bad(**case) for case in cases],
    "good": lambda cases: [case if isinstance(case, str) else Good(**case) for case in cases],
}
"""The keys of a pack and how each is read."""


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
