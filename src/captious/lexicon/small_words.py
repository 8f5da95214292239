"""The smallest words of languages that have no word lists: those no line ends on, and those no line begins with."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

_LAST = {
    "ar": "في من على إلى عن مع و أو ثم أن إن لا لم لن قد يا بين حتى لكن هذا هذه ذلك تلك الذي التي كل",
    "bg": "в във на с със от до по за под над при без и а но или че да ако не ще",
    "bn": "এবং আর কিন্তু যে যদি এই সেই একটা একটি খুব",
    "cs": "a i o u k ke s se z ze v ve na do od po za pod nad při pro bez že aby když nebo ale",
    "da": "og i på til af for med at en et den det der som men eller hvis",
    "el": "ο η το οι τα του της των τον την τη τους τις στο στη στην στον στα στις στους ένα μια μία ένας και κι ή"
    " αλλά με σε για από προς χωρίς μέχρι να θα δεν μην που ότι πως αν όταν",
    "fa": "و از به در با بر برای که تا اگر اما یا این آن هر",
    "fi": "ja että mutta tai jos kun ei",
    "he": "של את על עם אל מן בין לפני אחרי או כי אם אבל לא",
    "hi": "और या कि लेकिन अगर एक यह वह बहुत",
    "hr": "i u na s sa za od do o po iz k da ali ili ne što",
    "hu": "a az és egy hogy de vagy nem ha",
    "id": "dan di ke dari yang untuk dengan pada atau tetapi tidak akan adalah",
    "ka": "და ან რომ თუ მაგრამ არ",
    "ko": "이 그 저 한 두 세 네 몇 안 못 더 및",
    "nb": "og i på til av for med å at en et den det som men eller hvis",
    "no": "og i på til av for med å at en et den det som men eller hvis",
    "ro": "și de la în cu pe pentru un o că să nu al ale din sau",
    "ru": "в во на с со к ко о об обо у из от до по за под над перед при без для через и а"
    " но или что чтобы если как не ни",
    "sk": "a i o u k ku s so z zo v vo na do od po za pod nad pri pre bez že aby keď alebo ale",
    "sl": "in v na s z za od do o po iz k da ali ne ki če",
    "sr": "i u na s sa za od do o po iz k da ali ili ne što и у на с са за од до о по из к да али или не што",
    "tr": "ve veya ama çünkü bir bu şu her en çok daha",
    "uk": "в у на з із зі до від о об по за під над при без для через і й та а але або що щоб якщо як не ні",
    "ur": "اور یا کہ لیکن اگر ایک یہ وہ بہت",
    "vi": "và của là với cho trong ở từ đến những các một rất không đã đang sẽ mà thì nếu vì để",
}  # fmt: skip
_FIRST = {
    "bn": "থেকে জন্য সঙ্গে সাথে কাছে মধ্যে দিয়ে পর্যন্ত না",
    "fa": "را",
    "hi": "का की के को से में पर ने तक है हैं था थी थे हूँ हूं भी ही वाला वाले वाली",
    "hu": "is",
    "ko": "것 것을 것이 것은 것도 것과 것입니다 거 거예요 거죠 수 수가 수도 수는 때 때는 때가 줄 적이 적은 년 년쯤 지",
    "tr": "için gibi kadar ile göre sonra önce beri mi mı mu mü de da ki",
    "ur": "کا کی کے کو سے میں پر نے تک ہے ہیں تھا تھی تھے ہوں بھی ہی والا والے والی",
}
"""Prepositions, articles, conjunctions and negations lead what follows; postpositions, the copula after its predicate,
particles and bound nouns follow what they belong to.

Sources:
    The closed classes of each language as its reference grammars list them; only words that are hardly anything else.
"""


class SmallWords(NamedTuple):
    """The smallest words of a language.

    Args:
        last: no line should end on one.
        first: no line should begin with one.
    """

    last: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()


@cache
def small_words(language: str) -> SmallWords:
    """Find the words of a language by its primary subtag; none where we have none."""
    return SmallWords(frozenset(_LAST.get(language, "").split()), frozenset(_FIRST.get(language, "").split()))
