"""``captious preview``: what is written where, what is refused, and what is served."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from captious.cli.server import make_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Run

SRT = "1\n00:00:01,000 --> 00:00:01,300\nHello you there and everywhere.\n"


@pytest.fixture
def srt(tmp_path: Path) -> Path:
    path = tmp_path / "talk.srt"
    path.write_text(SRT, encoding="utf-8")
    return path


def test_a_page_beside_the_captions(run: Run, srt: Path) -> None:
    done = run("preview", srt)
    assert (done.code, done.err) == (0, "")
    target = srt.with_name("talk.preview.html")
    assert done.out == f"{target}  1 cue, 2 findings\n"
    page = target.read_text(encoding="utf-8")
    assert "Hello you there and everywhere." in page
    assert "TIM004 short-duration" in page
    assert run("preview", srt).code == 2
    assert run("preview", srt, "--force", "-q").out == ""


def test_captions_of_any_format(run: Run, srt: Path, tmp_path: Path) -> None:
    assert run("convert", srt, tmp_path / "talk.ttml", "--lang", "en", "-q").code == 0
    done = run("preview", tmp_path / "talk.ttml", "-o", tmp_path / "p.html")
    assert (done.code, done.out) == (0, f"{tmp_path / 'p.html'}  1 cue, 2 findings\n")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--media", "gone.mp3"), "gone.mp3: no such media file"),
        (("--media", "javascript:x"), "not a URL of a recording"),
        (("--media", "https://youtu.be/abc"), "not a recording that browsers play"),
        (("--embed",), "--embed without a file to embed"),
        (("--serve", "-o", "x.html"), "--serve and --output both given"),
        (("--second", "gone.srt"), "gone.srt"),
        (("--style", "nobody"), "nobody"),
        (("--lang", "!!"), "!!"),
    ],
)
def test_what_cannot_be(run: Run, srt: Path, options: tuple[str, ...], message: str) -> None:
    done = run("preview", srt, *options)
    assert done.code == 2
    assert message in done.err
    assert [path.name for path in srt.parent.iterdir()] == ["talk.srt"]


def test_a_recording_elsewhere_is_allowed_from_there_alone(run: Run, srt: Path, tmp_path: Path) -> None:
    assert run("preview", srt, "--media", "https://media.example.org/a/talk.mp3?x=1").code == 0
    page = srt.with_name("talk.preview.html").read_text(encoding="utf-8")
    assert "media-src data: https://media.example.org;" in page
    folder = tmp_path / "out"
    folder.mkdir()
    (tmp_path / "a b.mp3").write_bytes(b"x")
    run("preview", srt, "--media", tmp_path / "a b.mp3", "-o", folder)
    assert 'src="../a%20b.mp3"' in (folder / "talk.preview.html").read_text(encoding="utf-8")


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    media = tmp_path / "talk.ogg"
    media.write_bytes(bytes(range(200)))
    server = make_server("<p>page</p>", media=str(media))
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def ask(url: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - our own server
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return answer.status, answer.read(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(), dict(error.headers)


def test_the_page_and_parts_of_the_recording(address: str) -> None:
    assert ask(f"{address}/")[:2] == (200, b"<p>page</p>")
    code, body, headers = ask(f"{address}/media")
    assert (code, len(body), headers["Content-Type"]) == (200, 200, "audio/ogg")
    code, body, headers = ask(f"{address}/media", Range="bytes=10-19")
    assert (code, body, headers["Content-Range"]) == (206, bytes(range(10, 20)), "bytes 10-19/200")
    assert ask(f"{address}/media", Range="bytes=190-")[1] == bytes(range(190, 200))
    assert ask(f"{address}/media", Range="bytes=-5")[1] == bytes(range(195, 200))


@pytest.mark.parametrize("wanted", ["bytes=200-", "bytes=5-4", "bytes=-", "lines=1-2", "bytes=1-2,4-5"])
def test_ranges_that_are_none(address: str, wanted: str) -> None:
    assert ask(f"{address}/media", Range=wanted)[0] == 416


def test_nothing_else_is_served_and_to_nobody_else(address: str) -> None:
    assert ask(f"{address}/../talk.ogg")[0] == 404
    assert ask(f"{address}/talk.ogg")[0] == 404
    assert ask(f"{address}/", Host="evil.example:80")[0] == 403
