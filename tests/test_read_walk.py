"""From paths to files."""

import shutil
import subprocess
from pathlib import Path

import pytest

from scribal.error import UserError
from scribal.finding import Place
from scribal.read.record import UNREADABLE, Fault
from scribal.read.walk import Wanted, walk

SUFFIXES = (".md", ".txt", ".jsonl.gz")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plant(*names):
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")


def walked(*paths, **wanted):
    return [
        found if isinstance(found, Fault) else found.as_posix()
        for found in walk([Path(path) for path in paths or ["."]], Wanted(SUFFIXES, **wanted))
    ]


def test_a_folder_is_read_in_order_and_by_suffix(folder):
    plant("b.md", "a/z.TXT", "a/y.py", "c/d/e.jsonl.gz", "c/d/e.gz", "a.md")
    assert walked() == ["a/z.TXT", "a.md", "b.md", "c/d/e.jsonl.gz"]


def test_what_is_named_is_read_whatever_its_suffix_and_once(folder):
    plant("a/y.py", "a/z.md")
    assert walked("a/y.py", "a/z.md", "a", "./a/z.md") == ["a/y.py", "a/z.md"]


def test_a_path_that_does_not_exist_is_the_users_mistake(folder):
    plant("a.md")
    with pytest.raises(UserError) as raised:
        walk([Path("a.md"), Path("b.md")], Wanted(SUFFIXES))
    assert str(raised.value) == "b.md: No such file or directory"


def test_a_pattern_that_cannot_be_read_is_the_users_mistake(folder):
    with pytest.raises(UserError) as raised:
        walk([Path()], Wanted(SUFFIXES, ("a.md", "!")))
    assert str(raised.value) == "exclude: Invalid git pattern: '!'"


def test_folders_that_nobody_writes_are_left_out(folder):
    plant(".git/a.md", "node_modules/b/c.md", "a/.venv/d.md", "a/e.md", ".github/f.md")
    assert walked() == [".github/f.md", "a/e.md"]
    assert walked("node_modules", "a/.venv/d.md") == ["node_modules/b/c.md", "a/.venv/d.md"]


def test_excluded_paths_are_read_only_if_named(folder):
    plant("old/a.md", "old/b.txt", "new/a.md", "new/deep/old/c.md")
    exclude = ("/old/", "*.txt", "deep/", "!deep/old/")
    assert walked(exclude=exclude) == ["new/a.md"]
    assert walked("old", exclude=exclude) == ["old/a.md"]
    assert walked("old/b.txt", exclude=exclude) == ["old/b.txt"]


def test_force_exclude_holds_for_what_is_named(folder):
    plant("old/a.md", "b.txt", "c.md", "node_modules/d.md")
    named = ("old/a.md", "old", "b.txt", "c.md", "node_modules/d.md")
    assert walked(*named, exclude=("old/", "b.txt"), force_exclude=True) == ["c.md"]


def test_force_exclude_says_nothing_of_what_is_outside_the_root(folder):
    plant("venv/here/a.md", "venv/heretic/b.md")
    assert walked("venv/heretic/b.md", root=Path("venv/here"), force_exclude=True) == ["venv/heretic/b.md"]


def test_patterns_are_those_of_the_root(folder):
    plant("sub/a.md", "sub/docs/b.md", "docs/c.md")
    assert walked("sub", "docs", exclude=("/docs/",), root=Path("sub")) == ["sub/a.md", "docs/c.md"]


GITIGNORES = {
    ".gitignore": "/build/\n*.txt\n!keep.txt\ndocs/*\n!docs/in/\n",
    "a/.gitignore": "# here\r\n!again.txt\nx.md\n!\n",
    "docs/in/.gitignore": "deep\n",
}


def plant_repository():
    plant("build/a.md", "b.txt", "keep.txt", "a/b.txt", "a/again.txt", "a/x.md", "a/build/y.md", "x.md")
    plant("docs/z.md", "docs/in/z.md", "docs/in/deep/w.md", "local.md")
    for name, text in GITIGNORES.items():
        Path(name).write_text(text)


def test_nested_gitignores_are_honoured(folder):
    plant_repository()
    read = ["a/again.txt", "a/build/y.md", "docs/in/z.md", "keep.txt", "local.md", "x.md"]
    assert walked() == read
    assert walked(gitignore=False) == sorted(
        [*read, "a/b.txt", "a/x.md", "b.txt", "build/a.md", "docs/in/deep/w.md", "docs/z.md"]
    )


def test_git_says_the_same(folder):
    plant_repository()
    subprocess.run(["git", "init", "-q"], check=True)
    Path(".git/info/exclude").write_text("local.md\n")
    command = ["git", "ls-files", "-z", "--others", "--exclude-standard", "--", "*.md", "*.txt"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0")
    assert walked() == sorted(name for name in listed if name)


def test_gitignores_above_a_named_folder_hold_inside_a_repository(folder):
    plant("r/s/a.md", "r/s/b.md", "r/build/c.md", "r/build/b.md")
    Path(".gitignore").write_text("a.md\n")
    Path("r/.gitignore").write_text("b.md\nbuild/\n")
    assert walked("r/s") == ["r/s/a.md", "r/s/b.md"]
    Path("r/.git/info").mkdir(parents=True)
    assert walked("r/s") == ["r/s/a.md"]
    assert walked("r/build") == ["r/build/c.md"]
    assert walked("r") == ["r/s/a.md"]


def test_links_do_not_lead_astray(folder):
    plant("a/b.md")
    Path("a/up").symlink_to("..")
    Path("a/c.md").symlink_to("b.md")
    Path("a/d.md").symlink_to("nowhere")
    Path("a/e.md").symlink_to("e.md")
    Path("link").symlink_to("a")
    assert walked() == ["a/b.md"]
    assert walked("link", "a") == ["link/b.md"]


def test_a_folder_that_vanishes_is_a_fault(folder):
    plant("a/b.md", "c/d.md")
    found = walk([Path("a"), Path("c")], Wanted(SUFFIXES))
    shutil.rmtree("a")
    Path("a").touch()
    assert next(found) == Path("a")
    found = walk([Path()], Wanted(SUFFIXES))
    plant("b/e.md")
    assert next(found) == Path("b/e.md")
    shutil.rmtree("c")
    assert list(found) == [Fault(Place("c"), UNREADABLE, "cannot be read: No such file or directory")]
