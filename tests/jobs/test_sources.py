"""What every job makes of a file that is given as a transcript, or for its words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import captious
from captious.errors import CaptiousError, OptionError

if TYPE_CHECKING:
    from pathlib import Path

SAID = [("Ada Berg", "We keep two hives on the roof."), ("Bo Dahl", "And how many bees are that?")]
SEGMENTS = [
    {"speaker": name, "start": start, "end": start + 4, "text": text}
    for (name, text), start in zip(SAID, (0, 5), strict=True)
]
MEETING = "WEBVTT\n\n" + "\n".join(
    f"00:00:0{start}.000 --> 00:00:0{start + 4}.000\n{name}: {text}\n"
    for (name, text), start in zip(SAID, (0, 5), strict=True)
)


def turns(made: captious.CaptionResult) -> list[tuple[str | None, str]]:
    return [(turn.speaker, " ".join(word.text for word in turn.words)) for turn in made.transcript.turns]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("talk.json", json.dumps(SEGMENTS)),
        ("talk.json", json.dumps([{"speaker": name, "text": text} for name, text in SAID])),
        ("talk.jsonl", "\n".join(json.dumps({"who": name, "text": text}) for name, text in SAID)),
        ("talk.yaml", "".join(f'- speaker: {name}\n  text: "{text}"\n' for name, text in SAID)),
        ("talk.txt", "title: Bees\nturns:\n" + "".join(f"  - who: {name}\n    said: >\n      {text}\n" for name, text in SAID)),  # noqa: E501
        ("talk.xml", "<talk>" + "".join(f'<turn who="{name}">{text}</turn>' for name, text in SAID) + "</talk>"),
        ("talk.csv", "speaker,start,end,text\n" + "".join(f"{each['speaker']},{each['start']},{each['end']},{each['text']}\n" for each in SEGMENTS)),  # noqa: E501
        ("talk.txt", "speaker\ttext\n" + "".join(f"{name}\t{text}\n" for name, text in SAID)),
        ("talk.html", "<body>" + "".join(f"<p><b>{name}:</b> {text}</p>" for name, text in SAID) + "</body>"),
        ("talk", "---\ntitle: Bees\n---\n" + "".join(f"__{name}:__ {text}\n\n" for name, text in SAID)),
        ("talk.rtf", r"{\rtf1 " + "".join(rf"{{\b {name}:}} {text}\par " for name, text in SAID) + "}"),
    ],
)  # fmt: skip
def test_one_conversation_in_every_kind_of_file(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert turns(captious.caption(path, language="en")) == SAID
    page = captious.transcript(path, to="txt", duration_ms=10_000, language="en").text
    assert all(who in page and text in page for who, text in SAID)


def test_segments_keep_their_times_and_take_no_anchors(tmp_path: Path) -> None:
    path = tmp_path / "talk.json"
    path.write_text(json.dumps(SEGMENTS), encoding="utf-8")
    assert [cue.start_ms for cue in captious.caption(path, style="podcast").cues] == [0, 5000]
    with pytest.raises(OptionError, match="has times already"):
        captious.caption(path, anchors=[(0, "We keep")])


@pytest.mark.parametrize("suffix", [".vtt", ".srt", ".ttml", ".sbv", ".csv", ".ass"])
def test_words_are_read_from_captions_in_any_format_by_one_rule(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"talk{suffix}"
    path.write_text(captious.convert(MEETING.encode(), to=suffix[1:]).text, encoding="utf-8")
    made = captious.caption(words=path, style="podcast", language="en")
    assert turns(made) == SAID
    assert [cue.start_ms for cue in made.cues] == [0, 5000]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (MEETING, ["Ada Berg", "Bo Dahl"]),
        (MEETING.replace("Bo Dahl:", "Bo van Dahl (Hive):"), None),
        (MEETING.replace("Ada Berg", "New York").replace("We keep", "12 degrees"), []),
        (MEETING.replace("Ada Berg:", "Note this:"), []),
    ],
)
def test_full_names_before_every_cue_are_labels_even_if_each_comes_once(
    text: str, names: list[str] | None
) -> None:
    vtt = captious.convert(text.encode(), to="csv").text
    found = [name for name in ("Ada Berg", "Bo Dahl", "New York", "Note this") if f",{name}," in vtt]
    if names is not None:
        assert found == names


def test_captions_are_refused_with_the_line_that_works(tmp_path: Path) -> None:
    path = tmp_path / "my talk.vtt"
    path.write_text(MEETING, encoding="utf-8")
    with pytest.raises(OptionError, match="already a caption file") as caught:
        captious.caption(path)
    stem = str(path.with_suffix(""))
    assert (
        caught.value.hint
        == f"To caption its words again: captious caption --words '{path}' -o '{stem}'.captions.vtt"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\n", "this is a PDF"),
        (b'{"id": 1, "foo": [2]}', "this is JSON with id, foo"),
        (b'[{"speaker": "Ada", "te', "this is JSON that is damaged in line 1, column"),
        (b"<song><line>La la</line></song>\n", "<song>"),
        (b"p {\n color: red;\n}\nq {\n margin: 0;\n}\n", "program code"),
    ],
)  # fmt: skip
def test_what_is_no_transcript_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes(content)
    for job in (captious.caption, captious.transcript):
        with pytest.raises(CaptiousError, match=message) as caught:
            job(path)
        assert caught.value.path == str(path)
        assert caught.value.hint


def test_a_string_is_looked_at_as_a_file_is() -> None:
    text = "---\ntitle: Bees\n---\n\n**Ada:** We keep bees.\n\n**Bo:** So do I.\n"
    made = captious.caption(text, language="en")
    assert turns(made) == [("Ada", "We keep bees."), ("Bo", "So do I.")]
    with pytest.raises(CaptiousError, match="program code"):
        captious.caption("p {\n color: red;\n}\nq {\n margin: 0;\n}\n")


def test_the_summary_counts_paragraphs_where_a_file_has_no_lines(tmp_path: Path) -> None:
    path = tmp_path / "talk.rtf"
    path.write_text(
        r"{\rtf1 Ada: We keep bees.\par Bo: theyâ€™re wasps.\par Ada: Oh.\par }", encoding="cp1252"
    )
    rows = captious.caption(path, language="en").rows
    assert any(row.label == "changed" and row.text.startswith("paragraph 2: garbled") for row in rows)
