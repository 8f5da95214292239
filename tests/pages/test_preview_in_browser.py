"""The preview as a caption editor has it: played, searched, with the keyboard alone, with sound and without."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from tests.pages.conftest import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Visit = Callable[..., Any]

pytestmark = pytest.mark.programs


@pytest.fixture(scope="session")
def silent(captious: Callable[..., Path], talk: Path) -> Path:
    return captious("preview", talk / "talk.vtt")


@pytest.fixture(scope="session")
def faulty(captious: Callable[..., Path], talk: Path) -> Path:
    return captious("preview", talk / "edited.srt")


@pytest.fixture(scope="session")
def sounding(captious: Callable[..., Path], talk: Path) -> Path:
    return captious("preview", talk / "talk.vtt", "--media", talk / "talk.ogg")


@pytest.fixture(scope="session")
def double(captious: Callable[..., Path], talk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    other = tmp_path_factory.mktemp("second") / "edited.vtt"
    text = (talk / "talk.vtt").read_text(encoding="utf-8")
    other.write_text(
        text.replace("I look at where", "I see where") + "\n02:00.000 --> 02:02.000\nBye.\n", encoding="utf-8"
    )
    return captious("preview", talk / "talk.vtt", "--second", other)


def now(page: Any) -> float:
    minutes, seconds = page.locator("#now").inner_text().split(":")
    return 60 * int(minutes) + float(seconds)


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")]
)
@pytest.mark.parametrize("name", ["silent", "faulty", "sounding", "double"])
def test_nothing_is_in_an_editors_way(
    visit: Visit, violations: Callable[..., list[str]], request: pytest.FixtureRequest, *, name: str, width: int,
    scheme: str,
) -> None:  # fmt: skip
    with visit(request.getfixturevalue(name), width=width, color_scheme=scheme) as page:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator("#next").click()
        page.locator("summary").first.click()
        page.locator("#search").fill("the")
        page.locator("#safe").check()
        until(page, "document.querySelector('#status').textContent.includes('of')")
        assert violations(page) == []


def test_the_silent_clock_plays_the_cues(visit: Visit, silent: Path) -> None:
    with visit(silent) as page:
        assert "Welcome back." in page.locator(".captions").inner_text()
        page.locator("#rate").select_option("2")
        page.locator("#play").click()
        assert page.locator("#play").inner_text() == "Pause"
        page.wait_for_selector("#cue-3[aria-current]")
        assert "been writing captions" in page.locator(".captions").inner_text()
        page.locator("#play").click()
        stopped = now(page)
        page.wait_for_timeout(150)
        assert now(page) == stopped
        assert page.locator("#play").inner_text() == "Play"


def test_the_clock_stops_at_the_end_and_begins_again(visit: Visit, faulty: Path) -> None:
    with visit(faulty) as page:
        end = float(page.locator("#seek").get_attribute("max"))
        page.evaluate(
            """seconds => {
                const seek = document.querySelector("#seek");
                seek.value = seconds;
                seek.dispatchEvent(new Event("input"));
            }""",
            end - 0.2,
        )
        page.locator("#play").click()
        until(page, "document.querySelector('#play').textContent === 'Play'")
        assert now(page) == pytest.approx(end, abs=0.11)
        page.locator("#play").click()
        until(page, "document.querySelector('#cue-1[aria-current]')")


def test_a_click_and_enter_jump(visit: Visit, silent: Path) -> None:
    with visit(silent) as page:
        page.locator("#cue-6 button").click()
        assert page.locator("#cue-6").get_attribute("aria-current") == "true"
        assert now(page) == pytest.approx(13.0, abs=0.1)
        assert "Thank you for having me." in page.locator(".captions").inner_text()
        box = page.locator("#timeline").bounding_box()
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 20)
        assert now(page) == pytest.approx(26, abs=1)


def test_the_keyboard_alone_is_enough(visit: Visit, silent: Path) -> None:
    with visit(silent) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the cues"
        page.keyboard.press("Enter")
        seen = []
        for _ in range(8):
            page.keyboard.press("Tab")
            seen.append(page.evaluate("document.activeElement.id || document.activeElement.dataset.number"))
            if seen[-1] == "1":
                break
        assert seen == ["search", "speaker", "show", "1"]
        for _ in range(3):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert page.locator("#cue-4").get_attribute("aria-current") == "true"
        page.keyboard.press("End")
        assert page.evaluate("document.activeElement.dataset.number") == "21"
        page.keyboard.press("Home")
        page.keyboard.press("PageDown")
        assert page.evaluate("document.activeElement.dataset.number") == "11"
        page.keyboard.press(" ")
        assert page.locator("#play").inner_text() == "Pause"
        page.keyboard.press(" ")
        assert page.locator("#play").inner_text() == "Play"
        # one stop in the list, whatever its length
        assert page.locator('#cues button[tabindex="0"]').count() == 1
        page.locator("#seek").focus()
        before = now(page)
        page.keyboard.press("ArrowRight")
        assert now(page) > before
        assert page.locator("#seek").get_attribute("aria-valuetext").endswith(" of 0:52")


def test_search_and_filters(visit: Visit, silent: Path) -> None:
    with visit(silent) as page:
        page.locator("#search").fill("TIRING")
        until(page, "document.querySelector('#status').textContent === '1 of 21 cues'")
        page.keyboard.press("Enter")
        chosen = page.evaluate("document.activeElement.textContent")
        assert "tiring" in chosen
        page.locator("#search").fill("")
        until(page, "document.querySelector('#status').textContent === '21 cues'")
        page.locator("#speaker").select_option(label="Maya Okafor")
        shown = page.locator("#cues li:visible button bdi").all_inner_texts()
        assert set(shown) == {"Maya Okafor"}
        page.locator("#search").fill("nobody says this")
        until(page, "document.querySelector('#status').textContent === '0 of 21 cues'")


def test_findings_stand_at_their_cues_with_what_would_fix_them(visit: Visit, faulty: Path) -> None:
    with visit(faulty) as page:
        first = page.locator("#cue-1 .finding").first
        assert first.inner_text().startswith("warning LAY001 line-too-long: line too long (51 > 42")
        first.locator("summary").click()
        assert "Today I am talking to somebody" in first.locator("pre").inner_text()
        page.locator("#issue").click()
        assert page.locator("#status").inner_text().startswith("Cue 2: warning TIM004 short-duration")
        page.locator("#cue-2 .finding a").first.click()
        assert page.url.endswith("#rule-TIM004")
        assert "shown" in page.locator("#rule-TIM004 + dd").inner_text()
        page.locator("#show").select_option("error")
        assert page.locator("#status").inner_text() == "0 of 3 cues"


def test_the_recording_plays_with_real_tracks(visit: Visit, sounding: Path) -> None:
    with visit(sounding) as page:
        until(page, "document.querySelector('track').track.cues?.length === 21")
        assert page.evaluate(
            "document.querySelector('track').track.cues[1].getCueAsHTML().textContent"
        ).startswith("Today I")
        page.locator("#cue-6 button").click()
        until(page, "Math.abs(document.querySelector('#media').currentTime - 13.02) < 0.1")
        page.locator("#play").click()
        page.wait_for_selector("#cue-7[aria-current]")
        page.locator("#play").click()
        until(page, "document.querySelector('#media').paused")
        page.locator("#drawn").select_option("browser")
        assert page.evaluate("document.querySelector('track').track.mode") == "showing"
        assert page.locator(".captions").inner_text() == ""
        page.locator("#drawn").select_option("page")
        assert page.evaluate("document.querySelector('track').track.mode") == "hidden"
        assert page.locator(".captions").inner_text() != ""


def test_an_embedded_recording_needs_no_other_file(
    visit: Visit, captious: Callable[..., Path], talk: Path
) -> None:
    page_file = captious("preview", talk / "talk.vtt", "--media", talk / "talk.ogg", "--embed")
    with visit(page_file) as page:
        until(page, "document.querySelector('#media').duration > 50")
        assert (
            page.evaluate(
                "performance.getEntriesByType('resource').filter(e => e.name.startsWith('file')).length"
            )
            == 0
        )


def test_two_versions_side_by_side(visit: Visit, double: Path) -> None:
    with visit(double) as page:
        assert page.locator(".stage").count() == 2
        page.locator("#show").select_option("changed")
        assert page.locator("#status").inner_text() == "1 of 21 cues"
        change = page.locator(".change:visible")
        assert "look at" in change.locator("del").inner_text()
        assert "see" in change.locator("ins").inner_text()
        page.locator("#cues li:visible button").click()
        texts = page.locator(".captions").all_inner_texts()
        assert texts[0] != texts[1]
        assert "Bye." in page.locator("section", has=page.locator("#added")).inner_text()


def test_colours_and_markup_are_drawn(visit: Visit, captious: Callable[..., Path], tmp_path: Path) -> None:
    path = tmp_path / "talk.vtt"
    path.write_text(
        "WEBVTT\n\nSTYLE\n::cue(v[voice=\"Ann \\3c b\\3e \"]) { color: #ffff00; }\n\n"
        "00:00.000 --> 00:02.000\n<v Ann &lt;b&gt;>Hello <i>you</i> &amp; <b>me</b>\n\n"
        "00:02.000 --> 00:04.000\n<v Bob><c.cyan>Yes.</c>\n",
        encoding="utf-8",
    )  # fmt: skip
    with visit(captious("preview", path)) as page:
        first = page.locator(".captions .line span").first
        assert first.evaluate("e => getComputedStyle(e).color") == "rgb(255, 255, 0)"
        assert page.locator(".captions .italic").inner_text() == "you"
        assert page.locator(".captions").inner_text() == "Hello you & me"
        page.locator("#next").click()
        assert page.locator(".captions .c-cyan").inner_text() == "Yes."


def test_nothing_in_captions_becomes_part_of_the_page(
    visit: Visit, captious: Callable[..., Path], tmp_path: Path
) -> None:
    path = tmp_path / "evil.vtt"
    path.write_text(
        "WEBVTT\n\n00:00.000 --> 00:02.000\n<v x\"><img onerror=1>&lt;script&gt;document.title='owned'&lt;/script&gt;"
        "&quot;&gt;&lt;img src=x onerror=document.title=1&gt; javascript:alert(1) \u202egnp.\n\n"
        "00:02.000 --> 00:04.000\n&lt;/script&gt;&lt;!-- ${1} {{ 1 }} \u2028 \x01\n",
        encoding="utf-8",
    )  # fmt: skip
    with visit(captious("preview", path, "--second", path)) as page:
        assert page.title() == "Preview: evil.vtt"
        assert page.locator("img").count() == 0
        assert "<script>document.title='owned'</script>" in page.locator(".captions").first.inner_text()
        page.locator("#next").click()
        assert "</script><!-- ${1} {{ 1 }}" in page.locator(".captions").first.inner_text()
        assert page.title() == "Preview: evil.vtt"


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n",
        "1\n00:00:05,000 --> 00:00:02,000\nBack\n\n2\nno time\nlost\n\n3\n00:00:01,000 --> 00:00:01,000\nZero\n",
        "WEBVTT\n\n"
        + "".join(f"00:{number:02d}.000 --> 00:59.000\nOver {number}\n\n" for number in range(50)),
    ],
)
def test_broken_captions_break_no_page(
    visit: Visit,
    violations: Callable[..., list[str]],
    captious: Callable[..., Path],
    tmp_path: Path,
    text: str,
) -> None:
    path = tmp_path / ("talk.vtt" if text.startswith("WEBVTT") else "talk.srt")
    path.write_text(text, encoding="utf-8")
    with visit(captious("preview", path)) as page:
        for name in ("next", "previous", "play", "issue"):
            if page.locator(f"#{name}").count():
                page.locator(f"#{name}").click()
        page.locator("#search").fill("nothing like it")
        until(page, "document.querySelector('#status').textContent.startsWith('0')")
        assert violations(page) == []


def test_two_thousand_cues_play_and_are_searched(
    visit: Visit, captious: Callable[..., Path], tmp_path: Path
) -> None:
    def clock(seconds: int) -> str:
        return f"00:{seconds // 60:02d}:{seconds % 60:02d}"

    cues = "".join(
        f"{number + 1}\n{clock(number)},000 --> {clock(number)},900\nNumber {number} of the cues\n\n"
        for number in range(2000)
    )
    path = tmp_path / "long.srt"
    path.write_text(cues, encoding="utf-8")
    with visit(captious("preview", path)) as page:
        page.locator("#play").click()
        page.wait_for_selector("#cue-2[aria-current]")
        page.locator("#search").fill("number 1999")
        until(page, "document.querySelector('#status').textContent === '1 of 2,000 cues'")
        assert page.locator("#cues li:visible .text").all_inner_texts() == ["Number 1999 of the cues"]


def test_the_list_does_not_glide_for_those_who_want_no_motion(visit: Visit, silent: Path) -> None:
    with visit(silent, reduced_motion="reduce") as page:
        page.evaluate(
            "() => { document.querySelector('#cues').scrollTo = options => { window.how = options.behavior } }"
        )
        page.locator("#cue-1 button").focus()
        page.keyboard.press("End")
        assert page.evaluate("window.how") == "auto"


def test_a_printed_preview_is_the_list(visit: Visit, faulty: Path) -> None:
    with visit(faulty) as page:
        page.emulate_media(media="print")
        assert not page.locator(".player").is_visible()
        assert page.locator("#cue-3").is_visible()


def test_the_accessibility_tree(visit: Visit, faulty: Path) -> None:
    with visit(faulty) as page:
        tree = page.locator("body").aria_snapshot()
    for part in (
        '- heading "edited.srt" [level=1]',
        '- group "Playback":',
        '- button "Play"',
        '- slider "Position"',
        '- img "3 cues; the fastest has 78.3 characters per second, 2 are over the limit of 21.',
        '- main "Cues":',
        '- search "Cues":',
        '- searchbox "Search"',
        "- status: 3 cues",
        "- strong: warning",
    ):
        assert part in tree, tree


@pytest.fixture
def served(talk: Path) -> Iterator[str]:
    command = [sys.executable, "-u", "-m", "captious", "preview", str(talk / "talk.vtt"), "--serve"]
    command += ["--media", str(talk / "talk.ogg"), "-q"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as running:
        assert running.stdout is not None
        yield running.stdout.readline().strip()
        running.terminate()


def test_served_on_this_machine_with_its_recording(visit: Visit, served: str) -> None:
    assert served.startswith("http://127.0.0.1:")
    with visit(served, outside=True) as page:
        until(page, "document.querySelector('#media').duration > 50")
        page.locator("#cue-11 button").click()
        until(page, "document.querySelector('#media').currentTime > 23")
