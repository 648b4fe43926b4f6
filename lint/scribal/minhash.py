"""Signatures by which texts that share most of their words are found (MinHash, Broder 1997)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from scribal.error import UserError, wants

SEED = 42
"""What the library's hashes depend on."""


def signature(parts: Iterable[str], size: int) -> Sequence[int]:
    """Return so many numbers, of which two texts share about the share of the parts that they have in common.

    Raises :class:`UserError` where the library is missing.
    """
    hashes = minhash()(num_perm=size, seed=SEED)
    hashes.update(parts)
    found: Sequence[int] = hashes.digest()
    return found


@cache
def minhash() -> Any:
    """Return the library's class."""
    try:
        from rensa import RMinHash
    except ImportError:
        raise UserError(wants("corpus/near-duplicate", "corpus")) from None
    return RMinHash
