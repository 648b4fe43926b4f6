"""Print docs/quality.md, made from the rows of all rules: ``… quality_page.py > docs/quality.md``."""

from __future__ import annotations

from collections.abc import Iterator

from scribal.catalog import folder_of, load_from
from scribal.quality import languages_of, row

HEAD = """\
# How good the rules are

A rule is *stable* only when all its hits in a good deal of edited text were read, one by one, and hardly any
was wrong: at most one in 20,000 words. A *true* hit points at a fault that the editors had missed, a *false*
one at text that is right. `scribal explain RULE` shows the row of a rule.

| rule | status | words | languages | hits | true | false | read on | sets | note |
|---|---|--:|---|--:|--:|--:|---|---|---|"""

TAIL = """
`python benchmarks/quality.py DIR --select RULE --samples 1000` measures a rule on sets of your own and prints
its hits to be read; with `--output-format toml` it prints the row. `benchmarks/quality_page.py` makes this
page of all rows."""


def lines() -> Iterator[str]:
    """Yield the lines of the page."""
    yield HEAD
    for rule in load_from({"scribal_rules": folder_of("scribal_rules")}):
        if one := row(rule):
            status = "preview" if rule.preview else "stable"
            cells = (
                rule.id,
                status,
                f"{one.words:,}",
                languages_of(one),
                one.hits,
                one.true,
                one.false,
                one.date,
                ", ".join(one.sets),
                one.note,
            )
            yield f"| {' | '.join(map(str, cells))} |".replace("|  |", "| |")
    yield TAIL


if __name__ == "__main__":
    print("\n".join(lines()))
