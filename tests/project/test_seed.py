"""The promise of the README on the seed interview, checked from the raw text by other means than the package's own."""

from __future__ import annotations

import gzip
import itertools
import json
import re
import subprocess
import sys
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

import captious
from captious.captioning import caption_transcript, time_words
from captious.checks.settings import CheckSettings, check_reading
from captious.formats.registry import format_by_name
from captious.lexicon import load_lexicon
from captious.lexicon.weak_ends import weak_end
from captious.style import load_style, style_names
from captious.timing.recording import Recording
from captious.transcripts.parse import read_transcript

if TYPE_CHECKING:
    from pathlib import Path

    from captious.transcripts.model import Transcript

DURATION_MS = 4_101_000
ANCHOR = "3:12=Yeah, thank you for the invitation"
LABEL = re.compile(r"(Sanyam Bhutani|Dr\. Sebastian Raschka|Philipp Singer):\s")
LAUGHTER = re.compile(r"(?:he){2,}[.,]?", re.IGNORECASE)
SHOWN_LABEL = re.compile(r"^>> (?:DR\. )?(SANYAM|SEBASTIAN|PHILIPP)[A-Z ]*: ?")


@dataclass(frozen=True)
class Made:
    folder: Path
    srt: captious.Document
    vtt: captious.Document
    summary: str


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Made:
    folder = tmp_path_factory.mktemp("captions")
    (seed,) = (root / "seeds").glob("*.txt")
    command = [sys.executable, "-m", "captious", "caption", str(seed), "--style", "youtube"]
    command += ["--duration", "1:08:21", "--anchor", ANCHOR, "-o", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    readings = [captious.read(folder / f"{seed.stem}.{ending}") for ending in ("srt", "vtt")]
    assert [reading.findings for reading in readings] == [(), ()]
    return Made(folder, readings[0].document, readings[1].document, done.stdout)


@pytest.fixture(scope="module")
def raw_turns(seed_text: str) -> list[tuple[str, list[str]]]:
    """Speaker and spoken words of each turn, from the raw text: words split at white space and dashes."""
    body = seed_text.split("\n", 1)[1].split("Leave a Reply", maxsplit=1)[0]
    parts = LABEL.split(re.sub(r"\s+", " ", body))
    turns = []
    for speaker, text in zip(parts[1::2], parts[2::2], strict=True):
        spoken = [word for word in text.split() if not LAUGHTER.fullmatch(word)]
        turns.append((speaker, split_words(" ".join(spoken))))
    return turns


def split_words(text: str) -> list[str]:
    """Words at white space and dashes; the page's blank before a colon is no word."""
    return [word for word in re.split(r"[\s–—]+", text.replace("” :", "”:")) if word]


def spoken(cue: captious.Cue) -> list[str]:
    return split_words(SHOWN_LABEL.sub("", " ".join(cue.lines)).replace("[laughs]", " "))


def both(made: Made) -> list[captious.Document]:
    return [made.srt, made.vtt]


def test_every_spoken_word_is_there_once_and_in_order(
    made: Made, raw_turns: list[tuple[str, list[str]]]
) -> None:
    expected = [word for _, words in raw_turns for word in words]
    assert len(expected) == 12_456
    for document in both(made):
        assert [word for cue in document.cues for word in spoken(cue)] == expected


def test_each_cue_is_spoken_by_the_one_who_speaks_in_the_text(
    made: Made, raw_turns: list[tuple[str, list[str]]]
) -> None:
    assert len(raw_turns) == 103
    owners = [number for number, (_, words) in enumerate(raw_turns) for _ in words]
    position, previous = 0, None
    for cue, srt_cue in zip(made.vtt.cues, made.srt.cues, strict=True):
        count = len(spoken(cue))
        held = set(owners[position : position + count])
        assert len(held) <= 1, "two speakers in one cue"
        position += count
        if not held:  # laughter alone
            continue
        (turn,) = held
        assert cue.speaker == raw_turns[turn][0]
        labelled = SHOWN_LABEL.match(srt_cue.lines[0])
        assert bool(labelled) == (turn != previous)
        if labelled:
            assert labelled[1].lower() in raw_turns[turn][0].lower()
        previous = turn
    assert position == len(owners)


def test_lines_and_cues_keep_the_limits(made: Made) -> None:
    for document in both(made):
        assert max(len(line) for cue in document.cues for line in cue.lines) <= 42
        assert max(len(cue.lines) for cue in document.cues) <= 2
        durations = [cue.duration_ms for cue in document.cues]
        assert min(durations) >= 1000
        assert max(durations) <= 7000
        assert all(later.start_ms >= earlier.end_ms for earlier, later in itertools.pairwise(document.cues))
        assert document.cues[-1].end_ms <= DURATION_MS
        slow_enough = [sum(map(len, cue.lines)) * 1000 <= 21 * cue.duration_ms for cue in document.cues]
        assert sum(slow_enough) >= 0.99 * len(slow_enough)


def test_a_text_that_fits_on_one_line_is_on_one_line(made: Made) -> None:
    for cue in made.srt.cues:
        assert len(cue.lines) == 1 or len(" ".join(cue.lines)) > 42


def test_few_lines_end_on_a_weak_word(made: Made) -> None:
    """People's captions end on a word that leads what follows in 4.5 % of all lines (12,487 free captions)."""
    lexicon = load_lexicon("en")
    lines = [line for cue in made.srt.cues for line in cue.lines]
    weak = sum(weak_end(line, following, lexicon) is not None for line, following in pairwise(lines))
    assert weak <= 0.02 * len(lines)


def test_few_lines_end_on_a_function_word(made: Made) -> None:
    weak = load_lexicon("en").function_words
    ends = [line.split()[-1].lower().replace("’", "'") for cue in made.srt.cues for line in cue.lines]
    assert sum(end in weak for end in ends) <= 0.03 * len(ends)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("one thing I", "have to think"),
        ("so that you don’t", "just do some random thing"),
        ("days when I", "don’t know"),
        ("two new courses or machine", "learning course"),
        ("check", "out the blog"),
        ("Dr. Sebastian", "Raschka"),
        ("Michigan State", "University"),
        ("invitation to", "be on the"),
    ],
)
def test_no_break_that_reading_aloud_found_awkward(made: Made, left: str, right: str) -> None:
    lines = [line for cue in made.srt.cues for line in cue.lines]
    assert not [pair for pair in pairwise(lines) if pair[0].endswith(left) and pair[1].startswith(right)]
    said = " ".join(lines)
    assert f"{left} {right}" in said


def test_the_anchor_is_met_within_one_cue(made: Made) -> None:
    for document in both(made):
        (first,) = [
            n for n, cue in enumerate(document.cues) if "thank you for the invitation" in " ".join(cue.lines)
        ]
        shown = [n for n, cue in enumerate(document.cues) if cue.start_ms <= 192_000 < cue.end_ms]
        assert abs(shown[0] - first) <= 1


def test_both_files_hold_the_same_cues(made: Made) -> None:
    assert [(c.start_ms, c.end_ms, c.lines) for c in made.srt.cues] == [
        (c.start_ms, c.end_ms, c.lines) for c in made.vtt.cues
    ]


def test_a_draft_says_that_it_is_one(made: Made) -> None:
    assert "draft timing: estimated from text" in made.summary
    assert "draft timing: estimated from text" in made.vtt.notes[0].text
    assert "Language: en" in made.vtt.header


def test_the_summary_says_what_was_dropped_changed_and_odd(made: Made) -> None:
    assert "12,456 in 103 turns" in made.summary
    assert "Statistics, Open Source & ML Research" in made.summary
    assert "Leave a Reply" in made.summary
    assert "laugh" in made.summary
    assert re.search(r"warning.*Philipp Singer", made.summary)


@pytest.mark.programs
def test_both_files_load_as_tracks_in_a_browser(made: Made, load_track) -> None:  # type: ignore[no-untyped-def]
    for path in sorted(made.folder.iterdir()):
        document = captious.read(path).document
        assert [(cue["start_ms"], cue["end_ms"], cue["lines"]) for cue in load_track(path)] == [
            (cue.start_ms, cue.end_ms, list(cue.lines)) for cue in document.cues
        ]


def test_the_w3c_parser_finds_no_error(made: Made, w3c_errors) -> None:  # type: ignore[no-untyped-def]
    (path,) = made.folder.glob("*.vtt")
    assert w3c_errors(path) == []


def _distinct_styles() -> list[str]:
    """Every style and audience, but of those that ask for the same in English only the first."""
    names: dict[object, str] = {}
    for name in style_names():
        for audience in (None, *load_style(name).layers[-1].audiences):
            style = load_style(f"{name}:{audience}" if audience else name)
            profiles = [style.profile(format=to, language="en") for to in ("srt", "vtt")]
            bare = (
                replace(profile, name="", title="", description="", audience=None) for profile in profiles
            )
            names.setdefault(tuple(bare), style.name)
    return list(names.values())


DISTINCT = _distinct_styles()
WHOLE = ("youtube", "netflix", "bbc")
"""Styles that caption everything: the default one, and two that ask for much."""


def _written(transcript: Transcript, style: str, media_ms: int | None = None) -> list[captious.Document]:
    """What the main job writes in both formats; they share breaks and times where they may."""
    profiles = [load_style(style).profile(format=to, language="en") for to in ("srt", "vtt")]
    times = time_words(transcript, duration_ms=media_ms, speed=profiles[0].speed)
    made = caption_transcript(transcript, profiles=profiles, times=times, duration_ms=media_ms)
    return [one.document for one in made]


@pytest.mark.parametrize("style", WHOLE)
def test_the_checker_finds_no_error_in_what_the_main_job_writes(style: str, seed: Transcript) -> None:
    _check_seed(seed, style, DURATION_MS)


@pytest.mark.parametrize("style", DISTINCT)
def test_nor_in_a_tenth_of_it_in_any_style(style: str, seed: Transcript) -> None:
    part = _tenth(seed, DISTINCT.index(style) % 10)
    _check_seed(part, style, DURATION_MS * _count_words(part) // _count_words(seed))


@pytest.mark.parametrize("style", WHOLE)
def test_nor_in_what_it_writes_of_a_real_episode(style: str, shared_data: Path) -> None:
    for document in _written(_episode(shared_data, style), style):
        _check_written(document, style)


@pytest.mark.parametrize("style", DISTINCT)
def test_nor_in_a_tenth_of_a_real_episode_in_any_style(style: str, shared_data: Path) -> None:
    for document in _written(_tenth(_episode(shared_data, style), 0), style):
        _check_written(document, style)


def _episode(shared_data: Path, style: str) -> Transcript:
    """A recorded conversation, another for each style."""
    with gzip.open(shared_data / "timing" / "changelog-turns.jsonl.gz", "rt", encoding="utf-8") as lines:
        recording = json.loads(next(itertools.islice(lines, DISTINCT.index(style) % 60, None)))
    return read_transcript(
        "\n\n".join(f"{speaker}: {said}" for speaker, said in recording["turns"]), language="en"
    )


def _count_words(transcript: Transcript) -> int:
    return sum(len(turn.words) for turn in transcript.turns)


def _tenth(transcript: Transcript, number: int) -> Transcript:
    """The turns that begin in one tenth of the words, so that ten styles see all of them."""
    begun = itertools.accumulate((len(turn.words) for turn in transcript.turns), initial=0)
    whole = _count_words(transcript)
    turns = tuple(
        turn for turn, place in zip(transcript.turns, begun, strict=False) if place * 10 // whole == number
    )
    return replace(transcript, turns=turns)


def _check_seed(seed: Transcript, style: str, media_ms: int) -> None:
    for document in _written(seed, style, media_ms):
        found = _check_written(document, style, media_ms=media_ms)
        # "teaching,research" is how the transcript has it, and captioning changes no word
        assert {item.code for item in found if item.fix is not None and item.fix.safe} <= {"TXT019"}


@pytest.fixture(scope="module")
def seed(seed_text: str) -> Transcript:
    return read_transcript(seed_text, language="en")


def _check_written(
    document: captious.Document, style: str, *, media_ms: int | None = None
) -> tuple[captious.Finding, ...]:
    """No error, and nothing a safe fix could fix but the words themselves, which captioning does not change."""
    caption_format = format_by_name(document.format)
    reading = caption_format.read(caption_format.write(document))
    settings = CheckSettings(load_style(style), language="en", recording=Recording(media_ms=media_ms))
    found = check_reading(reading, settings, path=f"talk.{document.format}")
    assert [finding for finding in found if finding.severity is captious.Severity.ERROR] == []
    mendable = [finding for finding in found if finding.fix is not None and finding.fix.safe]
    assert [finding for finding in mendable if not finding.code.startswith("TXT")] == []
    return found
