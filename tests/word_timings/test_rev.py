"""Rev; samples written here in the shape of its documentation."""

from __future__ import annotations

import pytest

from captious.errors import WordsError
from captious.word_timings.model import TimedWord
from captious.word_timings.rev import SOURCE


def made(*elements: object) -> dict[str, object]:
    return {"monologues": [{"speaker": 0, "elements": list(elements)}]}


def test_punctuation_is_attached_to_the_word_before() -> None:
    data = made(
        {"type": "text", "value": "Hello", "ts": 0.075, "end_ts": 0.425, "confidence": 0.96},
        {"type": "punct", "value": ","},
        {"type": "punct", "value": " "},
        {"type": "text", "value": "you"},
        {"type": "punct", "value": "."},
    )
    assert SOURCE.recognise(data)
    assert SOURCE.read(data).words == (
        TimedWord("Hello,", 75, 425, 0.96, "0"),
        TimedWord("you.", None, None, None, "0"),
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"monologues": 1}, "monologues is 1"),
        ({"monologues": [{}]}, "monologues[0].elements is missing"),
        (made({"value": "a"}), "monologues[0].elements[0].type is missing"),
        (made({"type": "text"}), "monologues[0].elements[0].value is missing"),
        (made({"type": "text", "value": 1}), "monologues[0].elements[0].value is 1"),
        (made({"type": "text", "value": "a", "ts": "x"}), "monologues[0].elements[0].ts is 'x'"),
        (
            made({"type": "text", "value": "a", "end_ts": float("nan")}),
            "monologues[0].elements[0].end_ts is nan",
        ),
    ],
)
def test_what_is_broken_is_named_with_its_path(data: object, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        SOURCE.read(data)
    assert str(caught.value).startswith(f"Rev: {message}")
