"""Which language LanguageTool is asked to read a text in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

REGIONS = {
    "ast": ("ES",),
    "be": ("BY",),
    "br": ("FR",),
    "ca": ("ES",),
    "crh": ("UA",),
    "da": ("DK",),
    "de": ("DE", "AT", "CH", "LU"),
    "el": ("GR",),
    "en": ("US", "GB", "AU", "CA", "NZ", "ZA"),
    "es": ("", "AR"),
    "fr": ("", "BE", "CA", "CH"),
    "ga": ("IE",),
    "gl": ("ES",),
    "ja": ("JP",),
    "km": ("KH",),
    "nl": ("", "BE"),
    "pl": ("PL",),
    "pt": ("PT", "BR", "AO", "MZ"),
    "ro": ("RO",),
    "ru": ("RU",),
    "sk": ("SK",),
    "sl": ("SI",),
    "ta": ("IN",),
    "tl": ("PH",),
    "uk": ("UA",),
    "zh": ("CN",),
    **dict.fromkeys(("ar", "eo", "fa", "it", "sv"), ("",)),
}
"""The languages of LanguageTool 6.8 and their regions, the one first that is taken where a text says none."""

MEASURED = ("de", "en", "es", "fr", "ru")
"""The languages in which the tests ask a server, and in which its findings were counted."""

OTHERS = tuple(sorted(set(REGIONS) - set(MEASURED)))


class Tongue(NamedTuple):
    """A language as LanguageTool calls it."""

    code: str
    assumed: bool
    """Whether nobody said of which region the text is."""


def tongue(said: str, variants: Sequence[str] = ()) -> Tongue | None:
    """Return as what a text in some language is read, None where LanguageTool has no such language.

    ``variants`` are tags with a region, for texts that say only their language.
    """
    primary, _, region = (said.replace("_", "-") + "-").partition("-")
    primary, region = primary.lower(), region.strip("-").upper()
    if primary not in REGIONS:
        return None
    wanted = [region, *(v.upper().partition("-")[2] for v in variants if v.lower().startswith(f"{primary}-"))]
    known = [one for one in wanted if one and one in REGIONS[primary]]
    first = next(iter(known), REGIONS[primary][0])
    return Tongue(f"{primary}-{first}" if first else primary, not known)
