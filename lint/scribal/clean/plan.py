"""What the command line asks of ``scribal clean``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scribal.order import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The options of ``clean`` beside those of the order, which says what is read and how."""

    order: Order
    output: Path
    """The file, or the folder for several, that the copies go to."""
    drop: tuple[str, ...] = ()
    """Rules and families: a record with a finding of one is left out."""
    force: bool = False
    """Whether a copy may take the place of a file."""


def plan_of(said: Mapping[str, Any]) -> Plan:
    """Return the plan for the options of the command line."""
    own = ("output", "drop", "force")
    order = Order(**{name: value for name, value in said.items() if name not in own}, profile="corpus")
    return Plan(order=order, **{name: said[name] for name in own})
