"""A blank that a model left for its user to fill in."""

from collections.abc import Iterable

import regex

from scribal import Bad, Good, PatternRule, Safety, View

_WHAT = (
    "name|full name|first name|last name|company|company name|organi[sz]ation|date|address|email|email address|phone number"
    "|job title|title|topic|city|country|product|product name|website|link|url|number|amount|location|role|position"
)


class UnfilledPlaceholder(PatternRule):
    """Assistants write letters and pages with blanks: “[Your Name]”, “[Insert date here]”, “2025-XX-XX”.

    In a template they are meant; in a text that is published nobody has filled them in.
    """

    summary = "A placeholder was never filled in."
    message = "“{found}” was never filled in"
    preview = True
    patterns = (
        r"\[(?:[Yy]our|[Ii]nsert|INSERT|[Ee]nter|[Aa]dd|[Ii]hr|[Vv]otre|[Tt]u|[Ss]u|[Ii]l tuo|[Ss]eu|[Ii]hre|[Nn]ombre|[Nn]om|[Вв]аше) ",
        r"(?:19|20)[0-9]{2}-(?:XX|xx|[0-9]{2}-(?:XX|xx))",
        r"INSERT_[A-Z]",
    )
    pattern = rf"""
        \[ (?: [Yy]our [ ] (?i:{_WHAT}) | (?: [Ii]nsert | INSERT | [Ee]nter | [Aa]dd ) [ ] [^\[\]\n]{{3,60}}+
          | (?: Ihr | Votre | Tu | Su | Il[ ]tuo | Seu | Ihre | Ваше ) [ ] [\p{{Ll}}\p{{Lu}}] [^\[\]\n]{{1,40}}+ ) \] (?! [(\[:] )
        | (?<![\w-]) (?:19|20)\d\d-(?:XX-XX|xx-xx|\d\d-XX|\d\d-xx) (?![\w-])
        | (?<!\w) INSERT_[A-Z][A-Z_]{{2,40}}+ (?!\w)
    """
    bad = [
        Bad("Sincerely,\n⟦[Your Name]⟧"),
        Bad("The meeting is on ⟦[insert date here]⟧ in Turin."),
        Bad("It was published on ⟦2025-XX-XX⟧."),
        Bad("Mit freundlichen Grüßen\n⟦[Ihr Name]⟧", language="de"),
    ]
    good = [
        "See [your name](https://example.org) there.",
        "He wrote [sic] and [your] there.",
        Good("See [your name][1].\n\n[1]: https://example.org\n", media="text/markdown"),
    ]

    def replacements(self, match: regex.Match[str], view: View) -> Iterable[tuple[str, Safety]]:
        return ()
