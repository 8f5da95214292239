"""Recognise speech with a small decoder that knows only the words of the transcript."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from captious.audio.dictionary import arpa_lines, dictionary_lines
from captious.audio.reading import INSTALL
from captious.errors import MediaError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

FRAME_MS = 10
"""Length of a frame.

Sources:
    pocketsphinx: 100 frames per second.
"""

_BEAMS = (
    {"beam": 1e-120, "pbeam": 1e-120, "wbeam": 1e-100},
    {"beam": 1e-200, "pbeam": 1e-200, "wbeam": 1e-180},
)
"""How unlikely a path may be and still be followed when the words are known; the second if the first finds none.

Sources:
    Our own measurement: with pocketsphinx's own beams 2 of 6 real clips are not aligned at all, with the first of
    these all are; the second aligns speech with music as loud as 5 dB under it.
"""


class DecodedWord(NamedTuple):
    """A recognised word with its times, in milliseconds."""

    text: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Models:
    """The models of a decoder; paths, so that they can be sent to a process.

    Args:
        dictionary: words and phones.
        language_model: how words follow each other.
        acoustic: folder of pocketsphinx's acoustic model.
    """

    dictionary: str
    language_model: str
    acoustic: str


def build_models(words: Sequence[str], folder: str) -> Models:
    """Write the dictionary and the language model of a text into a folder.

    Raises:
        MediaError: pocketsphinx is not installed.
    """
    models = Models(
        os.path.join(folder, "words.dict"),  # noqa: PTH118
        os.path.join(folder, "words.lm"),  # noqa: PTH118
        _pocketsphinx().get_model_path("en-us/en-us"),
    )
    Path(models.dictionary).write_text("\n".join(pronunciations(words)) + "\n", encoding="utf-8")
    Path(models.language_model).write_text("\n".join(arpa_lines(words)) + "\n", encoding="utf-8")
    return models


def pronunciations(words: Sequence[str]) -> list[str]:
    """The lines of a dictionary of the words of a text.

    Raises:
        MediaError: pocketsphinx, which brings the dictionary, is not installed.
    """
    path = _pocketsphinx().get_model_path("en-us/cmudict-en-us.dict")
    return dictionary_lines(set(words), Path(path).read_text(encoding="utf-8").splitlines())


class Decoder:
    """Recognise or align words in parts of a recording, one after another.

    Args:
        models: its dictionary and language model.
    """

    def __init__(self, models: Models) -> None:
        self._models = models
        self._recogniser: Any = None
        self._aligners: dict[int, Any] = {}

    def recognise(self, samples: NDArray[np.int16], start_ms: int) -> list[DecodedWord]:
        """Recognise the words in samples that begin at a time of the recording."""
        if self._recogniser is None:
            # a second pass finds 1 word in 100 more and takes half as long again; the words between are aligned anyway
            self._recogniser = self._make(lm=self._models.language_model, fwdflat=False)
        return self._run(self._recogniser, samples, start_ms)

    def align(
        self, words: Sequence[str], samples: NDArray[np.int16], start_ms: int
    ) -> list[DecodedWord] | None:
        """Align known words with samples; ``None`` if they cannot be found in them."""
        for number, beams in enumerate(_BEAMS):
            if number not in self._aligners:
                self._aligners[number] = self._make(lm=None, bestpath=False, **beams)
            decoder = self._aligners[number]
            decoder.set_align_text(" ".join(words))
            found = self._run(decoder, samples, start_ms)
            # the result is empty or incomplete where no path reaches the end
            if [word.text for word in found] == list(words):
                return found
        return None

    def _make(self, **options: Any) -> Any:
        return _pocketsphinx().Decoder(
            hmm=self._models.acoustic, dict=self._models.dictionary, loglevel="FATAL", **options
        )

    def _run(self, decoder: Any, samples: NDArray[np.int16], start_ms: int) -> list[DecodedWord]:
        # drop the adaptation to the voice so far: two processes, or a resumed run, must give the same result
        decoder.reinit_feat()
        decoder.start_utt()
        decoder.process_raw(samples.tobytes(), full_utt=True)
        decoder.end_utt()
        segments = decoder.seg()
        if segments is None:
            return []
        return [
            DecodedWord(
                segment.word.partition("(")[0],
                start_ms + segment.start_frame * FRAME_MS,
                start_ms + (segment.end_frame + 1) * FRAME_MS,
            )
            for segment in segments
            if not segment.word.startswith(("<", "[", "("))
        ]


def _pocketsphinx() -> Any:
    try:
        import pocketsphinx
    except ImportError:
        raise MediaError(
            "forced alignment needs pocketsphinx, which is not installed", hint=f"Run: {INSTALL}"
        ) from None
    return pocketsphinx
