"""Gentle; a sample written here in the shape of a real file, and that file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from captious.errors import WordsError
from captious.word_timings.gentle import SOURCE
from captious.word_timings.model import TimedWord

if TYPE_CHECKING:
    from pathlib import Path


def word(text: str, offset: int, start: float | None = None) -> dict[str, object]:
    times = {"start": start, "end": start + 0.5} if start is not None else {}
    case = "success" if times else "not-found-in-audio"
    return {"case": case, "word": text, "startOffset": offset, "endOffset": offset + len(text), **times}


def test_punctuation_of_the_transcript_is_attached_to_words() -> None:
    text = "“So (all-female)\r\n\r\n* teams.”"
    heard = {"case": "not-found-in-transcript", "start": 1, "end": 2, "alignedWord": "[oov]"}
    data = {
        "transcript": text,
        "words": [
            word("So", 1, 1),
            heard,
            word("all", 5, 2),
            word("female", 9, 3),
            word("teams", text.index("teams")),
        ],
    }
    assert SOURCE.recognise(data)
    assert SOURCE.read(data).words == (
        TimedWord("“So", 1000, 1500),
        TimedWord("(all-female)", 2000, 3500),
        TimedWord("teams.”", None),
    )


def test_without_offsets_words_are_bare() -> None:
    data = {"transcript": "So, yes.", "words": [{"case": "success", "word": "So", "start": 1, "end": 2}]}
    assert SOURCE.read(data).words == (TimedWord("So", 1000, 2000),)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"transcript": "a", "words": 5}, "words is 5"),
        ({"transcript": 5, "words": []}, "transcript is 5"),
        ({"words": []}, "transcript is missing"),
        ({"transcript": "a", "words": [{**word("a", 0, 1), "word": 5}]}, "words[0].word is 5"),
        ({"transcript": "a", "words": [{**word("a", 0, 1), "start": "x"}]}, "words[0].start is 'x'"),
        ({"transcript": "a", "words": [{**word("a", 0, 1), "end": -1}]}, "words[0].end is -1"),
        ({"transcript": "a", "words": [{**word("a", 0, 1), "endOffset": "x"}]}, "words[0].endOffset is 'x'"),
    ],
)
def test_what_is_broken_is_named_with_its_path(data: object, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        SOURCE.read(data)
    assert str(caught.value).startswith(f"Gentle: {message}")


def test_a_real_file(shared_data: Path) -> None:
    data = json.loads((shared_data / "asr" / "gentle.json").read_text(encoding="utf-8"))
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    assert track.words[0] == TimedWord("Gentle", 2520, 3150)
    assert track.words[-1].text == "Institute"
    spoken = data["transcript"].split()
    spoken.remove("Thanks")  # Gentle lists no such word
    assert [one.text for one in track.words] == [text for text in spoken if any(map(str.isalnum, text))]
