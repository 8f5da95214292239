"""Amazon Transcribe; samples written here in the shape of its documentation."""

from __future__ import annotations

import pytest

from captious.errors import WordsError
from captious.word_timings.aws import SOURCE
from captious.word_timings.model import TimedWord


def item(text: str, start: str, end: str, **more: str) -> dict[str, object]:
    best = {"content": text, "confidence": "0.5"}
    return {"type": "pronunciation", "start_time": start, "end_time": end, "alternatives": [best], **more}


MARK = {"type": "punctuation", "alternatives": [{"content": ".", "confidence": "0.0"}]}


def test_punctuation_is_attached_and_times_are_strings() -> None:
    data = {"results": {"items": [item("Hold", "4.87", "5.02", speaker_label="spk_0"), MARK]}}
    assert SOURCE.recognise(data)
    assert SOURCE.read(data).words == (TimedWord("Hold.", 4870, 5020, 0.5, "spk_0"),)


def test_speakers_may_stand_only_in_their_own_list() -> None:
    told = {"items": [{"start_time": "4.87", "end_time": "5.02", "speaker_label": "spk_1"}]}
    data = {
        "results": {"speaker_labels": {"segments": [told]}, "items": [item("Hold", "4.87", "5.02"), MARK]},
    }
    assert SOURCE.read(data).words == (TimedWord("Hold.", 4870, 5020, 0.5, "spk_1"),)


@pytest.mark.parametrize(
    ("items", "message"),
    [
        (1, " is 1"),
        ([1], "[0] is 1"),
        ([{}], "[0].alternatives is missing"),
        ([{"alternatives": [{"content": "a"}]}], "[0].type is missing"),
        ([{"type": "pronunciation", "alternatives": [{}]}], "[0].alternatives[0].content is missing"),
        ([{**item("a", "1", "2"), "start_time": None}], "[0].start_time is missing"),
        ([item("a", "1", "soon")], "[0].end_time is 'soon'"),
        ([item("a", "-1", "2")], "[0].start_time is '-1'"),
        ([item("a", "1", "inf")], "[0].end_time is 'inf'"),
    ],
)
def test_what_is_broken_is_named_with_its_path(items: object, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        SOURCE.read({"results": {"items": items}})
    assert str(caught.value).startswith(f"Amazon Transcribe: results.items{message}")
