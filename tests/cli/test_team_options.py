"""What a team decides in the configuration, and what the command line says against it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import CLEAN, OVERLAP, TWO, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

WARNED = CLEAN.replace("Second.", "This line is so very long that no style guide would let it pass at all.")
BROKEN = b"1\n00:00:01,000 --> 00:00:02,000\n\xff\xe9\n"


def configure(folder: Path, text: str) -> None:
    write(folder / "captious.toml", text)


def test_strict_and_exit_zero_are_those_of_each_file(run: Run, folder: Path) -> None:
    write(folder / "a.srt", WARNED)
    configure(folder, "strict = true\n")
    assert run("check").code == 1
    assert run("check", "--no-strict").code == 0
    configure(folder, "exit-zero = true\n")
    write(folder / "a.srt")
    assert run("check").code == 0
    assert run("check", "--no-exit-zero").code == 1
    # a folder of its own decides for its own files
    write(folder / "own" / "captious.toml", "strict = true\n")
    write(folder / "own" / "b.srt", WARNED)
    assert run("check").code == 1


def test_the_format_of_the_run_is_that_of_the_folder_everything_lies_in(run: Run, folder: Path) -> None:
    configure(folder, 'output-format = "concise"\n')
    write(folder / "a.srt")
    write(folder / "own" / "captious.toml", 'output-format = "json"\n')
    write(folder / "own" / "b.srt")
    assert run("check").out.startswith("a.srt:2:1: TIM003")
    assert json.loads(run("check", "own").out)["version"] == 1
    assert json.loads(run("check", "own/b.srt").out)["version"] == 1
    assert run("check", "a.srt", "own/b.srt").out.startswith("a.srt:2:1: TIM003")
    assert "= overlapping-cues" in run("check", "--output-format", "full").out


def test_excluded_files_stay_out_where_the_configuration_says_so(run: Run, folder: Path) -> None:
    configure(folder, 'force-exclude = true\nexclude = ["a.srt"]\ngitignore = false\n')
    write(folder / ".gitignore", "b.srt\n")
    write(folder / "a.srt")
    write(folder / "b.srt")
    assert run("check", "--show-files", "a.srt", "b.srt").out == "b.srt\n"
    assert run("check", "--show-files").out == "b.srt\n"
    assert run("check", "--show-files", "--gitignore").out == ""
    assert run("check", "--show-files", "--no-force-exclude", "a.srt").out == "a.srt\n"


def test_unsafe_fixes_are_applied_where_the_configuration_says_so(run: Run, folder: Path) -> None:
    configure(folder, "unsafe-fixes = true\n")
    text = "1\n00:00:01,000 --> 00:00:03,000\nOne one two.\n"
    write(folder / "a.srt", text)
    run("check", "--fix", "--no-unsafe-fixes", "--extend-select", "TXT")
    assert (folder / "a.srt").read_text(encoding="utf-8") == text
    said = run("check", "--extend-select", "TXT")
    assert "--fix --unsafe-fixes." in said.out or "fixable" not in said.out


def test_a_configured_baseline_is_read_and_written_without_an_option(run: Run, folder: Path) -> None:
    configure(folder, 'baseline = "known.json"\n')
    write(folder / "a.srt")
    write(folder / "talks" / "b.srt")
    done = run("check", *TWO)
    assert done.code == 2
    assert "known.json: no such file\n  Write it: captious check --write-baseline\n" in done.err
    done = run("check", *TWO, "--write-baseline")
    assert (done.code, done.err) == (0, "known.json: 2 known findings\n")
    assert run("check", *TWO).code == 0
    assert run("check", *TWO, "--no-baseline").code == 1
    # a run over one file leaves what is known of the others, also from its folder
    write(folder / "talks" / "b.srt", CLEAN)
    assert run("check", *TWO, "talks", "--write-baseline").code == 0
    entries = json.loads((folder / "known.json").read_text(encoding="utf-8"))["findings"]
    assert [entry[0] for entry in entries if entry] == ["a.srt", "a.srt", "talks/b.srt"]
    (folder / "talks" / "b.srt").unlink()
    assert run("check", *TWO, "a.srt", "--write-baseline").code == 0
    assert "talks/b.srt" not in (folder / "known.json").read_text(encoding="utf-8")
    assert "both given" in run("check", "--write-baseline", "--no-baseline").err


def test_a_file_that_cannot_be_read_may_be_known(run: Run, folder: Path) -> None:
    (folder / "a.srt").write_bytes(BROKEN)
    write(folder / "b.srt", CLEAN)
    assert run("check", *TWO).code == 2
    done = run("check", *TWO, "--baseline", "known.json", "--write-baseline")
    assert (done.code, done.err) == (
        0, "known.json: 1 known finding, 1 file that cannot be read among them\n"
    )  # fmt: skip
    done = run("check", *TWO, "--baseline", "known.json")
    assert done.code == 0
    assert "1 file that cannot be read is in the baseline" in done.err
    assert "a.srt" not in done.out
    (folder / "a.srt").write_bytes(BROKEN + b"\n")
    assert run("check", *TWO, "--baseline", "known.json").code == 2


def test_a_baseline_of_a_first_version_is_written_anew(run: Run, folder: Path) -> None:
    write(folder / "a.srt")
    write(folder / "known.json", '{"version": 1, "findings": {"gone.srt": {"LAY001": {"00": 1}}}}')
    assert run("check", *TWO, "--baseline", "known.json").code == 1
    assert run("check", *TWO, "--baseline", "known.json", "--write-baseline").code == 0
    assert (folder / "known.json").read_text(encoding="utf-8").startswith('{"version": 2, "findings": [\n')


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_very_many_findings_come_with_what_to_do_about_them(run: Run, folder: Path, name: str) -> None:
    clocks = [f"00:{number // 60:02d}:{number % 60:02d}" for number in range(1, 203)]
    cues = (f"{number}\n{clock},000 --> {clock},900\n{'x' * 60}\n" for number, clock in enumerate(clocks, 1))
    write(folder / "a.srt", "\n".join(cues))
    options = ("--select", "LAY001", "--output-format", name)
    assert run("check", *options).out.endswith("--write-baseline).\n")
    assert "So many" not in run("check", *options, "--statistics").out
    write(folder / "a.srt", OVERLAP)
    assert "So many" not in run("check", "--output-format", name).out
