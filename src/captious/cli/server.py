"""A local server for a page and its recording, for browsers that do not play files from a page on disk."""

from __future__ import annotations

import os
import re
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from captious.cli.console import DONE
from captious.episode.links import TYPES
from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOPBACK = "127.0.0.1"
_CHUNK = 1 << 16
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


def serve_page(page: str, *, media: str | None, port: int = 0, quiet: bool = False) -> int:
    """Serves a page at ``/`` and its recording at ``/media`` until interrupted.

    Raises:
        OptionError: the port is taken.
    """
    try:
        server = make_server(page, media=media, port=port)
    except OSError as error:
        raise OptionError(f"cannot listen on port {port}: {(error.strerror or str(error)).lower()}") from None
    with server:
        click.echo(f"http://{LOOPBACK}:{server.server_port}/" + ("" if quiet else "  (stop with Ctrl-C)"))
        try:
            server.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            click.echo("", err=True)
    return DONE


def make_server(page: str, *, media: str | None, port: int = 0) -> ThreadingHTTPServer:
    """A server on the loopback interface, which answers two paths and reads one file."""
    content = page.encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(body=True)

        def do_HEAD(self) -> None:
            self._answer(body=False)

        def _answer(self, *, body: bool) -> None:
            host = self.headers.get("Host", "").rpartition(":")[0]
            if host not in (LOOPBACK, "localhost"):
                # DNS rebinding: a page of another site must not read this one
                self.send_error(HTTPStatus.FORBIDDEN)
            elif self.path == "/":
                self._head(HTTPStatus.OK, "text/html; charset=utf-8", len(content))
                if body:
                    self.wfile.write(content)
            elif self.path == "/media" and media is not None:
                self._send_media(media, body=body)
            else:
                self.send_error(HTTPStatus.NOT_FOUND)

        def _send_media(self, path: str, *, body: bool) -> None:
            kind = TYPES.get(Path(path).suffix.lower(), "application/octet-stream")
            try:
                size = os.stat(path).st_size  # noqa: PTH116
                start, end = _range(self.headers.get("Range", ""), size)
                with open(path, "rb") as file:  # noqa: PTH123
                    partial = "Range" in self.headers
                    status = HTTPStatus.PARTIAL_CONTENT if partial else HTTPStatus.OK
                    extra = {"Content-Range": f"bytes {start}-{end - 1}/{size}"} if partial else {}
                    self._head(status, kind, end - start, {"Accept-Ranges": "bytes", **extra})
                    for chunk in _chunks(file, start, end) if body else ():
                        self.wfile.write(chunk)
            except ValueError:
                self.send_error(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            except (BrokenPipeError, ConnectionResetError):
                pass  # a browser asks for more than it needs and hangs up
            except OSError:
                self.send_error(HTTPStatus.NOT_FOUND)

        def _head(
            self, status: HTTPStatus, kind: str, length: int, extra: dict[str, str] | None = None
        ) -> None:
            self.send_response(status)
            headers = {
                "Content-Type": kind,
                "Content-Length": str(length),
                "Cache-Control": "no-store",
                **(extra or {}),
            }
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Prints nothing: requests are of no interest to the user."""

    return ThreadingHTTPServer((LOOPBACK, port), Handler)


def _range(header: str, size: int) -> tuple[int, int]:
    """The half-open byte range of a request; the whole file without a range.

    Raises:
        ValueError: not a range, or one outside the file.

    Sources:
        RFC 9110, 14.1.2: byte ranges. Multiple ranges are refused; browsers do not request them for media.
    """
    if not header:
        return 0, size
    match = _RANGE.fullmatch(header.strip())
    if match is None or not any(match.groups()):
        raise ValueError(header)
    first, last = match.groups()
    start = int(first) if first else max(size - int(last), 0)
    end = min(int(last) + 1, size) if first and last else size
    if start >= end:
        raise ValueError(header)
    return start, end


def _chunks(file: Any, start: int, end: int) -> Iterator[bytes]:
    file.seek(start)
    left = end - start
    while left > 0 and (chunk := file.read(min(_CHUNK, left))):
        left -= len(chunk)
        yield chunk
