"""What the command line asks of ``scribal corpus``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from scribal.order import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The options of ``corpus`` beside those of the order, which says what is read and how."""

    order: Order
    by: tuple[str, ...] = ("language",)
    """The fields that records are grouped by."""
    sample: int | None = None
    """How many records are drawn; None: all are read."""
    seed: int = 0
    samples: int = 10
    """How many findings of each rule are shown."""
    output_format: str = "text"
    output_file: Path | None = None
    report: Path | None = None
    """Where the page of HTML goes."""
    against: Path | None = None
    """The JSON report of an earlier run."""
    margin: float = 0.0
    """By which share of the records a rate may grow."""
    top: int = 10
    """How many groups and rules the summary shows."""


def plan_of(said: Mapping[str, Any]) -> Plan:
    """Return the plan for the options of the command line."""
    own = {field.name for field in fields(Plan)} - {"order", "by", "margin"}
    by = tuple(dict.fromkeys(("language", *said["by"])))
    rest = {name: value for name, value in said.items() if name not in own | {"by", "margin"}}
    order = Order(**rest, by=by, profile="corpus")
    return Plan(
        order=order,
        by=by,
        margin=said["margin"] / 100,
        **{name: value for name, value in said.items() if name in own},
    )
