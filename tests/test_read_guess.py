"""Which charset bytes may be in."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribal.read.guess import CHARSETS, charset_of


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("Die Größe der Häuser überrascht, und die Bürger möchten mehr wissen.", "windows-1252"),
        ("L’été, la forêt où nous étions à côté du château – quelle beauté…", "windows-1252"),
        ("Déjà très cher\u00a0: l’été à Genève coûte 5 €.", "windows-1252"),
        ("이것은 한국어 문장입니다.", "cp949"),
        ("El niño comió una piña en la montaña.", "windows-1252"),
        ("Žluťoučký kůň úpěl ďábelské ódy.", "windows-1250"),
        ("Совет собрался в среду, чтобы обсудить положение.", "windows-1251"),
        ("Совет собрался в среду, чтобы обсудить положение.", "koi8-r"),
        ("Η κυβέρνηση ανακοίνωσε χθες νέα μέτρα.", "windows-1253"),
        ("東京都は水曜日に新しい計画を発表した。", "cp932"),
        ("東京都は水曜日に新しい計画を発表した。", "euc-jp"),
        ("市政府周三公布了新计划，将听取市民意见。", "gb18030"),
    ],
)
def test_charset_of(text, charset):
    data = text.encode(charset)
    fault = next(i for i, byte in enumerate(data) if byte > 0x7F)
    assert charset_of(data, fault) == charset


def test_utf8_that_lost_a_byte_is_no_other_charset():
    data = "Größe, Größe, Grö".encode() + b"\xc3 und mehr"
    with pytest.raises(UnicodeDecodeError) as failure:
        data.decode()
    assert charset_of(data, failure.value.start) is None


def test_a_single_byte_tells_nothing():
    assert charset_of(b"one caf\xe9", 7) is None


@given(st.binary(max_size=200), st.integers(0, 200))
def test_any_bytes_get_a_known_charset_or_none(data, fault):
    assert charset_of(data, fault) in {*CHARSETS.values(), None}


def test_python_knows_every_name():
    assert {codec: codecs.lookup(name).name.replace("-", "_") for codec, name in CHARSETS.items()} == {
        codec: codec for codec in CHARSETS
    }
