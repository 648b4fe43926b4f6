"""The forms of English verbs, as far as this family's lists need them."""

from __future__ import annotations

from functools import cache

from ._lists import lines_of

VOWELS = "aeiou"


@cache
def irregular() -> dict[str, tuple[str, ...]]:
    """Return the forms of the verbs that ``_verbs.txt`` lists, by their base."""
    rows = (line.split() for line in lines_of("_verbs.txt"))
    return {row[0]: (row[0], *row[1:]) for row in rows}


@cache
def forms(verb: str) -> tuple[str, ...]:
    """Return the base, the third person, the past, the participle and the ing-form of a verb.

    “be” has more: am, are, were stand behind them.
    """
    if verb in irregular():
        return irregular()[verb]
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb[:-1]}ied", f"{verb}ing"
    third = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"
    ing = f"{verb}ing" if verb.endswith("ee") else f"{stem}ing"
    return verb, third, f"{stem}ed", f"{stem}ed", ing


HELPS = "to will would can could may might must shall should not do does did n't cannot let".split()
HAVING = "have has had having 've be is are was were been being am".split()


def like(verb: str, found: str, before: str, other: str) -> tuple[str, ...]:
    """Return the forms of ``other`` that fit where ``found``, a form of ``verb``, stands after ``before``.

    Several where the context does not say which: “was” and “were” of “be”.
    """
    if verb == other:
        return (found,)
    wanted, index = forms(other), min(forms(verb).index(found), 4)
    last = before.split()[-1] if before.split() else ""
    if index in (2, 3):
        if last in HAVING or last.endswith(("'ve", "'s", "'d")):
            return (wanted[3],)
        return ("was", "were") if other == "be" else (wanted[2],)
    helped = last in HELPS or last.endswith(("n't", "'ll"))
    return ("are", "be") if (index, other, helped) == (0, "be", False) else (wanted[index],)
