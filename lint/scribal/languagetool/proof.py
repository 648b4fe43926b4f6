"""Read a view as LanguageTool does: paragraph by paragraph, once for all rules that ask."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple
from unicodedata import combining, normalize
from weakref import WeakKeyDictionary

from scribal.error import Unchecked
from scribal.languagetool.annotate import annotated, beside_mask, way_back
from scribal.languagetool.registry import source_for
from scribal.languagetool.source import Source
from scribal.languagetool.store import Store, file, key_of
from scribal.languagetool.tongue import Tongue, tongue
from scribal.settings import LanguageTool
from scribal.text import View

BATCH = 20_000
"""About how many code points are sent at once, in whole paragraphs."""

BETWEEN = "\n\n"
"""What parts paragraphs from one another."""

INSTEAD = 3
"""How many of its suggestions are kept."""


_REGION = re.compile(r"\w+ \(\w+\)")
"""How LanguageTool names the region of a word: “English (US)”."""


SPELLING = ("MISSPELLING", "SPELLING", "TYPOS")
"""The categories of words that are spelled wrongly."""

REGIONAL = ("AMERICAN_ENGLISH", "BRITISH_ENGLISH")
"""The categories of what is right in another region."""

NAME = "CAPITALISED"
"""The category of our own for a word with a capital that the dictionary lacks, or has with other accents."""


class Remark(NamedTuple):
    """What LanguageTool says of a stretch of text, in code points."""

    start: int
    end: int
    message: str
    origin: str
    """The id of LanguageTool's own rule."""
    category: str
    instead: tuple[str, ...]
    elsewhere: bool
    """Whether it is right in another region where the language is spoken."""


_read: WeakKeyDictionary[View, Sequence[Remark]] = WeakKeyDictionary()


def remarks(view: View) -> Sequence[Remark]:
    """Return all that LanguageTool says of a view, in order; nothing in a language that it does not know.

    Raises :class:`Absent` where there is no LanguageTool, and the first time
    that it is asked :class:`Unchecked` where the view could not be read.
    """
    if view not in _read:
        _read[view] = ()
        asked = view.about.languagetool
        asked = asked if isinstance(asked, LanguageTool) else LanguageTool()
        said = view.about.language or view.language
        if said and (spoken := tongue(said, asked.variants)):
            _read[view] = tuple(wanted(found_in(view, asked, spoken), asked, spoken))
    return _read[view]


def wanted(found: Iterator[Remark], asked: LanguageTool, spoken: Tongue) -> Iterator[Remark]:
    """Yield the remarks that the settings want to hear of."""
    for remark in found:
        if spoken.assumed and (remark.elsewhere or remark.category in REGIONAL):
            continue
        if remark.origin not in asked.ignore and (not asked.select or remark.origin in asked.select):
            yield remark


def found_in(view: View, asked: LanguageTool, spoken: Tongue) -> Iterator[Remark]:
    """Yield the remarks on a view, paragraph by paragraph."""
    parts = [(zone.start, view[zone]) for zone in view.zones if any(map(str.isalpha, view[zone]))]
    found = found_in_each([text for _, text in parts], asked, spoken.code)
    for start, text in parts:
        for remark in found[text]:
            yield remark._replace(start=start + remark.start, end=start + remark.end)


def found_in_each(texts: Sequence[str], asked: LanguageTool, code: str) -> Mapping[str, Sequence[Remark]]:
    """Return the remarks on each text, from the cache or from the server."""
    source, enabled = source_for(asked), ",".join(asked.select)
    about = (source.stamp, code, enabled)
    keys = {text: key_of(*about, text) for text in texts}
    known = store().find(list(keys.values()))
    for batch in batches([text for text, key in keys.items() if key not in known]):
        new = {keys[text]: dumped(said) for text, said in asked_of(batch, source, code, enabled)}
        store().keep(new)
        known.update(new)
    return {text: loaded(known[key]) for text, key in keys.items()}


@cache
def store() -> Store:
    """Return the cache of this process."""
    return Store(file())


def batches(texts: Sequence[str]) -> Iterator[list[str]]:
    """Yield texts in batches that are sent at once."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def asked_of(
    texts: Sequence[str], source: Source, code: str, enabled: str
) -> Iterator[tuple[str, list[Remark]]]:
    """Ask the server about some texts, and yield what it says of each.  Raises :class:`Unchecked`."""
    whole = BETWEEN.join(texts)
    starts = list(accumulate((len(text) + len(BETWEEN) for text in texts), initial=0))[:-1]
    said: list[list[Remark]] = [[] for _ in texts]
    back = way_back(whole)
    for match in source.check(annotated(whole), code, enabled):
        remark = remark_of(match, back)
        index = bisect_right(starts, remark.start) - 1
        start, text = remark.start - starts[index], texts[index]
        end = start + remark.end - remark.start
        if end <= len(text) and not beside_mask(text, start, end):
            said[index].append(sorted_out(remark._replace(start=start, end=end), text[start:end], match))
    yield from zip(texts, said, strict=True)


def remark_of(match: Mapping[str, Any], back: Any) -> Remark:
    """Return what a match of the server says.  Raises :class:`Unchecked` for an answer of another kind."""
    try:
        rule, instead = match["rule"], match["replacements"][:INSTEAD]
        return Remark(
            back(match["offset"]),
            back(match["offset"] + match["length"]),
            match["message"],
            rule["id"],
            rule["category"]["id"],
            tuple(one["value"] for one in instead),
            any(_REGION.fullmatch(one.get("shortDescription", "")) for one in instead[:1]),
        )
    except (KeyError, TypeError) as error:
        raise Unchecked(f"LanguageTool’s answer is not understood: {error!r}") from None


def sorted_out(remark: Remark, found: str, match: Mapping[str, Any]) -> Remark:
    """Return the remark, in the category of names if it doubts how a name is spelled."""
    if not any(map(str.isupper, found)):
        return remark
    unknown = match.get("type", {}).get("typeName") == "UnknownWord"
    accents = remark.category in SPELLING and any(plain(found) == plain(other) for other in remark.instead)
    return remark._replace(category=NAME) if unknown or accents else remark


def plain(text: str) -> str:
    """Return a text without its accents."""
    return "".join(char for char in normalize("NFD", text) if not combining(char))


def dumped(said: Sequence[Remark]) -> str:
    return json.dumps(said)


def loaded(said: str) -> list[Remark]:
    return [Remark(*one)._replace(instead=tuple(one[5])) for one in json.loads(said)]
