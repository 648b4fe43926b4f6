"""Bytes to text and back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scribal.error import UserError
from scribal.read.decode import Decoded, Flaw, decode, encode


@given(st.binary())
@example(b"\xff\xfe")
@example(b"\xff\xfea")
@example(b"\xff\xfe\x00\xd8")
@example(b"\xff\xfe\x00\x00")
@example(b"\x00\x00\xfe\xff\x00\x11\x00\x00")
@example(b"\xef\xbb\xbfa\r\nb\rc\x00\xff")
def test_any_bytes_come_back(data):
    decoded = decode(data)
    assert encode(decoded.source, decoded.charset) == data


@given(
    st.binary(),
    st.sampled_from(["latin-1", "cp1252", "utf-16", "utf-32-be", "shift_jis", "iso2022_jp", "gb18030"]),
)
def test_what_does_not_come_back_has_a_flaw(data, encoding):
    source, charset, flaw = decode(data, encoding)
    assert flaw or encode(source, charset) == data


@given(
    st.text(st.characters(codec="utf-8")),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]),
)
def test_a_byte_order_mark_says_the_charset_and_stays(text, charset):
    source = f"\ufeff{text}" if not text.startswith("\0") else f"\ufeff.{text}"
    assert decode(source.encode(charset)) == Decoded(source, charset, None)


@pytest.mark.parametrize(
    ("data", "encoding", "decoded"),
    [
        (b"", None, Decoded("", "utf-8", None)),
        (b"a\r\nb\rc\x00\n", None, Decoded("a\r\nb\rc\x00\n", "utf-8", None)),
        (
            b"one\ntwo \xe9t\xe9",
            None,
            Decoded(
                "one\ntwo \udce9t\udce9",
                "utf-8",
                Flaw("not valid UTF-8: invalid continuation byte at byte 8", 2),
            ),
        ),
        (b"\xe9t\xe9", "latin-1", Decoded("été", "iso8859-1", None)),
        (
            b"\x81",
            "cp1252",
            Decoded("\udc81", "cp1252", Flaw("not valid CP1252: character maps to <undefined> at byte 0", 1)),
        ),
        (b"a\x00", "utf-16", Decoded("a", "utf-16-le", None)),
        (b"\xfe\xff\x00a", "UTF-16", Decoded("\ufeffa", "utf-16-be", None)),
        (b"\xef\xbb\xbfa", "utf-8-sig", Decoded("\ufeffa", "utf-8", None)),
        (
            b"\xff\xfe\n\x00a",
            None,
            Decoded("\udcff\udcfe\n\0a", "utf-8", Flaw("not valid UTF-16-LE: truncated data at byte 4", 2)),
        ),
        (
            "Two words\n".encode("utf-16-be"),
            None,
            Decoded(
                "\0T\0w\0o\0 \0w\0o\0r\0d\0s\0\n",
                "utf-8",
                Flaw("every other byte is NUL; it may be utf-16-be: try --encoding utf-16-be", 1),
            ),
        ),
        (
            b'a\nb \x1b$B$"\x1b(B c',
            None,
            Decoded(
                'a\nb \x1b$B$"\x1b(B c',
                "utf-8",
                Flaw("escapes shift to Japanese; it may be iso-2022-jp: try --encoding iso-2022-jp", 2),
            ),
        ),
        (b"\xc3\xa9 \x1b$B", None, Decoded("é \x1b$B", "utf-8", None)),
        (
            b"\x1b(Jabc",
            "iso2022_jp",
            Decoded("abc", "iso2022_jp", Flaw("iso2022_jp does not give the same bytes back", 1)),
        ),
    ],
)
def test_decode(data, encoding, decoded):
    assert decode(data, encoding) == decoded


@pytest.mark.parametrize("name", ["no-such-thing", "rot13", "hex", "undefined", "a\0b"])
def test_a_name_that_is_no_encoding_is_the_users_mistake(name):
    with pytest.raises(UserError) as raised:
        decode(b"a", name)
    assert str(raised.value) == f"--encoding: unknown encoding “{name}”"
