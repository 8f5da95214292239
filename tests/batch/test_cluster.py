"""A scheduler and three workers as processes of their own, with no folder in common: only an object store."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest
from tests.batch.conftest import TALK, program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# looked for and not imported: who asks for another test should not wait for these
MISSING = [name for name in ("distributed", "s3fs", "moto") if find_spec(name) is None]
pytestmark = [
    pytest.mark.programs,
    pytest.mark.xdist_group("processes"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]
WORKERS = 3
TIMEOUT_S = 60


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def store() -> Iterator[dict[str, str]]:
    """An object store on this machine, and the environment that leads to it."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "somebody",
        "AWS_SECRET_ACCESS_KEY": "SECRET-KEY-OF-SOMEBODY",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    server.stop()


def bucket(store: dict[str, str], name: str) -> Any:
    import s3fs

    system = s3fs.S3FileSystem(
        key=store["AWS_ACCESS_KEY_ID"],
        secret=store["AWS_SECRET_ACCESS_KEY"],
        endpoint_url=store["AWS_ENDPOINT_URL"],
        use_listings_cache=False,
    )
    system.mkdir(name)
    return system


@pytest.fixture
def cluster(tmp_path: Path, store: dict[str, str]) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its workers, each in a folder of its own; the scheduler is the last of them."""
    address = f"tcp://127.0.0.1:{free_port()}"
    env = {
        **os.environ,
        **store,
        "DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "4s",
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "2",
    }
    running: list[subprocess.Popen[bytes]] = []

    def start(name: str, *arguments: str) -> None:
        folder = tmp_path / name
        folder.mkdir()
        command = [sys.executable, "-m", *arguments]
        with (folder / "log").open("wb") as log:
            running.append(
                subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log, start_new_session=True)
            )

    port = address.rpartition(":")[2]
    start(
        "scheduler", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard"
    )
    for number in range(WORKERS):
        start(
            f"worker{number}", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny",
            "--no-dashboard", "--local-directory", ".",
        )  # fmt: skip
    from distributed import Client

    with Client(address, timeout=TIMEOUT_S, set_as_default=False) as client:
        client.wait_for_workers(WORKERS, timeout=TIMEOUT_S)
    yield address, [*running[1:], running[0]]
    for process in running:
        for kind in (signal.SIGCONT, signal.SIGKILL):
            try:
                os.killpg(process.pid, kind)
            except ProcessLookupError:
                break
        process.wait(timeout=TIMEOUT_S)


def fill(system: Any, name: str, count: int) -> None:
    for number in range(count):
        text = TALK.format(number=number) * (1 if number % 4 else 40)
        system.pipe_file(f"{name}/talks/{number % 2}/talk{number}.txt", text.encode())


def made(system: Any, folder: str) -> dict[str, bytes]:
    found = system.find(folder)
    return {path.removeprefix(folder + "/"): system.cat_file(path) for path in found}


def rows(ledger: Path) -> list[tuple[str, int, int]]:
    book = sqlite3.connect(ledger)
    found = book.execute("SELECT source, code, attempts FROM jobs ORDER BY source").fetchall()
    book.close()
    return found


def test_the_same_as_one_process_makes(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], store: dict[str, str], tmp_path: Path
) -> None:
    address, _ = cluster
    system = bucket(store, "season")
    fill(system, "season", 8)
    options = ("--set", "to=srt,vtt", "--report", "report.csv")
    there = program(
        "batch", "caption", "s3://season/talks", "-o", "s3://season/there", "--cluster", address, *options,
        cwd=tmp_path, env=store,
    )  # fmt: skip
    assert (there.code, there.out) == (0, "8 done\n"), there.err
    here = program(
        "batch", "caption", "s3://season/talks", "-o", "s3://season/here", "-j", "1", "--ledger", "here.sqlite",
        *options, cwd=tmp_path, env=store,
    )  # fmt: skip
    assert (here.code, here.out) == (0, "8 done\n"), here.err
    assert made(system, "season/there") == made(system, "season/here")
    assert len(made(system, "season/there")) == 16
    again = program(
        "batch", "caption", "s3://season/talks", "-o", "s3://season/there", "--cluster", address, "--set", "to=srt,vtt",
        cwd=tmp_path, env=store,
    )  # fmt: skip
    assert again.out == "0 done, 8 unchanged\n"
    checked = program(
        "batch", "check", "s3://season/there/*/*.vtt", "--cluster", address, cwd=tmp_path, env=store
    )
    assert checked.code in (0, 1)
    assert checked.out.startswith("8 done")


def test_a_worker_that_is_killed_and_one_that_hangs_lose_nothing(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], store: dict[str, str], tmp_path: Path
) -> None:
    address, workers = cluster
    system = bucket(store, "broken")
    fill(system, "broken", 60)
    command = [
        sys.executable, "-m", "captious", "batch", "caption", "s3://broken/talks", "-o", "s3://broken/out", "--cluster",
        address, "--set", "to=srt",
    ]  # fmt: skip
    running = subprocess.Popen(
        command, cwd=tmp_path, env={**os.environ, **store}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        encoding="utf-8",
    )  # fmt: skip

    def wait_for(count: int) -> None:
        deadline = time.monotonic() + TIMEOUT_S
        while len(system.find("broken/out")) < count and running.poll() is None:
            assert time.monotonic() < deadline
            time.sleep(0.02)

    wait_for(5)
    os.killpg(workers[0].pid, signal.SIGKILL)
    wait_for(15)
    os.killpg(workers[1].pid, signal.SIGSTOP)
    out, err = running.communicate(timeout=2 * TIMEOUT_S)
    assert (running.returncode, out) == (0, "60 done\n"), err
    found = rows(tmp_path / "captious-ledger.sqlite")
    assert len(found) == 60
    assert {(code, attempts) for _, code, attempts in found} == {(0, 1)}
    os.killpg(workers[1].pid, signal.SIGCONT)
    alone = program(
        "batch", "caption", "s3://broken/talks", "-o", "s3://broken/alone", "-j", "1", "--ledger", "alone.sqlite",
        "--set", "to=srt", cwd=tmp_path, env=store,
    )  # fmt: skip
    assert alone.code == 0, alone.err
    assert made(system, "broken/out") == made(system, "broken/alone")


def test_a_scheduler_that_dies_is_said_and_what_was_done_is_kept(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], store: dict[str, str], tmp_path: Path
) -> None:
    address, processes = cluster
    system = bucket(store, "headless")
    fill(system, "headless", 40)
    options = ["batch", "caption", "s3://headless/talks", "-o", "s3://headless/out", "--set", "to=srt"]
    running = subprocess.Popen(
        [sys.executable, "-m", "captious", *options, "--cluster", address], cwd=tmp_path, env={**os.environ, **store},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    deadline = time.monotonic() + TIMEOUT_S
    while len(system.find("headless/out")) < 5 and running.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    os.killpg(processes[-1].pid, signal.SIGKILL)
    _, err = running.communicate(timeout=TIMEOUT_S)
    assert running.returncode == 2
    assert err.startswith("captious: error: lost the connection to the scheduler\n")
    assert "Traceback" not in err
    kept = len(rows(tmp_path / "captious-ledger.sqlite"))
    assert 0 < kept < 40
    rest = program(*options, "-j", "2", cwd=tmp_path, env=store)
    assert (rest.code, rest.out) == (0, f"{40 - kept} done, {kept} unchanged\n")


def test_a_job_that_never_ends_is_given_up(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], store: dict[str, str], tmp_path: Path
) -> None:
    address, _ = cluster
    system = bucket(store, "slow")
    system.pipe_file("slow/talks/short.txt", TALK.format(number=1).encode())
    system.pipe_file("slow/talks/long.txt", (TALK.format(number=2) * 40_000).encode())
    done = program(
        "batch", "caption", "s3://slow/talks", "-o", "s3://slow/out", "--cluster", address, "--time-limit", "8",
        cwd=tmp_path, env=store,
    )  # fmt: skip
    # every worker that tried it ended itself, and there is nobody to start them again
    assert done.code == 1
    assert "long.txt: every worker that ran it died" in done.err
    assert done.out == "1 done, 1 failed\n"


def test_credentials_are_in_no_message(store: dict[str, str], tmp_path: Path) -> None:
    wrong = {**store, "AWS_ENDPOINT_URL": "http://127.0.0.1:9"}
    done = program("batch", "check", "s3://gone/x.srt", "-v", cwd=tmp_path, env=wrong)
    assert done.code == 2
    for arguments in (
        ("check", "s3://gone/x.srt"),
        ("check", "https://me:pass@127.0.0.1:9/x.srt?key=SECRET"),
    ):
        done = program("batch", *arguments, cwd=tmp_path, env=wrong)
        assert done.code == 2
        assert "SECRET" not in done.err + done.out
        assert "pass@" not in done.err + done.out


def test_files_of_the_web_are_read(
    tmp_path: Path, root: Path, captions_server: Callable[[Path], str]
) -> None:
    address = captions_server(root / "examples")
    done = program("batch", "check", f"{address}/talk.srt", "--report", "r.jsonl", cwd=tmp_path)
    assert done.code in (0, 1), done.err
    assert done.out.startswith("1 done")
    made = program("batch", "convert", f"{address}/talk.srt", "--set", "to=vtt", "-o", "out", cwd=tmp_path)
    assert made.code == 0, made.err
    assert (tmp_path / "out" / "talk.vtt").is_file()


@pytest.fixture
def captions_server() -> Iterator[Callable[[Path], str]]:
    import threading
    from functools import partial
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    servers = []

    def serve(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()
