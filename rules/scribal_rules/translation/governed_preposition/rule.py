"""A word with the preposition that it governs in another language."""

from scribal import Bad
from scribal_rules.translation._lexicon import LexiconRule


class GovernedPreposition(LexiconRule):
    """Verbs and adjectives govern other prepositions in other languages: “depend of”, “responsible of”.

    People slip here too, in their first language less often. The lists and the options are like those of
    ``translation/calque``.
    """

    summary = "A word governs the preposition of another language."
    message = "“{found}” takes the preposition of the {language} “{source}”; say “{instead}”"
    preview = True
    languages = ("en",)
    bad = [
        Bad("All ⟦depends of⟧ the weather.", "All depends on the weather.", language="en"),
        Bad("He is ⟦responsible of⟧ the bridge.", "He is responsible for the bridge.", language="en"),
        Bad("They ⟦participated at⟧ the feast.", "They participated in the feast.", language="en"),
    ]
    good = [
        "All depends on the weather.",
        "He is responsible for the bridge.",
        "They participated at least once.",
    ]
