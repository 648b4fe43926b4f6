"""Settings files: where they are found, and how one extends another."""

from __future__ import annotations

from pathlib import Path

import pytest

from scribal.error import UserError
from scribal.finding import Severity
from scribal.settings import Allowance, Settings
from scribal.settings_file import read_settings, settings_for


def write(folder: Path, **files: str) -> Path:
    """Write files into a folder; ``__`` in a name is a dot."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, "utf-8")
    return folder


def read(folder: Path, text: str) -> Settings:
    """Return the settings that a text holds."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scribal.toml").write_text(text, "utf-8")
    return read_settings(folder / "scribal.toml")


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


def test_a_file_that_is_no_toml_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"scribal\.toml: Invalid value \(at end of document\)"):
        read(tmp_path / "a", "select = [")
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


def test_a_linked_folder_is_below_the_settings_beside_the_link(tmp_path: Path) -> None:
    write(tmp_path / "real" / "docs")
    write(tmp_path / "site", scribal__toml="per-path = [{ paths = ['docs/*.md'], language = 'hy' }]")
    (tmp_path / "site" / "docs").symlink_to(tmp_path / "real" / "docs")
    path = tmp_path / "site" / "docs" / "a.md"
    assert settings_for(path).for_path(path).language == "hy"
