"""Words that were lost with the link or the element that held them."""

from scribal import Bad, Good, PatternRule


class DroppedText(PatternRule):
    """An element was thrown away with its text: what is left says “led by the, who” or “told the:”.

    An article in front of a mark, of “and” or of another article has lost its noun.
    """

    summary = "A word is missing behind an article."
    message = "behind “{found}” a word is missing"
    languages = ("en",)
    literals = (
        *(
            f"{article}{mark}"
            for article in ("the", " an")
            for mark in (",", ".", ":", ";", ")", " ,", " .", "?")
        ),
        *(
            f" {article} {word} "
            for article in ("the", "a", "an")
            for word in ("and", "of", "the", "a", "were", "was", "has", "have", "is", "are")
        ),
        *("theand", "theof", "thein", "theto", "thewas", "theis", "thefor"),
    )
    pattern = r"""
        (?<![\p{L}\p{N}\ufffc"'“‘’(*_`-]) (?:(?<=[\p{L}\p{M},;:]\s)(?:the|an)) (?=\ ?[,:;)]) (?!\ ?[,:;)]\s*+["'“”‘’(\ufffc]) (?!, \s (?:er|um|uh|well|you|how|like|I)\b)
      | (?<=[\p{L}\p{M},]\s)the(?=\.(?:\s+\p{Lu}|\s*\Z))
      | \bthe(?:and|of|in|to|was|is|for)the\b | \b(?:by|of|in|to|with|from|told|and|at|on|for)\ the(?:and|of|was|were)\b
      | (?<=\b(?:by|of|in|to|with|from|at|on|for)\ )the\ (?:and|of)\ the\b
    """
    bad = [
        Bad("He was led by ⟦the⟧, who fell.", language="en"),
        Bad("The mayor told ⟦the⟧: it rose.", language="en"),
        Bad("It was led ⟦by theand⟧ the town.", language="en"),
        Bad("The war was won by ⟦the and the⟧ towns.", language="en"),
        Bad("They went to the house of ⟦the⟧. Nobody slept.", language="en"),
    ]
    good = [
        Good("The word “the”, an article, stands before a noun.", language="en"),
        Good("The, the and an are articles.", language="en"),
        Good("He saw the, er, the river.", language="en"),
        Good("He saw the “river”, the (old) bridge.", language="en"),
        "Il prit le the, et sortit.",
    ]
