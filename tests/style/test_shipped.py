"""The styles that ship: complete, sourced, and free of repetition."""

from __future__ import annotations

import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from captious.style import Profile, load_style, style_names
from captious.style.profile import Limit
from captious.style.schema import keys, sections

STYLES = Path(__file__).resolve().parents[2] / "styles"
ALL = ("base", *style_names())
RESOLUTIONS = [(style, output, lang) for style in ALL for output in ("srt", "vtt") for lang in ("en", None)]


def tables(name: str) -> dict[str, Any]:
    return tomllib.loads((STYLES / f"{name}.toml").read_text(encoding="utf-8"))


def limits(profile: Profile) -> dict[str, Limit]:
    return {
        f"{section}.{item.name}": value
        for section in sections()
        for item in fields(getattr(profile, section))
        if isinstance(value := getattr(getattr(profile, section), item.name), Limit)
    }


def resolved(name: str, *, output: str = "srt", language: str | None = None) -> Profile:
    return load_style(name).profile(format=output, language=language)


def test_the_promised_styles_ship() -> None:
    assert {"youtube", "netflix-en", "bbc", "podcast"} <= set(style_names())
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
    assert profile.labels.source
    assert profile.sounds.source
    assert profile.typography.source
    assert profile.breaks.source


def test_base_has_every_option_once_and_in_order() -> None:
    base = tables("base")
    for section in sections():
        assert sorted(base[section]) == sorted(keys(section))
    assert set(base) == {"title", "description", "languages", *sections()}


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


@pytest.mark.parametrize("name", ["base", "youtube"])
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


def test_bbc_counts_words_and_either_touches_or_pauses() -> None:
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


def test_full_width_languages_get_short_lines() -> None:
    japanese = resolved("youtube", language="ja")
    assert (japanese.layout.line_length_chars.value, japanese.counting.half_width) == (13, True)
    assert resolved("youtube", language="zh-TW").layout == resolved("youtube", language="zh").layout
