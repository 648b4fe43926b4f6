"""A name that a false full stop tore apart."""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from scribal import Bad, Finding, Hit, Rule, Safety, View, Zone, expression, replace

from ._lists import lines_of

LINKS = "although|because|when|where|which|while|who|whose"
"""What no sentence has as its second word: the first one would have no verb."""

SMALL = "after|against|amid|and|as|at|before|between|by|during|for|from|in|into|of|on|or|over|since|the|to|under|with"
"""What a sentence may have as its second word, unless its first one needs an article or a noun."""

_TORN = expression(
    rf"""
    \. [ \u00a0] (?P<name> \p{{Lu}}[\p{{Ll}}\p{{M}}]{{2,}}+ ) [ ] (?= (?: (?P<link> {LINKS} ) | {SMALL} ) [ ] )
    """,
    regex.VERBOSE,
)
_BEFORE = expression(
    r"""
    (?P<before> (?: \p{Lu}[\p{L}\p{M}’'-]++[ ] ){0,3} \p{Lu}[\p{L}\p{M}’'-]++
                (?: [ ]\p{Ll}[\p{L}\p{M}’'-]*+ ){0,3} ) \Z
    """,
    regex.VERBOSE,
)
_REACH = 8
"""How many words before the stop are looked at: as many as ``_BEFORE`` can match, and one more."""

_WORD = expression(r"\p{Lu}[\p{L}\p{M}’'-]++")


class WordScramble(Rule):
    """A translation that loses its place in a noun phrase ends the sentence in the middle of a name.

    “in the former Union region. Soviet while” is “in the former Soviet Union region while”: the word after
    the stop goes before a capitalised word where the two are a name, one that the rest of the document or a
    list of names attests (from WordNet and CLDR), and where that word cannot begin a sentence itself: for its
    kind, for what follows, or since it never stands alone in the document.
    """

    summary = "A name is torn by a full stop, and its first word stands after it."
    message = "“{name}” belongs before “{head}”: a full stop tears the name apart"
    languages = ("en",)
    patterns = (
        rf"\.[ \xa0]\p{{Lu}}\p{{Ll}}{{2,30}} (?:{LINKS}) ",
        rf"\.[ \xa0]\p{{Lu}}\p{{Ll}}{{2,30}} (?:{SMALL}) ",
    )
    bad = [
        Bad(
            "It lies in the former ⟦Union region. Soviet⟧ while the army is away.",
            "It lies in the former Soviet Union region while the army is away.",
            language="en",
        ),
        Bad(
            "The Caspian Port is old. He saw the ⟦Port at night. Caspian⟧ when he came by train.",
            "The Caspian Port is old. He saw the Caspian Port at night when he came by train.",
            language="en",
        ),
        Bad(
            "Leaders of the ⟦Nations family. United⟧ for the first time met in Geneva.",
            "Leaders of the United Nations family for the first time met in Geneva.",
            language="en",
        ),
    ]
    good = [
        "It was a union. Soviet and Chinese ships came.",
        "He came to the house. White in the face, he sat down.",
        "It left the Union. Estonia and Latvia left as well.",
        "The Security Council met. Nobody left the Council hall. Security in the streets was tight.",
        "He met the Prime Minister. India and France are partners, as the Indian Prime Minister said.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        for zone in view.zones_of(hits):
            for match in _TORN.finditer(view.text, zone.start, zone.end):
                yield from self.torn(view, zone, match)

    def torn(self, view: View, zone: Zone, match: regex.Match[str]) -> Iterator[Finding]:
        words_before = view.text[zone.start : match.start()].rsplit(" ", _REACH)
        reach = sum(map(len, words_before[-_REACH:])) + _REACH - 1
        before = _BEFORE.search(view.text, max(zone.start, match.start() - reach), match.start())
        if before is None:
            return
        name, free = match["name"], match["link"] is None
        words = list(_WORD.finditer(before["before"]))
        last = next((word for word in reversed(words) if is_name(view, name, word[0], free)), None)
        if last is None or any(word[0] == name for word in words):
            return
        start, stop, end = before.start() + last.start(), match.start(), match.end("name")
        fix = replace(start, end, f"{name} {view.text[start:stop]}", Safety.UNSAFE)
        yield self.finding(start, end, fix, name=name, head=last[0])


def is_name(view: View, first: str, second: str, free: bool) -> bool:
    """Return whether two words are a name; ``free``: and the first one cannot begin a sentence."""
    pair = f"{first} {second}"
    needs_second = names().get(pair)
    if not free:
        return needs_second is not None or count(view, pair) > 0
    together = 0 if needs_second else count(view, pair)
    return bool(needs_second) or (together > 1 and count(view, first) == together + 1)


def count(view: View, words: str) -> int:
    """Return how often some words stand in a text, whole."""
    return len(regex.findall(rf"\b{regex.escape(words)}\b", view.text)) if words in view.text else 0


@cache
def names() -> dict[str, bool]:
    """Return each two words of a name, and whether the first one needs the second."""
    return {line.removesuffix(" ?"): not line.endswith("?") for line in lines_of("_names.txt")}
