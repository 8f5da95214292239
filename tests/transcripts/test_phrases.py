"""Scripts without spaces, split into phrases."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from captious.measure.scripts import NO_LINE_END, NO_LINE_START
from captious.transcripts.model import Turn, Word
from captious.transcripts.phrases import cut_into_phrases, phrases


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        (
            "今日は天気がいいので、散歩に行きます。",
            "ja",
            ["今日は", "天気が", "いいので、", "散歩に", "行きます。"],
        ),
        ("今天天气很好，我们去公园。", "zh", ["今天", "天气", "很", "好，", "我们", "去", "公园。"]),
        ("YouTubeの字幕", "ja", ["YouTubeの", "字幕"]),
        ("hello", "en", ["hello"]),
    ],
)
def test_where_phrases_end(text: str, language: str, parts: list[str]) -> None:
    assert phrases(text, language) == parts


def test_words_keep_their_line_and_their_time() -> None:
    words = (
        Word("今日は天気がいいので、", 3, anchor_ms=500),
        Word("散歩に行きます。", 4, glued=True),
        Word("OK", 4),
    )
    (turn,) = cut_into_phrases([Turn("田中", words, 3)], "ja")
    assert [(word.text, word.line, word.anchor_ms, word.glued) for word in turn.words] == [
        ("今日は", 3, 500, False),
        ("天気が", 3, None, True),
        ("いいので、", 3, None, True),
        ("散歩に", 4, None, True),
        ("行きます。", 4, None, True),
        ("OK", 4, None, False),
    ]


def test_other_scripts_are_left_alone() -> None:
    turn = Turn(None, (Word("été", 1), Word("안녕하세요", 1), Word("שלום", 1)), 1)
    assert cut_into_phrases([turn], "fr") == [turn]


@settings(max_examples=200)
@given(
    st.text(
        st.sampled_from("あいうえおカキクケコーっゃ漢字日本語今天我们去กขคเแิ่้ABC12。、，！？「」（）…・"),
        min_size=1,
        max_size=40,
    ),
    st.sampled_from(["ja", "zh", "zh-TW", "th", "en"]),
)
def test_phrases_are_the_text_and_end_where_lines_may(text: str, language: str) -> None:
    parts = phrases(text, language)
    assert "".join(parts) == text
    assert all(parts)
    for left, right in pairwise(parts):
        assert right[0] not in NO_LINE_START
        assert left[-1] not in NO_LINE_END
        assert not (left[-1].isascii() and left[-1].isalnum() and right[0].isascii() and right[0].isalnum())


def test_chinese_particles_and_measure_words_follow_what_they_belong_to() -> None:
    for text in (
        "但现在，它已经到了一个非常稳定的状态",
        "直接使用实际需要执行的指令来编写脚本",
        "他正确地宣传了这些事实",
    ):
        for part in phrases(text, "zh"):
            assert not part.startswith(("的", "地宣", "了一", "个非")), text
    assert "".join(phrases("的确如此，地方很大", "zh")) == "的确如此，地方很大"
