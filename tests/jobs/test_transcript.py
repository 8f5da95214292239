"""What a library user calls for texts to be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import captious
from captious.errors import CaptiousError, OptionError
from captious.jobs.transcript_kinds import KINDS

if TYPE_CHECKING:
    from pathlib import Path

TALK = "A talk\n\nAnn: Hello there, Bob. How are you?\n\nBob: Fine.\n"


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.txt"
    path.write_text(TALK, encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind(root: Path, kind: str) -> None:
    seed = next((root / "seeds").glob("*.txt"))
    text = captious.transcript(
        seed, to=kind, duration_ms=4_101_000, media="https://youtu.be/x", date="2020-03-29"
    ).text
    assert text.endswith("\n")
    assert "research" in text.lower()


def test_a_missing_label_is_put_in_by_every_job(talk: Path) -> None:
    splits = {"How are you": "Bob"}
    assert [cue.speaker for cue in captious.caption(talk, splits=splits, to="vtt").cues] == [
        "Ann",
        "Bob",
        "Bob",
    ]
    for made in (captious.transcript(talk, splits=splits), captious.publish(talk, splits=splits).transcript):
        assert [speech.speaker for speech in made.episode.speeches] == ["Ann", "Bob", "Bob"]
    with pytest.raises(OptionError, match="no turn has the words"):
        captious.transcript(talk, splits={"How is he": "Bob"})


def test_captions_tell_the_times(talk: Path, root: Path) -> None:
    examples = root / "examples"
    record = json.loads(
        captious.transcript(examples / "talk.txt", to="json", words=examples / "talk.auto.vtt").text
    )
    assert record["times"]["draft"] is False
    assert [turn["paragraphs"][0]["start"] for turn in record["turns"]][1] == pytest.approx(13, abs=1)
    assert captious.transcript(talk, to="txt", title="Mine").text.startswith("Mine\n\nAnn [0:00]: Hello")


def test_captions_of_any_format_are_a_source(root: Path, tmp_path: Path) -> None:
    srt = root / "examples" / "talk.srt"
    path = tmp_path / "talk.ttml"
    path.write_text(captious.convert(srt, to="ttml").text, encoding="utf-8")
    assert captious.transcript(path, to="txt").text == captious.transcript(srt, to="txt").text


def test_what_cannot_be(talk: Path, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="unknown kind of transcript: 'pdf'"):
        captious.transcript(talk, to="pdf")
    with pytest.raises(OptionError, match="no chapters found"):
        captious.transcript(talk, to="chapters")
    with pytest.raises(OptionError, match="not a URL"):
        captious.transcript(talk, media="javascript:alert(1)")
    with pytest.raises(CaptiousError) as caught:
        captious.transcript(tmp_path / "gone.txt")
    assert "gone.txt" in str(caught.value)


def test_words_without_readable_times_are_named() -> None:
    source = "1\n00:00:01,000 --> 00:00:03,000\nHello there.\n\n2\n00:00:04,000 → 00:00:06,000\nGood night.\n"
    made = captious.transcript(source.encode(), to="txt")
    assert ("dropped", 'words without readable times in 1 cue, cue 2 ("Good night.")') in [
        (remark.kind, remark.message) for remark in made.transcript.remarks
    ]
