"""One file as one text."""

from scribal.finding import Place
from scribal.read.file import read_file
from scribal.read.record import UNDECODABLE, UNREADABLE, Fault, Record
from scribal.text import About


def test_a_file_keeps_its_line_ends(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes("\ufeffone\r\ntwo\n".encode())
    about = About("text/markdown", "en")
    assert list(read_file(path, about)) == [Record(Place(path.as_posix()), "\ufeffone\r\ntwo\n", about)]


def test_a_file_that_does_not_decode_is_read_after_a_fault(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\n\xff")
    place = Place(path.as_posix())
    assert list(read_file(path, About())) == [
        Fault(place, UNDECODABLE, "not valid UTF-8: invalid start byte at byte 4", 2),
        Record(place, "one\n\udcff", About(), "utf-8", whole=False),
    ]


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path):
    assert list(read_file(tmp_path, About())) == [
        Fault(Place(tmp_path.as_posix()), UNREADABLE, "cannot be read: Is a directory")
    ]
