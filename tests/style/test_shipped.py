"""The styles that ship: complete, sourced, and free of repetition."""

from __future__ import annotations

import tomllib
from dataclasses import fields, is_dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from captious.checks.registry import find_rules
from captious.formats.vtt import colours
from captious.style import Profile, load_style, style_names
from captious.style.limits import COLOURS, Limit, ReadingTable
from captious.style.schema import keys, sections

STYLES = Path(__file__).resolve().parents[2] / "styles"
ALL = ("base", *style_names())
RESOLUTIONS = [
    (style, output, lang) for style in ALL for output in ("srt", "vtt") for lang in ("en", "ja", None)
]
SHOWN_FOR = [(name, audience) for name in ALL for audience in load_style(name).layers[-1].audiences]


def tables(name: str) -> dict[str, Any]:
    return tomllib.loads((STYLES / f"{name}.toml").read_text(encoding="utf-8"))


def limits(profile: Profile) -> dict[str, Limit | ReadingTable]:
    return {
        f"{section}.{item.name}": value
        for section in sections()
        for item in fields(getattr(profile, section))
        if isinstance(value := getattr(getattr(profile, section), item.name), Limit | ReadingTable)
    }


def resolved(name: str, *, output: str = "srt", language: str | None = None) -> Profile:
    return load_style(name).profile(format=output, language=language)


def test_the_promised_styles_ship() -> None:
    assert {
        "youtube", "youtube-shorts", "web", "netflix", "netflix-en", "netflix-ar", "netflix-hi", "netflix-ja",
        "netflix-ko", "netflix-zh", "netflix-th",
        "netflix-nl", "netflix-fr", "netflix-de", "netflix-es", "netflix-pt", "bbc", "bbc-online",
        "ted", "amara", "dcmp", "cea-608", "ard", "arcom", "une-153010", "ofcom", "fcc", "section-508", "amazon-prime",
        "arte", "sdi-nl", "dutch", "danish", "podcast", "apple-podcasts", "headstart",
    } <= set(style_names())  # fmt: skip
    assert "base" not in style_names()


@pytest.mark.parametrize(("name", "output", "language"), RESOLUTIONS)
def test_style_resolves(name: str, output: str, language: str | None) -> None:
    profile = resolved(name, output=output, language=language)
    assert (profile.name, profile.format, profile.language) == (name, output, language)
    assert all(is_dataclass(getattr(profile, section)) for section in sections())


@pytest.mark.parametrize(("name", "output", "language"), RESOLUTIONS)
def test_every_number_has_a_source(name: str, output: str, language: str | None) -> None:
    profile = resolved(name, output=output, language=language)
    for key, limit in limits(profile).items():
        assert len(limit.source) > 10, key
        assert limit.basis in ("guide", "tool", "advisory"), key
        assert limit.read.startswith("20"), key
        assert limit.confidence in ("high", "medium", "low"), key
    assert profile.labels.source
    assert profile.sounds.source
    assert profile.typography.source
    assert profile.breaks.source


def test_base_has_every_option_once_and_in_order() -> None:
    base = tables("base")
    for section in sections():
        assert sorted(base[section]) == sorted(keys(section))
    assert set(base) == {"title", "description", "read", "confidence", "languages", *sections()}


@pytest.mark.parametrize("name", style_names())
def test_no_style_repeats_what_it_inherits(name: str) -> None:
    style = tables(name)
    parent = load_style(style["extends"])
    plain = parent.profile(format="")
    own = load_style(name).profile(format="")
    for section in sections():
        for key in style.get(section, {}):
            assert getattr(getattr(own, section), key) != getattr(getattr(plain, section), key), (
                section,
                key,
            )
    for output, overrides in style.get("formats", {}).items():
        for section, keys_of_section in overrides.items():
            special = getattr(load_style(name).profile(format=output), section)
            for key in keys_of_section:
                assert getattr(special, key) != getattr(getattr(own, section), key), (output, section, key)


@pytest.mark.parametrize(("name", "audience"), SHOWN_FOR)
def test_an_audience_changes_something(name: str, audience: str) -> None:
    everybody, special = (load_style(one).profile(format="") for one in (name, f"{name}:{audience}"))
    assert (special.name, special.audience) == (f"{name}:{audience}", audience)
    assert any(getattr(special, part) != getattr(everybody, part) for part in sections())


@pytest.mark.parametrize("name", ALL)
def test_severities_name_rules(name: str) -> None:
    for rule, _ in load_style(name).profile(format="").severities:
        assert find_rules(rule)


@pytest.mark.parametrize("name", ["base", "youtube", "fcc", "section-508", "apple-podcasts"])
def test_styles_without_a_guide_only_advise(name: str) -> None:
    for output in ("srt", "vtt"):
        assert {limit.basis for limit in limits(resolved(name, output=output)).values()} == {"advisory"}


def test_youtube() -> None:
    profile = resolved("youtube", output="vtt", language="en")
    assert (profile.layout.line_length_chars.value, profile.layout.lines.value) == (42, 2)
    assert profile.timing.min_duration_ms.value == 1000
    assert profile.timing.max_duration_ms is not None
    assert profile.timing.max_duration_ms.value == 7000
    assert profile.speed.max_cps is not None
    assert profile.speed.max_cps.value == 21
    assert (profile.labels.form, profile.labels.case, profile.labels.name) == (
        ">> {name}:",
        "upper",
        "full-then-short",
    )
    assert profile.labels.voice
    assert resolved("youtube", output="srt").labels == profile.labels


def test_netflix_gaps_are_two_frames_or_half_a_second() -> None:
    timing = resolved("netflix-en").timing
    assert timing.min_gap_frames is not None
    assert timing.forbidden_gap_from_ms is not None
    assert timing.forbidden_gap_to_ms is not None
    assert (timing.min_gap_ms.value, timing.min_gap_frames.value, timing.touching) == (83, 2, False)
    # two frames at 23.976 fps, both ends rounded to milliseconds
    assert timing.forbidden_gap_from_ms.value > 84
    assert timing.forbidden_gap_to_ms.value == 500


def test_bbc_counts_words_and_has_no_gap_or_a_pause() -> None:
    profile = resolved("bbc")
    assert profile.speed.max_cps is None
    assert profile.speed.max_wpm is not None
    assert profile.speed.max_wpm.value == 180
    assert profile.timing.max_duration_ms is None
    assert profile.timing.touching
    assert profile.timing.forbidden_gap_to_ms is not None
    assert profile.timing.forbidden_gap_to_ms.value == 1000
    assert (profile.labels.form, profile.labels.case, profile.typography.quotes) == (
        "{name}:",
        "upper",
        "straight",
    )


def test_podcast_depends_on_the_format() -> None:
    srt, vtt = (resolved("podcast", output=output) for output in ("srt", "vtt"))
    assert (srt.layout.line_length_chars.value, vtt.layout.line_length_chars.value) == (32, 65)
    assert (srt.labels.form, vtt.labels.form, vtt.labels.voice) == ("{name}:", "", True)


def test_netflix_goes_by_language_and_audience() -> None:
    def speed(name: str, language: str) -> float | None:
        limit = resolved(name, language=language).speed.max_cps
        return limit.value if limit else None

    # Netflix: adult, children; English, Latin script, Arabic, Hindi, Korean, Chinese, Japanese, Thai
    adult = [speed("netflix", tag) for tag in ("en", "fr", "ar", "hi", "ko", "zh-TW", "ja", "th")]
    assert adult == [20, 17, 20, 22, 12, 9, 4, 17]
    children = [speed("netflix:children", tag) for tag in ("en", "fr", "ar", "hi", "ko", "zh-TW", "ja", "th")]
    assert children == [17, 13, 17, 18, 9, 7, 4, 13]
    assert speed("netflix-ja", "en") == 4
    assert resolved("netflix", language="fr").typography.dialogue_dash == "both-space"
    assert resolved("netflix-nl").typography.dialogue_dash == "second"
    assert not resolved("netflix", language="ko").markup.italics


def test_frames_take_the_place_of_milliseconds_where_the_rate_is_known() -> None:
    style = load_style("netflix-en")
    least = [
        style.profile(format="srt", frame_rate=rate).timing.min_duration_ms.value
        for rate in (None, Fraction(25), Fraction(24_000, 1001))
    ]
    assert least == [833, 800, 834]


def test_arcom_has_a_table_and_no_speed() -> None:
    speed = resolved("arcom", language="fr").speed
    assert speed.max_cps is None
    assert speed.reading_table is not None
    assert [speed.reading_table.least_ms(width) for width in (0, 5, 12, 28, 60, 72)] == [
        0,
        800,
        800,
        2000,
        3200,
        3600,
    ]


def test_full_width_languages_get_short_lines() -> None:
    japanese = resolved("youtube", language="ja")
    assert (japanese.layout.line_length_chars.value, japanese.counting.half_width) == (13, True)
    assert resolved("youtube", language="zh-TW").layout == resolved("youtube", language="zh").layout


def contrast_on_black(colour: str) -> float:
    """WCAG 2.2, contrast ratio: relative luminance of sRGB, on black."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) / 0.05


def test_colours_of_speakers_can_be_read_and_are_those_of_webvtt() -> None:
    for name, code in COLOURS.items():
        assert contrast_on_black(code) >= 4.5, name
        assert colours.COLOURS[name] == code
    assert min(contrast_on_black(colours.COLOURS[name]) for name in ("blue", "black")) < 4.5


@pytest.mark.parametrize("name", ALL)
def test_colours_never_come_instead_of_labels(name: str) -> None:
    for output in ("srt", "vtt"):
        labels = resolved(name, output=output).labels
        assert labels.form or not labels.colours
