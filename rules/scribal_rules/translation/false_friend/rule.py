"""A word that looks like one of another language and means something else."""

from scribal import Bad
from scribal_rules.translation._lexicon import LexiconRule


class FalseFriend(LexiconRule):
    """“Sensible” is sensitive in French, a “Chef” is a boss in German, a “кабинет” is an office in Russian.

    Such a word is reported only in company that gives it away. The lists and the options are like those of
    ``translation/calque``.
    """

    summary = "A word is used for what its look-alike in another language means."
    message = "“{found}” is used like the {language} “{source}”; say “{instead}”"
    preview = True
    languages = ("en",)
    bad = [
        Bad("The skin is ⟦sensible to cold⟧.", language="en"),
        Bad("Log in to your ⟦personal cabinet⟧.", language="en"),
        Bad("He met the ⟦heads of enterprises⟧ there.", language="en"),
    ]
    good = ["That is a sensible plan.", "The chef of the hotel cooks well.", "She keeps it in a cabinet."]
