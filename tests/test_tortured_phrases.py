"""The list of technical terms whose words were swapped."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from scribal.engine import Engine
from scribal.finding import Place
from scribal.markup import document
from scribal.text import About
from scribal_rules.translation._notation import expression_of, read_phrase
from scribal_rules.translation.tortured_phrase import rule

PHRASES = tomllib.loads(rule.FILE.read_text("utf-8"))


def test_the_list_is_sorted():
    assert list(PHRASES) == sorted(PHRASES)


@pytest.mark.parametrize("name", PHRASES)
def test_a_phrase_can_be_read_and_says_what_was_meant(name):
    data = PHRASES[name]
    assert read_phrase(name).triggers
    assert data.keys() <= {"instead", "with", "without"} and all(data["instead"])
    assert all(expression_of(data[key]) for key in ("with", "without") if key in data)


CSV = (
    "Fingerprint - Tortured Phrase,Expected Text,Nb Retrieved Papers\n"
    '"""brook stones""",river stones,12\n'
    '"""quick stream"" AND ""fast current"" NOT weather",fast current (in rivers),3\n'
    '"""water of brooks (WB)"" AND (""river"" OR ""lake"")",river water (RW),4\n'
    '"""brooklet"" AND ""river""",stream,2\n'
    '"""brook water""~10",river water,2\n'
    '"""brook""",river,2\n'
    '"""brook w*""",river water,2\n'
)
"""A table in the form of the Screener's, made for this test."""

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "build_fingerprints.py"


@pytest.fixture
def screener(tmp_path):
    file = tmp_path / "tortured.csv"
    file.write_text(CSV, "utf-8")
    return file


@pytest.fixture
def built(screener):
    run = subprocess.run(
        [sys.executable, str(SCRIPT), "--licence", "CC0", str(screener)],
        capture_output=True,
        encoding="utf-8",
    )
    assert run.stderr == "4 of 7 fingerprints\n"
    file = screener.with_name("fingerprints.toml")
    file.write_text(run.stdout, "utf-8")
    return file


def test_a_table_says_where_it_is_from_and_keeps_the_guards(built):
    text = built.read_text("utf-8")
    assert "# Licence: CC0\n" in text and "# Source: Problematic Paper Screener, " in text
    assert tomllib.loads(text) == {
        "brook stones": {"instead": ["river stones"]},
        "brooklet": {"instead": ["stream"], "with": ["river"]},
        "quick stream": {"instead": ["fast current"], "with": ["fast current"], "without": ["weather"]},
        r"water of brooks \(WB\)": {"instead": ["river water"], "with": ["(river|lake)"]},
    }


@pytest.mark.parametrize("kind", ["screener", "built"])
def test_the_rule_reads_a_table_and_the_file_as_it_is(kind, request):
    engine = Engine([rule.TorturedPhrase(tables=(str(request.getfixturevalue(kind)),))], preview=True)

    def found(text: str) -> list[tuple[str, str]]:
        diagnostics = engine.lint(document(text, Place("a.txt"), About(language="en")))
        return [(each.excerpt, each.fixes[0].label) for each in diagnostics]

    assert found("The brook stones and the bosom peril.") == [
        ("brook stones", "say “river stones”"),
        ("bosom peril", "say “breast cancer”"),
    ]
    assert found("A quick stream is a fast current.") == [("quick stream", "say “fast current”")]
    assert found("The water of brooks (WB) fills a lake.") == [("water of brooks (WB)", "say “river water”")]
    assert found("A quick stream is a fast current in any weather. The water of brooks (WB).") == []
    assert found("A brooklet, a quick stream.") == []


def test_a_table_that_is_not_there_is_an_error():
    with pytest.raises(ValueError, match="there is no table"):
        rule.TorturedPhrase(tables=("nowhere.toml",))
