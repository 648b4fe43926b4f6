"""The page of a corpus: whole by itself, and what its readers do with it, in a browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from scribal.cli import scribal

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

needs_browser = pytest.mark.skipif(
    BROWSER is None and not os.environ.get("CI"), reason="there is no Chromium; CI has one"
)

EVIL = "</script><script>alert(1)</script>"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    texts = [
        "Nobody slept.",
        "The the river rose , she said.",
        f"It rose , she said: {EVIL} it fell.",
        "שלום , עולם",
    ]
    rows = [
        {"text": texts[n % 4], "host": f"{'abc'[n % 3]}.example", "language": "he" if n % 4 == 3 else "en"}
        for n in range(60)
    ]
    lines = [*map(json.dumps, rows), "{"]
    Path("a.jsonl").write_text("\n".join(lines), "utf-8")
    Path("scribal.toml").write_text('gate.all = "1 %"\n', "utf-8")
    arguments = ["corpus", "a.jsonl", "--by", "host", "--report", "report.html", "--sample", "50"]
    assert CliRunner().invoke(scribal, arguments).exit_code == 2
    return tmp_path / "report.html"


class Outline(HTMLParser):
    """What a reader of the markup sees."""

    def __init__(self) -> None:
        super().__init__()
        self.references: list[str] = []
        self.labels: set[str] = set()
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.tables = self.captions = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        had = dict(attributes)
        self.references += [value or "" for name, value in attributes if name in ("src", "href")]
        self.labels |= {had[name] or "" for name in ("for", "aria-labelledby") if name in had}
        self.ids += [had["id"] or ""] if "id" in had else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self.tables += tag == "table"
        self.captions += tag == "caption"


def test_the_page_needs_no_network_and_can_be_heard(report: Path) -> None:
    source = report.read_text("utf-8")
    outline = Outline()
    outline.feed(source)
    assert outline.references == ["#main"]
    assert "@import" not in source and "url(" not in source
    assert outline.labels <= set(outline.ids)
    assert len(set(outline.ids)) == len(outline.ids)
    assert outline.tables == outline.captions > 3
    assert outline.headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(outline.headings))
    assert EVIL not in source
    assert "&lt;/script&gt;" in source


def seen(report: Path, script: str) -> str:
    """Return what a script wrote after it has worked on the page."""
    assert BROWSER is not None, "there is no Chromium"
    page = report.with_name("tried.html")
    end = f"<script>document.title = (() => {{ {script} }})()</script></body>"
    page.write_text(report.read_text("utf-8").replace("</body>", end), "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "--virtual-time-budget=5000"]
    shown = subprocess.run(
        [BROWSER, *options, page.as_uri()], capture_output=True, encoding="utf-8", timeout=120
    )
    title = re.search("<title>(.*?)</title>", shown.stdout, re.DOTALL)
    assert title, shown.stderr
    return title[1]


NAMES = """const names = () =>
    [...table.tBodies[0].rows].filter(r => !r.hidden).map(r => r.cells[0].textContent).join(' ');"""


@needs_browser
def test_tables_sort_and_say_so(report: Path) -> None:
    script = f"""
    const table = document.querySelector("#by-1 ~ .scroll table, section[aria-labelledby=by-2] table");
    {NAMES}
    const button = table.querySelector("thead button");
    button.click(); const down = names();
    button.click(); const up = names();
    return [down, up, table.querySelector("th").getAttribute("aria-sort")].join("|");"""
    down, up, said = seen(report, script).split("|")
    assert down.split() == sorted(up.split(), reverse=True)
    assert (up.split(), said) == (sorted(down.split()), "ascending")


@needs_browser
def test_tables_filter_and_say_how_much_is_left(report: Path) -> None:
    script = f"""
    const table = document.querySelector("section[aria-labelledby=rules] table");
    {NAMES}
    const filter = document.querySelector("#rules-filter");
    filter.value = "before-punct"; filter.dispatchEvent(new Event("input"));
    return names() + "|" + filter.parentElement.querySelector("[role=status]").textContent;"""
    names, said = seen(report, script).split("|")
    assert names == "whitespace/space-before-punct"
    assert re.fullmatch(r"1 of \d+ rows", said)


@needs_browser
def test_nothing_is_wider_than_a_narrow_screen(report: Path) -> None:
    script = """
    document.documentElement.style.width = "360px";
    const wide = [...document.querySelectorAll("main > *, main section > *, header > *")];
    return String(wide.filter(e => e.getBoundingClientRect().right > 361).map(e => e.tagName));"""
    assert seen(report, script) == ""


@needs_browser
def test_every_control_is_reached_by_the_keyboard(report: Path) -> None:
    script = """
    const all = [...document.querySelectorAll("button, input, summary, a, .scroll")];
    return all.length + "|" + all.filter(e => e.tabIndex < 0).length;"""
    count, lost = seen(report, script).split("|")
    assert int(count) > 20 and lost == "0"
