"""Settings: what each key means, and what is said of every mistake."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from scribal.error import UserError
from scribal.finding import Severity
from scribal.path_language import language_named
from scribal.settings import Allowance, LanguageTool, Override, Settings
from scribal.settings_file import read_settings
from scribal.starter import STARTER, write_starter
from scribal.values import settable

ROOT = Path(__file__).parents[1]


def read(folder: Path, text: str) -> Settings:
    """Return the settings that a text holds."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scribal.toml").write_text(text, "utf-8")
    return read_settings(folder / "scribal.toml")


def refused(folder: Path, text: str) -> str:
    """Return what is said of a settings file, after its name."""
    with pytest.raises(UserError) as error:
        read(folder, text)
    start = f"{folder / 'scribal.toml'}: "
    assert str(error.value).startswith(start)
    return str(error.value).removeprefix(start)


def test_every_key_is_read(tmp_path: Path) -> None:
    text = """
        select = ["all"]
        extend-select = ["words/grammar"]
        ignore = ["marks"]
        preview = true
        exclude = ["old/"]
        extend-exclude = ["*.bak.md"]
        force-exclude = true
        respect-gitignore = false
        language = "pt-BR"
        language-from-path = "docs/{lang}/**"
        fail-on = "error"
        extend-safe-fixes = ["marks/comma"]
        extend-unsafe-fixes = ["words"]
        lines = "wrapped"
        front-matter = ["title"]
        rule-paths = ["lint/rules"]
        words = ["Łódź"]
        encoding = "cp1252"
        text-field = "body"
        longest-text = 9
        id-field = "url"
        language-field = "lang"
        url-field = "source"
        extract = "trafilatura"
        baseline = "known.json"
        jobs = 2
        [languagetool]
        url = "http://localhost:8081"
        folder = "java"
        variants = ["en-GB"]
        select = ["EN_A_VS_AN"]
        ignore = ["D_N"]
        [gate]
        all = "1 %"
        [severity]
        marks = "info"
        [rules."marks/comma"]
        most = 3
        [[per-path]]
        paths = ["docs/"]
        select = ["marks"]
        extend-select = ["words"]
        ignore = ["words/form"]
        severity = { "words" = "error" }
        language = "de"
        [[allow]]
        path = "a.md"
        rule = "marks/comma"
        text = "some words"
        record = "7"
        reason = "quoted"
    """
    file = tmp_path / "scribal.toml"
    assert read(tmp_path, text) == Settings(
        select=("all",),
        extend_select=("words/grammar",),
        ignore=("marks",),
        preview=True,
        exclude=("old/",),
        extend_exclude=("*.bak.md",),
        force_exclude=True,
        respect_gitignore=False,
        language="pt-BR",
        language_from_path="docs/{lang}/**",
        fail_on=Severity.ERROR,
        extend_safe_fixes=("marks/comma",),
        extend_unsafe_fixes=("words",),
        lines="wrapped",
        front_matter=("title",),
        rule_paths=(tmp_path / "lint/rules",),
        words=("Łódź",),
        encoding="cp1252",
        text_field="body",
        longest_text=9,
        id_field="url",
        language_field="lang",
        url_field="source",
        extract="trafilatura",
        baseline=tmp_path / "known.json",
        jobs=2,
        languagetool=LanguageTool(
            "http://localhost:8081", tmp_path / "java", ("en-GB",), ("EN_A_VS_AN",), ("D_N",)
        ),
        gate={"all": "1 %"},
        severity={"marks": Severity.INFO},
        rules={"marks/comma": {"most": 3}},
        per_path=(
            Override(
                ("docs/",),
                ("marks",),
                ("words",),
                ("words/form",),
                {"words": Severity.ERROR},
                "de",
            ),
        ),
        allow=(Allowance("a.md", "marks/comma", "some words", "7", "quoted"),),
        root=tmp_path,
        origins=(file,),
    )
    assert settable(Settings).keys() - tomllib.loads(text).keys() == {"extend"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ignor = []", "unknown key “ignor”; did you mean “ignore”?"),
        ("extend_select = []", "unknown key “extend_select”; did you mean “extend-select”?"),
        ("zzz = 1", "unknown key “zzz”"),
        ("select = 'all'", "“select” must be a list of strings"),
        ("ignore = [1]", "“ignore” must be a list of strings"),
        ("words = ['']", "“words” must be a list of strings that are not empty"),
        ("preview = 1", "“preview” must be true or false"),
        ("jobs = true", "“jobs” must be a whole number, not negative"),
        ("jobs = -1", "“jobs” must be a whole number, not negative"),
        ("text-field = 3", "“text-field” must be a string"),
        ("text-field = ''", "“text-field” must be a string that is not empty"),
        ("lines = 'folded'", "“lines” must be one of auto, paragraph, wrapped"),
        ("fail-on = 'fatal'", "“fail-on” must be one of info, warning, error"),
        ("severity = 'info'", "“severity” must be a table"),
        ("severity = { marks = 2 }", "“severity”, “marks”, must be one of info, warning, error"),
        ("language = 'english'", "“language” must be a BCP 47 tag, such as “en” or “pt-BR”"),
        (
            "language-from-path = 'docs/*'",
            "“language-from-path” must be a path pattern with one {lang}, such as “docs/{lang}/**”",
        ),
        ("encoding = 'klingon'", "“encoding” must be the name of a text encoding, not “klingon”"),
        ("encoding = 'rot13'", "“encoding” must be the name of a text encoding, not “rot13”"),
        ("rules = { 'marks/comma' = 3 }", "“rules”, “marks/comma”, must be a table"),
        ("per-path = {}", "“per-path” must be a list of tables"),
        ("per-path = [3]", "“per-path” no. 1 must be a table"),
        ("per-path = [{ ignore = ['marks'] }]", "“per-path” no. 1: “paths” is missing"),
        (
            "per-path = [{ paths = ['a'] }, { path = ['b'] }]",
            "“per-path” no. 2: unknown key “path”; did you mean “paths”?",
        ),
        ("allow = [{ txt = 'a' }]", "“allow” no. 1: unknown key “txt”; did you mean “text”?"),
        (
            "allow = [{ reason = 'a' }]",
            "“allow” no. 1: one of “path”, “rule”, “text” and “record” must be said",
        ),
        ("extend = 3", "“extend” must be a string"),
        ("extend = 'none.toml'", "No such file or directory"),
    ],
)
def test_a_mistake_is_told_with_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    if "none.toml" in text:
        with pytest.raises(UserError, match=f"none.toml: {message}"):
            read(tmp_path, text)
    else:
        assert refused(tmp_path, text) == message


def test_a_pattern_that_git_does_not_know_is_a_mistake(tmp_path: Path) -> None:
    for text in ("exclude = ['!']", "per-path = [{ paths = ['!'] }]", "allow = [{ path = '!' }]"):
        assert "“!”" in refused(tmp_path, text) or "'!'" in refused(tmp_path, text)
        (tmp_path / "scribal.toml").unlink()
        read_settings.cache_clear()


def test_a_wrong_option_is_a_mistake() -> None:
    with pytest.raises(UserError) as error:
        Settings().override({"language": "english"})
    assert str(error.value) == "--language must be a BCP 47 tag, such as “en” or “pt-BR”"


@pytest.mark.parametrize(
    ("pattern", "path", "language"),
    [
        ("docs/{lang}/**", "docs/de/a/b.md", "de"),
        ("docs/{lang}/**", "docs/pt_BR/a.md", "pt-BR"),
        ("/docs/{lang}/**", "docs/zh-Hant-TW/a.md", "zh-Hant-TW"),
        ("docs/{lang}/**", "docs/api/a.md", None),
        ("docs/{lang}/**", "docs/ui/a.md", None),
        ("docs/{lang}/**", "docs/german/a.md", None),
        ("docs/{lang}/**", "more/docs/de/a.md", None),
        ("**/docs/{lang}/*", "more/docs/de/a.md", "de"),
        ("**/docs/{lang}/*", "docs/de/a.md", "de"),
        ("docs/{lang}/*", "docs/de/a/b.md", None),
        ("**/*.{lang}.md", "a/read.me.fr.md", "fr"),
        ("?/{lang}.txt", "a/ceb.txt", "ceb"),
        ("a+b/{lang}", "a+b/it", "it"),
    ],
)
def test_the_language_that_a_path_names(pattern: str, path: str, language: str | None) -> None:
    assert language_named(path, pattern) == language


def test_a_path_is_seen_from_the_root(tmp_path: Path) -> None:
    settings = Settings(root=tmp_path)
    assert settings.relative(tmp_path / "a" / ".." / "b.md") == "b.md"
    assert settings.relative(tmp_path.parent / "b.md") == (tmp_path.parent / "b.md").as_posix()
    assert Settings().relative(Path("a/b.md")) == "a/b.md"


def test_the_starter_is_valid_with_and_without_its_marks(tmp_path: Path) -> None:
    file = write_starter(tmp_path)
    assert replace(read_settings(file), root=Path(), origins=()) == Settings()
    lines = [line.removeprefix("# ") for line in STARTER.splitlines() if not line.startswith("# #")]
    settings = read(tmp_path / "b", "\n".join(line for line in lines if "=" in line or line.startswith("[")))
    assert settings.per_path and settings.allow and settings.severity
    with pytest.raises(UserError, match=r"scribal.toml: is there already; --force writes over it"):
        write_starter(file.parent)
    file.write_text("jobs = 1")
    assert write_starter(file.parent, force=True).read_text("utf-8") == STARTER
