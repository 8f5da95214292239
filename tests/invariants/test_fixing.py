"""What the linter and its fixes promise for any file: no exception, no lost word, an end, and nothing made worse."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading, resolve
from captious.core.finding import Finding, Severity
from captious.fixing.contract import viewer_sees
from captious.fixing.engine import Fixed, fix_source
from captious.fixing.guard import allowed_changes
from captious.formats.documents import read_document
from captious.formats.registry import format_by_name
from captious.style import load_style, style_names
from captious.timing.recording import Recording

if TYPE_CHECKING:
    from pathlib import Path

    from captious.fixing.contract import Breach
    from captious.formats.base import CaptionFormat

STYLES = ("youtube", "netflix-en", "bbc", "podcast", "arcom", "ard:children", "dcmp", "warner", "cea-608")
"""One for each thing that styles do differently; what `caption` writes is checked under all of them elsewhere."""
EVERYTHING = Selection(select=("ALL",))

SRT = """\
1
00:00:01,000 --> 00:00:03,500
>> ANN LEE: Hello and  welcome to
the

2
00:00:03,000 --> 00:00:03,200
- I said... that it was the longest line anybody could ever think of !
- No.

4
00:00:04.000-->00:00:12,000
[LAUGHS] <i>the the <font color="red">point</i> is 7 o'clock ♪ la la ♪

5
00:00:12,100 --> 00:00:13,000
ANN LEE: We “quoted it. And then we went on.

"""
VTT = """\
WEBVTT
Kind: captions

STYLE
::cue { color: red }

NOTE captious: ignore LAY001 quoted

intro
00:01.000 --> 00:03.500 line:0 size:200% line:1
<v Ann Lee>Hello & welcome <b>to</b>
the

00:03.000 --> 00:03.200
<v Bob Ray>- I said... that it was &nbsp; the longest line <c.red>anybody could ever think of !
<v>- No.

00:00:04.000 --> 00:00:12.000 align:middle
[LAUGHS] <i>the the <00:00:09.000>point</i> is 7 o'clock ♪ la la ♪ <
"""


def settings_of(style: str, selection: Selection = Selection()) -> CheckSettings:  # noqa: B008 - frozen
    return CheckSettings(
        style=load_style(style),
        selection=selection,
        language="en",
        recording=Recording(media_ms=60_000, shots_ms=(3_100,)),
        style_named=True,
    )


def find(source: str, name: str, given_settings: CheckSettings) -> tuple[Finding, ...]:
    return check_reading(format_by_name(name).read(source), given_settings)


def breaches(
    source: str, fixed: Fixed, caption_format: CaptionFormat, given_settings: CheckSettings
) -> tuple[Breach, ...]:
    before, after = (caption_format.read(text).document for text in (source, fixed.source))
    longest = resolve(before, given_settings)[1].timing.max_duration_ms
    return viewer_sees(
        before,
        after,
        changes=allowed_changes(fixed.applied, shifted=len(before.cues) != len(after.cues)),
        longest_ms=longest.value if longest else None,
    )


def check_fixing(source: str, name: str, given_settings: CheckSettings, *, alone: bool = True) -> Fixed:
    """Fix a source, and hold what comes out to the contract; and what the rules do alone, without the guard."""
    caption_format = format_by_name(name)
    before = find(source, name, given_settings)
    fixed = fix_source(source, caption_format=caption_format, settings=given_settings)
    assert breaches(source, fixed, caption_format, given_settings) == ()
    again = fix_source(fixed.source, caption_format=caption_format, settings=given_settings)
    assert again.source == fixed.source, "fixing twice is not fixing once"
    cues = [len(caption_format.read(text).document.cues) for text in (source, fixed.source)]
    fixable = [item for item in fixed.left if item.fix and item.fix.safe and not item.fix.reencode]
    assert fixable == [] or not any(cues), "only a file without a cue is left as it is"
    if alone:
        by_rules = fix_source(source, caption_format=caption_format, settings=given_settings, guarded=False)
        assert breaches(source, by_rules, caption_format, given_settings) == (), "a rule breaks the contract"
    # what was hidden can have issues of its own
    if cues[0] == cues[1] and shown(source, name) == shown(fixed.source, name):
        assert sum(map(_weighs, fixed.left)) <= sum(map(_weighs, before)), "a fix added an error"
    return fixed


def shown(source: str, name: str) -> str:
    """Letters and digits of all cues in order."""
    lines = (line for cue in format_by_name(name).read(source).document.cues for line in cue.lines)
    return "".join(filter(str.isalnum, "".join(lines)))


def _weighs(finding: Finding) -> bool:
    """Whether a finding counts as an error: a cue too fast does, whether the speech itself is the cause or not.

    Which it is depends on the cues around, and may change when one of them is fixed.
    """
    return finding.severity is Severity.ERROR or finding.code.startswith("SPD")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("source", "name"), [(SRT, "srt"), (VTT, "vtt")])
def test_a_file_full_of_issues(source: str, name: str, style: str) -> None:
    found = find(source, name, settings_of(style))
    assert len(found) >= 5
    for selection in (Selection(), EVERYTHING):
        check_fixing(source, name, settings_of(style, selection))
        check_fixing(source.replace("\n", "\r\n"), name, settings_of(style, selection))
        fix_source(
            source, caption_format=format_by_name(name), settings=settings_of(style, selection), unsafe=True
        )


def test_what_is_not_touched_stays_byte_for_byte() -> None:
    faulty = "2\n00:00:03,500 --> 00:00:05,000\nTwo  spaces.\n\n"
    clean = "1\n00:00:01,000 --> 00:00:03,000\nFine \u200f text\u00a0here.\n\n"
    fixed = fix_source(
        clean + faulty,
        caption_format=format_by_name("srt"),
        settings=settings_of("youtube", Selection(("TXT002",))),
    )
    assert "Two spaces." in fixed.source
    assert fixed.source.startswith(clean.split("Fine", maxsplit=1)[0])


ODD_LINES = [
    "", "\r", "\r\n", "\x00", "\x0b", "\x85", "\u2028", "\ufeff", "\ud800", "\u202e", "-->", "1", "<" * 50, "&" * 20,
    "00:00:00,000 --> 00:00:00,000", "99999999:00:00,000 --> 1:2:3,4", "<b " * 10, "{\\", "NOTE captious: ignore-file",
    "NOTE captious: disable TIM", "a" * 200, "word " * 40, "日本語の字幕です。", "שלום", "e\u0301",
]  # fmt: skip
pieces = st.sampled_from([*SRT.split("\n"), *VTT.split("\n"), *ODD_LINES])


@settings(max_examples=150)
@given(st.lists(pieces, max_size=25), st.sampled_from(["srt", "vtt"]), st.sampled_from(STYLES), st.booleans())
def test_any_lines_are_checked_and_fixed(lines: list[str], name: str, style: str, everything: bool) -> None:
    source = "\n".join(lines)
    given_settings = settings_of(style, EVERYTHING if everything else Selection())
    found = find(source, name, given_settings)
    for finding in found:
        assert 0 <= finding.span.start <= finding.span.end <= len(source)
        assert finding.span.line >= 1
        assert finding.span.column >= 1
    check_fixing(source, name, given_settings)
    fix_source(source, caption_format=format_by_name(name), settings=given_settings, unsafe=True)


def disturb(source: str, chance: random.Random) -> str:
    """A file as it comes out of an accident: cut off, bytes flipped, lines dropped, doubled and swapped."""
    lines = source.split("\n")
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(lines))
        match chance.randrange(5):
            case 0:
                del lines[place + 1 :]
                lines[place] = lines[place][: chance.randint(0, len(lines[place]))]
            case 1:
                line = lines[place]
                at = chance.randint(0, len(line))
                lines[place] = line[:at] + chr(chance.randrange(1, 256)) + line[at + 1 :]
            case 2 if len(lines) > 1:
                del lines[place]
            case 3:
                lines.insert(place, lines[place])
            case _:
                other = chance.randrange(len(lines))
                lines[place], lines[other] = lines[other], lines[place]
    return "\n".join(lines)


@settings(max_examples=100)
@given(st.integers(0, 2**32), st.sampled_from(["srt", "vtt"]), st.sampled_from(STYLES), st.booleans())
def test_a_file_after_an_accident(seed: int, name: str, style: str, named: bool) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing to keep secret
    source = disturb(SRT if name == "srt" else VTT, chance)
    check_fixing(source, name, replace(settings_of(style), style_named=named))


CHANGES = ["", "\n", "\r\n", "<", ">", "&", "-", ":", "9", " ", "\0"]


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.sampled_from(["srt", "vtt"]), st.sampled_from(STYLES))
def test_a_good_file_with_a_few_bytes_changed(seed: int, name: str, style: str) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing to keep secret
    source = list(SRT if name == "srt" else VTT)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(source))
        source[place : place + chance.randint(0, 3)] = chance.choice(CHANGES)
    check_fixing("".join(source), name, settings_of(style))


def real_files(shared_data: Path) -> list[Path]:
    folders = (shared_data / "captions", shared_data / "podcast")
    return sorted(path for folder in folders for path in folder.iterdir() if path.suffix in (".srt", ".vtt"))


@pytest.mark.parametrize("style", STYLES)
def test_real_files_keep_every_word_and_settle(style: str, shared_data: Path) -> None:
    for path in real_files(shared_data):
        document = read_document(path).document
        assert document.source is not None
        check_fixing(document.source, document.format, settings_of(style), alone=False)


@settings(max_examples=60)
@given(data=st.data())
def test_real_files_with_a_few_bytes_changed(data: st.DataObject, shared_data: Path) -> None:
    path = data.draw(st.sampled_from(real_files(shared_data)))
    document = read_document(path).document
    first = data.draw(st.integers(0, max(len(document.cues) - 25, 0)))
    spans = [cue.span for cue in document.cues[first : first + 25] if cue.span is not None]
    header = "WEBVTT\n\n" if document.format == "vtt" else ""
    source = list(header + (document.source or "")[spans[0].start : spans[-1].end])
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(source) - 1))
        source[place : place + data.draw(st.integers(0, 3))] = data.draw(st.sampled_from(CHANGES))
    check_fixing("".join(source), document.format, settings_of(data.draw(st.sampled_from(STYLES))))


@pytest.mark.parametrize("size", [200_000])
@pytest.mark.parametrize(
    "unit", ["<", "<b ", "{\\", "&", "\n", "<i>", "a ", "-->", "\0", "...", "“", "- ", "♪", ">> A: "]
)
def test_long_lines_of_one_thing_take_no_long_time(unit: str, size: int) -> None:
    body = unit * (size // len(unit))
    for name, head in (
        ("srt", "1\n00:00:01,000 --> 00:00:03,000\n"),
        ("vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\n"),
    ):
        assert find(head + body, name, settings_of("youtube", EVERYTHING)) is not None


def test_every_pair_of_rules_settles() -> None:
    """Two rules whose fixes undo each other would go round for ever."""
    from captious.checks.registry import all_rules

    fixable = [rule for rule in all_rules() if rule.fix != "never"]
    for one, other in itertools.combinations(fixable, 2):
        selection = Selection(select=(one.name, other.name))
        for source, name in ((SRT, "srt"), (VTT, "vtt")):
            given_settings = settings_of("netflix-en", selection)
            fixed = fix_source(
                source, caption_format=format_by_name(name), settings=given_settings, unsafe=True
            )
            assert [finding for finding in fixed.left if finding.fix is not None] == [], (
                one.code,
                other.code,
            )


@pytest.mark.parametrize("name", ["srt", "vtt"])
@pytest.mark.parametrize("style", style_names())
def test_reading_time_and_shot_changes_settle(style: str, name: str) -> None:
    """The time a cue needs and the shot change it should end before pull its end in two directions."""
    cue = "00:00:01,000 --> 00:00:03,000\n123456789 123456789 12345&6789.\n"
    source = f"1\n{cue}" if name == "srt" else f"WEBVTT\n\n{cue.replace(',', '.')}"
    recording = Recording(frame_rate=Fraction(25), shots_ms=(0, 1500, 3200, 5100))
    given_settings = CheckSettings(load_style(style), EVERYTHING, language="en", recording=recording)
    fixed = fix_source(source, caption_format=format_by_name(name), settings=given_settings, unsafe=True)
    assert [finding for finding in fixed.left if finding.fix is not None] == []
