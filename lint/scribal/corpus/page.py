"""The report on a corpus as one page of HTML that needs no network."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scribal.corpus.report import Report
from scribal.error import UserError, wants

TEMPLATE = Path(__file__).with_name("page.html")

SHOWN = 500
"""How many groups of a field are on the page."""


def page(report: Report) -> str:
    """Return the page.  Raises :class:`UserError` where the library for templates is missing."""
    try:
        jinja2 = importlib.import_module("jinja2")
    except ImportError:
        raise UserError(wants("--report", "corpus")) from None
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, undefined=jinja2.StrictUndefined)
    environment.filters["grouped"] = "{:,}".format
    data = report.to_json()
    data["groups"] = {by: list(map(with_worst, groups.items())) for by, groups in data["groups"].items()}
    shares = [row["share"]["high"] for row in data["rules"].values()]
    order = list(data["rules"])
    made: str = environment.from_string(TEMPLATE.read_text("utf-8")).render(
        report=data,
        title=titled(data["sources"]),
        most=max([*shares, *(row["share"]["high"] for row in data["families"].values())], default=1.0) or 1.0,
        samples=sorted(data["samples"].items(), key=lambda item: place_in(order, item[0])),
        shown=SHOWN,
    )
    return made


def titled(sources: Sequence[str], most: int = 3) -> str:
    """Return the names of some sources, or of the first ones where they are many."""
    if len(sources) <= most:
        return ", ".join(sources)
    return f"{', '.join(sources[: most - 1])} and {len(sources) - most + 1:,} more"


def with_worst(group: tuple[str, dict[str, Any]]) -> tuple[str, dict[str, Any]]:
    """Return a group with the rule that found most in it."""
    value, numbers = group
    rules = numbers["rules"]
    return value, {**numbers, "worst": max(rules, key=rules.__getitem__, default="")}


def place_in(order: list[str], rule: str) -> int:
    """Return the place of a rule among those that found something."""
    return order.index(rule) if rule in order else len(order)
