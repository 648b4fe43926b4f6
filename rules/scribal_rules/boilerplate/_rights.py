"""How pages say who owns the rights."""

import regex

from scribal import expression

_SIGN = r"(?:©|ⓒ|\([cC]\))"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
LINE = expression(
    rf"""
    [^\p{{L}}\p{{N}}©ⓒ(/#;%]{{0,6}}+
    (?: (?:(?i:copyright)[ :]*+)?+ {_SIGN} (?:[ ]?+(?i:copyright)\b)?+ (?=.*\p{{L}})
      | (?i:copyright) [ ] (?:(?:©|by) [ ])?+ {_YEAR}
      | (?:[\p{{Lu}}\p{{Lo}}\p{{N}}][^\s.!?]*+[ ]){{1,5}}+ {_SIGN} [ ]?+ (?:(?i:copyright|by)[ ])?+ {_YEAR}
    )
    .{{0,160}}+
    """,
    regex.VERBOSE,
)
"""A line that says who owns the rights."""

CREDIT = expression(
    r"(?<=\S{2}.{8,140}[\p{L}\p{N}.!?)”\"])\s*+(?P<credit>[(\[]?©\s?+[\p{Lu}\p{N}][^.!?:©\n]{2,60})\Z"
)
"""What a caption ends with."""

SURE = expression(rf"{_YEAR}|(?i:reserved|vorbehalten|reservados|réservés|riservati)")
"""Without one of these, a line that ends as a sentence may be one."""

LICENCE = expression(r"(?i:licen[sc]|permission|warrant|free software|redistribut|copyright|©|\([cC]\))")
"""What stands below the notice of a licence."""
