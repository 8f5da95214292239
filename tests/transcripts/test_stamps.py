"""Timestamps in every form are anchors and never spoken; times that are spoken are words."""

from __future__ import annotations

import pytest
from tests.transcripts.talk import read, remarks, said

LINES = (
    (0, "We begin at the pier, where the wind never rests."),
    (9, "The first ferry leaves in the dark, at half past four."),
    (75, "Nobody waves, since nobody is awake."),
    (130, "By noon the sound is full of sails."),
    (3_725, "And at night it is ours again."),
)


def _times(text: str) -> tuple[str, list[int]]:
    """What is said, and the times of the words that have one, in seconds."""
    transcript = read(text)
    anchors = [
        word.anchor_ms // 1000
        for turn in transcript.turns
        for word in turn.words
        if word.anchor_ms is not None
    ]
    return " ".join(words for _, words in said(transcript)), anchors


def _long(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _short(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


@pytest.mark.parametrize(
    ("form", "joint"),
    [
        ("{t} {x}", "\n\n"),
        ("{t} {x}", "\n"),
        ("{c} {x}", "\n\n"),
        ("{c} {x}", "\n"),
        ("{c}\n{x}", "\n"),
        ("({c}) {x}", "\n"),
        ("[{t}.250] {x}", "\n"),
        ("{t} - {u} {x}", "\n"),
        ("{t} --> {u}\n{x}", "\n\n"),
        ("{t},000 --> {u},000 {x}", "\n"),
        ("[{c} - {v}] {x}", "\n"),
        ("[{t} → {u}] {x}", "\n"),
        ("**{t}** {x}", "\n\n"),
        ("*[{c}]* {x}", "\n\n"),
        ("`{t}` {x}", "\n\n"),
        ("\\[{t}\\] {x}", "\n\n"),
        ("[{t}](https://example.org/watch?v=a&t=9) {x}", "\n\n"),
        ("[[{c}](https://example.org/watch)] {x}", "\n\n"),
        ("## {t}\n\n{x}", "\n\n"),
        ("{t};12 {x}", "\n"),
        ("@{c} {x}", "\n"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_timestamp_is_an_anchor_in_every_form(form: str, joint: str, line_end: str) -> None:
    text = joint.join(
        form.format(t=_long(at), c=_short(at), u=_long(at + 7), v=_short(at + 7), x=words)
        for at, words in LINES
    )
    assert _times(text.replace("\n", line_end)) == (
        " ".join(words for _, words in LINES),
        [at for at, _ in LINES],
    )


def test_seconds_in_brackets_are_timestamps() -> None:
    text = "\n".join(f"[{at}.00s -> {at + 7}.50s] {words}" for at, words in LINES)
    assert _times(text) == (" ".join(words for _, words in LINES), [at for at, _ in LINES])


@pytest.mark.parametrize(
    ("spelled", "below"),
    [
        (
            (
                "0 seconds",
                "9 seconds",
                "1 minute, 15 seconds",
                "2 minutes, 10 seconds",
                "1 hour, 2 minutes, 5 seconds",
            ),
            True,
        ),
        (
            ("0 seconds", "10 seconds", "1 minute, 16 seconds", "2 minutes, 8 seconds", "1 hour, 2 minutes"),
            False,
        ),
        (
            ("0 Sekunden", "9 Sekunden", "1 Minute und 15 Sekunden", "2 Minuten und 10 Sekunden", "1 Stunde"),
            True,
        ),
        (
            (
                "0 segundos",
                "9 segundos",
                "1 minuto y 15 segundos",
                "2 minutos y 10 segundos",
                "1 hora y 2 minutos",
            ),
            True,
        ),
    ],
)
def test_times_in_words_for_screen_readers_are_not_spoken(spelled: tuple[str, ...], below: bool) -> None:
    joint = "\n" if below else " "
    text = "\n".join(
        f"{_short(at)}{joint}{word}\n{words}" for (at, words), word in zip(LINES, spelled, strict=True)
    )
    assert _times(text) == (" ".join(words for _, words in LINES), [at for at, _ in LINES])
    assert "times in words beside timestamps" in remarks(read(text), "dropped")


@pytest.mark.parametrize(
    "text",
    [
        "Nora: When is it?\nIvo: 3:15\nNora: Good.\nIvo: Yes.",
        "Nora: We sail now.\n\nIt's 1:55.\n\nIvo: So late.\n\nNora: So late.\n\nIvo: Go.",
        "We met at\n9:30 in the evening, and we left at\n11:15 when it rained, so we were home by\n12:00 or so.",
        "9:30 is early for us. We never were good at mornings.\n\nNobody is.",
        "Ten seconds, 8 seconds, and then 2 minutes of silence.",
        "He said 8 seconds.\n8 seconds\nis a long time.",
    ],
)
def test_a_time_that_is_spoken_is_never_lost(text: str) -> None:
    names = {"Nora:", "Ivo:"}
    spoken = [word for word in text.split() if word not in names]
    assert " ".join(words for _, words in said(read(text))).split() == spoken


@pytest.mark.parametrize(
    "form",
    [
        "[2026-03-11T16:{m:02}:{s:02}.000Z]\t<{n}>\t{x}",
        "2026-03-11 16:{m:02}:{s:02} <{n}> {x}",
        "2026-03-11T16:{m:02}:{s:02}+01:00 {n}: {x}",
        "[11/03/2026, 16:{m:02}:{s:02}] {n}: {x}",
        "16:{m:02}:{s:02} <{n}> {x}",
        "[16:{m:02}:{s:02}] <{n}> {x}",
        "3/11/26, 4:{m:02} PM - {n}: {x}",
    ],
)
def test_the_times_of_a_chat_count_from_its_first_message(form: str) -> None:
    said_at = [
        (0, 0, "Nora_Falk", "We are at the pier."),
        (1, 0, "Ivo_Brandt", "I see you."),
        (2, 0, "Nora_Falk", "Then wave."),
        (4, 0, "Ivo_Brandt", "I did."),
    ]
    transcript = read("\n".join(form.format(m=m, s=s, n=n, x=x) for m, s, n, x in said_at))
    assert said(transcript) == [(n.replace("_", " "), x) for _, _, n, x in said_at]
    assert [turn.words[0].anchor_ms for turn in transcript.turns] == [m * 60_000 for m, _, _, _ in said_at]


def test_times_that_run_backwards_are_told_once() -> None:
    transcript = read("[00:10] One. [00:05] Two. [00:20] Three. [00:07] Four. [00:09] Five.")
    assert remarks(transcript, "warning") == ["3 times run backwards and are ignored, first 0:05 after 0:10"]


def test_a_time_above_several_turns_is_of_the_first() -> None:
    text = "00:00:00\n\nNora Falk: All aboard.\nIvo Brandt: Aye.\n\n00:05:00\n\nNora Falk: Land ho.\nIvo Brandt: Aye."
    transcript = read(text)
    assert [turn.words[0].anchor_ms for turn in transcript.turns] == [0, None, 300_000, None]
