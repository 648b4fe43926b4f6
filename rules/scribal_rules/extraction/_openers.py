"""Function words with which sentences begin."""


def openers(language: str | None) -> frozenset[str]:
    """Return the function words that begin sentences and end no names."""
    return OPENERS.get(language or "", frozenset())


OPENERS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "after although and because before but despite during here his however its our she some that the their then there these they this those when where while with",
        "de": "aber auch auf beim bei bis dabei damit dann das dem den der des die dies diese dieser doch ein eine einen einer es für ihr ihre mit nach nicht noch nun oder seit seine sich sie sind und unter vom von vor wann warum weil wenn wer wie wir wird zum zur über",
        "fr": "alors après aussi avec ces cet cette dans depuis des elle elles est ils les leur lors mais nous par pour quand que qui selon ses son sur une vous",
        "es": "ante aunque con cuando desde después donde ella ellos esta este estos hay las los mientras para pero por que según sin sobre sus también una",
        "pt": "além após com como das depois desde dos ela elas eles enquanto essa esse esta este mas nas nos para pela pelo por quando que segundo sem seu sob sobre são uma",
        "it": "alla allo anche che chi come con dal dalla degli dei del della delle dopo era gli questa questo nel nella non per perché più quando secondo sono sul sulla una",
        "nl": "als dat deze dit door een haar het hij hun maar met naar niet nog ook toen tot van voor waar wanneer wat zijn",
        "pl": "ale dla dlatego gdy jak jednak jego jest jeszcze już kiedy który nie oraz pod podczas przed przez przy tak też tylko tym więc według",
        "ru": "без был была были быть все для его если еще как когда кто мы на но он она они от при про так также там то только что чтобы это",
    }.items()
}
"""Function words with which sentences begin, and with which no name ends; written by hand."""
