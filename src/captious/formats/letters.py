"""How much a text reads like a language: by how often its letters follow one another there.

The counts are those of langdetect, from the Wikipedia of each language: only its files are read, not its guesses,
which are random for short texts.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from math import log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_ALL_ELSE = 1e-7
"""The odds of a letter that a language does not have."""
_FOREIGN = 2e-5
"""The odds of a letter in names from other languages."""
_FOREIGN_LETTERS = frozenset("éèáàäöüóñçíåøëôêïß")
_BACK_OFF = 0.2
"""What a shorter run of letters counts, against the run that the counts do not have."""
_PUNCTUATION = frozenset("–—‘’‚“”„…«»‹›°€©®™♪♫¿¡·•\xa0،؛؟。，、！？：；（）「」『』・～《》〈〉％―→")
_SIGNS = frozenset("×÷±½¼¾²³§£¥№")
_IN_WORDS = frozenset("'’`-–—·\xad…\xa0")
_COST_OF_PUNCTUATION = -4.0
_COST_OF_DASH_IN_WORD = -7.0
_COST_OF_SIGN = -6.0
_COST_OF_SYMBOL = -9.0
_COST_OF_CONTROL = -40.0
_COST_OF_SYMBOL_IN_WORD = -16.0
_COST_OF_CASE = -9.0
_OWN_WORDS = {
    "is": (
        "og að í á sem er til við um með hann hún það þetta ekki var en fyrir af eru þá því ég þú mér þér hér þar "
        "hvað hvar hver sér síðan núna líka mjög svo já nei góðan daginn takk maður kona barn hús dagur nótt í "
        "gær í dag á morgun við förum komum sjáum vitum segja sagði gera gerði koma kom fara fór vera verið "
        "verður allt öll enginn einhver nokkuð saman aftur út inn upp niður heim heima veit veist vita hvernig "
        "hvers vegna af hverju vegna þess að eftir áður alltaf aldrei stundum kannski bara þegar ef eða hvort "
        "nema þótt svona þannig hérna þarna góður góð gott lítið mikið stór lítill gamall ungur faðir móðir "
        "bróðir systir vinur hjálp ást líf dauði tími ár vika mánuður klukkan mínúta fyrirgefðu sjór fjörður "
        "fjall ís snjór sól tungl stjarna vatn eldur jörð himinn ætla ætti þarf þurfa skal skulum getum geta"
    ),
}
"""Words of a language that langdetect lacks."""
_WORD = re.compile(
    "(?:[^\\W\\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])+"
)


class Letters(NamedTuple):
    """The letters of a language.

    Args:
        runs: how often each run of one to three lower-case letters occurs; a space is the edge of a word.
        total: how many letters were counted.
    """

    runs: dict[str, int]
    total: int


@cache
def letters_of(language: str) -> Letters:
    """The letters of a language.

    Args:
        language: its code, as langdetect writes it.
    """
    if language in _OWN_WORDS:
        return _counted(_OWN_WORDS[language])
    data = json.loads((files("langdetect") / "profiles" / language).read_text(encoding="utf-8"))
    runs: dict[str, int] = {}
    for run, number in data["freq"].items():
        folded = run.lower()
        runs[folded] = runs.get(folded, 0) + number
    return Letters(runs, data["n_words"][0])


def _counted(words: str) -> Letters:
    """The letters of some words, in place of counts of a whole language."""
    runs: dict[str, int] = {}
    for word in words.split():
        folded = f" {word} "
        for place in range(len(folded)):
            for length in (1, 2, 3):
                run = folded[place : place + length]
                runs[run] = runs.get(run, 0) + 1
    return Letters(runs, len(words))


def likelihood(text: str, language: str) -> float:
    """How likely the letters of a text are in a language: the sum of their logarithms, 0 = certain.

    Args:
        text: a sample of the text.
        language: its code, as langdetect writes it.
    """
    odds = _OF_IDEOGRAPHS.get(language)
    if odds is not None:
        return sum(odds(char) for char in text if char.isalpha())
    return sum(_likelihood_of_word(word, language) for word in _WORD.findall(text.lower()))


@lru_cache(maxsize=50_000)
def _likelihood_of_word(word: str, language: str) -> float:
    letters = letters_of(language)
    folded = f" {word} "
    return sum(
        _log_odds(letters, folded[max(place - 2, 0) : place], folded[place])
        for place in range(1, len(folded))
    )


def oddity(text: str) -> float:
    """What in a text no language has, as a sum of costs: controls, symbols within words, capitals after small letters.

    Args:
        text: a sample of the text.
    """
    cost = 0.0
    for place, char in enumerate(text):
        if char < "\x80":
            continue
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if unicodedata.category(char)[0] == "M":
            continue
        if char.isalpha():
            cost += _COST_OF_CASE * (char.isupper() and before.islower())
        elif "\x80" <= char < "\xa0" or (not char.isprintable() and char not in _PUNCTUATION):
            cost += _COST_OF_CONTROL * (char not in "\xad\u200b\u200c\u200d\u200e\u200f\u2028\ufeff")
        elif char not in _PUNCTUATION:
            if before.isalpha() or after.isalpha():
                cost += _COST_OF_SYMBOL_IN_WORD
            else:
                cost += _COST_OF_SIGN if char in _SIGNS else _COST_OF_SYMBOL
        elif before.isalpha() and after.isalpha() and char != "’":
            cost += _COST_OF_DASH_IN_WORD if char in _IN_WORDS else _COST_OF_SYMBOL_IN_WORD
        else:
            cost += _COST_OF_PUNCTUATION
    return cost


def _log_odds(letters: Letters, before: str, char: str) -> float:
    """The logarithm of the odds of a letter behind one or two others."""
    runs = letters.runs
    weight = 1.0
    while before:
        number = runs.get(before + char)
        if number:
            return log(weight * number / max(runs.get(before, 0), number))
        before, weight = before[1:], weight * _BACK_OFF
    least = _FOREIGN if char in _FOREIGN_LETTERS else _ALL_ELSE
    return log(weight * max(runs.get(char, 0) / letters.total, least))


_COMMON_SIMPLIFIED = frozenset(
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学"
    "么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很"
    "给名法间斯知世什两次使身者被高已亲其进此话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重"
    "吗呢吧啊谁哪找听让真谢"
)
_COMMON_TRADITIONAL = frozenset(
    "的一是了我不人在他有這個上們來到時大地為子中你說生國年著就那和要她出也得里裡後自以會家可下而過天去能對小多然於心學"
    "麼之都好看起發當沒成只如事把還用第樣道想作種開美總從無情己面最女但現前些所同日手又行意動方期它頭經長兒回位分愛老因很"
    "給名法間斯知世什兩次使身者被高已親其進此話常與活正感見明問力理爾點文幾定本公特做外孩相西果走將月十實向聲車全信重"
    "嗎呢吧啊誰哪找聽讓真謝"
)


def _of_hanzi(common: frozenset[str], charset: str, levels: bytes) -> Callable[[str], float]:
    """The logarithm of the odds of a letter in Chinese: of a common one, of one in daily use, of any other."""

    def odds(char: str) -> float:
        if char in common:
            return -5.8
        if char < "\x80":
            return -7.0
        try:
            lead = char.encode(charset)[0]
        except UnicodeEncodeError:
            return -16.0
        return -9.0 if levels[0] <= lead <= levels[1] else -14.0

    return odds


def _of_japanese(char: str) -> float:
    """The logarithm of the odds of a letter in Japanese."""
    if "\u3041" <= char <= "\u3096":
        return -4.5
    if "\u30a1" <= char <= "\u30fc":
        return -5.5
    if char < "\x80":
        return -7.0
    if "\u4e00" <= char <= "\u9fff":
        try:
            return -9.0 if char.encode("euc_jp")[0] <= 0xCF else -14.0
        except UnicodeEncodeError:
            return -16.0
    return -16.0


_OF_IDEOGRAPHS = {
    "zh-cn": _of_hanzi(_COMMON_SIMPLIFIED, "gb2312", b"\xb0\xd7"),
    "zh-tw": _of_hanzi(_COMMON_TRADITIONAL, "big5", b"\xa4\xc6"),
    "ja": _of_japanese,
}
"""The odds of letters in languages whose letters are too many to count in short texts."""
