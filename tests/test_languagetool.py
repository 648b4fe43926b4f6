"""What LanguageTool finds, as scribal says it: places, fixes, languages, names; from a real server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scribal.catalog import load
from scribal.cli import guarded, scribal
from scribal.document import Document
from scribal.engine import Engine
from scribal.error import Unchecked
from scribal.finding import Diagnostic, Place, Safety
from scribal.fix import mend
from scribal.languagetool.proof import remarks, store
from scribal.languagetool.registry import source_for
from scribal.languagetool.store import file
from scribal.markup import document
from scribal.selection import selected
from scribal.settings import LanguageTool, Settings
from scribal.text import About
from stage.cli import findings, run
from stage.languagetool import changed

pytestmark = pytest.mark.usefixtures("languagetool")

RULES = load()
GRAMMAR = Engine([rule for rule in RULES if rule.categories])
ALL = Engine(selected(RULES, Settings(select=("all", "grammar"))))

MARKDOWN = """\
# Trams 🚋 and boats &amp; trains

The 🚢 *ferry* and the `a hour` lie an hour &mdash; 🚲🚲 **not** [a hour](https://example.org/a-hour) away.

- 🧭 It is **a books** about the tunnel &amp; the pier.
- Call `is are` 👍🏽 when you *wants* to see the &eacute;tude that lasts a hour.

| 🚋 | He want to see it. |
|----|--------------------|
| ok | She waited an year 🇫🇷. |
"""

MENDED = """\
# Trams 🚋 and boats &amp; trains

The 🚢 *ferry* and the `a hour` lie an hour &mdash; 🚲🚲 **not** [an hour](https://example.org/a-hour) away.

- 🧭 It is **a book** about the tunnel &amp; the pier.
- Call `is are` 👍🏽 when you *want* to see the &eacute;tude that lasts an hour.

| 🚋 | He wants to see it. |
|----|--------------------|
| ok | She waited a year 🇫🇷. |
"""


def read(text: str, language: str | None = "en", media: str = "text/plain", **settings: object) -> Document:
    return document(text, Place("a"), About(media, language, languagetool=LanguageTool(**settings)))  # type: ignore[arg-type]


def told(diagnostics: list[Diagnostic]) -> list[tuple[str, str, str]]:
    return [(d.rule, d.origin, d.excerpt) for d in diagnostics]


def test_offsets_and_fixes_are_right_behind_emoji_code_emphasis_and_entities() -> None:
    text = read(MARKDOWN, media="text/markdown")
    assert [d.excerpt for d in GRAMMAR.lint(text)] == ["a", "a books", "wants", "a", "want", "an"]
    mended = mend(text, GRAMMAR.lint, lambda source: read(source, media="text/markdown"), Safety.UNSAFE)
    assert mended.document.source == MENDED


def test_nothing_is_mended_without_being_asked_for() -> None:
    text = read(MARKDOWN, media="text/markdown")
    mended = mend(text, GRAMMAR.lint, lambda source: read(source, media="text/markdown"), Safety.SAFE)
    assert (mended.document.source, mended.applied) == (MARKDOWN, 0)


def test_what_stands_beside_code_is_not_judged() -> None:
    text = read("It is an `function`, a `hour`, and the `x` `x` are.\n", media="text/markdown")
    assert GRAMMAR.lint(text) == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "It lies a hour away.", [("grammar/other", "EN_A_VS_AN", "a")]),
        ("de", "Ich habe ein Hund gesehen.", [("grammar/syntax", "OBJECT_AGREEMENT", "ein Hund")]),
        ("es", "Yo tengo un manzana.", [("grammar/agreement", "AGREEMENT_DET_NOUN", "un manzana")]),
        ("fr", "Si il pleut, nous restons.", [("grammar/elision", "EL_SI", "Si il")]),
        ("ru", "31 февраля порт закрыт.", [("grammar/contradiction", "INVALID_DATE", "31 февраля")]),
    ],
)
def test_each_text_is_read_in_its_language(
    language: str, text: str, found: list[tuple[str, str, str]]
) -> None:
    assert told(GRAMMAR.lint(read(text, language))) == found


def test_the_language_is_detected() -> None:
    text = "Les enfants ont longtemps attendu le bateau devant la porte ; si il pleut, ils restent là."
    assert told(GRAMMAR.lint(read(text, None))) == [("grammar/elision", "EL_SI", "si il")]


def test_a_language_that_languagetool_does_not_know_is_left_alone() -> None:
    assert GRAMMAR.lint(read("Hűvös szél fújt a a folyó felől.", "hu")) == []


def test_both_spellings_are_right_where_nobody_says_of_which_region_a_text_is() -> None:
    text = "The colour of the harbour is gray."
    assert [d.excerpt for d in GRAMMAR.lint(read(text))] == []
    assert [d.excerpt for d in GRAMMAR.lint(read(text, "en-US"))] == ["colour", "harbour"]
    assert [d.excerpt for d in GRAMMAR.lint(read(text, variants=("en-US",)))] == ["colour", "harbour"]
    assert GRAMMAR.lint(read(text, "en-GB")) == []


def test_languagetools_own_rules_can_be_chosen_and_left_out() -> None:
    text = "It lies a hour away, in the the vilage."
    every = ["EN_A_VS_AN", "ENGLISH_WORD_REPEAT_RULE", "MORFOLOGIK_RULE_EN_US"]
    assert [d.origin for d in GRAMMAR.lint(read(text))] == every
    assert [d.origin for d in GRAMMAR.lint(read(text, ignore=("EN_A_VS_AN",)))] == every[1:]
    assert [d.origin for d in GRAMMAR.lint(read(text, select=("EN_A_VS_AN",)))] == every[:1]


def test_the_id_of_languagetools_rule_is_in_the_message_and_in_the_json(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It lies a hour away from the town.\n")
    (tmp_path / "scribal.toml").write_text(f'languagetool.url = "{source_for(LanguageTool()).url}"\n')
    result = run("check", "a.txt", "--select", "grammar", "--output-format", "jsonl", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (1, b"")
    [found] = findings(result)
    assert (found["rule"], found["origin"], found["start"]) == ("grammar/other", "EN_A_VS_AN", 8)
    assert str(found["message"]).endswith(" (EN_A_VS_AN)")
    assert found["fixes"] == [
        {"label": "", "safety": "unsafe", "edits": [{"start": 9, "end": 9, "text": "n"}]}
    ]


def test_names_are_doubted_only_when_asked_and_never_changed() -> None:
    text = read("He met Pashinyan near the old vilage.")
    assert [d.excerpt for d in GRAMMAR.lint(text)] == ["Pashinyan", "vilage"]
    assert [d.excerpt for d in ALL.lint(text)] == ["vilage"]
    name = GRAMMAR.lint(text)[0]
    assert (name.rule, {fix.safety for fix in name.fixes}) == ("grammar/name-spelling", {Safety.SHOWN})


def test_a_rule_of_scribals_own_speaks_first() -> None:
    [found] = ALL.lint(read("They walked above the the river, and came back when it was night."))
    assert found.rule == "translation/repeated-word"
    assert [(echo.rule, echo.origin) for echo in found.also] == [
        ("grammar/other", "ENGLISH_WORD_REPEAT_RULE")
    ]


def test_a_long_text_is_sent_in_batches() -> None:
    paragraphs = [f"Tram {number} lies a hour away. {'The boats are old. ' * 30}" for number in range(60)]
    found = GRAMMAR.lint(read("\n\n".join(paragraphs)))
    assert [(d.origin, d.excerpt) for d in found] == [("EN_A_VS_AN", "a")] * 60


def test_paragraphs_are_kept_and_asked_about_once() -> None:
    source = source_for(LanguageTool())
    text = "The ferry that nobody has ever seen leaves in a hour."
    assert len(remarks(read(text).prose)) == 1
    store.cache_clear()
    source.lost = "it is not there any more"
    assert len(remarks(read(text).prose)) == 1
    with pytest.raises(Unchecked, match="not there any more"):
        remarks(read(f"{text} Again.").prose)
    source.lost = ""
    assert file().is_file()


def test_other_processes_ask_the_server_of_the_first(tmp_path: Path) -> None:
    texts = [f"Boat {number} lies a hour from the town, and it is old." for number in range(60)]
    lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    (tmp_path / "a.jsonl").write_text(lines)
    (tmp_path / "b.jsonl").write_text(lines.replace("Boat", "Tram"))
    options = ("--select", "grammar", "--language", "en", "--jobs", "2", "--output-format", "jsonl")
    result = run("check", "a.jsonl", "b.jsonl", *options, cwd=tmp_path)
    assert result.stderr == b""
    assert [found["origin"] for found in findings(result)] == ["EN_A_VS_AN"] * 120


def test_the_commands(capsys: pytest.CaptureFixture[str], languagetool: Path) -> None:
    assert remarks(read("The tram that nobody has ever heard leaves in a hour.").prose)
    assert guarded(lambda: scribal(["languagetool", "status"], standalone_mode=False)) == 0
    said = capsys.readouterr().out
    assert f"LanguageTool 6.8: {languagetool}\n" in said
    assert "paragraphs" in said
    assert guarded(lambda: scribal(["languagetool", "clear"], standalone_mode=False)) == 0
    assert not file().exists()


def test_nothing_of_it_is_loaded_where_it_is_not_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It lies a hour away.\n")
    with changed(PATH="", LTP_JAR_DIR_PATH=str(tmp_path)):
        for options in ((), ("--select", "all"), ("--select", "all", "--preview")):
            result = run("check", "a.txt", *options, cwd=tmp_path)
            assert (result.returncode, result.stderr) == (0, b"")
        for command in (("rules", "grammar"), ("explain", "grammar/syntax"), ("explain", "grammar")):
            result = run(*command, cwd=tmp_path)
            assert (result.returncode, result.stderr) == (0, b"")
            assert b"grammar/syntax" in result.stdout
