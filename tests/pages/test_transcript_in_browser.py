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
def sound_page(captious: Callable[..., Path], talk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    chapters = tmp_path_factory.mktemp("chapters") / "chapters.txt"
    chapters.write_text("0:00 Hello\n0:13 Lines\n0:28 Time\n", encoding="utf-8")
    words, media = talk / "talk.auto.vtt", talk / "talk.ogg"
    options = ("--words", words, "--media", media, "--chapters", chapters, "--series", "The caption show")
    return captious("transcript", talk / "talk.txt", *options)


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
    assert '- link "Link to 0:13"' in tree
    assert '- region "Recording"' in tree
    assert '- searchbox "Search the text"' in tree
    assert "The caption show" in tree
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
        for _ in range(4):  # past the search, whose buttons have nothing to do yet
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.url.endswith("#c2")
        assert page.locator("#c2").bounding_box()["y"] < 300


def test_a_time_plays_the_recording_from_there(visit: Visit, sound_page: Path) -> None:
    with visit(sound_page) as page:
        player = page.locator("audio")
        assert player.get_attribute("preload") == "none"
        page.locator(".said .at").nth(1).click()
        until(page, "document.querySelector('audio').currentTime > 12.5")
        page.wait_for_selector(".said[aria-current]")
        assert page.locator(".said[aria-current] .at").inner_text() == "0:13"
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
        page.locator(".said .at").nth(1).click()
        until(page, "document.querySelector('video').textTracks[0].cues?.length > 10")
        assert page.locator("track").get_attribute("kind") == "captions"


def test_without_a_script_times_are_links_into_the_recording(visit: Visit, sound_page: Path) -> None:
    with visit(sound_page, java_script_enabled=False) as page:
        link = page.locator(".said .at").nth(1)
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
        assert page.locator("script:not([type])").count() == 1  # our own
        assert evil.split(maxsplit=1)[0] in page.locator("main").inner_text()
        # an override of direction ends with the element it stands in
        assert page.evaluate(
            "[...document.querySelectorAll('main p')].every(p => p.firstElementChild.tagName === 'BDI')"
        )


@pytest.mark.parametrize("media", ["javascript:alert(1)", "data:text/html,x", "https://x.org/<script>"])
def test_a_recording_is_no_script(captious: Callable[..., Path], talk: Path, media: str) -> None:
    with pytest.raises(AssertionError, match="not a URL"):
        captious("transcript", talk / "talk.txt", "--media", media)


def test_the_text_can_be_searched(
    visit: Visit, violations: Callable[..., list[str]], seed_page: Path
) -> None:
    with visit(seed_page, reduced_motion="reduce") as page:
        before = page.locator("main").inner_text()
        page.get_by_role("searchbox").fill("machine  LEARNING")
        until(page, "document.querySelectorAll('mark').length > 10")
        count = page.locator("mark").count()
        assert page.locator(".search output").inner_text() == f"– of {count}"
        assert page.locator("main").inner_text() == before
        page.keyboard.press("Enter")
        assert page.locator(".search output").inner_text() == f"1 of {count}"
        page.keyboard.press("Shift+Enter")
        assert page.locator(".search output").inner_text() == f"{count} of {count}"
        assert page.locator("mark[aria-current]").count() == 1
        box = page.locator("mark[aria-current]").bounding_box()
        assert box is not None
        assert 0 <= box["y"] <= 900
        page.get_by_role("button", name="Next match").click()
        assert page.locator(".search output").inner_text() == f"1 of {count}"
        assert violations(page) == []
        page.get_by_role("searchbox").fill("(no such .* words")
        until(page, "document.querySelectorAll('mark').length === 0")
        assert page.locator(".search output").inner_text() == "Not in the text"
        assert page.locator("main").inner_text() == before


@pytest.mark.parametrize("width", [1280, 375])
def test_the_chapter_being_read_is_marked(visit: Visit, seed_page: Path, width: int) -> None:
    with visit(seed_page, width=width, reduced_motion="reduce") as page:
        for number in (5, 2, 9):
            page.evaluate(f"document.getElementById('c{number}').scrollIntoView()")
            until(page, f"document.querySelector('.chapters [aria-current]')?.hash === '#c{number}'")
        assert page.locator(".chapters [aria-current]").count() == 1


@pytest.mark.parametrize("width", [1280, 375])
def test_the_player_stays_in_view(visit: Visit, sound_page: Path, width: int) -> None:
    with visit(sound_page, width=width, height=500, reduced_motion="reduce") as page:
        page.locator(".said").last.scroll_into_view_if_needed()
        box = page.locator("audio").bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 250
        page.get_by_role("link", name="Back to top").click()
        assert page.evaluate("scrollY") == 0


def test_short_turns_stand_on_one_line_with_their_speaker(visit: Visit, sound_page: Path) -> None:
    with visit(sound_page) as page:
        short = page.locator(".said.short").filter(has_text="Never?")
        assert short.locator(".speaker").inner_text() == "Maya Okafor"
        name, text = (short.locator(each).bounding_box() for each in (".speaker", "p"))
        assert name is not None
        assert text is not None
        assert abs(name["y"] - text["y"]) < 10


def test_a_video_of_youtube_is_played_only_when_a_reader_asks(
    visit: Visit, violations: Callable[..., list[str]], captious: Callable[..., Path], talk: Path
) -> None:
    media = ("--media", "https://www.youtube.com/watch?v=abcdefghijk")
    plain = captious("transcript", talk / "talk.txt", *media)
    assert "<iframe" not in plain.read_text(encoding="utf-8")
    framed = captious("transcript", talk / "talk.txt", *media, "--embed")
    with visit(framed) as page:
        assert page.locator("iframe").get_attribute("src") is None
        link = page.locator(".said .at").nth(1)
        assert link.get_attribute("target") == page.locator("iframe").get_attribute("name")
        start = "https://www.youtube-nocookie.com/embed/abcdefghijk?start="
        assert link.get_attribute("href").startswith(start)
        page.evaluate(
            "document.querySelector('iframe').remove()"
        )  # axe would speak to it, which a file may not
        assert violations(page) == []


def test_what_is_mentioned_is_on_the_page_only_when_asked_for(
    visit: Visit, violations: Callable[..., list[str]], captious: Callable[..., Path], tmp_path: Path
) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Ann: See www.example.org/a now.\n\nBob: I like PyTorch.\n", encoding="utf-8")
    assert "PyTorch</bdi></span>" not in captious("transcript", path).read_text(encoding="utf-8")
    with visit(captious("transcript", path, "--mentions")) as page:
        assert violations(page) == []
        assert page.locator(".mentions h3").all_inner_texts() == ["Links", "Projects and tools"]
        assert (
            page.get_by_role("link", name="www.example.org/a").get_attribute("href")
            == "https://www.example.org/a"
        )


def test_a_fragment_is_a_part_of_a_page_of_somebody_else(
    visit: Visit,
    violations: Callable[..., list[str]],
    captious: Callable[..., Path],
    root: Path,
    tmp_path: Path,
) -> None:
    (seed,) = (root / "seeds").glob("*.txt")
    text = captious("transcript", seed, "--duration", "1:08:21", "--fragment").read_text(encoding="utf-8")
    assert text.startswith('<div class="captious" lang="en">\n<style>')
    assert not any(part in text for part in ("<html", "<head", "<body", "<script", "<h1", " style=", "\n\n"))
    page_file = tmp_path / "post.html"
    page_file.write_text(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Post</title></head><body><main><h1>Post</h1>'
        f'<p class="said">Mine</p>{text}</main></body></html>',
        encoding="utf-8",
    )
    with visit(page_file, java_script_enabled=True) as page:
        assert violations(page) == []
        assert page.evaluate("getComputedStyle(document.querySelector('p.said')).display") == "block"
        page.locator("nav a").nth(1).click()
        assert page.url.endswith("#captious-c2")
