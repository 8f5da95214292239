"""The parts of a programme as one file, and one file as parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import captious
from captious.conversion.joining import join_parts, place_parts
from captious.conversion.splitting import split_document
from captious.errors import FormatError, OptionError, TimingError
from captious.formats.documents import read_text
from captious.formats.registry import SRT, VTT

SRT_PART = "1\n00:00:01,000 --> 00:00:03,000\nOne.\n\n2\n00:00:04,000 --> 00:00:06,000\n<i>Two</i>\nlines.\n"


def vtt(*parts: str, header: str = "") -> bytes:
    return "\n\n".join([f"WEBVTT{header}", *parts, ""]).encode()


def cue(times: str, text: str) -> str:
    start, end = times.split("-")
    return f"00:{start}.000 --> 00:{end}.000\n{text}"


def test_a_part_begins_where_the_last_cue_of_the_one_before_ends() -> None:
    made = captious.join([SRT_PART.encode(), SRT_PART.encode(), SRT_PART.encode()])
    assert made.offsets_ms == (0, 6000, 12000)
    assert [one.guessed for one in made.placements] == [False, True, True]
    assert made.text.count("<i>Two</i>\nlines.") == 3
    assert [line for line in made.text.split("\n") if line.isdecimal()] == ["1", "2", "3", "4", "5", "6"]
    assert "00:00:16,000 --> 00:00:18,000" in made.text


def test_times_that_go_on_stay() -> None:
    later = SRT_PART.replace("00:00:0", "00:20:0")
    made = captious.join([SRT_PART.encode(), later.encode()])
    assert made.offsets_ms == (0, 0)
    assert made.placements[1].reason == "its times go on after the last cue of part 1, 00:00:06.000"


@pytest.mark.parametrize("offsets", [[10_000], [0, 10_000]])
def test_offsets_are_for_all_parts_or_all_but_the_first(offsets: list[int]) -> None:
    made = captious.join([SRT_PART.encode()] * 2, offsets_ms=offsets)
    assert made.offsets_ms == (0, 10_000)


def test_lengths_of_parts_add_up() -> None:
    made = captious.join([SRT_PART.encode()] * 3, durations_ms=[60_000, 90_000])
    assert made.offsets_ms == (0, 60_000, 150_000)
    assert made.placements[2].reason == "by the length of part 2, 00:01:30.000"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"offsets_ms": [1, 2, 3]}, "3 offsets for 2 files"),
        ({"durations_ms": [1, 2, 3]}, "3 lengths for 2 files"),
        ({"offsets_ms": [1], "durations_ms": [1]}, "more than one source of offsets"),
    ],
)
def test_what_does_not_fit_is_refused(options: dict[str, list[int]], message: str) -> None:
    with pytest.raises(OptionError, match=message):
        captious.join([SRT_PART.encode()] * 2, **options)
    with pytest.raises(OptionError, match="1 file to join"):
        captious.join(SRT_PART.encode())


def test_a_cue_before_the_recording_is_refused() -> None:
    with pytest.raises(TimingError, match="cue 1 would begin 0:01 before") as caught:
        captious.join([SRT_PART.encode()] * 2, offsets_ms=[-2000])
    assert "captious retime --shift -2 --cut-before 0" in (caught.value.hint or "")


def test_parts_that_overlap_are_in_order_and_said() -> None:
    made = captious.join([SRT_PART.encode()] * 2, offsets_ms=[2000])
    starts = [one.start_ms for one in made.joined.document.cues]
    assert starts == sorted(starts)
    assert made.joined.overlaps == (2,)
    assert any(row.label == "overlap" for row in made.rows)


CLOCK = "\nX-TIMESTAMP-MAP={}"


@pytest.mark.parametrize(
    ("clocks", "offset"),
    [
        (("MPEGTS:900000,LOCAL:00:00:00.000", "MPEGTS:1440000,LOCAL:00:00:00.000"), 6000),
        (("MPEGTS:900000,LOCAL:00:00:00.000", "LOCAL:00:00:00.000,MPEGTS:1440000"), 6000),
        (("MPEGTS:900000,LOCAL:00:00:00.000", "MPEGTS:900000,LOCAL:00:00:00.000"), 0),
        (("MPEGTS:0,LOCAL:00:00:10.000", "MPEGTS:0,LOCAL:00:00:00.000"), 10_000),
        (("MPEGTS:8589934591,LOCAL:00:00.000", "MPEGTS:89999,LOCAL:00:00.000"), 1000),
    ],
)
def test_segments_are_placed_by_their_clock(clocks: tuple[str, str], offset: int) -> None:
    parts = [vtt(cue("00:21-00:22", "A"), header=CLOCK.format(clock)) for clock in clocks]
    made = captious.join(parts, to="vtt")
    assert made.offsets_ms == (0, offset)
    assert "X-TIMESTAMP-MAP" not in made.text


def test_a_part_without_a_clock_does_not_take_it_from_the_others() -> None:
    clock = CLOCK.format("MPEGTS:0,LOCAL:00:00.000")
    segments = [vtt(cue("00:01-00:03", "A"), header=clock), vtt(cue("00:04-00:06", "B"), header=clock)]
    made = captious.join([*segments, SRT_PART.encode()], to="vtt")
    assert made.offsets_ms == (0, 0, 6000)
    assert [one.guessed for one in made.placements] == [False, False, True]


def test_a_cue_across_the_seam_of_two_segments_is_there_once() -> None:
    first = vtt(
        cue("00:01-00:03", "A"), cue("00:05-00:07", "Across"), header=CLOCK.format("MPEGTS:0,LOCAL:00:00.000")
    )
    again = vtt(
        cue("00:05-00:07", "Across"), cue("00:08-00:09", "B"), header=CLOCK.format("MPEGTS:0,LOCAL:00:00.000")
    )
    rest = vtt(
        cue("00:00-00:01", "Across"),
        cue("00:02-00:03", "B"),
        header=CLOCK.format("MPEGTS:540000,LOCAL:00:00.000"),
    )
    for second in (again, rest):
        made = captious.join([first, second], to="vtt")
        assert [(one.start_ms, one.end_ms, one.text) for one in made.joined.document.cues] == [
            (1000, 3000, "A"),
            (5000, 7000, "Across"),
            (8000, 9000, "B"),
        ]
        assert made.joined.repeated == 1


@pytest.mark.parametrize("silent", [b"WEBVTT", b"WEBVTT\r\n\r\nNOTE nothing\r\n", "CLOCK"])
@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("to", ["vtt", "srt"])
def test_segments_in_which_nobody_speaks_are_joined(silent: bytes | str, place: int, to: str) -> None:
    header = CLOCK.format("MPEGTS:900000,LOCAL:00:00.000")
    parts = [vtt(cue("00:08-00:11", "Ahoj"), header=header), vtt(cue("00:08-00:11", "Ahoj"), header=header)]
    parts[1] = vtt(cue("00:08-00:11", "Ahoj"), cue("00:12-00:14", "světe"), header=header)
    parts.insert(place, silent if isinstance(silent, bytes) else vtt(header=header))
    made = captious.join(parts, to=to)
    assert [(one.start_ms, one.text) for one in made.joined.document.cues] == [
        (8000, "Ahoj"),
        (12000, "světe"),
    ]
    assert not any(one.guessed for one in made.placements if silent == "CLOCK")
    assert f"part {place + 1}" in {row.label for row in made.rows if ": 0 cues" in row.text}
    assert not any(row.label == "faulty" for row in made.rows)


def test_parts_that_all_are_silent_or_no_segments_are_refused() -> None:
    with pytest.raises(FormatError, match="no captions in these files"):
        captious.join([b"WEBVTT\n", vtt()], to="vtt")
    with pytest.raises(FormatError, match="no captions in this SubRip file"):
        captious.join([SRT_PART.encode(), b"\n"], format="srt")
    with pytest.raises(FormatError, match="no captions in this WebVTT file"):
        captious.join([vtt(cue("00:08-00:11", "A")), b"WEBVTT\n\nwords of a cue without times\n"], to="vtt")


def test_words_that_are_said_again_later_are_there_twice() -> None:
    part = vtt(cue("00:01-00:03", "Yes."), cue("00:05-00:07", "Yes."))
    made = captious.join([part, part], to="vtt")
    assert len(made.joined.document.cues) == 4


def test_definitions_that_clash_are_renamed_and_named() -> None:
    first = vtt(
        "REGION\nid:r1\nwidth:40%",
        "STYLE\n::cue(.a) { color: red }",
        "NOTE same",
        "intro\n" + cue("00:01-00:03", "A").replace(".000\n", ".000 region:r1\n"),
        header=" Title\nKind: captions\nLanguage: en",
    )
    second = vtt(
        "REGION\nid:r1\nwidth:50%",
        "STYLE\n::cue(.a) { color: lime }\n::cue(#intro) { color: blue }",
        "intro\n" + cue("00:01-00:03", "B").replace(".000\n", ".000 region:r1\n"),
        "NOTE end",
        header="\nLanguage: de\nX-Show: 7",
    )
    made = captious.join([first, second], to="vtt", offsets_ms=[10_000])
    document = VTT.read(made.text).document
    assert document.header == "Title\nKind: captions\nLanguage: en\nX-Show: 7"
    assert [region.id for region in document.regions] == ["r1", "r1-2"]
    assert [(one.id, one.settings) for one in document.cues] == [
        ("intro", "region:r1"),
        ("intro-2", "region:r1-2"),
    ]
    assert "::cue(#intro-2)" in document.style_sheets[1].text
    assert [note.text for note in document.notes] == ["same", "end"]
    clashes = " | ".join(made.joined.clashes)
    for part in ("identifier intro", "region r1", "::cue(.a)", "Language: de"):
        assert part in clashes


def test_what_parts_share_is_there_once() -> None:
    part = vtt(
        "NOTE by us", "STYLE\n::cue { color: red }", "REGION\nid:r\nwidth:40%", cue("00:01-00:03", "A")
    )
    made = captious.join([part, part], to="vtt")
    assert made.joined.clashes == ()
    assert made.text.count("STYLE") == made.text.count("REGION") == 1


def test_formats_are_mixed_and_losses_named() -> None:
    second = vtt("NOTE hello", cue("00:01-00:03", "<v Ann>Three &amp; four"))
    made = captious.join([SRT_PART.encode(), second], to="srt")
    assert "Three & four" in made.text
    assert "<i>Two</i>" in made.text
    assert any(row.label == "loses" and row.text == "comments" for row in made.rows)


def test_words_in_cues_without_times_are_listed() -> None:
    broken = SRT_PART + "\n3\n00:00:zz --> 00:00:08,000\nUnread.\n"
    made = captious.join([broken.encode(), SRT_PART.encode()])
    assert any(row.label == "loses" and "Unread." in row.text for row in made.rows)


# --- splitting --------------------------------------------------------------------------------------------------------


def test_parts_begin_at_zero_and_a_cue_across_the_cut_is_in_both() -> None:
    made = captious.split(SRT_PART.encode(), [5000])
    assert made.texts == (
        "1\n00:00:01,000 --> 00:00:03,000\nOne.\n\n2\n00:00:04,000 --> 00:00:05,000\n<i>Two</i>\nlines.\n",
        "1\n00:00:00,000 --> 00:00:01,000\n<i>Two</i>\nlines.\n",
    )
    assert made.rows[0].text == "cue 2 at 00:00:05.000 is in parts 1 and 2: Two / lines."


@pytest.mark.parametrize(("at_ms", "part", "cut_ms"), [(4200, 2, 200), (5900, 1, 100)])
def test_a_piece_that_is_too_short_is_left_out_and_its_words_are_not(
    at_ms: int, part: int, cut_ms: int
) -> None:
    last = "\n3\n00:00:07,000 --> 00:00:09,000\nThree.\n"
    made = captious.split((SRT_PART + last).encode(), [at_ms], keep_times=True)
    assert ["lines." in text for text in made] == [part == 1, part == 2]
    assert [one.cut_ms for one in made.made.across] == [cut_ms]
    assert f"is in part {part}, without {cut_ms} ms too short to read: Two / lines." in made.rows[-1].text


def test_times_stay_if_wanted() -> None:
    made = captious.split(SRT_PART.encode(), [3500], keep_times=True)
    assert made.texts[1] == "1\n00:00:04,000 --> 00:00:06,000\n<i>Two</i>\nlines.\n"


def test_notes_go_with_their_cue_and_definitions_with_every_part() -> None:
    source = vtt(
        "NOTE head",
        "STYLE\n::cue { color: red }",
        "NOTE one",
        cue("00:01-00:03", "A"),
        "NOTE two",
        "id\n" + cue("00:05-00:08", "B <00:00:06.000>and <00:00:07.000>c"),
        "NOTE end",
        header=" Title",
    )
    first, second = captious.split(source, [4000])
    assert ("NOTE one" in first, "NOTE two" in first, "NOTE end" in first) == (True, False, False)
    assert ("NOTE one" in second, "NOTE two" in second, "NOTE end" in second) == (False, True, True)
    assert all("WEBVTT Title" in part and "::cue { color: red }" in part for part in (first, second))
    assert "B <00:00:02.000>and <00:00:03.000>c" in second


def test_a_clock_stays_with_the_times_it_is_of() -> None:
    header = CLOCK.format("MPEGTS:900000,LOCAL:00:00:00.000")
    source = vtt(cue("00:01-00:03", "A"), cue("00:05-00:08", "B"), header=header)
    assert ["X-TIMESTAMP-MAP" in part for part in captious.split(source, [4000])] == [True, False]
    assert ["X-TIMESTAMP-MAP" in part for part in captious.split(source, [4000], keep_times=True)] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("cuts", "error", "message"),
    [
        ([], OptionError, "no time to split at"),
        ([0], OptionError, "a cut at 00:00:00.000, not after 00:00:00.000"),
        ([5000, 4000], OptionError, "a cut at 00:00:04.000, not after 00:00:05.000"),
        ([6000], TimingError, "no cue from 00:00:06.000 on: part 2 would be empty"),
        ([1000], TimingError, "no cue before 00:00:01.000: part 1 would be empty"),
        ([3000, 4000], TimingError, "no cue from 00:00:03.000 to 00:00:04.000: part 2 would be empty"),
    ],
)
def test_cuts_that_make_no_parts_are_refused(cuts: list[int], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        captious.split(SRT_PART.encode(), cuts)


@given(
    st.lists(st.tuples(st.integers(0, 3000), st.integers(1000, 4000)), min_size=3, max_size=8),
    st.lists(st.integers(1000, 20_000), min_size=1, max_size=3, unique=True),
)
def test_what_is_split_is_joined_again(gaps: list[tuple[int, int]], cuts: list[int]) -> None:
    blocks, now = [], 0
    for number, (gap, size) in enumerate(gaps):
        start, now = now + gap, now + gap + size
        times = " --> ".join(f"00:00:{ms // 1000:02},{ms % 1000:03}" for ms in (start, now))
        blocks.append(f"{number + 1}\n{times}\nWord {number}\n")
    document = read_text("\n".join(blocks), format="srt").document
    try:
        made = split_document(document, sorted(cuts))
    except TimingError:
        return
    places = place_parts(made.parts, offsets_ms=sorted(cuts))
    joined = join_parts(made.parts, places, names=["part"] * len(made.parts)).document
    assert [one.text for one in joined.cues] == [one.text for one in document.cues]
    if not any(one.cut_ms for one in made.across):
        assert SRT.write(joined) == SRT.write(document)
