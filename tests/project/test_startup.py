"""What starting up costs: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("jinja2", "langdetect", "markupsafe", "nltk", "numpy", "pysrt", "regex", "tinytag", "webvtt")


def loaded_after(code: str) -> set[str]:
    """Names of the top-level modules that are loaded once some code has run in a new process."""
    report = "import sys; print('\\n' + ' '.join(sorted({name.split('.')[0] for name in sys.modules})))"
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.strip().split("\n")[-1].split())


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import captious", id="import"),
        pytest.param(
            "from captious.style import load_style; load_style('youtube').profile(format='vtt', language='en')",
            id="style",
        ),
        pytest.param("import captious.cli", id="command"),
        pytest.param(
            "import captious.cli\ntry: captious.cli.main(['--help'])\nexcept SystemExit as end: assert not end.code",
            id="--help",
        ),
        pytest.param(
            "import captious.cli\n"
            "try: captious.cli.main(['caption', '--help'])\nexcept SystemExit as end: assert not end.code",
            id="caption --help",
        ),
    ],
)
def test_starting_up_loads_nothing_heavy(code: str) -> None:
    assert not loaded_after(code) & set(HEAVY)


def test_a_check_loads_no_numpy_for_lines_that_need_no_other_breaks(tmp_path: Path) -> None:
    text = "I have never in all my life\nseen the end of it before tonight."
    path = tmp_path / "talk.srt"
    path.write_text(f"1\n00:00:01,000 --> 00:00:05,000\n{text}\n", encoding="utf-8")
    code = (
        "import captious.cli\n"
        f"try: captious.cli.main(['check', '--isolated', '--lang', 'en', '--output-format', 'full', {str(path)!r}])\n"
        "except SystemExit as end: assert not end.code"
    )
    assert "numpy" not in loaded_after(code)


def test_a_check_without_other_captions_loads_no_numpy(tmp_path: Path) -> None:
    (tmp_path / "talk.srt").write_text("1\n00:00:01,000 --> 00:00:03,000\nThank you.\n", encoding="utf-8")
    code = f"import captious; captious.check({str(tmp_path / 'talk.srt')!r}, isolated=True)"
    assert "numpy" not in loaded_after(code)
