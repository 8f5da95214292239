"""The programs that have the last word on a caption file: a browser, and the W3C's own parser."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
import threading
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, Queue
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TIMEOUT_S = 60

# The page says what a player would have: each cue of its <track>. SubRip is made into WebVTT first, the way web
# players do it: a header, and dots for commas in the times.
PAGE = """<!DOCTYPE html><meta charset="utf-8"><video></video><script>
const say = body => fetch("/result", {method: "POST", body: JSON.stringify(body)});
(async () => {
  let url = "/captions";
  if (SUBRIP) {
    const time = /^(\\d+:\\d\\d:\\d\\d),(\\d{3}) --> (\\d+:\\d\\d:\\d\\d),(\\d{3})/gm;
    const text = (await (await fetch(url)).text()).replace(/\\r\\n?/g, "\\n");
    const body = "WEBVTT\\n\\n" + text.replace(time, "$1.$2 --> $3.$4");
    url = URL.createObjectURL(new Blob([body], {type: "text/vtt"}));
  }
  const track = document.createElement("track");
  track.kind = "captions";
  track.onerror = () => say({error: "the browser could not load the track"});
  track.onload = () => say({cues: [...track.track.cues].map(cue => ({
    id: cue.id,
    start_ms: Math.round(cue.startTime * 1000),
    end_ms: Math.round(cue.endTime * 1000),
    text: cue.text,
    shown: cue.getCueAsHTML().textContent,
  }))});
  document.querySelector("video").append(track);
  track.track.mode = "hidden";
  track.src = url;
})().catch(error => say({error: String(error)}));
</script>"""


class Desk(BaseHTTPRequestHandler):
    """Hands out the page and the captions, takes in the result."""

    def __init__(self, page: bytes, captions: bytes, results: Queue[Any], *args: Any) -> None:
        self.answers = {"/": ("text/html", page), "/captions": ("text/vtt", captions)}
        self.results = results
        super().__init__(*args)

    def do_GET(self) -> None:
        kind, body = self.answers.get(self.path, ("text/plain", b""))
        self.send_response(200 if self.path in self.answers else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.results.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def load_track(tmp_path: Path) -> Callable[[Path], list[dict[str, Any]]]:
    """What a browser makes of a caption file loaded as ``<track>``.

    Each cue is a dict with ``id``, ``start_ms``, ``end_ms``, ``text`` (as written), ``shown`` (as displayed) and
    ``lines`` (the lines of ``shown``, outer blanks trimmed, empty ones left out).
    """
    browser = next((found for found in map(shutil.which, BROWSERS) if found), None)
    if browser is None:
        pytest.skip("no Chromium here")

    def load(path: Path) -> list[dict[str, Any]]:
        subrip = "true" if path.suffix == ".srt" else "false"
        results: Queue[Any] = Queue()
        desk = partial(Desk, PAGE.replace("SUBRIP", subrip).encode(), path.read_bytes(), results)
        with (
            ThreadingHTTPServer(("127.0.0.1", 0), desk) as server,
            browsing(browser, server.server_port, tmp_path),
        ):
            threading.Thread(target=server.serve_forever, daemon=True).start()
            try:
                result = results.get(timeout=TIMEOUT_S)
            except Empty:
                pytest.fail(f"the browser said nothing about {path.name} in {TIMEOUT_S} s")
            finally:
                server.shutdown()
        assert "error" not in result, result["error"]
        cues: list[dict[str, Any]] = result["cues"]
        for cue in cues:
            cue["lines"] = [line for line in map(str.strip, cue["shown"].split("\n")) if line]
        return cues

    return load


class browsing:  # noqa: N801 - a context manager, read as a verb
    """A headless browser on a page of this machine, with a profile of its own, ended with all its processes."""

    def __init__(self, browser: str, port: int, folder: Path) -> None:
        # A profile is used once: the lock of a killed browser would be in the way of the next.
        profile = tempfile.mkdtemp(prefix="profile", dir=folder)
        self.command = [browser, *FLAGS, "--remote-debugging-port=0", f"--user-data-dir={profile}"]
        self.command.append(f"http://127.0.0.1:{port}/")

    def __enter__(self) -> None:
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=TIMEOUT_S)


CHECK = """
const {WebVTTParser} = require(process.argv[1] + "/parser.js");
const entities = require(process.argv[1] + "/html-entities.json");
const text = require("fs").readFileSync(process.argv[2], "utf8");
const {errors} = new WebVTTParser(entities).parse(text, "subtitles");
console.log(JSON.stringify(errors.map(error => `${error.line}:${error.col || ""} ${error.message}`)));
"""


@pytest.fixture(scope="session")
def w3c_errors(root: Path) -> Callable[[Path], list[str]]:
    """The errors the W3C's ``webvtt-parser`` has for a WebVTT file, as ``line:column message``."""
    package = root / "node_modules" / "webvtt-parser"
    node = shutil.which("node")
    if node is None or not package.is_dir():
        pytest.skip("no node, or no webvtt-parser: npm install --no-save webvtt-parser@2.2.0")

    def check(path: Path) -> list[str]:
        command = [node, "-e", CHECK, str(package), str(path)]
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, encoding="utf-8", timeout=60
        )
        errors: list[str] = json.loads(done.stdout)
        return errors

    return check
