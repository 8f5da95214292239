"""The guess of a language."""

from __future__ import annotations

import subprocess
import sys
from itertools import repeat

import pytest

from captious.lexicon import known_languages, load_lexicon
from captious.lexicon.function_words import FUNCTION_WORDS
from captious.lexicon.guess import guess_language

TEXTS = {
    "pl": "Wczoraj rozmawialiśmy z burmistrzem i powiedział, że most będzie gotowy na wiosnę, jeśli nie będzie padać.",
    "sv": "I går talade vi med borgmästaren, och han sade att bron ska vara färdig till våren om det inte regnar.",
    "de": "Wir haben gestern mit dem Bürgermeister gesprochen, und er hat gesagt, dass die Brücke bald fertig ist.",
    "en": "We spoke to the mayor yesterday, and he said that the bridge will be ready in the spring, if all is well.",
    "es": "Ayer hablamos con el alcalde y nos dijo que el puente va a estar listo en primavera, si no llueve mucho.",
    "fr": "Hier, nous avons parlé avec le maire et il nous a dit que le pont sera prêt au printemps, sans faute.",
    "it": "Ieri abbiamo parlato con il sindaco e ci ha detto che il ponte sarà pronto in primavera, se non piove.",
    "nl": "Gisteren hebben we met de burgemeester gesproken en hij zei dat de brug in het voorjaar klaar zal zijn.",
    "pt": "Ontem nós falamos com o prefeito e ele disse que a ponte vai estar pronta na primavera, se não chover.",
}


def test_every_known_language_is_tried() -> None:
    assert set(TEXTS) == set(FUNCTION_WORDS) == known_languages()


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_sentence_is_enough(language: str) -> None:
    assert guess_language(TEXTS[language].split()) == language
    assert guess_language(TEXTS[language].upper().split()) == language


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_the_table_holds_the_word_lists(language: str) -> None:
    assert frozenset(FUNCTION_WORDS[language].split()) == load_lexicon(language).function_words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The bridge is ready.",
        "Ann Lee 3 14 15 Bob Ray 2024 Springfield 9.5 Kevin 100 % Maria 7 Otto " * 3,
        "12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31",
        "I går talte vi med borgmesteren, og han sagde, at broen bliver færdig til foråret, hvis det ikke regner.",
        "Včera jsme mluvili se starostou a řekl, že most bude hotový na jaře, když nebude pršet a všechno půjde dobře.",
        "Вчера мы говорили с мэром, и он сказал, что мост будет готов весной, если не будет дождя.",
        TEXTS["en"] + " " + TEXTS["fr"],
        "\0 \ud800 \u202e … -- >> ♪ # * [] () " * 20,
    ],
)
def test_when_unsure_it_is_silent(text: str) -> None:
    assert guess_language(text.split()) is None


def test_only_the_first_words_are_read() -> None:
    assert guess_language(repeat("the")) == "en"


def test_it_needs_neither_detector_nor_word_lists() -> None:
    code = (
        "import sys; from captious.lexicon.guess import guess_language; guess_language(['the'] * 20);"
        "from captious.lexicon.load import _load;"
        "sys.exit(bool({'langdetect', 'nltk'} & set(sys.modules)) or _load.cache_info().misses)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "昨日市長と話をしました。橋は春に完成するそうです。"),
        ("zh", "昨天我们和市长谈过，他说桥春天就能完工。"),
        ("ko", "어제 시장님과 이야기했는데 다리가 봄에 완공된다고 합니다."),
        ("th", "เมื่อวานเราคุยกับนายกเทศมนตรี เขาบอกว่าสะพานจะเสร็จในฤดูใบไม้ผลิ"),
        ("he", "אתמול דיברנו עם ראש העיר והוא אמר שהגשר יהיה מוכן באביב."),
        ("hi", "कल हमने महापौर से बात की और उन्होंने कहा कि पुल वसंत में तैयार होगा"),
    ],
)
def test_some_scripts_tell_the_language(language: str, text: str) -> None:
    assert guess_language(text.split()) == language
    assert guess_language([text[:4]]) is None
