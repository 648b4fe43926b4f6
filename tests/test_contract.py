"""What tools outside may rely on: each field of a finding, seen on real files and records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from scribal.cli import scribal

ARTICLE = (Path(__file__).parents[1] / "fixtures" / "article.txt").read_text("utf-8")
SOURCES = {
    "plain.txt": ARTICLE,
    "windows.txt": "\ufeff" + ARTICLE.replace("\n", "\r\n"),
    "marked.md": f"---\ntitle: a , b\n---\n\n# A \U0001f6a2 e\u0301\n\n*It* cost 4 euros , so.\n\n{ARTICLE}",
    "page.html": "<p>The works &amp; the\n<b>the</b> rest cost 41 euros , more.</p>\n",
    "latin.txt": "caf\udce9 costs 41 euros , more.\n",
}
RECORD = {"id": "r1", "text": f"\U0001f6a2 {ARTICLE}"}
KEYS = [
    *("path", "record", "row", "rule", "severity", "message", "start", "end", "scope"),
    *("line", "column", "end_line", "end_column", "excerpt", "also", "fixes"),
]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("texts")
    for name, source in SOURCES.items():
        (folder / name).write_bytes(source.encode("utf-8", "surrogateescape"))
    (folder / "part.jsonl").write_text(f'{json.dumps(RECORD)}\n{{"text": 1}}\n', "utf-8")
    options = (
        "check",
        "--isolated",
        "--preview",
        "--exit-zero",
        "--language",
        "en",
        "--output-format",
        "jsonl",
    )
    return CliRunner().invoke(scribal, [*options, str(folder)]).stdout


@pytest.fixture(scope="module")
def findings(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def sourced(findings: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each finding that has a place, with the text that it is of."""
    for finding in findings:
        if finding["scope"] == "span":
            yield finding, SOURCES.get(Path(finding["path"]).name, RECORD["text"])


def test_a_finding_is_a_line_of_ascii_with_at_least_these_keys(output: str) -> None:
    assert output.isascii()
    for line in output.splitlines():
        assert [key for key in json.loads(line) if key in KEYS] == KEYS


def test_every_source_has_findings_and_they_say_where_they_are_from(findings: list[dict[str, Any]]) -> None:
    assert {Path(f["path"]).name for f in findings} == {*SOURCES, "part.jsonl"}
    for finding in findings:
        records = finding["path"].endswith(".jsonl")
        assert (finding["record"], finding["row"]) in ([("r1", 1), (None, 2)] if records else [(None, None)])


def test_words_are_of_the_vocabulary(findings: list[dict[str, Any]]) -> None:
    assert {f["severity"] for f in findings} <= {"error", "warning", "info"}
    assert {f["scope"] for f in findings} <= {"span", "document", "record", "corpus"}
    assert {fix["safety"] for f in findings for fix in f["fixes"]} <= {"safe", "unsafe", "shown"}
    assert all(f["rule"].count("/") == 1 and f["message"] == f["message"].strip() for f in findings)


def test_offsets_count_code_points_of_the_source(findings: list[dict[str, Any]]) -> None:
    for finding, source in sourced(findings):
        start, end = finding["start"], finding["end"]
        assert 0 <= start <= end <= len(source)
        assert finding["excerpt"] == source[start : min(end, start + 200)]
        for prefix, at in (("", start), ("end_", end)):
            line_start = source.rfind("\n", 0, at) + 1
            assert finding[f"{prefix}line"] == source.count("\n", 0, at) + 1
            assert finding[f"{prefix}column"] == at - line_start + 1


def test_what_has_no_place_stands_at_the_beginning(findings: list[dict[str, Any]]) -> None:
    placeless = [f for f in findings if f["scope"] != "span"]
    assert {f["rule"] for f in placeless} >= {"scribal/undecodable-file", "scribal/broken-record"}
    assert {(f["start"], f["end"], f["line"], f["column"]) for f in placeless} == {(0, 0, 1, 1)}


def test_edits_are_in_order_and_inside_of_the_source(findings: list[dict[str, Any]]) -> None:
    for finding, source in sourced(findings):
        for fix in finding["fixes"]:
            assert sorted(fix) == ["edits", "label", "safety"]
            at = 0
            for edit in fix["edits"]:
                assert sorted(edit) == ["end", "start", "text"]
                assert at <= edit["start"] <= edit["end"] <= len(source)
                at = edit["end"]
