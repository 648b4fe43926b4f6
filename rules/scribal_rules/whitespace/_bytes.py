"""Soft hyphens and no-break spaces that are bytes of UTF-8 read in another charset."""

CHARSETS = ("latin-1", "cp1252", "cp1250", "cp1251", "iso8859_2")


def is_byte(text: str, at: int) -> bool:
    """Return whether the character at an offset makes a letter of UTF-8 with those beside it."""
    return any(
        _is_letter(text[start : start + size], charset)
        for size in (2, 3, 4)
        for start in range(max(at - size + 1, 0), at + 1)
        for charset in CHARSETS
    )


def _is_letter(part: str, charset: str) -> bool:
    try:
        return not part.isascii() and len(part.encode(charset).decode()) == 1 < len(part)
    except UnicodeError:
        return False
