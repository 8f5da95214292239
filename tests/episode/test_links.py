from __future__ import annotations

import pytest

from captious.episode.links import (
    address_of,
    frame_at,
    is_remote,
    kind_of_media,
    media_url,
    url_at,
    youtube_id,
)
from captious.errors import OptionError


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc&t=83"),
        ("https://youtu.be/abc#old", "https://youtu.be/abc?t=83"),
        ("https://example.org/talk.mp3?key=1#x", "https://example.org/talk.mp3?key=1#t=83"),
        ("talks/a%20b.ogg", "talks/a%20b.ogg#t=83"),
        ("https://notyoutube.com/a", "https://notyoutube.com/a#t=83"),
    ],
)
def test_moments(url: str, found: str) -> None:
    assert url_at(url, 83_999) == found


def test_paths_become_references() -> None:
    assert media_url("my talks/a&b#1?.mp3") == "my%20talks/a%26b%231%3F.mp3"
    assert media_url("HTTPS://example.org/x") == "HTTPS://example.org/x"


@pytest.mark.parametrize(
    "media", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//evil.example/x", "ftp://x/y",
              "https://example.org/a b", 'https://example.org/"onload=', "https:///x"]
)  # fmt: skip
def test_other_urls_are_refused(media: str) -> None:
    with pytest.raises(OptionError):
        media_url(media)


def test_kinds() -> None:
    assert kind_of_media("a/b.MP3") == "audio"
    assert kind_of_media("https://example.org/x.webm?y=1") == "video"
    assert kind_of_media("https://youtu.be/abc") == ""
    assert is_remote("https://x.org/a.mp3")
    assert not is_remote("a.mp3")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("www.example.com", "https://www.example.com"),
        ("Fast.AI/About", "https://fast.ai/About"),
        ("captions dot org", "https://captions.org"),
        ("PyTorch", None),
        ("https://example.org/<b>", None),
        ("javascript:alert(1)", None),
    ],
)
def test_what_a_link_leads_to(text: str, found: str | None) -> None:
    assert address_of(text) == found


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://www.youtube.com/watch?v=2FMrL_DN15A&t=3", "2FMrL_DN15A"),
        ("https://youtu.be/2FMrL_DN15A?si=x", "2FMrL_DN15A"),
        ("https://m.youtube.com/shorts/2FMrL_DN15A", "2FMrL_DN15A"),
        ("https://www.youtube-nocookie.com/embed/2FMrL_DN15A", "2FMrL_DN15A"),
        ("https://www.youtube.com/live/2FMrL_DN15A", "2FMrL_DN15A"),
        ("https://www.youtube.com/@somebody", None),
        ('https://youtu.be/"onload=', None),
        ("https://vimeo.com/2FMrL_DN15A", None),
        ("talk.mp3", None),
    ],
)
def test_videos_of_youtube(url: str, found: str | None) -> None:
    assert youtube_id(url) == found


def test_frames_play_from_a_time() -> None:
    assert (
        frame_at("abcdefghijk", 83_999)
        == "https://www.youtube-nocookie.com/embed/abcdefghijk?start=83&autoplay=1"
    )
    assert frame_at("abcdefghijk") == "https://www.youtube-nocookie.com/embed/abcdefghijk"
