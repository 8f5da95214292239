"""The phones of a recording: how likely each of them is, every 20 ms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FRAME_MS = 20
"""Length of a frame.

Sources:
    hama: 320 samples at 16 kHz.
"""
FRAME_SAMPLES = 320

_SYMBOLS = {
    "AA": "ɑ ɒ", "AE": "æ", "AH": "ʌ ə ɐ", "AO": "ɔ ɒ", "AW": "aʊ", "AY": "aɪ", "B": "b", "CH": "t͡ʃ", "D": "d",
    "DH": "ð", "EH": "ɛ", "ER": "ɝ ɚ ɜ", "EY": "eɪ e", "F": "f", "G": "g ɡ", "HH": "h", "IH": "ɪ", "IY": "i",
    "JH": "d͡ʒ", "K": "k", "L": "l ɫ", "M": "m", "N": "n", "NG": "ŋ", "OW": "oʊ o", "OY": "ɔɪ", "P": "p", "R": "ɹ r",
    "S": "s", "SH": "ʃ", "T": "t ɾ", "TH": "θ", "UH": "ʊ", "UW": "u", "V": "v", "W": "w", "Y": "j", "Z": "z",
    "ZH": "ʒ",
}  # fmt: skip
"""The phones of CMUdict, each with the symbols of the International Phonetic Alphabet that the model has for it."""

PHONES = {phone: column for column, phone in enumerate(_SYMBOLS)}
"""The phones of CMUdict, each with its column in what is heard."""
BLANK, BOUNDARY, OTHER = len(PHONES), len(PHONES) + 1, len(PHONES) + 2
"""Columns: nothing new, the end of a word, and phones that English does not have."""
WIDTH = len(PHONES) + 3

VOWELS = "AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW"
ALIKE = (
    "AH IH EH UH AE", "IY EY Y", "AA AO AW OW", "UW W", "ER R", "L", "AY OY", "T D", "S Z", "K G", "P B", "F V TH DH",
    "CH JH SH ZH", "M", "N NG", "HH",
)  # fmt: skip
"""Phones that are easily taken for each other."""

STEPS = 16
FLOOR = 9 * STEPS
"""What is heard is kept in sixteenths of a negative logarithm, and not below e⁻⁹: a byte for each phone and frame."""


class PhoneListener:
    """A model that hears phones.

    Raises:
        ImportError: hama is not installed, or has no library for this system.
    """

    def __init__(self) -> None:
        import numpy as np
        from hama import ASRModel

        try:
            self._model: Any = ASRModel()
        except RuntimeError as error:  # the wheel installs everywhere, and holds libraries for some systems
            raise ImportError(str(error), name="hama") from None
        symbols = list(self._model.decoder_tokens)
        places = {symbol: number for number, symbol in enumerate(symbols)}
        # a matrix that adds up the symbols of each phone
        self._sums = np.zeros((len(symbols), WIDTH), np.float32)
        for phone, column in PHONES.items():
            for symbol in _SYMBOLS[phone].split():
                self._sums[places[symbol], column] = 1
        self._sums[places["<blank>"], BLANK] = 1
        self._sums[places["<wb>"], BOUNDARY] = 1
        self._sums[self._sums.sum(axis=1) == 0, OTHER] = 1

    def hear(self, samples: NDArray[np.int16]) -> NDArray[np.uint8]:
        """How likely each phone is, in `STEPS`, a row for each frame.

        Args:
            samples: up to 30 seconds, one channel, 16 kHz.
        """
        import numpy as np

        count = -(-len(samples) // FRAME_SAMPLES)
        wave = (samples.astype(np.float32) / 32_768).reshape(1, -1)
        feeds = {"waveform": wave, "waveform_lengths": np.array([wave.shape[1]], np.int64)}
        logarithms, _ = self._model.session.run(["log_probs", "out_lengths"], feeds)
        shares = np.exp(logarithms[0][:count]) @ self._sums
        steps = np.minimum(np.rint(-STEPS * np.log(shares + 1e-9)), FLOOR).clip(0).astype(np.uint8)
        return np.concatenate([steps, silence(count - len(steps))])


def silence(count: int) -> NDArray[np.uint8]:
    """What is heard in so many frames of silence."""
    import numpy as np

    frames = np.full((count, WIDTH), FLOOR, np.uint8)
    frames[:, BLANK] = 0
    return frames


def has_listener() -> bool:
    """Whether phones can be heard here."""
    try:
        PhoneListener()
    except ImportError:
        return False
    return True
