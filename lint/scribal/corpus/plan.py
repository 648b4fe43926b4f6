"""What the command line asks of ``scribal corpus``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

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
