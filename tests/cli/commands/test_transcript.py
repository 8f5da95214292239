"""``captious transcript``: what is written where, and what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

VTT = (
    "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>Hello there.\n\n00:03.000 --> 00:05.000\n<v Ann>How are you?\n\n"
    "00:06.000 --> 00:09.000\n<v Bob>[laughs] Fine.\n"
)


def test_a_page_beside_the_transcript(run: Run, interview: Path) -> None:
    done = run("transcript", interview)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[:3] == [
        str(interview.with_suffix(".html")),
        "  words       71 in 4 turns, 4 paragraphs",
        "  times       draft timing: estimated from text (an assumed 4.1 syllables per second)",
    ]
    page = interview.with_suffix(".html").read_text(encoding="utf-8")
    assert "Thank you for having me." in page
    assert run("transcript", interview).code == 2
    assert run("transcript", interview, "--force", "-q").out == ""


def test_everything_at_once_into_a_folder(run: Run, interview: Path, tmp_path: Path, root: Path) -> None:
    seed = next((root / "seeds").glob("*.txt"))
    kinds = "html,md,txt,json,chapters,chapters-json,description"
    done = run("transcript", seed, "--to", kinds, "--duration", "1:08:21", "-o", f"{tmp_path / 'out'}/")
    assert done.code == 0
    stem = seed.stem
    assert sorted(path.name.removeprefix(stem) for path in (tmp_path / "out").iterdir()) == [
        ".chapters.json", ".chapters.vtt", ".description.txt", ".html", ".md", ".transcript.json", ".transcript.txt",
    ]  # fmt: skip
    assert "  chapters    0:00 " in done.out
    assert "a draft for the show notes" in done.out
    chapters = json.loads((tmp_path / "out" / f"{stem}.chapters.json").read_text(encoding="utf-8"))
    assert len(chapters["chapters"]) >= 3


def test_captions_know_their_times_and_speakers(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "talk.vtt"
    path.write_text(VTT, encoding="utf-8")
    done = run("transcript", path, "--to", "txt", "-o", "-", "-q")
    assert done.out == "Ann [0:01]: Hello there. How are you?\n\nBob [0:06]: [laughs] Fine.\n"
    json_path = tmp_path / "words.json"
    json_path.write_text(
        json.dumps(
            {"segments": [{"words": [{"word": "Hi.", "start": 2, "end": 2.5}], "start": 2, "end": 3, "text": "Hi."}]}
        ),
        encoding="utf-8",
    )  # fmt: skip
    assert run("transcript", json_path, "--to", "txt", "-o", "-", "-q").out == "[0:02] Hi.\n"


def test_a_transcript_takes_the_times_of_its_captions(run: Run, tmp_path: Path) -> None:
    captions, text = tmp_path / "talk.vtt", tmp_path / "talk.txt"
    captions.write_text(VTT, encoding="utf-8")
    text.write_text("Ann Lee: Hello there! How are you?\n\nBob Ray: Fine.\n", encoding="utf-8")
    done = run(
        "transcript",
        text,
        "--words",
        captions,
        "--to",
        "md",
        "-o",
        "-",
        "-q",
        "--media",
        "https://youtu.be/x",
    )
    assert "**Ann Lee** [0:01](<https://youtu.be/x?t=1>) Hello there! How are you?" in done.out
    assert "**Bob Ray** [0:07]" in done.out


def test_standard_input_and_output(run: Run) -> None:
    done = run("transcript", "-", "--to", "txt", stdin=b"Ann: Hello.\n")
    assert (done.code, done.out) == (0, "Ann [0:00]: Hello.\n")
    assert "words       1 in 1 turn" in done.err


def test_chapters_of_ones_own(run: Run, interview: Path, tmp_path: Path) -> None:
    chapters = tmp_path / "chapters.txt"
    chapters.write_text("0:00 Hello\n0:09 Captions\n", encoding="utf-8")
    done = run("transcript", interview, "--chapters", chapters, "--to", "description", "-o", "-")
    assert done.out.startswith("0:00 Hello\n0:09 Captions\n")
    assert "YouTube does not show these chapters: 2 chapters (at least 3)" in done.err
    none = run("transcript", interview, "--to", "chapters", "-o", "-")
    assert none.code == 2
    assert "no chapters found" in none.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--to", "pdf"), "unknown kind of transcript: 'pdf'"),
        (("--to", ","), "no kind of transcript given"),
        (("--date", "today"), "not a date: 'today'"),
        (("--date", "2026-02-30"), "not a date: '2026-02-30'"),
        (("--media", "gone.mp3"), "gone.mp3: no such media file"),
        (("--media", "javascript:alert(1)"), "not a URL of a recording"),
        (("--chapters", "gone.txt"), "gone.txt"),
        (("--to", "html,md", "-o", "-"), "2 kinds of file for one output"),
        (("--duration", "0:01"), "too little time for the words"),
    ],
)
def test_what_cannot_be(run: Run, interview: Path, options: tuple[str, ...], message: str) -> None:
    before = sorted(interview.parent.iterdir())
    done = run("transcript", interview, *options)
    assert done.code == 2
    assert message in done.err
    assert sorted(interview.parent.iterdir()) == before


def test_what_it_is_made_of_is_never_replaced(run: Run, interview: Path) -> None:
    text = interview.read_text(encoding="utf-8")
    done = run("transcript", interview, "--to", "txt", "-o", interview, "--force")
    assert done.code == 2
    assert "this is an input file" in done.err
    assert interview.read_text(encoding="utf-8") == text


def test_one_bad_source_does_not_keep_the_others(run: Run, interview: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\xfe\xff")
    done = run("transcript", bad, interview, "--to", "md")
    assert done.code == 2
    assert "bad.txt" in done.err
    assert interview.with_suffix(".md").is_file()
    assert not bad.with_suffix(".md").exists()


def test_options_of_one_recording_are_for_one_source(run: Run, interview: Path, tmp_path: Path) -> None:
    assert "with 2 sources" in run("transcript", interview, tmp_path / "x.txt", "--title", "T").err
    captions = tmp_path / "talk.vtt"
    captions.write_text(VTT, encoding="utf-8")
    assert (
        "the source has times already"
        in run("transcript", captions, "--words", captions, "-o", tmp_path / "x.html").err
    )


def test_a_fragment_takes_the_place_of_the_page(run: Run, interview: Path, tmp_path: Path) -> None:
    done = run("transcript", interview, "--to", "html,md", "--fragment", "-o", f"{tmp_path / 'out'}/", "-q")
    assert done.code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"{interview.stem}.fragment.html",
        f"{interview.stem}.md",
    ]


def test_what_a_source_states_needs_no_option(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "talk.md"
    path.write_text(
        '---\nlayout: post\ntitle: "Boats"\ndate: 2026-04-06\nguest: Bo Karlsen\n---\n\n'
        "## One\n\n**Ann:** Hello there.\n\n## Two\n\n**Bo:** Hello.\n",
        encoding="utf-8",
    )
    done = run("transcript", path, "--to", "md", "-o", "-", "-q")
    assert 'title: "Boats"\ndate: 2026-04-06\n' in done.out
    assert 'guests: ["Bo Karlsen"]' in done.out
    assert "\n## One\n" in done.out
    assert "layout" not in done.out
