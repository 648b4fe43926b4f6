"""A phrase that follows the words of another language."""

from scribal import Bad, Good
from scribal_rules.translation._lexicon import LexiconRule


class Calque(LexiconRule):
    """Who translates word for word writes “Armenians from stock” for “Arméniens de souche”: ethnic Armenians.

    The lists beside this rule have, by target and source language, phrases that translations have and
    that people who write in the language themselves all but never do, each with what it renders, what to
    say instead, and why. Left alone: a phrase between quotation marks, which is spoken of. ``ignore``
    takes phrases off the lists, ``sources`` names the languages that a text can come from.
    """

    summary = "A phrase follows the words of another language."
    message = "“{found}” is the {language} “{source}” word for word; say “{instead}”"
    languages = ("de", "en", "es", "fr")
    bad = [
        Bad(
            "The village is home to ⟦Armenians from stock⟧ and their guests.",
            "The village is home to ethnic Armenians and their guests.",
            language="en",
        ),
        Bad("The bridge ⟦makes part of the⟧ old road.", language="en"),
        Bad("The law ⟦entered in force⟧ in May.", "The law came into force in May.", language="en"),
        Bad("It runs with two other ⟦softwares⟧.", "It runs with two other software.", language="en"),
        Bad("They ⟦took participation in⟧ it.", "They took part in it.", language="en"),
        Bad("It is law ⟦in the part concerning⟧ roads.", "It is law as regards roads.", language="en"),
        Bad("Wir sehen uns ⟦in zehn Jahren Zeit⟧ wieder.", language="de"),
        Bad("⟦Sur l’autre main,⟧ le pont est vieux.", "En revanche, le pont est vieux.", language="fr"),
        Bad("El concierto ⟦tomó lugar en⟧ la plaza.", language="es"),
    ]
    good = [
        "The shop sells Belgians from stock market funds.",
        "He cannot make part of the journey on foot.",
        Good("Non-native writers say “despite of” now and then.", language="en"),
        Good("The bridge makes part of the road wet.", language="en", options={"ignore": ("makes part of (the|a|an|this|these|our|its|his|their)",)}),
        Good("Er war auf der anderen Hand tätowiert.", language="de"),
        Good("Il a pris place dans le train.", language="fr"),
        Good("Tomó un lugar en la fila.", language="es"),
        Good("They live in the exterior.", language="en", options={"sources": ("ru",)}),
    ]  # fmt: skip
