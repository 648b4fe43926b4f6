"""Files are replaced whole or not at all."""

import stat

import pytest

from scribal.write.rewrite import rewrite


def test_mode_is_kept_and_nothing_is_left_beside(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old\r\n")
    path.chmod(0o754)
    rewrite(path, b"new\r\n\x00\xff")
    assert path.read_bytes() == b"new\r\n\x00\xff"
    assert stat.S_IMODE(path.stat().st_mode) == 0o754
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    path, link = tmp_path / "real" / "a.md", tmp_path / "link.md"
    path.write_bytes(b"old")
    link.symlink_to("real/a.md")
    rewrite(link, b"new")
    assert (link.is_symlink(), path.read_bytes()) == (True, b"new")
    assert list((tmp_path / "real").iterdir()) == [path]


def test_a_long_name_is_no_obstacle(tmp_path):
    path = tmp_path / f"{'a' * 252}.md"
    path.write_bytes(b"old")
    rewrite(path, b"new")
    assert path.read_bytes() == b"new"


def test_what_is_no_file_is_not_replaced(tmp_path):
    with pytest.raises(FileNotFoundError):
        rewrite(tmp_path / "gone.md", b"new")
    with pytest.raises(IsADirectoryError):
        rewrite(tmp_path, b"new")
    assert list(tmp_path.iterdir()) == []


def test_after_a_failure_the_old_file_is_whole(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    with pytest.raises(TypeError):
        rewrite(path, "not bytes")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
