"""How often the encoding of a caption file is told right: `python bench/encodings.py [--verbose]`.

Sentences of our own in many languages, as SubRip in the code pages that are usual for them: three cues, and one cue
of one short sentence.  An answer is right if the text reads the same as the original.  Compared with
charset-normalizer and chardet, where these are installed.
"""

from __future__ import annotations

import argparse
import re
import time
import unicodedata
from collections.abc import Callable, Sequence

LATIN = ("cp1252", "iso8859-15", "mac_roman", "cp850")
CENTRAL = ("cp1250", "iso8859-2", "cp852")
CYRILLIC = ("cp1251", "iso8859-5")

SENTENCES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Czech": (CENTRAL, (
        "Počkej, už jdu.",
        "Řekni mi, proč jsi včera večer nepřišel?",
        "Měla jsem strach, že se něco stalo.",
    )),
    "Slovak": (CENTRAL, (
        "Vieš, čo sa stalo?",
        "Môžeš mi povedať, kde si bol celý deň?",
        "Ľudia hovoria, že sa to už nedá zmeniť.",
    )),
    "Polish": (CENTRAL, (
        "Nie wiem, gdzie są.",
        "Wczoraj wieczorem przyszedł do nas sąsiad.",
        "Może później pójdziemy coś zjeść?",
    )),
    "Hungarian": (CENTRAL, (
        "Ő még nem jött meg.",
        "Tegnap este sokáig vártunk rá a kapuban.",
        "Szerintem ez így nem fog működni, fiúk.",
    )),
    "Romanian": (("cp1250", "iso8859-16"), (
        "Nu ştiu ce să fac.",
        "Aşteaptă puţin, vin şi eu cu tine.",
        "Mâine dimineaţă plecăm împreună la munte.",
    )),
    "Croatian": (CENTRAL, (
        "Što ćeš sutra raditi?",
        "Čekali smo te cijelu noć, a ti nisi došao.",
        "Možda je bolje da više ništa ne kažem.",
    )),
    "Slovenian": (CENTRAL, (
        "Kje si bil včeraj?",
        "Še vedno čakam, da mi nekdo odgovori.",
        "Če želiš, lahko greš z nami na večerjo.",
    )),
    "Russian": (("cp1251", "koi8-r", "iso8859-5", "cp866", "mac_cyrillic"), (
        "Я ничего не знаю.",
        "Почему ты не позвонил мне вчера вечером?",
        "Давайте поговорим об этом завтра утром.",
    )),
    "Ukrainian": (("cp1251", "koi8-u", "iso8859-5"), (
        "Що ти тут робиш?",
        "Ми чекали на тебе біля річки цілий вечір.",
        "Її брат ще не приїхав із міста.",
    )),
    "Bulgarian": (CYRILLIC, (
        "Къде беше вчера?",
        "Не знам защо никой не ми каза за това.",
        "Утре сутринта ще тръгнем заедно към морето.",
    )),
    "Serbian": (CYRILLIC, (
        "Шта радиш овде?",
        "Чекао сам те целе ноћи, а ниси дошао.",
        "Људи кажу да ће сутра бити лепо време.",
    )),
    "Greek": (("cp1253", "iso8859-7", "cp737"), (
        "Πού ήσουν χθες;",
        "Δεν ξέρω γιατί δεν μου το είπε κανείς.",
        "Αύριο το πρωί θα φύγουμε όλοι μαζί.",
    )),
    "Turkish": (("cp1254", "iso8859-9", "cp857"), (
        "Dün gece neredeydin?",
        "Seni çok özledim, niçin hiç aramadın?",
        "Yarın sabah erkenden yola çıkacağız.",
    )),
    "Hebrew": (("cp1255", "iso8859-8"), (
        "איפה היית אתמול?",
        "אני לא יודע למה אף אחד לא אמר לי.",
        "מחר בבוקר נצא כולנו יחד אל הים.",
    )),
    "Arabic": (("cp1256", "iso8859-6"), (
        "أين كنت البارحة؟",
        "لا أعرف لماذا لم يخبرني أحد بذلك.",
        "غدا في الصباح نذهب جميعا إلى البحر.",
    )),
    "Persian": (("cp1256",), (
        "ديشب کجا بودي؟",
        "نمي دانم چرا هيچ کس به من نگفت.",
        "فردا صبح همه با هم به کنار دريا مي رويم.",
    )),
    "Lithuanian": (("cp1257", "iso8859-13"), (
        "Kur tu vakar buvai?",
        "Nežinau, kodėl niekas man apie tai nesakė.",
        "Rytoj anksti ryte važiuosime prie jūros.",
    )),
    "Latvian": (("cp1257", "iso8859-13"), (
        "Kur tu biji vakar vakarā?",
        "Es nezinu, kāpēc neviens man to neteica.",
        "Rīt agri no rīta mēs brauksim uz jūru.",
    )),
    "Estonian": (("cp1257", "cp1252"), (
        "Kus sa eile õhtul olid?",
        "Ma ei tea, miks keegi mulle seda ei öelnud.",
        "Homme hommikul sõidame kõik koos mere äärde.",
    )),
    "Vietnamese": (("cp1258",), (
        "Hôm qua anh ở đâu?",
        "Tôi không biết vì sao không ai nói với tôi.",
        "Sáng mai chúng ta sẽ cùng nhau ra biển.",
    )),
    "Thai": (("cp874",), (
        "เมื่อวานคุณอยู่ที่ไหน",
        "ผมไม่รู้ว่าทำไมไม่มีใครบอกผมเลย",
        "พรุ่งนี้เช้าเราจะไปทะเลด้วยกัน",
    )),
    "Japanese": (("cp932", "euc_jp"), (
        "昨日はどこにいたの？",
        "どうして誰も教えてくれなかったのか分からない。",
        "明日の朝、みんなで海へ行きましょう。",
    )),
    "Chinese": (("gb18030",), (
        "你昨天晚上在哪里？",
        "我不知道为什么没有人告诉我这件事。",
        "明天早上我们一起去海边吧。",
    )),
    "Chinese (traditional)": (("big5",), (
        "你昨天晚上在哪裡？",
        "我不知道為什麼沒有人告訴我這件事。",
        "明天早上我們一起去海邊吧。",
    )),
    "Korean": (("cp949",), (
        "어제 어디 있었어요?",
        "왜 아무도 나한테 말해 주지 않았는지 모르겠어.",
        "내일 아침에 다 같이 바다에 갑시다.",
    )),
    "French": (LATIN, (
        "Où étais-tu hier soir ?",
        "Je ne sais pas pourquoi personne ne m’a prévenu.",
        "Ça ira mieux demain, j’en suis sûre.",
    )),
    "German": (LATIN, (
        "Wo bist du gewesen? Schön!",
        "Ich weiß nicht, warum mir das niemand erzählt hat.",
        "Morgen früh fahren wir alle zusammen ans Meer – natürlich!",
    )),
    "Spanish": (LATIN, (
        "¿Dónde estabas anoche?",
        "No sé por qué nadie me lo contó.",
        "Mañana por la mañana iremos todos juntos al mar.",
    )),
    "Portuguese": (LATIN, (
        "Onde você estava ontem à noite?",
        "Não sei por que ninguém me contou isso.",
        "Amanhã de manhã vamos todos juntos à praia.",
    )),
    "Italian": (LATIN, (
        "Dov’eri ieri sera? Perché?",
        "Non so perché nessuno me l’abbia detto.",
        "Così non può andare, è già troppo tardi.",
    )),
    "Swedish": (LATIN, (
        "Var är du någonstans?",
        "Jag förstår inte varför ingen sa något till mig.",
        "I morgon åker vi allihop till sjön.",
    )),
    "Danish": (LATIN, (
        "Hvor var du i går aftes?",
        "Jeg ved ikke, hvorfor ingen har sagt det før.",
        "Vi kører ud til søen, når det bliver lyst.",
    )),
    "Finnish": (LATIN, (
        "Missä sinä olit eilen?",
        "En tiedä, miksi kukaan ei sanonut minulle mitään.",
        "Huomenna lähdemme kaikki yhdessä järvelle.",
    )),
    "Norwegian": (LATIN, (
        "Hvor var du i går kveld?",
        "Jeg skjønner ikke hvorfor ingen sa det før nå.",
        "I morgen kjører vi ut på sjøen alle sammen.",
    )),
    "Dutch": (LATIN, (
        "Heeft ze één minuut?",
        "Ik heb geen idee waarom niemand er iets over zei, zoë.",
        "De financiële crisis duurt nog jaren, vrees ik.",
    )),
    "Icelandic": (("cp1252",), (
        "Hvar varstu í gærkvöldi?",
        "Ég veit ekki af hverju enginn sagði mér það.",
        "Á morgun förum við öll saman út á sjó.",
    )),
}  # fmt: skip

Guess = Callable[[bytes], Sequence[str]]
"""The encodings that a file may be in, the likeliest first."""


def samples() -> list[tuple[str, str, str]]:
    """Language, encoding and text of each sample."""
    found = []
    for language, (encodings, sentences) in SENTENCES.items():
        for encoding in encodings:
            for chosen in (sentences, sentences[:1]):
                text = "\n".join(
                    f"{number}\n00:00:{number:02},000 --> 00:00:{number:02},900\n{sentence}\n"
                    for number, sentence in enumerate(chosen, 1)
                )
                text = decomposed(text) if encoding == "cp1258" else text
                try:
                    data = text.encode(encoding)
                except UnicodeEncodeError:
                    continue  # typographic marks that an old code page lacks
                if not data.isascii():
                    found.append((language, encoding, data.decode(encoding)))
    return found


def decomposed(text: str) -> str:
    """Vietnamese with its tones as characters of their own, as Windows-1258 has them."""
    plain = unicodedata.normalize("NFD", text)
    for mark in "\u0302\u0306\u031b":
        plain = re.sub(f"(.[\u0323\u0300\u0301\u0303\u0309]?){mark}", lambda found: _joined(found[0]), plain)
    return plain


def _joined(letter: str) -> str:
    """A letter with the mark that belongs to it, and its tone behind it."""
    tones = [mark for mark in letter[1:] if mark in "\u0300\u0301\u0303\u0309\u0323"]
    marks = [mark for mark in letter[1:] if mark not in tones]
    return unicodedata.normalize("NFC", letter[0] + "".join(marks)) + "".join(tones)


def measure(name: str, guess: Guess, *, verbose: bool) -> None:
    """Print how often a guess is right, first and among three."""
    began, first, three, all_ = time.perf_counter(), 0, 0, samples()
    for language, encoding, text in all_:
        data = text.encode(encoding)
        read = [_read(data, each) for each in guess(data)[:3]]
        first += read[:1] == [text]
        three += text in read
        if verbose and read[:1] != [text]:
            print(f"  {language} in {encoding}: {guess(data)[:3]} {text.splitlines()[2]}")
    took = (time.perf_counter() - began) * 1000 / len(all_)
    print(
        f"{name:20} {first} of {len(all_)} right first ({first / len(all_):.1%}), "
        f"{three / len(all_):.1%} among three, {took:.0f} ms a file"
    )


def _read(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _by_captious(data: bytes) -> Sequence[str]:
    from captious.formats.code_pages import likely_encodings

    return [each.encoding for each in likely_encodings(data)]


def _by_charset_normalizer(data: bytes) -> Sequence[str]:
    from charset_normalizer import from_bytes

    return [each.encoding for each in from_bytes(data)]


def _by_chardet(data: bytes) -> Sequence[str]:
    import chardet

    return [each["encoding"] or "ascii" for each in chardet.detect_all(data)]


def main() -> None:
    """Measure all that are installed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="name the samples that are not told right")
    options = parser.parse_args()
    languages = {language for language, _, _ in samples()}
    print(f"{len(samples())} samples in {len(languages)} languages")
    guesses = {"captious": _by_captious, "charset-normalizer": _by_charset_normalizer, "chardet": _by_chardet}
    for name, guess in guesses.items():
        try:
            measure(name, guess, verbose=options.verbose)
        except ImportError as error:
            print(f"{name:20} not measured: {error}")


if __name__ == "__main__":
    main()
