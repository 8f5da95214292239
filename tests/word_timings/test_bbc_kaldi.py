"""BBC's Kaldi; a sample written here in the shape of a real file, and that file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from captious.errors import WordsError
from captious.word_timings.bbc_kaldi import SOURCE
from captious.word_timings.model import TimedWord

if TYPE_CHECKING:
    from pathlib import Path

THIS = {"start": 2.17, "confidence": 1, "end": 2.47, "text": "this", "punct": "This", "index": 0}


@pytest.mark.parametrize("data", [{"retval": {"words": [THIS]}}, {"words": [THIS]}])
def test_words_with_marks(data: object) -> None:
    assert SOURCE.recognise(data)
    assert SOURCE.read(data).words == (TimedWord("This", 2170, 2470, 1.0),)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (None, " is missing"),
        (5, " is 5"),
        ([[]], "[0] is []"),
        ([{"start": 1}], "[0].text is missing"),
        ([{"punct": "a"}], "[0].start is missing"),
        ([{**THIS, "end": "later"}], "[0].end is 'later'"),
        ([{**THIS, "start": -0.5}], "[0].start is -0.5"),
    ],
)
def test_what_is_broken_is_named_with_its_path(words: object, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        SOURCE.read({"retval": {"words": words}})
    assert str(caught.value).startswith(f"BBC Kaldi: retval.words{message}")


def test_a_real_file(shared_data: Path) -> None:
    data = json.loads((shared_data / "asr" / "mobydick-bbc-kaldi.json").read_text(encoding="utf-8"))
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    assert len(track.words) == 3711
    assert track.words[0] == TimedWord("This", 2170, 2470, 1.0)
    assert track.words[-1] == TimedWord("two.", 1433040, 1433500, 0.89)
