from __future__ import annotations

from typing import TYPE_CHECKING

import captious
from captious.captioning import Captioning, caption_transcript, time_words
from captious.reports.caption_summary import measure_document, shortcomings, summarise
from captious.reports.rows import row_line
from captious.style import load_style
from captious.transcripts.parse import read_transcript

if TYPE_CHECKING:
    from captious.timing.estimate import WordTimes
    from captious.transcripts.model import Transcript

TALK = "Ann Lee: Hello there, and welcome.\nBob Ray: Thank you, I am glad to be here.\nAnn Lee: Well.\n"


def make(
    text: str = TALK,
    style: str = "youtube",
    duration_ms: int | None = 12_000,
    to: tuple[str, ...] = ("srt", "vtt"),
) -> tuple[Transcript, WordTimes, list[Captioning]]:
    transcript = read_transcript(text, language="en")
    profiles = [load_style(style).profile(format=name, language="en") for name in to]
    times = time_words(transcript, duration_ms=duration_ms, speed=profiles[0].speed)
    return (
        transcript,
        times,
        caption_transcript(transcript, profiles=profiles, times=times, duration_ms=duration_ms),
    )


def test_the_figures_of_a_document() -> None:
    profile = load_style("youtube").profile(format="srt", language="en")
    cues = (
        captious.Cue(0, 1000, "x" * 42, ("x" * 42,)),
        captious.Cue(1000, 5000, "one\ntwo", ("one", "two")),
        captious.Cue(5000, 7000, "abcd", ("abcd",)),
    )
    figures = measure_document(captious.Document("srt", cues), profile)
    assert (figures.cues, figures.lines, figures.longest_line_chars, figures.lines_at_limit) == (3, 4, 42, 1)
    assert (figures.median_cps, figures.p95_cps, figures.max_cps, figures.too_fast) == (2.0, 42.0, 42.0, 1)
    assert (figures.shortest_ms, figures.longest_ms, figures.max_wpm) == (1000, 4000, 60)


def test_a_document_without_cues_has_figures_too() -> None:
    figures = measure_document(
        captious.Document("srt"), load_style("bbc").profile(format="srt", language=None)
    )
    assert figures.cues == figures.max_cps == 0


def test_the_summary_names_style_words_speakers_and_times() -> None:
    transcript, times, made = make()
    text = "\n".join(map(row_line, summarise(transcript, times, made)))
    for part in (
        "youtube (42 characters × 2 lines, 1–7 s, 21 characters per second (CPS), advisory)",
        "13 in 3 turns",
        "Ann Lee 5 · Bob Ray 8",
        "draft timing: estimated from text (a duration of 0:12)",
    ):
        assert part in text
    assert text.count("  cues ") == 1


def test_formats_with_other_limits_have_rows_of_their_own() -> None:
    text = "\n".join(map(row_line, summarise(*make(style="podcast"))))
    assert "cues srt" in text
    assert "cues vtt" in text


def test_words_per_minute_where_the_style_counts_words() -> None:
    text = "\n".join(map(row_line, summarise(*make(style="bbc", duration_ms=30_000, to=("srt",)))))
    assert "words per minute" in text
    assert "characters per second" not in text


def test_limits_that_are_broken_are_named_with_figures() -> None:
    _, _, made = make(text="Ann: " + "strengths " * 60 + "\nBob: Yes.\n", duration_ms=18_000)
    (warning,) = shortcomings(made)
    assert "less time than reading takes" in warning
    _, _, broken = make(text="Ann: " + "x" * 50 + "\nBob: Yes.\n", duration_ms=None)
    assert any("longer than a line of 42 broken" in warning for warning in shortcomings(broken))
    _, _, good = make()
    assert shortcomings(good) == []


def test_control_characters_never_reach_the_terminal() -> None:
    transcript, times, made = make(text="Ann\u202e: Hello.\x1b[31m\nBob: Yes.\nAnn\u202e: Well.\nBob: Hm.\n")
    text = "\n".join(map(row_line, summarise(transcript, times, made)))
    assert "\x1b" not in text
    assert "\u202e" not in text
