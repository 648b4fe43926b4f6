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
    '"""brook water""~10",river water,2\n'
    '"""brook""",river,2\n'
)


def test_a_table_is_built_of_fingerprints_and_read_by_the_rule(tmp_path):
    (tmp_path / "tortured.csv").write_text(CSV, "utf-8")
    script = Path(__file__).parent.parent / "benchmarks" / "build_fingerprints.py"
    run = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "tortured.csv")], capture_output=True, encoding="utf-8"
    )
    assert run.stderr == "2 of 4 fingerprints\n"
    built = tmp_path / "fingerprints.toml"
    built.write_text(run.stdout, "utf-8")
    assert tomllib.loads(run.stdout) == {
        "brook stones": {"instead": ["river stones"]},
        "quick stream": {"instead": ["fast current"], "with": ["fast current"], "without": ["weather"]},
    }
    engine = Engine([rule.TorturedPhrase(tables=(str(built),))], preview=True)

    def found(text: str) -> list[str]:
        about = About(language="en")
        return [d.excerpt for d in engine.lint(document(text, Place("a.txt"), about))]

    assert found("The brook stones and the bosom peril.") == ["brook stones", "bosom peril"]
    assert found("A quick stream is a fast current.") == ["quick stream"]
    assert found("A quick stream is a fast current in any weather.") == []
    assert found("A quick stream.") == []


def test_a_table_that_is_not_there_is_an_error():
    with pytest.raises(ValueError, match="there is no table"):
        rule.TorturedPhrase(tables=("nowhere.toml",))
