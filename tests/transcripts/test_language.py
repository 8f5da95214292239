"""Language tags and detection."""

from __future__ import annotations

import json

import pytest

from captious.errors import OptionError
from captious.transcripts import language
from captious.transcripts.language import UNKNOWN, check_language, detect_language, language_name


def test_detection_repeats_itself() -> None:
    text = "Guten Tag zusammen, heute sprechen wir über Fotografie und alte Kameras."
    assert {detect_language(text) for _ in range(5)} == {detect_language(text)}
    assert detect_language(text)[0] == "de"
    assert detect_language("We talk about cameras and old photographs today.")[0] == "en"
    assert detect_language("今天我们谈谈照相机和旧照片，欢迎大家收听我们的节目。")[0] == "zh-CN"


@pytest.mark.parametrize("text", ["", "Ok.", "1 2 3 4 5 6 7 8 9 – 10 …"])
def test_too_little_text_is_unknown(text: str) -> None:
    assert detect_language(text) == (UNKNOWN, 0.0)


def test_an_interrupt_while_profiles_are_read_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "We talk about cameras and old photographs today."
    language._detectors.cache_clear()
    read = iter(range(20))

    def interrupted(data: bytes) -> object:
        if next(read, None) is None:
            raise KeyboardInterrupt
        return usual(data)

    usual = json.loads
    with monkeypatch.context() as patch:
        patch.setattr(json, "loads", interrupted)
        with pytest.raises(KeyboardInterrupt):
            detect_language(text)
    assert detect_language(text)[0] == "en"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("EN_us", "en-US"), ("zh-hant-tw", "zh-Hant-TW"), (" de ", "de"), ("es-419", "es-419")],
)
def test_tags_are_spelled_as_usual(tag: str, expected: str) -> None:
    assert check_language(tag) == expected


@pytest.mark.parametrize("tag", ["", "english!", "e", "en-", "12"])
def test_what_is_no_tag_is_refused(tag: str) -> None:
    with pytest.raises(OptionError, match="not a language"):
        check_language(tag)


def test_names() -> None:
    assert language_name("pt-BR") == "Portuguese"
    assert language_name("tlh") == "tlh"
