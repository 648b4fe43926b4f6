"""What bytes 0x80 to 0x9F mean in the charsets that people took for Latin-1."""

import regex

from scribal import expression

WINDOWS = {chr(byte): bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xA0)}
"""The same in Windows-1252; five bytes mean nothing there."""

MAC = {chr(byte): bytes([byte]).decode("mac_roman") for byte in range(0x80, 0xA0)}
"""The same on old Macintoshes, where most of them are letters with accents."""

FITS_WINDOWS = expression(
    r"""
      (?<![\p{L}\p{N}]) [\x82\x84\x8b\x91\x93] (?=[\p{L}\p{N}\p{P}\x80\x85])     # an opening quotation mark
    | (?<=[\p{L}\p{N}\p{P}\x80-\x9f]) [\x92-\x94\x9b] (?![\p{L}\p{N}])           # a closing one
    | (?<=\p{L}) \x92 (?= (?: [dmst] | ll | re | ve ) (?!\p{L}) )                # don’t, they’re
    | (?<! \p{L}{5} ) (?<=\p{L}) \x92 (?=\p{L}{2})                               # l’eau, dell’arte, O’Connor
    | (?<=[\p{L}\p{N}\p{P}\s]) \x85 (?!\p{Ll})                                   # an ellipsis
    | (?<=[\p{L}\p{N}]) [\x96\x97] (?=[\p{L}\p{N}]) | (?<=\s) [\x95-\x97] (?=\s) # a dash, a bullet
    | (?<![^\n]) [\x95-\x97] (?=\s)
    | \x80 (?=\ ?\d) | (?<=\d\ ?) \x80 | (?<=\p{L}) \x99 (?!\p{L})               # € 5, a trade mark
    | (?<=\p{L}) [\x8a\x8c\x8e\x9a\x9c\x9e\x9f] | [\x8a\x8c\x8e\x9a\x9c\x9e] (?=\p{L})  # Š Œ Ž š œ ž Ÿ
    """,
    regex.VERBOSE,
)
"""A place at which what Windows-1252 has for the byte makes sense."""
