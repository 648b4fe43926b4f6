"""Languages so near to one another that a model takes one for the other, and tags that stand for the same."""

from functools import cache

_KIN = (
    "hr bs sr sh sl me", "no nb nn da sv", "id ms jv su min", "cs sk", "pt gl es ca oc an ast", "ru uk be bg mk rue sr", "hi mr ne bho mai sa",
    "de nds bar als gsw lb nl af li", "fr wa oc pcd", "it scn vec nap lmo co", "fa tg ps glk ckb ar", "tr az tk crh", "zh yue wuu lzh ja", "tt ba kk ky", "fi et", "ar arz fa ur pnb",
    "en sco pcm", "he yi", "tw mo hk cn zh", "br pt", "jp ja", "kr ko", "cz cs", "dk da", "gr el", "se sv", "ua uk",
)  # fmt: skip


@cache
def kin(language: str) -> frozenset[str]:
    """Return a language and its kin."""
    return frozenset([language]).union(*(group for group in map(str.split, _KIN) if language in group))
