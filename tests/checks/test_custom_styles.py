"""Rules under choices that no shipped style makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading
from captious.errors import CaptiousError
from captious.fixing.engine import fix_source
from captious.formats.base import Use
from captious.formats.registry import by_name, format_by_name
from captious.style import load_style

if TYPE_CHECKING:
    from pathlib import Path

SRT = "1\n00:00:01,000 --> 00:00:05,000\n"
VTT = "WEBVTT\n\n00:01.000 --> 00:05.000\n"
PLACED = "WEBVTT\n\n00:01.000 --> 00:05.000 line:0\nOne.\n\n00:0{}.000 --> 00:09.000\nTwo.\n"


@pytest.mark.parametrize(
    ("rule", "choices", "name", "source", "fixed"),
    [
        ("music-mark", '[sounds]\nmusic = "♪"', "srt", SRT + "♪ We all\nlive here\n", SRT + "♪ We all\nlive here ♪\n"),
        ("music-mark", '[sounds]\nmusic = "♪"', "vtt", VTT + "<i># We live ♫</i>\n", VTT + "<i>♪ We live ♪</i>\n"),
        (
            "music-mark", '[sounds]\nmusic = "♪"', "srt", SRT + "♪ 3456789 123456789 123456789 123456789 12\n",
            SRT + "♪ 3456789 123456789 123456789 123456789 12\n",
        ),
        (
            "dialogue-dash-style", '[typography]\ndialogue_dash = "second-space"', "srt",
            SRT + "-Are you coming?\n-In a minute.\n", SRT + "Are you coming?\n- In a minute.\n",
        ),
        (
            "dialogue-dash-style", '[typography]\ndialogue_dash = "both-space"', "srt",
            SRT + "–Are you coming?\n–  In a minute.\n", SRT + "– Are you coming?\n– In a minute.\n",
        ),
        (
            "dialogue-dash-style", '[typography]\ndialogue_dash = "both"', "srt",
            SRT + "Are you coming?\n— In a minute.\n", SRT + "—Are you coming?\n—In a minute.\n",
        ),
        (
            "unsupported-position", "[markup]\npositions = false", "vtt",
            PLACED.format(5), PLACED.format(5).replace(" line:0", ""),
        ),
        ("unsupported-position", "[markup]\npositions = false", "vtt", PLACED.format(4), PLACED.format(4)),
        (
            "disallowed-italics", "[markup]\nitalics = false", "srt",
            SRT + "<i>\nMeanwhile</i>\n", SRT + "Meanwhile\n",
        ),
        ("disallowed-tag", '[markup]\ntags = "i"', "vtt", VTT + "<v Ann><b>Yes</b>\n", VTT + "<v Ann>Yes\n"),
        ("sound-form", '[sounds]\nform = "*{sound}*"', "srt", SRT + "[laughs] No.\n", SRT + "*laughs* No.\n"),
        ("label-style", '[labels]\nform = "({name})"', "srt", SRT + "ANN: No.\n", SRT + "(ANN) No.\n"),
    ],
)  # fmt: skip
def test_what_a_style_defines_is_found_and_fixed(  # noqa: PLR0917 - a table
    rule: str, choices: str, name: str, source: str, fixed: str, tmp_path: Path
) -> None:
    path = tmp_path / "own.toml"
    section, _, rest = choices.partition("\n")
    path.write_text(
        f'extends = "base"\ntitle = "Own"\ndescription = "Own."\n{section}\nsource = "Ours"\n{rest}\n',
        encoding="utf-8",
    )
    settings = CheckSettings(style=load_style(str(path)), language="en")
    caption_format = format_by_name(name)
    assert rule in {finding.name for finding in check_reading(caption_format.read(source), settings)}
    only = CheckSettings(
        style=settings.style, language="en", style_named=True, selection=Selection(select=(rule,))
    )
    # tags, positions and spaces are content: changing them is unsafe
    unsafe = rule in ("disallowed-tag", "disallowed-italics", "unsupported-position", "dialogue-dash-style")
    assert fix_source(source, caption_format=caption_format, settings=only, unsafe=unsafe).source == fixed
    assert (
        rule not in {finding.name for finding in check_reading(caption_format.read(fixed), only)}
        or source == fixed
    )


def weighed(path: Path, severities: str) -> dict[str, str]:
    path.write_text(
        f'extends = "youtube"\ntitle = "House"\ndescription = "Ours."\n\n[severities]\n{severities}\n',
        encoding="utf-8",
    )
    source = SRT + "this  is what we said , and\nit is  long\n"
    found = check_reading(format_by_name("srt").read(source), CheckSettings(load_style(path), language="en"))
    return {finding.code: finding.severity.name.lower() for finding in found}


def test_a_style_sets_severities(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    assert weighed(path, "")["TXT002"] == "info"
    assert weighed(path, 'odd-whitespace = "error"')["TXT002"] == "error"
    # the selector that means fewest rules wins, whatever their order
    both = weighed(path, 'TXT003 = "error"\nTXT = "warning"')
    assert (both["TXT002"], both["TXT003"]) == ("warning", "error")


def test_a_severity_of_no_rule_is_an_error_that_names_the_style(tmp_path: Path) -> None:
    with pytest.raises(CaptiousError, match="no-such-rule") as caught:
        weighed(tmp_path / "house.toml", 'no-such-rule = "error"')
    assert "house" in str(caught.value)


TTML = (
    '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="en"><body><div>'
    '<p begin="1s" end="4s"><span tts:color="red">Hello</span> <span tts:fontStyle="italic">you</span></p>'
    "</div></body></tt>"
)
ASS = (
    "[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname, Fontsize\n"
    "Style: Default,Arial,20\n\n[Events]\nFormat: Layer, Start, End, Style, Text\n"
    "Dialogue: 0,0:00:01.00,0:00:04.00,Default,{\\c&H0000FF&}Hello{\\r} {\\i1}you{\\i0}\n"
)


@pytest.mark.parametrize(("name", "italics"), [("ttml", True), ("ass", True), ("stl", False), ("scc", True)])
def test_tags_that_a_reader_makes_of_another_notation_are_not_reported(
    name: str, italics: bool, tmp_path: Path
) -> None:
    document = format_by_name("vtt").read(VTT + "<c.red>Hello</c> <i>you</i>\n").document
    source = {"ttml": TTML, "ass": ASS}.get(name) or by_name(name, Use.WRITE).write(document)
    path = tmp_path / "own.toml"
    path.write_text(
        'extends = "base"\ntitle = "Own"\ndescription = "Own."\n'
        '[markup]\ntags = "i"\nitalics = false\nsource = "Ours"\n',
        encoding="utf-8",
    )
    reading = by_name(name, Use.CHECK).read(source)
    assert "<c.red>" in reading.document.cues[0].text
    codes = {
        one.code for one in check_reading(reading, CheckSettings(style=load_style(str(path)), language="en"))
    }
    assert "MRK001" not in codes
    # that there are italics is no matter of notation
    assert ("MRK004" in codes) == italics
