"""What charset bytes may be in that are no UTF-8, for a message: nothing is ever decoded by a guess."""

from __future__ import annotations

from scribal.language import likeness

REACH = 20_000
"""How many bytes on either side of the first fault are looked at."""

LEAST = 3
"""With fewer bytes beyond ASCII it cannot be told."""

CHARSETS = {
    "cp1252": "windows-1252",
    "cp1251": "windows-1251",
    "cp1250": "windows-1250",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "cp1257": "windows-1257",
    "cp1258": "windows-1258",
    "koi8_r": "koi8-r",
    "cp932": "cp932",
    "euc_jp": "euc-jp",
    "gb18030": "gb18030",
    "big5": "big5",
    "cp949": "cp949",
    "cp874": "cp874",
    "mac_roman": "mac-roman",
}
"""The charsets that texts are in, by their codecs; of two that fit alike the first is more likely."""


def charset_of(data: bytes, fault: int) -> str | None:
    """Return the charset that bytes may be in which are no UTF-8 at ``fault``, by a name that Python knows.

    None where it cannot be told, and where UTF-8 stands before the fault: then bytes were lost.
    """
    part = data[max(0, fault - REACH) : fault + REACH]
    if not data[:fault].isascii() or sum(byte > 0x7F for byte in part) < LEAST:
        return None
    from charset_normalizer import from_bytes

    fitting = {
        codec
        for match in from_bytes(part, cp_isolation=list(CHARSETS))
        for codec in match.could_be_from_charset
    }
    likeliest = sorted(
        (codec for codec in CHARSETS if codec in fitting),
        key=lambda codec: -round(likeness(part.decode(codec, "ignore")), 1),
    )
    return CHARSETS[likeliest[0]] if likeliest else None
