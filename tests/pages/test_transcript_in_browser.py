"""The transcript page as its readers have it: with eyes, with a keyboard, with a screen reader, on a small screen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.pages.conftest import until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Visit = Callable[..., Any]

pytestmark = pytest.mark.programs


@pytest.fixture(scope="session")
def seed_page(captious: Callable[..., Path], root: Path) -> Path:
    (seed,) = (root / "seeds").glob("*.txt")
    return captious("transcript", seed, "--duration", "1:08:21", "--date", "2020-03-29")


@pytest.fixture(scope="session")
def sound_page(captious: Callable[..., Path], talk: Path) -> Path:
    return captious(
        "transcript", talk / "talk.txt", "--words", talk / "talk.auto.vtt", "--media", talk / "talk.ogg"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_is_in_a_readers_way(
    visit: Visit, violations: Callable[..., list[str]], seed_page: Path, width: int, scheme: str
) -> None:
    with visit(seed_page, width=width, color_scheme=scheme) as page:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_at_200_percent_nothing_scrolls_sideways(
    visit: Visit, violations: Callable[..., list[str]], sound_page: Path
) -> None:
    # a window of 1280 pixels at 200 %: 640 of CSS
    with visit(sound_page, width=640, height=450, device_scale_factor=2) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
        assert violations(page) == []


def test_every_word_is_there_in_order(visit: Visit, seed_page: Path, seed_text: str) -> None:
    from captious.transcripts.parse import read_transcript

    said = [
        f"[{word.text}]" if word.sound else word.text
        for turn in read_transcript(seed_text).turns
        for word in turn.words
    ]
    with visit(seed_page) as page:
        assert " ".join(page.locator(".said p").all_inner_texts()).split() == " ".join(said).split()


def test_the_accessibility_tree_has_landmarks_headings_and_times(visit: Visit, sound_page: Path) -> None:
    with visit(sound_page) as page:
        tree = page.locator("body").aria_snapshot()
    assert '- link "Skip to the transcript":' in tree
    assert '- heading "How captions are made | A short interview" [level=1]' in tree
    assert '- navigation "Chapters":' in tree
    assert '- heading "Chapters" [level=2]' in tree
    assert '- main "Transcript":' in tree
    assert '- link "0:13"' in tree
    assert "Thank you for having me." in tree
    assert tree.index("Maya Okafor") < tree.index("Welcome back")


def test_the_keyboard_reaches_everything(visit: Visit, seed_page: Path) -> None:
    with visit(seed_page, reduced_motion="reduce") as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        box = page.locator(".skip").bounding_box()
        assert box is not None
        assert box["y"] >= 0
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")
        page.goto(page.url.split("#")[0])
        for _ in range(3):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.url.endswith("#c2")
        assert page.locator("#c2").bounding_box()["y"] < 300


def test_a_time_plays_the_recording_from_there(visit: Visit, sound_page: Path) -> None:
    with visit(sound_page) as page:
        player = page.locator("audio")
        assert player.get_attribute("preload") == "none"
        page.locator(".said a").nth(1).click()
        until(page, "document.querySelector('audio').currentTime > 12.5")
        page.wait_for_selector(".said[aria-current]")
        assert page.locator(".said[aria-current] a").inner_text() == "0:13"
        assert page.evaluate("document.querySelector('audio').error") is None


def test_a_video_has_captions(
    visit: Visit,
    violations: Callable[..., list[str]],
    captious: Callable[..., Path],
    talk: Path,
    tmp_path: Path,
) -> None:
    video = tmp_path / "talk.webm"
    video.write_bytes((talk / "talk.ogg").read_bytes())  # the audio alone is enough for a player
    page_file = captious("transcript", talk / "talk.txt", "--words", talk / "talk.auto.vtt", "--media", video)
    with visit(page_file) as page:
        assert violations(page) == []
        page.locator(".said a").nth(1).click()
        until(page, "document.querySelector('video').textTracks[0].cues?.length > 10")
        assert page.locator("track").get_attribute("kind") == "captions"


def test_without_a_script_times_are_links_into_the_recording(visit: Visit, sound_page: Path) -> None:
    with visit(sound_page, java_script_enabled=False) as page:
        link = page.locator(".said a").nth(1)
        assert link.get_attribute("href").endswith("talk.ogg#t=13")


def test_a_printed_page_has_the_text_and_no_player(visit: Visit, sound_page: Path) -> None:
    with visit(sound_page) as page:
        page.emulate_media(media="print")
        assert not page.locator("audio").is_visible()
        assert not page.locator(".skip").is_visible()
        assert page.locator(".said").first.is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.pdf().startswith(b"%PDF")


def test_machines_read_what_schema_org_knows(visit: Visit, seed_page: Path) -> None:
    with visit(seed_page) as page:
        record = json.loads(page.locator('script[type="application/ld+json"]').inner_text())
    assert record["@type"] == "PodcastEpisode"
    assert record["duration"] == "PT1H8M21S"
    assert record["datePublished"] == "2020-03-29"
    assert record["inLanguage"] == "en"
    assert next(clip["startOffset"] for clip in record["hasPart"]) == 0
    assert record["hasPart"][-1]["endOffset"] == 4101


def test_motion_is_only_for_those_who_want_it(visit: Visit, seed_page: Path) -> None:
    for preference, behaviour in (("reduce", "auto"), ("no-preference", "smooth")):
        with visit(seed_page, reduced_motion=preference) as page:
            assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == behaviour


def test_nothing_in_a_transcript_becomes_part_of_the_page(
    visit: Visit, captious: Callable[..., Path], tmp_path: Path
) -> None:
    evil = (
        '<script>document.title="owned"</script> "><img src=x onerror=document.title=1> javascript:alert(1) '
        "\u202egnp."
    )
    path = tmp_path / "talk.txt"
    path.write_text(
        f"</title><script>1</script> | Talk\n\nAnn <b>: Hello {evil} there.\n\nBob \u202eyob: {evil}\n",
        encoding="utf-8",
    )
    made = captious("transcript", path, "--title", f"T {evil}", "--speakers", "Ann <b>,Bob \u202eyob")
    with visit(made) as page:
        assert "owned" not in page.title().replace(evil, "")
        assert page.locator("img, main script, main b").count() == 0
        assert page.locator("script:not([type])").count() == 0
        assert evil.split(maxsplit=1)[0] in page.locator("main").inner_text()
        # an override of direction ends with the element it stands in
        assert page.evaluate(
            "[...document.querySelectorAll('main p')].every(p => p.firstElementChild.tagName === 'BDI')"
        )


@pytest.mark.parametrize("media", ["javascript:alert(1)", "data:text/html,x", "https://x.org/<script>"])
def test_a_recording_is_no_script(captious: Callable[..., Path], talk: Path, media: str) -> None:
    with pytest.raises(AssertionError, match="not a URL"):
        captious("transcript", talk / "talk.txt", "--media", media)
