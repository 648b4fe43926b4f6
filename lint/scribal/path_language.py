"""The language that the path of a file names, as in ``docs/de/index.md``."""

from __future__ import annotations

import re
from functools import cache

_CODE_LIST = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz
    ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik
    io is it iu iw ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk
    ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc
    sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz
    ve vi vo wa wo xh yi yo za zh zu ast ceb ckb dsb fil hsb kab nds yue
"""

_CODES = frozenset(_CODE_LIST.split())
"""ISO 639-1, and the longer codes that texts are often translated into.

Not every code of ISO 639-3: ``api``, ``dev``, ``img`` and ``new`` are
languages there, and folders everywhere else.
"""

_FORMS = {
    "{lang}": r"(?P<lang>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3})",
    "**/": r"(?:.*/)?",
    "**": r".*",
    "*": r"[^/]*",
    "?": r"[^/]",
}

_PART = re.compile(r"(\{lang\}|\*\*/?|[*?])")


def language_named(path: str, pattern: str) -> str | None:
    """Return the BCP 47 tag that stands in ``path`` where ``pattern`` has ``{lang}``, if one does.

    ``*`` and ``?`` stop at a slash, ``**`` does not.
    """
    found = _compiled(pattern).fullmatch(path)
    tag = found["lang"].replace("_", "-") if found else ""
    return tag if tag.partition("-")[0].lower() in _CODES else None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = _PART.split(pattern.removeprefix("/"))
    return re.compile("".join(_FORMS.get(part, re.escape(part)) for part in parts), re.DOTALL)
