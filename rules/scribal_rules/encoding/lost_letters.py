"""Question marks where letters were."""

from collections.abc import Iterator, Sequence

import regex

from scribal import Bad, Finding, Good, Hit, Rule, Severity, View, expression

_WORDS = expression(
    r"(?<!\S) [\"'(«“]?+ \?{2,}+ (?: [ ,.:;!-]{1,2}+ \?++ ){1,}+ [)»”\"'.,!]?+ (?!\S)", regex.VERBOSE
)
_LONG = expression(
    r"(?<=[\p{L}\p{M}\p{N},;:]\ ) \?{4,}+ (?=\ [\p{Ll}\p{Lo}\p{N}(\[]) | (?<=\() \?{5,}+ (?=[),;])",
    regex.VERBOSE,
)
"""One word of four letters or more, in a sentence that goes on after it, or in brackets."""

_INITIALS = expression(
    r"(?<![^\s(]) \?\. (?: \ ?+ \?\. )++ (?=\ ?[\p{Lu}?]) | (?<=\p{Lu}\.) (?: \?\. ){2,}+", regex.VERBOSE
)
_INSIDE = expression(r"(?<![^\s\"'(«“„]) \p{L}++ \? \p{Ll}++ (?![^\s\"'.,;:!)»”“])", regex.VERBOSE)


class LostLetters(Rule):
    """A program wrote a question mark for each letter that its charset did not have.

    Whole words of question marks are found anywhere, one inside a word (``K?nig``) only in a text that has
    three of them, since ``ready?go`` is a slip of another kind.  What was lost can only be had from the source.
    """

    summary = "Question marks stand where letters were lost."
    message = "“{found}” stands where letters were lost"
    severity = Severity.ERROR
    patterns = (r"\?{2}[ ,.:;!\-]{1,2}\?", r"\?{4}[ ),;]", r"\?\. ?\?\.", r"\p{L}\?\p{Ll}")
    bad = [
        Bad("The author, ⟦???? ?????⟧ by name, lives in Sofia."),
        Bad("It was ⟦???????⟧ that they sang, from the Greek word ⟦????⟧ (oxys), a root (⟦?????⟧)."),
        Bad("The letter to ⟦?.?.⟧ Petrov was lost, as was that of A.⟦?.?.⟧ to him."),
        Bad("Der ⟦K?nig⟧ a? mit der ⟦K?nigin⟧ einen ⟦Br?ckentag⟧ lang."),
    ]
    good = [
        "What???? (No!) Really ????? Yes. So what (???), and 5.? or r.? to ask.",
        "What?? No! Really????? Yes. Où est passé l’argent ??????",
        "Ready?go is a slip, and so is what?now.",
        "Der Filter ~n?apt(required) und ldap://host/dn?attributes?scope sind Muster.",
        Good("The mark ?? asks twice, the marks ? and ? once each."),
    ]

    def check(self, view: View, hits: Sequence[Hit]) -> Iterator[Finding]:
        text = view.text
        zones = list(view.zones_of(hits))
        inside = [match for zone in zones for match in _INSIDE.finditer(text, zone.start, zone.end)]
        matches = inside if len(inside) >= MANY else []
        for zone in zones:
            for pattern in (_WORDS, _LONG, _INITIALS):
                matches += pattern.finditer(text, zone.start, zone.end)
        for match in sorted(matches, key=lambda match: match.span()):
            yield self.finding(*match.span(), found=match[0])


MANY = 3
"""In a text with so many question marks inside words they are no slips."""
