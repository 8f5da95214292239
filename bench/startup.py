"""Prints the start-up time, beside Python and click alone, and which heavy modules are loaded (none)."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

RUNS = 15
HEAVY = ("nltk", "langdetect", "webvtt", "pysrt", "regex", "tinytag")
COMMAND = "from captious.cli import main; main()"
CASES = {
    "python -c pass": ["-c", "pass"],
    'python -c "import click"': ["-c", "import click"],
    "captious --help": ["-c", COMMAND, "--help"],
    "captious caption --help": ["-c", COMMAND, "caption", "--help"],
    'captious.style.load_style("youtube")': ["-c", "import captious.style as s; s.load_style('youtube')"],
    'python -c "import nltk.tokenize.punkt"': ["-c", "import nltk.tokenize.punkt"],
    'python -c "import langdetect"': ["-c", "import langdetect"],
}


def milliseconds(arguments: list[str]) -> list[float]:
    """Wall times of a new interpreter with these arguments, one warm-up run left out."""
    times = []
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - begun) * 1000)
    return times[1:]


def imported(arguments: list[str]) -> tuple[int, list[str]]:
    """How many modules a run loads by ``-X importtime``, and which of the heavy ones are among them."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], capture_output=True, encoding="utf-8", check=True
    )
    names = [
        line.rsplit("|", 1)[1].strip() for line in run.stderr.split("\n") if line.startswith("import time:")
    ]
    packages = {name.split(".", 1)[0] for name in names}
    return len(names) - 1, [name for name in HEAVY if name in packages]


def main() -> None:
    """One line a case: median and fastest of the runs, modules loaded, heavy ones among them."""
    os.environ.pop("PYTHONWARNDEFAULTENCODING", None)
    print(
        f"{'milliseconds, ' + str(RUNS) + ' runs':40} {'median':>7} {'fastest':>8} {'modules':>8}  heavy ones"
    )
    for title, arguments in CASES.items():
        times = milliseconds(arguments)
        count, heavy = imported(arguments)
        line = f"{title:40} {statistics.median(times):7.0f} {min(times):8.0f} {count:8}"
        print(f"{line}  {', '.join(heavy) or 'none'}")


if __name__ == "__main__":
    main()
