"""Ctrl-C at any moment: no traceback, exit code 130, and never a run that goes on without what it was about to do."""

from __future__ import annotations

import subprocess
import sys

import pytest

WITHIN_AN_IMPORT = """
import signal, sys

wanted = sys.argv.pop(1)

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == wanted:
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Finder())
from captious.__main__ import main
main()
"""
IN_A_CALLBACK = """
import signal, time
import captious.cli
from captious.__main__ import main

class Dropped:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

def begin():
    Dropped()
    time.sleep(30)
    print("went on")

captious.cli.main = begin
main()
"""
AFTERWARDS = """
import atexit, signal
import captious.cli
from captious.__main__ import main

captious.cli.main = lambda: print("done", flush=True)
atexit.register(signal.raise_signal, signal.SIGINT)
main()
"""
IGNORED = """
import signal
import captious.cli
from captious.__main__ import main

signal.signal(signal.SIGINT, signal.SIG_IGN)
captious.cli.main = lambda: signal.raise_signal(signal.SIGINT)
main()
assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
"""


def python(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    "module", ["click", "captious.cli", "captious.cli.commands.style", "captious.style.load"]
)
def test_while_modules_are_imported(module: str) -> None:
    done = python(WITHIN_AN_IMPORT, module, "style", "list")
    assert "Traceback" not in done.stderr
    assert "captious: interrupted" in done.stderr
    assert (done.returncode, done.stdout) == (130, "")


def test_where_python_has_nowhere_to_raise_it() -> None:
    done = python(IN_A_CALLBACK)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_after_the_work() -> None:
    done = python(AFTERWARDS)
    assert "Traceback" not in done.stderr
    assert (done.returncode, done.stdout) == (130, "done\n")


def test_not_where_it_is_ignored() -> None:
    done = python(IGNORED)
    assert (done.returncode, done.stderr) == (0, "")


def test_nothing_that_takes_time_is_imported_before_it_is_settled() -> None:
    program = (
        "import sys; before = set(sys.modules); import captious; print(*sorted(set(sys.modules) - before))"
    )
    assert python(program).stdout.split() == ["__future__", "captious"]
