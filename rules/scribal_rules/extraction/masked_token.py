"""Tokens that a data set put in the place of words."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Hit, PatternRule, Safety, View

from ._speaks import CODE, is_about

_MARKS = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
}  # fmt: skip
"""What the Penn Treebank writes for brackets."""

_NAMES = "URL|URLS|HTTPURL|USER|USERNAME|USERMENTION|MENTION|HASHTAG|EMAIL|PHONE|NUM|NUMBER|NUMBERS|DATE|TIME|MONEY|PERSON|PER|NAME|LOCATION|LOC|ORG|ADDRESS|EMOJI|DIGITS?|UNK|MASK|PAD|SEP|CLS"

_SMALL = "url|user|number|unk|num|email|mask"
_BRACKETED = "URL|USER|USERNAME|NUMBER|EMAIL|PHONE|PERSON|NAME|LOCATION|MASK|UNK|PAD|SEP|CLS"


class MaskedToken(PatternRule):
    """Data sets put ``<URL>``, ``@USER`` or ``*NUMBER*`` for what they hide, and tokenizers write ``-LRB-`` or ``@-@``.

    What stood there is lost, except for the brackets and the hyphens of tokenizers.
    """

    summary = "A token of a data set stands for a word."
    message = "“{found}” is the token of a data set or of a tokenizer"
    patterns = (
        rf"<(?:{_NAMES}|{_SMALL})>|\*(?:{_NAMES})\*|__(?:{_NAMES})__|\[(?:{_BRACKETED})\]",
        r"@USER|HTTPURL|-[LR][RSC]B-|@[-/,.]@|\p{L}@@ \p{L}",
    )
    pattern = rf"""
        -[LR][RSC]B-
      | (?<=[\p{{L}}\p{{N}}])\ ?+@[-/,.]@\ ?+(?=[\p{{L}}\p{{N}}])
      | (?<=\p{{Ll}})@@\ (?=\p{{Ll}})
      | (?<![\w@])@USER(?:NAME|MENTION)?\b | \bHTTPURL\b
      | (?<![\w<`"“]) < (?: {_NAMES} | {_SMALL} ) > (?!\w)
      | (?<![\w`"“]) \* (?: {_NAMES} ) \* (?!\w)
      | (?<!\w) __ (?: {_NAMES} ) __ (?!\w)
      | (?<![\w\]]) \[ (?: {_BRACKETED} ) \] (?![\w(\[])
    """
    bad = [
        Bad("The river rose to ⟦*NUMBER*⟧ feet, says ⟦@USER⟧ at ⟦<URL>⟧."),
        Bad("The river ⟦-LRB-⟧ the Po ⟦-RRB-⟧ rose.", "The river ( the Po ) rose."),
        Bad("A twelve⟦ @-@ ⟧year river.", "A twelve-year river."),
        Bad("Die Auf⟦@@ ⟧gabe ist groß.", "Die Aufgabe ist groß."),
        Bad("Позвоните ⟦[PHONE]⟧ сейчас."),
    ]
    good = [
        "See <name> and [NAME](https://example.org) there.",
        "The variable TIME is set: `*NUMBER*`, <X>.",
        "A program in Python, a function and a variable: __NAME__ and <NUM>.",
        "Write to me@@example.",
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        found = list(super().check(view, hits))
        if found and not is_about(view.text, CODE):
            yield from found

    def replacements(self, match: regex.Match[str], view: View) -> Iterator[tuple[str, Safety]]:
        if match[0] in _MARKS:
            yield _MARKS[match[0]], Safety.UNSAFE
        elif match[0] == "@@ ":
            yield "", Safety.UNSAFE
        elif match[0].strip(" @") in "-/,.":
            yield match[0].strip(" @"), Safety.UNSAFE
