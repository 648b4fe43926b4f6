"""The lists that stand beside the rules of this family."""

from functools import cache
from pathlib import Path


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """Return the lines of a list in this folder, without its comments."""
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
