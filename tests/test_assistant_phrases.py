"""What assistants say around their answers, in many languages, and how the lists of it are kept."""

import tomllib
from pathlib import Path

import pytest

from scribal.engine import Engine
from scribal.finding import Place
from scribal.markup import document
from scribal.rule import Rule
from scribal.text import About
from scribal_rules.llm.assistant_closing.rule import AssistantClosing
from scribal_rules.llm.assistant_preamble.rule import AssistantPreamble
from scribal_rules.llm.self_reference.rule import SelfReference
from scribal_rules.translation._notation import read_phrase

FOLDER = Path(__file__).parent.parent / "rules" / "scribal_rules" / "llm"
FILES = sorted(FOLDER.glob("*/*.toml"))

PREAMBLES = {
    "ar": "بالتأكيد! إليك الترجمة العربية للنص:",
    "cs": "Samozřejmě! Zde je překlad vašeho textu:",
    "da": "Selvfølgelig! Her er den oversatte tekst:",
    "de": "Gerne! Im Folgenden finden Sie die Übersetzung:",
    "el": "Φυσικά! Ορίστε η μετάφραση στα ελληνικά:",
    "en": "Yes, of course. Here’s the Spanish version:",
    "es": "¡Claro que sí! Aquí tienes una versión mejorada del texto:",
    "fr": "Bien sûr ! Voici la traduction en français de votre texte :",
    "he": "בהחלט! הנה התרגום לעברית:",
    "hi": "ज़रूर! यहाँ आपके पाठ का हिंदी अनुवाद है:",
    "hu": "Természetesen! Íme a szöveg magyar fordítása:",
    "id": "Tentu! Berikut adalah terjemahan teksnya:",
    "it": "Certamente! Di seguito trovi la traduzione richiesta:",
    "ja": "承知いたしました。以下に日本語訳を示します。",
    "ko": "물론입니다! 아래는 번역된 텍스트입니다:",
    "nl": "Natuurlijk! Hieronder vind je de vertaling:",
    "pl": "Oczywiście! Oto przetłumaczony tekst:",
    "pt": "Com certeza! Segue a versão revisada do texto:",
    "ru": "Да, конечно. Ниже перевод на русский:",
    "tr": "Elbette! İşte metnin Türkçe çevirisi:",
    "uk": "Звісно! Ось переклад вашого тексту:",
    "vi": "Chắc chắn rồi! Dưới đây là bản dịch tiếng Việt:",
    "zh": "当然可以！下面是润色后的版本：",
}

CLOSINGS = {
    "ar": "إذا كنت بحاجة إلى أي مساعدة إضافية، فأنا هنا.",
    "de": "Wenn du möchtest, kann ich den Text noch kürzer fassen.",
    "en": "Would you like me to make it shorter?",
    "es": "Espero que esto te sea útil.",
    "fr": "Souhaitez-vous que je développe ce point ?",
    "id": "Semoga ini membantu!",
    "it": "Fammi sapere se vuoi che modifichi qualcosa.",
    "ja": "他にご質問がございましたら、お尋ねください。",
    "ko": "추가로 궁금한 점이 있으시면 말씀해 주세요.",
    "pt": "Posso ajudar com mais alguma coisa?",
    "ru": "Если хотите, я могу сделать текст короче.",
    "tr": "Başka bir sorunuz olursa sorabilirsiniz.",
    "zh": "如果您需要进一步修改，请告诉我。",
}

REFUSALS = {
    "ar": "كنموذج لغوي، لا أملك آراء شخصية.",
    "de": "Als KI habe ich keinen Zugriff auf aktuelle Daten.",
    "en": "I’m sorry, but I can’t help with that request.",
    "es": "Como modelo de lenguaje de IA, no tengo opiniones.",
    "fr": "En tant que modèle de langage, je n’ai pas accès à Internet.",
    "id": "Maaf, saya tidak dapat membantu permintaan tersebut.",
    "it": "In qualità di modello linguistico, non ho opinioni personali.",
    "ja": "AI言語モデルとして、リアルタイムの情報にはアクセスできません。",
    "ko": "죄송하지만 그 요청은 도와드릴 수 없습니다.",
    "nl": "Het spijt me, maar daar kan ik niet bij helpen.",
    "pl": "Jako model językowy nie mam dostępu do internetu.",
    "pt": "Como um modelo de linguagem, não tenho acesso a dados.",
    "ru": "Как языковая модель, я не имею доступа к сети.",
    "tr": "Bir yapay zeka modeli olarak kişisel görüşlerim yok.",
    "zh": "很抱歉，我无法协助处理这个请求。",
}

SILENT = [
    "Yes, the river is here. Here is the bridge.",
    "Sure, the translation is fine, and nobody asked for a list:",
    "I am sorry, but I am unable to attend the wedding.",
    "Sold as an AI assistant, the box turned out to be a radio.",
    "Es tut mir leid, aber ich kann morgen nicht kommen.",
    "Está vendido como modelo de lenguaje en español.",
    "Bien sûr, le texte est long :",
]


def found(rule: Rule, text: str, language: str = "en") -> list[str]:
    read = document(text, Place("a.txt"), About(language=language))
    return [diagnostic.excerpt for diagnostic in Engine([rule], preview=True).lint(read)]


@pytest.mark.parametrize(("language", "text"), PREAMBLES.items())
def test_a_preamble_is_found(language, text):
    assert found(AssistantPreamble(), f"{text}\n\nAbc.", language) == [text]


@pytest.mark.parametrize(("language", "text"), CLOSINGS.items())
def test_a_closing_is_found(language, text):
    assert found(AssistantClosing(), f"Abc.\n\n{text}", language) == [text]


@pytest.mark.parametrize(("language", "text"), REFUSALS.items())
def test_a_refusal_is_found(language, text):
    assert found(SelfReference(), text, language)


@pytest.mark.parametrize("text", SILENT)
def test_what_people_say_is_left_alone(text):
    assert [found(rule, text) for rule in (AssistantPreamble(), AssistantClosing(), SelfReference())] == [
        []
    ] * 3


def test_there_are_many_languages():
    assert len({file.stem for file in FILES}) >= 20


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_the_lists_name_their_source_and_are_sorted(file):
    lists = tomllib.loads(file.read_text("utf-8"))
    assert lists.pop("source")
    for phrases in lists.values():
        assert phrases == sorted(set(phrases))
        assert phrases == [phrase.lower() for phrase in phrases]


@pytest.mark.parametrize("file", sorted(FOLDER.glob("assistant_preamble/*.toml")), ids=lambda file: file.stem)
def test_every_spelling_of_an_announcement_is_known(file):
    for phrase in tomllib.loads(file.read_text("utf-8"))["here"]:
        spellings = read_phrase(phrase).spellings
        assert spellings and not any("  " in text for text in spellings)
