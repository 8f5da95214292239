"""The main job as the library offers it."""

from __future__ import annotations

import gzip
import itertools
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import captious
from captious.captioning import caption_transcript, count_spoken, time_words
from captious.formats.registry import format_by_name
from captious.measure.width import line_width
from captious.style import load_style
from captious.timing.anchors import Anchor
from captious.transcripts.parse import read_transcript

if TYPE_CHECKING:
    from pathlib import Path

    from captious.core.document import Document
    from captious.transcripts.model import Transcript

TALK = """\
Ann Lee: Hello and welcome to the show. Today we talk about captions, and about the people who need them.
Dr. Bob Ray: Thank you for having me. It is a pleasure to be here.
Ann Lee: What makes a caption good?
Dr. Bob Ray: It must be read in the time it is shown, and it must break where a reader would take a breath.
"""
SEVERAL = (
    "youtube",
    "netflix-en",
    "netflix-ja",
    "bbc",
    "podcast",
    "arcom",
    "ard",
    "dcmp",
    "fox",
    "bbc-online-vertical",
)
"""One for each thing that styles do differently."""


def made(text: str, **options: Any) -> Document:
    return captious.caption(text, **options).document


def shown(document: captious.Document) -> str:
    return " ".join(" ".join(cue.lines) for cue in document.cues)


def test_every_cue_has_times_a_speaker_and_a_source() -> None:
    document = made(TALK, style="youtube", duration_ms=30_000, anchors=[(9_000, "Thank you for having")])
    assert [cue.id for cue in document.cues] == [str(number + 1) for number in range(len(document.cues))]
    anchored = [cue for cue in document.cues if cue.time_source is captious.TimeSource.ANCHORED]
    assert [cue.start_ms for cue in anchored] == [9_000]
    assert {cue.speaker for cue in document.cues} == {"Ann Lee", "Dr. Bob Ray"}
    assert document.cues[-1].end_ms <= 30_000


def test_an_anchor_may_be_a_pair_or_an_anchor() -> None:
    pair = made(TALK, anchors=[(9_000, "Thank you for having")])
    assert pair == made(TALK, anchors=[Anchor(9_000, "Thank you for having")])


def test_the_label_is_visible_in_srt_and_a_voice_in_vtt_as_the_style_says() -> None:
    assert shown(made(TALK, style="podcast", to="srt")).startswith("Ann Lee: Hello")
    vtt = made(TALK, style="podcast", to="vtt")
    assert shown(vtt).startswith("Hello")
    assert all(cue.text.startswith(f"<v {cue.speaker}>") for cue in vtt.cues)
    assert shown(made(TALK, style="bbc")).startswith("ANN LEE: Hello")


def test_names_and_words_that_look_like_markup_are_escaped() -> None:
    text = "Ann: a < b & c --> d\nBob: fine\nAnn: yes\nBob: no\n"
    document = made(text, to="vtt", renames={"Ann": "Q&A <Ann>"}, language="en")
    written = format_by_name("vtt").write(document)
    reading = format_by_name("vtt").read(written)
    assert [finding for finding in reading.findings if finding.severity > captious.Severity.INFO] == []
    assert "a < b & c --> d" in shown(reading.document)
    assert {cue.speaker for cue in reading.document.cues} == {"Q&A <Ann>", "Bob"}


def test_a_vtt_file_says_its_language_and_that_it_is_a_draft() -> None:
    document = made(TALK, to="vtt", language="en")
    assert "Language: en" in document.header
    assert document.notes[0].text.startswith("draft timing: estimated from text")
    assert "Language" not in made("xyzzy", to="vtt", language="und").header


def test_glossary_and_renames() -> None:
    document = made(TALK, glossary={"captions": "subtitles"}, renames={"Ann Lee": "Anne Leigh"})
    assert "subtitles" in shown(document)
    assert ">> ANNE LEIGH:" in shown(document)


def test_timestamps_in_the_transcript_become_anchors() -> None:
    said = (
        "[00:00:10] Ann: One and two.",
        "[00:00:40] Bob: Three and four.",
        "[00:01:00] Ann: Five.",
        "[00:01:10] Bob: 6",
    )
    text = "\n".join(said)
    document = made(text, language="en")
    assert [cue.start_ms for cue in document.cues] == [10_000, 40_000, 60_000, 70_000]


def test_files_are_written_by_their_ending_and_read_back(tmp_path: Path) -> None:
    document = made(TALK, to="vtt", duration_ms=30_000)
    captious.write(document, tmp_path / "talk.vtt")
    assert captious.read(tmp_path / "talk.vtt").document == document
    captious.write(document, tmp_path / "talk.srt")
    assert captious.read(tmp_path / "talk.srt").document.format == "srt"
    with pytest.raises(captious.CaptiousError):
        captious.write(document, tmp_path / "talk.doc")


def test_a_file_is_checked_and_fixed_without_being_written(tmp_path: Path) -> None:
    path = tmp_path / "edited.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:03,000\nTwo  spaces.\n", encoding="utf-8")
    assert [finding.code for finding in captious.check(path)] == ["TXT002"]
    assert not captious.check(path, ignore=["TXT"])
    assert [finding.code for finding in captious.check(path.read_bytes(), select=["odd-whitespace"])] == [
        "TXT002"
    ]
    fixed = captious.fix(path, language="en")
    assert "Two spaces." in fixed.source
    assert fixed.left == ()
    assert "Two  spaces." in path.read_text(encoding="utf-8")


def test_unknown_names_of_the_library_are_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'captoin'"):
        captious.captoin  # type: ignore[attr-defined]  # noqa: B018
    assert "caption" in dir(captious)


plain_words = st.from_regex(r"[A-Za-z’'éüß0-9][A-Za-z’'éüß0-9,;.!?%&<>/]{0,14}", fullmatch=True)


@settings(max_examples=60)
@given(
    st.lists(st.lists(plain_words, min_size=1, max_size=40), min_size=2, max_size=5),
    st.sampled_from(SEVERAL),
    st.sampled_from(["srt", "vtt"]),
)
def test_words_in_are_words_out(turns: list[list[str]], style: str, to: str) -> None:
    names = itertools.cycle(["Ann Lee", "Bob Ray"])
    text = "\n\n".join(f"{name}: {' '.join(words)}" for name, words in zip(names, turns, strict=False))
    transcript = read_transcript(text, language="en", speakers=("Ann Lee", "Bob Ray"))
    spoken = [word.text for turn in transcript.turns for word in turn.words if not word.sound]
    profile = load_style(style).profile(format=to, language="en")
    times = time_words(transcript, speed=profile.speed)
    (made,) = caption_transcript(transcript, profiles=[profile], times=times)
    written = format_by_name(to).write(made.document)
    reading = format_by_name(to).read(written)
    assert reading.document == made.document
    labels = ("ANN LEE", "BOB RAY", "ANN", "BOB", "Ann Lee", "Bob Ray", "Ann", "Bob")
    out = shown(reading.document)
    got = [
        part
        for part in out.split()
        if part.strip(">[]():") not in labels and part not in (">>", "LEE:", "RAY:")
    ]
    if profile.typography.quotes == "straight":
        spoken = [word.replace("’", "'") for word in spoken]
    if not made.broken_words and not any(word.sound for turn in transcript.turns for word in turn.words):
        lee = {"LEE", "RAY", "Lee", "Ray", "Lee]", "Ray]", "Lee)", "Ray)", "Lee:", "Ray:"}
        assert [part for part in got if part not in lee] == [word for word in spoken if word not in labels]
    assert count_spoken(transcript) <= len(spoken)


@pytest.fixture(scope="module")
def episodes(shared_data: Path) -> list[Transcript]:
    """Five recorded conversations."""
    with gzip.open(shared_data / "timing" / "changelog-turns.jsonl.gz", "rt", encoding="utf-8") as lines:
        recordings = [json.loads(line) for line in itertools.islice(lines, 0, 60, 12)]
    texts = ("\n\n".join(f"{speaker}: {said}" for speaker, said in one["turns"]) for one in recordings)
    return [read_transcript(text, language="en") for text in texts]


@pytest.mark.parametrize("style", SEVERAL)
def test_real_episodes_keep_every_word(style: str, episodes: list[Transcript]) -> None:
    profiles = [load_style(style).profile(format=to, language="en") for to in ("srt", "vtt")]
    for transcript in episodes:
        times = time_words(transcript, speed=profiles[0].speed)
        both = caption_transcript(transcript, profiles=profiles, times=times)
        for made, profile in zip(both, profiles, strict=True):
            limit = profile.layout.line_length_chars.value
            widths = [line_width(line, profile.counting) for cue in made.document.cues for line in cue.lines]
            assert max(widths) <= limit
            known = format_by_name(made.document.format)
            assert known.read(known.write(made.document)).document == made.document
            out = " ".join(" ".join(cue.lines) for cue in made.document.cues).replace("'", "’")
            position = 0
            for turn in transcript.turns:
                for word in turn.words:
                    if word.sound or word.text in made.broken_words:
                        continue
                    found = out.find(word.text.replace("'", "’"), position)
                    assert 0 <= found - position < 120, (word, out[position : position + 80])
                    position = found + len(word.text)


def test_speakers_have_colours_where_the_style_has_them() -> None:
    bbc = made(TALK, style="bbc", to="vtt")
    (sheet,) = bbc.style_sheets
    assert sheet.text == (
        '::cue(v[voice="Ann Lee"]) { color: #ffffff; }\n::cue(v[voice="Dr\\2e  Bob Ray"]) { color: #ffff00; }'
    )
    # never instead of labels
    assert "ANN LEE:" in shown(bbc)
    assert made(TALK, style="bbc", to="srt").style_sheets == ()
    assert made(TALK, style="youtube", to="vtt").style_sheets == ()
