"""WebVTT segments of a stream in one file are read as the captions that they are."""

from __future__ import annotations

import pytest

import captious

HEADER = "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:{},LOCAL:{}\n"


def segment(*cues: str, ticks: int = 900_000, local: str = "00:00:00.000", head: str | None = None) -> str:
    header = HEADER.format(ticks, local) if head is None else head
    return "\n".join([header, *cues])


def cue(start: str, end: str, text: str) -> str:
    return f"00:{start} --> 00:{end}\n{text}\n"


def shown(text: str) -> list[tuple[int, int, str]]:
    cues = captious.read(captious.convert(text.encode(), to="srt").text.encode()).document.cues
    return [(one.start_ms, one.end_ms, one.text) for one in cues]


ONE, EDGE, TWO = (
    cue("01.000", "04.000", "One"),
    cue("05.000", "08.000", "Edge"),
    cue("09.000", "10.000", "Two"),
)
WHOLE = [(1000, 4000, "One"), (5000, 8000, "Edge"), (9000, 10_000, "Two")]


@pytest.mark.parametrize("between", ["", "\n", "\ufeff", "\r\n"])
@pytest.mark.parametrize("head", [None, "WEBVTT\n", "WEBVTT - part\nKind: captions\nLanguage: en\n"])
def test_a_cue_across_the_edge_is_there_once(between: str, head: str | None) -> None:
    text = between.join([segment(ONE, EDGE, head=head), segment(EDGE, TWO, head=head)])
    assert shown(text) == WHOLE
    assert shown(text.replace("\n", "\r\n")) == WHOLE


def test_the_clock_of_each_segment_holds_and_may_start_again() -> None:
    wrap = 1 << 33
    first = segment(ONE, EDGE, ticks=wrap - 90_000)
    second = segment(cue("00.000", "03.000", "Edge"), cue("04.000", "05.000", "Two"), ticks=4 * 90_000)
    assert shown(f"{first}\n{second}") == WHOLE
    local = segment(
        cue("15.000", "18.000", "Edge"), cue("19.000", "20.000", "Two"), local="00:00:10.000", ticks=0
    )
    assert shown(f"{segment(ONE, EDGE, ticks=0)}\n{local}") == WHOLE


def test_a_cue_in_three_segments_is_one_whole_or_cut() -> None:
    whole = [cue("01.000", "10.000", "Long")] * 3
    assert shown("\n".join(segment(one) for one in whole)) == [(1000, 10_000, "Long")]
    cut = [cue("01.000", "04.000", "Long"), cue("04.000", "07.000", "Long"), cue("07.000", "10.000", "Long")]
    assert shown("\n".join(segment(one) for one in cut)) == [(1000, 10_000, "Long")]


def test_times_that_begin_again_go_on_after_the_last_cue() -> None:
    first, second = f"{ONE}\n{EDGE}", f"{cue('01.000', '04.000', 'Three')}\n{cue('05.000', '08.000', 'Four')}"
    text = f"WEBVTT\n\n{first}\nWEBVTT\n\n{second}"
    assert shown(text) == [
        (1000, 4000, "One"), (5000, 8000, "Edge"), (9000, 12_000, "Three"), (13_000, 16_000, "Four"),
    ]  # fmt: skip
    (note,) = [row.text for row in captious.convert(text.encode(), to="srt").rows if row.label == "segments"]
    assert "where the last cue of part 1 ends, which is a guess" in note


def test_a_clock_written_with_a_colon_is_one() -> None:
    head = "WEBVTT\nX-TIMESTAMP-MAP:LOCAL:00:00:00.000,MPEGTS:{}\n"
    text = segment(ONE, head=head.format(0)) + "\n" + segment(ONE, head=head.format(540_000))
    assert shown(text) == [(1000, 4000, "One"), (7000, 10_000, "One")]


def test_what_is_said_again_later_stays() -> None:
    text = f"{segment(ONE, EDGE)}\n{segment(cue('09.000', '10.000', 'Edge'))}"
    assert [one[2] for one in shown(text)] == ["One", "Edge", "Edge"]


def test_definitions_and_comments_are_there_once() -> None:
    blocks = "STYLE\n::cue { color: lime }\n", "NOTE made by hand\n", "REGION\nid:low\n"
    text = f"{segment(*blocks, ONE, EDGE)}\n{segment(*blocks, EDGE, TWO)}"
    made = captious.convert(text.encode(), to="vtt")
    assert [made.text.count(word) for word in ("STYLE", "NOTE", "REGION", "WEBVTT", "Edge")] == [1] * 5
    assert "X-TIMESTAMP-MAP=MPEGTS:900000" in made.text  # times are on its clock
    assert [row.text for row in made.rows if row.label == "segments"] == [
        "2 segments read as one file, 1 cue that two have once"
    ]


def test_an_empty_segment_takes_nothing_away() -> None:
    empty = segment()
    assert shown("\n".join([segment(ONE, EDGE), empty, segment(EDGE, TWO), empty])) == WHOLE
    assert shown("\n".join([empty, segment(ONE, EDGE), segment(EDGE, TWO)])) == WHOLE


def test_an_earlier_clock_moves_all_of_them() -> None:
    text = f"{segment(TWO, ticks=20 * 90_000)}\n{segment(ONE, ticks=0)}"
    assert [one[2] for one in shown(text)] == ["One", "Two"]
    assert min(one[0] for one in shown(text)) >= 0


def test_every_command_reads_them_as_one() -> None:
    text = f"{segment(ONE, EDGE)}\n{segment(EDGE, TWO)}".encode()
    assert captious.stats(text).together.words == 3
    assert "One Edge Two" in " ".join(captious.transcript(text, to=["txt"]).texts["txt"].split())
    assert not captious.diff(text, captious.convert(text, to="vtt").text.encode())
    joined = captious.join([text, segment(cue("11.000", "12.000", "Three")).encode()], to="srt")
    assert joined.offsets_ms == (0, 0)
    assert joined.text.count("Edge") == 1


def test_a_megabyte_of_headers_takes_no_time() -> None:
    assert captious.check(("WEBVTT\n\n" * 20_000 + ONE).encode()).findings
