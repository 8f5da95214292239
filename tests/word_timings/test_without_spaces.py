"""Recognised words of scripts without spaces are captions without spaces."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import captious

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def captioned(folder: Path, words: Sequence[str], language: str) -> list[tuple[str, ...]]:
    path = folder / "words.json"
    timed = [
        {"word": word, "start": 0.35 * number, "end": 0.35 * number + 0.3}
        for number, word in enumerate(words)
    ]
    segment = {"id": 0, "start": 0.0, "end": 0.35 * len(words), "text": "".join(words), "words": timed}
    path.write_text(json.dumps({"language": language, "segments": [segment]}), encoding="utf-8")
    return [cue.lines for cue in captious.caption(path).document.cues]


def test_chinese_words_are_joined_and_broken_between_phrases(tmp_path: Path) -> None:
    words = ["大家", "好。", "我养", "蜂大", "概有", "十五", "年了。", "以前", "是我", "父亲", "在做。"]

    made = captioned(tmp_path, words, "zh")

    assert made == [("大家好。我养蜂大概有十五年了。",), ("以前是我父亲在做。",)]


def test_japanese_words_are_joined_and_latin_ones_keep_their_spaces(tmp_path: Path) -> None:
    words = ["今日", "は", "Open", "AI", "の", "話", "です。"]

    made = captioned(tmp_path, words, "ja")

    assert "".join(line for cue in made for line in cue) == "今日は Open AI の話です。"


def test_thai_keeps_the_spaces_that_the_source_has(tmp_path: Path) -> None:
    words = ["สวัสดี", "ค่ะ", " ฉัน", "เลี้ยง", "ผึ้ง", "มา", "สิบห้า", "ปี", "แล้ว", " เมื่อก่อน", "พ่อ", "ทำงาน", "นี้"]

    made = captioned(tmp_path, words, "th")

    assert " ".join(line for cue in made for line in cue) == "สวัสดีค่ะ ฉันเลี้ยงผึ้งมาสิบห้าปีแล้ว เมื่อก่อนพ่อทำงานนี้"


def test_thai_words_of_a_source_that_says_nothing_of_spaces_have_none(tmp_path: Path) -> None:
    made = captioned(tmp_path, ["สวัสดี", "ค่ะ", "ฉัน", "เลี้ยง", "ผึ้ง"], "th")

    assert made == [("สวัสดีค่ะฉันเลี้ยงผึ้ง",)]
