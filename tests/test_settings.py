"""Settings: where they are found, how they add up, and what is said of every mistake."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribal.error import UserError
from scribal.finding import Safety, Severity
from scribal.path_language import language_named
from scribal.rule import Rule
from scribal.schema import schema, schema_text
from scribal.selection import is_on, selected, severities, trusted
from scribal.settings import Allowance, Override, Settings
from scribal.settings_file import read_settings, settings_for
from scribal.starter import STARTER, write_starter
from scribal.values import settable

ROOT = Path(__file__).parents[1]


def write(folder: Path, **files: str) -> Path:
    """Write files into a folder; ``__`` in a name is a dot."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, "utf-8")
    return folder


def read(folder: Path, text: str) -> Settings:
    return read_settings(write(folder, scribal__toml=text) / "scribal.toml")


def refused(folder: Path, text: str) -> str:
    """Return what is said of a settings file, after its name."""
    with pytest.raises(UserError) as error:
        read(folder, text)
    start = f"{folder / 'scribal.toml'}: "
    assert str(error.value).startswith(start)
    return str(error.value).removeprefix(start)


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
        id-field = "url"
        language-field = "lang"
        baseline = "known.json"
        jobs = 2
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
        id_field="url",
        language_field="lang",
        baseline=tmp_path / "known.json",
        jobs=2,
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


def test_a_file_that_is_no_toml_is_a_mistake(tmp_path: Path) -> None:
    assert refused(tmp_path / "a", "select = [").startswith("Invalid value (at end of document)")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "scribal.toml").write_bytes(b'words = ["\xff"]')
    with pytest.raises(UserError, match=r"scribal\.toml: 'utf-8' codec can't decode"):
        settings_for(tmp_path / "b" / "x.md")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tool = 3", "“tool” must be a table"),
        ("tool.scribal = 3", "“tool.scribal” must be a table"),
        ("[tool.scribal]\nignor = []", "unknown key “ignor”; did you mean “ignore”?"),
    ],
)
def test_a_mistake_in_pyproject(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, pyproject__toml=text)
    with pytest.raises(UserError) as error:
        settings_for(tmp_path / "a.md")
    assert str(error.value) == f"{tmp_path / 'pyproject.toml'}: {message}"


def test_the_nearest_file_wins_alone(tmp_path: Path) -> None:
    write(tmp_path, scribal__toml="jobs = 1\npreview = true")
    write(tmp_path / "docs", pyproject__toml="[tool.scribal]\njobs = 2")
    write(tmp_path / "docs" / "deep", pyproject__toml="[tool.other]")
    write(tmp_path / "hidden", __scribal__toml="jobs = 3")
    write(tmp_path / "both", scribal__toml="jobs = 4", pyproject__toml="[tool.scribal]\njobs = 5")

    def found(path: str) -> tuple[int, bool]:
        settings = settings_for(tmp_path / path)
        return settings.jobs, settings.preview

    assert found("a.md") == (1, True)
    assert found("docs/a.md") == found("docs/deep/a.md") == (2, False)
    assert found("hidden/a.md") == (3, False)
    assert found("both/a.md") == (4, False)
    assert found("docs/deep/../../a.md") == (1, True)


def test_a_file_that_was_named_holds_for_all_paths(tmp_path: Path) -> None:
    write(tmp_path, scribal__toml="jobs = 1")
    write(tmp_path / "else", mine__toml="jobs = 2\nexclude = ['/a']\nbaseline = 'known'")
    settings = settings_for(tmp_path / "a.md", tmp_path / "else" / "mine.toml")
    assert (settings.jobs, settings.root, settings.baseline) == (2, Path.cwd(), tmp_path / "else" / "known")
    write(tmp_path / "else", pyproject__toml="[tool.other]")
    with pytest.raises(UserError, match=r"pyproject.toml: there is no \[tool.scribal\] in it"):
        settings_for(tmp_path / "a.md", tmp_path / "else" / "pyproject.toml")


def test_what_is_extended_holds_where_nothing_else_is_said(tmp_path: Path) -> None:
    base = """
        select = ["words"]
        ignore = ["marks/comma", "words"]
        exclude = ["old/"]
        extend-exclude = ["a"]
        words = ["Gyumri"]
        jobs = 3
        lines = "wrapped"
        baseline = "known"
        [severity]
        marks = "info"
        words = "info"
        [rules."marks/comma"]
        most = 1
        least = 0
        [[allow]]
        text = "a"
    """
    write(tmp_path / "shared", base__toml=base)
    mine = """
        extend = "../shared/base.toml"
        extend-select = ["marks/comma"]
        exclude = ["new/"]
        extend-exclude = ["b"]
        words = ["Jermuk"]
        jobs = 1
        [severity]
        words = "error"
        [rules."marks/comma"]
        most = 2
        [[allow]]
        text = "b"
    """
    found = read(tmp_path / "mine", mine)
    shared, file = tmp_path / "mine" / "../shared", tmp_path / "mine" / "scribal.toml"
    assert found == Settings(
        extend=shared / "base.toml",
        select=("words",),
        extend_select=("marks/comma",),
        ignore=("words",),
        exclude=("new/",),
        extend_exclude=("a", "b"),
        words=("Gyumri", "Jermuk"),
        jobs=1,
        lines="wrapped",
        baseline=shared / "known",
        severity={"marks": Severity.INFO, "words": Severity.ERROR},
        rules={"marks/comma": {"most": 2, "least": 0}},
        allow=(Allowance(text="a"), Allowance(text="b")),
        root=tmp_path / "mine",
        origins=(shared / "base.toml", file),
    )
    assert found.excluded == ("new/", "a", "b")


def test_extend_may_not_go_round(tmp_path: Path) -> None:
    write(tmp_path, a__toml='extend = "b.toml"', b__toml='extend = "./a.toml"')
    with pytest.raises(UserError, match=r"a\.toml: “extend” goes round in a circle"):
        read_settings(tmp_path / "a.toml")


def test_extend_wants_settings(tmp_path: Path) -> None:
    write(tmp_path, pyproject__toml="[tool.other]")
    write(tmp_path / "sub", scribal__toml='extend = "../pyproject.toml"')
    with pytest.raises(UserError, match=r"scribal.toml: “extend”: there is no \[tool.scribal\] in "):
        settings_for(tmp_path / "sub" / "a.md")


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


def test_a_wrong_option_is_a_mistake() -> None:
    with pytest.raises(UserError) as error:
        Settings().override({"language": "english"})
    assert str(error.value) == "--language must be a BCP 47 tag, such as “en” or “pt-BR”"


def test_settings_that_choose_the_same_rules_have_one_key() -> None:
    settings = Settings(ignore=("marks",))
    assert settings.key == replace(settings, language="de", lines="wrapped").key
    assert settings.key != replace(settings, ignore=("words",)).key
    assert settings.key != replace(settings, words=("Gyumri",)).key


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


def test_a_linked_folder_is_below_the_settings_beside_the_link(tmp_path: Path) -> None:
    write(tmp_path / "real" / "docs")
    write(tmp_path / "site", scribal__toml="per-path = [{ paths = ['docs/*.md'], language = 'hy' }]")
    (tmp_path / "site" / "docs").symlink_to(tmp_path / "real" / "docs")
    path = tmp_path / "site" / "docs" / "a.md"
    assert settings_for(path).for_path(path).language == "hy"


def test_the_schema_is_current() -> None:
    committed = (ROOT / "docs" / "scribal.schema.json").read_text("utf-8")
    assert committed == schema_text(), "run: python -m scribal.schema > docs/scribal.schema.json"


def test_the_schema_says_what_a_table_is() -> None:
    properties = schema()["properties"]
    assert properties.keys() == settable(Settings).keys()
    assert properties["jobs"] == {
        "type": "integer",
        "minimum": 0,
        "description": "How many processes; 0: as many as are useful.",
        "default": 0,
    }
    assert properties["per-path"]["items"]["required"] == ["paths"]
    assert properties["allow"]["items"]["additionalProperties"] is False
    assert json.loads(schema_text()) == schema()


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
