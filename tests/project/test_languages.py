"""A small interview in each language we know of, from the transcript to captions in which nothing is left to fix."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import captious
from captious.captioning import all_words, caption_transcript, time_words
from captious.checks.settings import CheckSettings, check_reading
from captious.formats.registry import format_by_name
from captious.measure.scripts import NO_LINE_END, NO_LINE_START, is_without_spaces
from captious.measure.width import line_width
from captious.style import load_style
from captious.transcripts.parse import read_transcript

TEXTS = {path.stem: path for path in sorted((Path(__file__).parent / "languages").glob("*.txt"))}
STYLES = ("youtube", "netflix", "podcast", "bbc-online", "ted")
LABEL = re.compile(
    r"^(?:>> )?(?:\[[^\]]{1,20}\]|[^\s:：]{1,20}(?: [^\s:：]{1,20}){0,2} ?[:：]) ?", re.MULTILINE
)


def letters(text: str) -> str:
    return "".join(character for character in text if not character.isspace())


def test_the_promised_languages_are_there() -> None:
    assert set(TEXTS) >= {"es", "fr", "de", "pt", "it", "nl", "sv", "pl", "zh", "ja", "th", "ko", "ar", "he"}


@pytest.mark.parametrize("tag", TEXTS)
def test_the_language_is_told(tag: str) -> None:
    transcript = read_transcript(TEXTS[tag].read_text(encoding="utf-8"))
    assert transcript.language.partition("-")[0] == tag
    assert len(transcript.speakers) == 2


@pytest.mark.parametrize("tag", TEXTS)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("to", ["srt", "vtt"])
def test_captions_keep_every_letter_and_every_limit(tag: str, style: str, to: str) -> None:
    source = TEXTS[tag].read_text(encoding="utf-8")
    transcript = read_transcript(source, language=tag)
    profile = load_style(style).profile(format=to, language=tag)
    times = time_words(transcript, speed=profile.speed)
    (made,) = caption_transcript(transcript, profiles=[profile], times=times)
    assert made.broken_words == ()
    lines = [line for cue in made.document.cues for line in cue.lines]
    assert max(line_width(line, profile.counting) for line in lines) <= profile.layout.line_length_chars.value
    # no letter lost or added, label aside; every word of the transcript is there in order
    said = letters("".join(LABEL.sub("", line) for line in source.splitlines()))
    spoken = letters("".join(word.text for word in all_words(transcript)))
    assert spoken == said
    shown = letters("".join(lines))
    place = 0
    for word in all_words(transcript):
        wanted = letters(word.text)
        if profile.typography.quotes == "straight":
            wanted = wanted.replace("“", '"').replace("”", '"').replace("’", "'")
        found = shown.find(wanted, place)
        assert 0 <= found - place <= 30, (word, shown[place : place + 60])
        place = found + len(wanted)
    reading = format_by_name(to).read(format_by_name(to).write(made.document))
    findings = check_reading(reading, CheckSettings(load_style(style), language=tag))
    assert [item for item in findings if item.fix is not None and item.fix.safe] == []
    assert [item for item in findings if item.severity is captious.Severity.ERROR] == []
    # nor is anything found where the language is not said
    told = check_reading(reading, CheckSettings(load_style(style)))
    assert [item.code for item in told if item.code.startswith("TXT")] == [
        item.code for item in findings if item.code.startswith("TXT")
    ]


@pytest.mark.parametrize("tag", ["ja", "zh"])
def test_no_line_begins_or_ends_with_the_wrong_mark(tag: str) -> None:
    document = captious.caption(TEXTS[tag].read_text(encoding="utf-8"), style="netflix", language=tag)
    for cue in document.cues:
        for line in cue.lines:
            assert line[0] not in NO_LINE_START, line
            assert line[-1] not in NO_LINE_END, line
            # no blank where the transcript has none
            assert not re.search(r"[\u3041-\u30ff\u4e00-\u9fff] [\u3041-\u30ff\u4e00-\u9fff]", line), line


def test_no_break_before_the_marks_of_french() -> None:
    for style in STYLES:
        document = captious.caption(TEXTS["fr"].read_text(encoding="utf-8"), style=style, language="fr")
        text = "\n".join(line for cue in document.cues for line in cue.lines)
        assert not re.search(r"^[?!:;»]", text, re.MULTILINE)
        assert "bon sous-titre\u00a0?" in text.replace("\n", " ")


def test_a_wrapped_line_is_no_blank_in_japanese() -> None:
    document = captious.caption(TEXTS["ja"].read_text(encoding="utf-8"), style="youtube", language="ja")
    text = "".join(line for cue in document.cues for line in cue.lines)
    assert "日本語を勉強している人にも役に立つ" in text


def test_marks_of_direction_stay_and_count_nothing() -> None:
    text = "דנה: שלום \u200fABC\u200e וברוכים הבאים.\nיוסי: תודה.\nדנה: כן.\nיוסי: לא.\n"
    document = captious.caption(text, style="youtube", language="he").document
    shown = " ".join(line for cue in document.cues for line in cue.lines)
    assert "\u200fABC\u200e" in shown
    assert line_width("\u200fABC\u200e") == 3
    source = format_by_name("srt").write(document)
    fixed = captious.fix(source.encode(), style="youtube", language="he")
    assert fixed.source == source
    assert not any(finding.code == "FIL003" for finding in captious.check(source.encode(), language="he"))


def test_an_unknown_language_is_said_to_be_one() -> None:
    text = (
        "Gwen: Bore da a chroeso i'r rhaglen heddiw, ac mae'n dda gen i gwrdd â chi.\nAled: Diolch yn fawr.\n"
        * 3
    )
    transcript = read_transcript(text, language="cy")
    assert any(
        "no word lists for Welsh" in remark.message or "(cy)" in remark.message
        for remark in transcript.remarks
    )
    assert all(not is_without_spaces(word.text) for word in all_words(transcript))
