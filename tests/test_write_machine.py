"""Reports for other programs."""

import io
import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scribal.finding import Diagnostic, Echo, Edit, Place, Repair, Safety, Severity
from scribal.write.formats import WRITERS
from scribal.write.look import Look
from scribal.write.summary import Summary

DROP_CAP = Diagnostic(
    place=Place("a.md"),
    rule="extraction/drop-cap",
    severity=Severity.WARNING,
    message="the drop cap “A” stands alone",
    start=41,
    end=49,
    line=3,
    column=1,
    end_line=3,
    end_column=9,
    excerpt="ARomania",
    fixes=(Repair((Edit(41, 49, "Armenia"),), Safety.UNSAFE, "put in the name"),),
    also=(Echo("spelling/name", 42, 49, "other name", (Repair((Edit(42, 49, ""),), Safety.SAFE),)),),
)
RECORD = Diagnostic(
    place=Place("part, 1:\n.jsonl", "x\udcff", 17),
    rule="scribal/rule-failed",
    severity=Severity.ERROR,
    message="50% failed\r\n::set-output::\x1b[31m",
    start=0,
    end=0,
    line=1,
    column=1,
    end_line=1,
    end_column=1,
    excerpt="",
    scope="record",
)
LINES = Diagnostic(
    place=Place("b.txt"),
    rule="layout/break",
    severity=Severity.INFO,
    message="broken off",
    start=5,
    end=12,
    line=1,
    column=6,
    end_line=2,
    end_column=3,
    excerpt="one\nto\ud800",
)

OBJECTS = [
    '{"path": "a.md", "record": null, "row": null, "rule": "extraction/drop-cap", "severity": "warning", '
    '"message": "the drop cap \\u201cA\\u201d stands alone", "start": 41, "end": 49, "scope": "span", '
    '"line": 3, "column": 1, "end_line": 3, "end_column": 9, "excerpt": "ARomania", '
    '"origin": null, '
    '"also": [{"rule": "spelling/name", "start": 42, "end": 49, "message": "other name", "origin": null}], '
    '"fixes": [{"label": "put in the name", "safety": "unsafe", '
    '"edits": [{"start": 41, "end": 49, "text": "Armenia"}]}]}',
    '{"path": "part, 1:\\n.jsonl", "record": "x\\udcff", "row": 17, "rule": "scribal/rule-failed", '
    '"severity": "error", "message": "50% failed\\r\\n::set-output::\\u001b[31m", "start": 0, "end": 0, '
    '"scope": "record", "line": 1, "column": 1, "end_line": 1, "end_column": 1, "excerpt": "", '
    '"origin": null, "also": [], "fixes": []}',
    '{"path": "b.txt", "record": null, "row": null, "rule": "layout/break", "severity": "info", '
    '"message": "broken off", "start": 5, "end": 12, "scope": "span", "line": 1, "column": 6, "end_line": 2, '
    '"end_column": 3, "excerpt": "one\\nto\\ud800", "origin": null, "also": [], "fixes": []}',
]


def written(name, diagnostics, summary=None):
    out = io.StringIO()
    WRITERS[name](iter(diagnostics), out, Look(), summary or Summary())
    return out.getvalue()


def test_jsonl_is_the_contract():
    assert written("jsonl", [DROP_CAP, RECORD, LINES]) == "".join(f"{line}\n" for line in OBJECTS)


def test_json_is_one_object():
    text = written("json", [DROP_CAP, RECORD, LINES], Summary(fixed=2))
    assert text == (
        f'{{"version": 1, "findings": [\n{OBJECTS[0]},\n{OBJECTS[1]},\n{OBJECTS[2]}\n], '
        '"documents": [], "summary": {"findings": 3, "files": 3, "checked": 0, "fixed": 2, '
        '"severities": {"error": 1, "info": 1, "warning": 1}, '
        '"rules": {"extraction/drop-cap": 1, "layout/break": 1, "scribal/rule-failed": 1}, "marks": {}}}\n'
    )
    assert [*json.loads(text)] == ["version", "findings", "documents", "summary"]


def test_nothing_found():
    assert written("jsonl", []) == ""
    assert json.loads(written("json", [])) == {
        "version": 1,
        "findings": [],
        "documents": [],
        "summary": {
            "findings": 0,
            "files": 0,
            "checked": 0,
            "fixed": 0,
            "severities": {},
            "rules": {},
            "marks": {},
        },
    }


def test_a_finding_may_mark_its_document():
    notice = replace(LINES, place=Place("c.jsonl", "x", 3), marks=frozenset({"machine-translated"}))
    report = json.loads(written("json", [DROP_CAP, notice, notice]))
    marked = {"path": "c.jsonl", "record": "x", "row": 3, "marks": ["machine-translated"]}
    assert report["documents"] == [marked]
    assert report["summary"]["marks"] == {"machine-translated": 1}
    assert "1 document marked as machine-translated\n" in written("text", [notice])
    assert "marks" not in json.loads(written("jsonl", [notice]))


def test_github_annotations():
    assert written("github", [DROP_CAP, RECORD, LINES]) == (
        "::warning file=a.md,line=3,endLine=3,col=1,endColumn=9,title=extraction/drop-cap"
        "::the drop cap “A” stands alone\n"
        "::error file=part%2C 1%3A\\n.jsonl,line=17,endLine=17,title=scribal/rule-failed"
        "::50%25 failed\\r\\n::set-output::\\x1b[31m\n"
        "::notice file=b.txt,line=1,endLine=2,title=layout/break::broken off\n"
    )


@given(st.text(), st.text(), st.text())
def test_no_text_breaks_out_of_its_line(path, record, message):
    diagnostic = Diagnostic(
        Place(path, record, 1), "x/y", Severity.INFO, message, 0, 1, 1, 1, 1, 2, message, message
    )
    assert written("jsonl", [diagnostic]).splitlines() == written("jsonl", [diagnostic])[:-1].split("\n")
    assert json.loads(written("jsonl", [diagnostic]))["message"] == message
    assert len(written("github", [diagnostic]).splitlines()) == 1
