"""A phrase that translations have far more often than people who write in the language themselves."""

from scribal import Bad
from scribal_rules.translation._lexicon import LexiconRule


class LooseCalque(LexiconRule):
    """Some phrases follow another language and are yet right now and then: “in the framework of”, “in its turn”.

    One of them says little; several in a text say that it was translated, and each can be said better.
    The lists and the options are like those of ``translation/calque``.
    """

    summary = "A phrase is commoner in translations than in texts of the language itself."
    message = "“{found}” sounds like the {language} “{source}”; better “{instead}”"
    preview = True
    languages = ("en",)
    bad = [
        Bad(
            "There is no plan, according to a French ⟦reading of the call⟧.",
            "There is no plan, according to a French readout of the call.",
            language="en",
        ),
        Bad("⟦In its turn,⟧ the city closed the bridge.", language="en"),
        Bad("The ⟦troops are blocked in⟧ the valley.", language="en"),
        Bad("⟦Since the plans, various letters, etc., we⟧ do not want to speak.", language="en"),
    ]
    good = [
        "He gave a reading of the poem.",
        "The road is blocked in the north.",
        "Since the war, the town has parks, pools, etc., and is rich.",
    ]
