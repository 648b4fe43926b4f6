"""The tables of the family, each read when a rule first wakes."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return a table by its name; its file says where it is from."""
    return tomllib.loads((Path(__file__).parent / f"_{name}.toml").read_text("utf-8"))
