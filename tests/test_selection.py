"""Selection: which rules are on for a path, by file, table and command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribal.error import UserError
from scribal.finding import Safety, Severity
from scribal.rule import Rule
from scribal.selection import is_on, selected, severities, trusted
from scribal.settings import Settings
from scribal.settings_file import read_settings


def read(folder: Path, text: str) -> Settings:
    """Return the settings that a text holds."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scribal.toml").write_text(text, "utf-8")
    return read_settings(folder / "scribal.toml")


def rule(name: str, **traits: object) -> Rule:
    made = type("Made", (Rule,), traits)()
    made.id = name
    return made


RULES = [
    rule("marks/comma"),
    rule("marks/dash", preview=True, severity=Severity.INFO),
    rule("words/form"),
    rule("words/grammar", opt_in=True),
]


def on(settings: Settings) -> list[str]:
    return [rule.id for rule in selected(RULES, settings)]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(), ["marks/comma", "words/form"]),
        (Settings(preview=True), ["marks/comma", "marks/dash", "words/form"]),
        (Settings(select=("all",)), ["marks/comma", "words/form"]),
        (Settings(select=("words",)), ["words/form", "words/grammar"]),
        (Settings(select=("marks",)), ["marks/comma"]),
        (Settings(select=("marks",), preview=True), ["marks/comma", "marks/dash"]),
        (Settings(select=("marks/dash",)), ["marks/dash"]),
        (Settings(select=()), []),
        (Settings(extend_select=("marks/dash",)), ["marks/comma", "marks/dash", "words/form"]),
        (Settings(extend_select=("words",)), ["marks/comma", "words/form", "words/grammar"]),
        (Settings(ignore=("marks",)), ["words/form"]),
        (Settings(ignore=("all",)), []),
        (Settings(ignore=("all",), extend_select=("marks",)), ["marks/comma"]),
        (Settings(ignore=("marks",), extend_select=("marks/comma",)), ["marks/comma", "words/form"]),
        (Settings(select=("marks",), ignore=("marks",)), []),
        (Settings(select=("marks/comma",), ignore=("marks",)), ["marks/comma"]),
        (Settings(select=("marks",), ignore=("marks/comma",)), []),
        (Settings(select=("words/form",), extend_select=("marks",)), ["marks/comma", "words/form"]),
    ],
)
def test_selection(settings: Settings, expected: list[str]) -> None:
    assert on(settings) == expected


NAMES = ("all", "marks", "words", *(rule.id for rule in RULES))


@given(st.lists(st.sampled_from(NAMES)), st.lists(st.sampled_from(NAMES)), st.booleans())
def test_ignore_only_takes_away_and_an_id_always_speaks(
    select: list[str], ignore: list[str], preview: bool
) -> None:
    chosen = Settings(select=tuple(select), ignore=tuple(ignore), preview=preview)
    free = replace(chosen, ignore=())
    assert set(on(chosen)) <= set(on(free)) <= set(on(replace(free, preview=True)))
    for made in RULES:
        if made.id in ignore:
            assert not is_on(made, chosen)
        elif made.id in select:
            assert is_on(made, chosen)


def test_severity_by_rule_family_and_all() -> None:
    table = {"all": Severity.ERROR, "words": Severity.INFO, "words/form": Severity.WARNING}
    assert severities(RULES, Settings(severity=table)) == {
        "marks/comma": Severity.ERROR,
        "marks/dash": Severity.ERROR,
        "words/form": Severity.WARNING,
        "words/grammar": Severity.INFO,
    }
    assert severities(RULES, Settings())["marks/dash"] is Severity.INFO


def test_trust_in_fixes() -> None:
    settings = Settings(
        extend_safe_fixes=("words", "marks/comma"), extend_unsafe_fixes=("words/form", "marks/comma")
    )
    assert trusted(RULES, settings) == {
        "marks/comma": Safety.UNSAFE,
        "words/form": Safety.UNSAFE,
        "words/grammar": Safety.SAFE,
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("select = ['mark']", "“select”: unknown rule “mark”; did you mean “marks”?"),
        ("extend-select = ['zz']", "“extend-select”: unknown rule “zz”"),
        ("ignore = ['marks/coma']", "“ignore”: unknown rule “marks/coma”; did you mean “marks/comma”?"),
        ("severity = { wrds = 'info' }", "“severity”: unknown rule “wrds”; did you mean “words”?"),
        ("extend-safe-fixes = ['zz']", "“extend-safe-fixes”: unknown rule “zz”"),
        ("extend-unsafe-fixes = ['zz']", "“extend-unsafe-fixes”: unknown rule “zz”"),
        (
            "per-path = [{ paths = ['a'], extend-select = ['zz'] }]",
            "“per-path” no. 1: “extend-select”: unknown rule “zz”",
        ),
        ("allow = [{ text = 'a' }, { rule = 'zz' }]", "“allow” no. 2: “rule”: unknown rule “zz”"),
    ],
)
def test_an_unknown_rule_is_a_mistake(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UserError) as error:
        selected(RULES, read(tmp_path, text))
    assert str(error.value) == f"{tmp_path / 'scribal.toml'}: {message}"


def test_an_unknown_rule_on_the_command_line_is_no_fault_of_the_file(tmp_path: Path) -> None:
    settings = read(tmp_path, "ignore = ['marks']").override({"select": ("mark",)})
    with pytest.raises(UserError) as error:
        selected(RULES, settings)
    assert str(error.value) == "--select: unknown rule “mark”; did you mean “marks”?"


def test_a_table_speaks_for_its_paths(tmp_path: Path) -> None:
    settings = read(
        tmp_path,
        """
        extend-select = ["words/grammar"]
        language = "en"
        language-from-path = "docs/{lang}/**"
        [severity]
        marks = "info"
        [[per-path]]
        paths = ["docs/", "!docs/de/keep.md"]
        ignore = ["words"]
        [[per-path]]
        paths = ["*.old.md"]
        select = ["marks"]
        language = "hy"
        [per-path.severity]
        "marks/comma" = "error"
        """,
    )
    plain = settings.for_path(tmp_path / "a.md")
    assert (on(plain), plain.language) == (["marks/comma", "words/form", "words/grammar"], "en")
    german = settings.for_path(tmp_path / "docs/de/a.md")
    assert (on(german), german.language) == (["marks/comma", "words/grammar"], "de")
    kept = settings.for_path(tmp_path / "docs/de/keep.md")
    assert (on(kept), kept.language) == (on(plain), "de")
    old = settings.for_path(tmp_path / "docs/de/a.old.md")
    assert (on(old), old.language) == (["marks/comma"], "hy")
    assert old.severity == {"marks": Severity.INFO, "marks/comma": Severity.ERROR}


def test_the_command_line_speaks_louder_than_file_and_tables(tmp_path: Path) -> None:
    settings = read(
        tmp_path,
        """
        select = ["words"]
        extend-select = ["marks/dash"]
        ignore = ["marks/comma"]
        exclude = ["old/"]
        language-from-path = "{lang}/*"
        jobs = 4
        [[per-path]]
        paths = ["*.md"]
        select = ["words"]
        extend-select = ["words/form"]
        ignore = ["words/grammar"]
        language = "hy"
        """,
    )
    path = tmp_path / "de" / "a.md"

    def with_options(**said: object) -> list[str]:
        return on(settings.override(said).for_path(path))

    assert with_options() == ["words/form"]
    assert with_options(select=("marks",)) == []
    assert with_options(select=("marks/comma",)) == ["marks/comma"]
    assert with_options(select=("marks/comma",), extend_select=("words",)) == ["marks/comma", "words/form"]
    assert with_options(extend_select=("marks/dash",)) == ["marks/dash", "words/form"]
    assert with_options(extend_select=("words/grammar",)) == ["words/form", "words/grammar"]
    assert with_options(ignore=("words/form",)) == []
    assert settings.override({}).for_path(path).language == "hy"
    assert settings.override({"language": "fr"}).for_path(path).language == "fr"
    said = settings.override({"exclude": ("new/",), "jobs": 1, "baseline": Path("b"), "fail_on": "info"})
    assert (said.excluded, said.jobs, said.baseline, said.fail_on) == (
        ("old/", "new/"),
        1,
        Path("b"),
        Severity.INFO,
    )


def test_settings_that_choose_the_same_rules_have_one_key() -> None:
    settings = Settings(ignore=("marks",))
    assert settings.key == replace(settings, language="de", lines="wrapped").key
    assert settings.key != replace(settings, ignore=("words",)).key
    assert settings.key != replace(settings, words=("Gyumri",)).key
