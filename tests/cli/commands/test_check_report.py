"""`captious check --report-dir`: the report of a delivery."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import CLEAN, OVERLAP, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

TWO = ("--select", "TIM003,line-too-long")
NOT_UTF8 = CLEAN.replace("Second.", "Sécond.").encode("latin-1")


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")


def deliver(folder: Path) -> None:
    write(folder / "d1" / "s1" / "bad.srt", OVERLAP)
    write(folder / "d1" / "s1" / "good.srt", CLEAN)
    (folder / "d1" / "unread.srt").write_bytes(NOT_UTF8)


def page(folder: Path, name: str) -> str:
    (found,) = (folder / "files").glob(f"*-{name}.html")
    return found.read_text(encoding="utf-8")


def summary(folder: Path) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    return loaded


def test_a_delivery_gets_a_verdict_and_every_file_a_page(run: Run, folder: Path) -> None:
    deliver(folder)
    done = run("check", "d1", *TWO, "--report-dir", "r1")
    assert done.code == 2
    assert done.out == (
        "  verdict     Fail: 1 unreadable file (allowed: 0); 1 error (allowed: 0).\n"
        "  files       3 files: 1 could not be read, 1 to correct, 1 nothing found\n"
        f"  report      r1{os.sep}index.html\n"
    )
    assert "unread.srt:7: not UTF-8" in done.err
    first = (folder / "r1" / "index.html").read_text(encoding="utf-8")
    assert "<strong>Fail</strong>" in first
    assert "checked on 2026-01-01" in first
    # by need: what could not be read, what is to correct, what is clean
    assert (
        first.index("unread.srt</bdi>") < first.index("s1/bad.srt</bdi>") < first.index("s1/good.srt</bdi>")
    )
    assert "End the caption before the next one begins." in page(folder / "r1", "bad.srt")
    assert "Could not be read" in page(folder / "r1", "unread.srt")
    assert "Nothing found in 2 captions." in page(folder / "r1", "good.srt")
    assert (summary(folder / "r1")["verdict"], summary(folder / "r1")["unreadable"]) == (
        "fail",
        ["unread.srt"],
    )


def test_it_is_the_same_in_several_processes_and_again(run: Run, folder: Path) -> None:
    deliver(folder)
    for name, jobs in (("r1", "1"), ("r2", "2"), ("r1", "2")):
        run("check", "d1", *TWO, "--report-dir", name, "-j", jobs)
    files = sorted(path.relative_to(folder / "r1") for path in (folder / "r1").rglob("*") if path.is_file())
    assert len(files) == 7
    for path in files:
        assert (folder / "r1" / path).read_bytes() == (folder / "r2" / path).read_bytes()


def test_nothing_is_asked_of_a_network(run: Run, folder: Path) -> None:
    deliver(folder)
    run("check", "d1", *TWO, "--report-dir", "r1")
    for path in (folder / "r1").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "default-src 'none'" in text
        assert "http://" not in text.replace("http://www.w3.org", "")
        assert ' src="' not in text


def test_limits_decide_and_the_exit_code_says_it(run: Run, folder: Path) -> None:
    write(folder / "a.srt", OVERLAP)
    write(folder / "b.srt", CLEAN)
    files = ("a.srt", "b.srt", *TWO, "--report-dir", "r1")
    assert run("check", *files).code == 1
    allowed = run("check", *files, "--fail-on", "overlapping-cues=1")
    assert (allowed.code, allowed.out.split("\n")[0]) == (
        0,
        "  verdict     Pass: All limits are kept in 2 files.",
    )
    assert run("check", *files, "--fail-on", "TIM=20%").code == 1
    assert run("check", *files, "--fail-on", "TIM=25%,error=0").code == 0
    assert run("check", *files, "--fail-on", "error=any").code == 0
    person = run("check", *files, "--fail-on", "error=any", "--review-on", "error=0")
    assert (person.code, person.out.split("\n")[0]) == (
        0, "  verdict     Needs a person: 1 error (allowed: 0).",
    )  # fmt: skip
    assert run("check", *files, "--exit-zero").code == 0
    assert run("check", *files, "--fail-on", "TIM").err.startswith("captious: error: --fail-on TIM: no limit")


def test_strict_makes_warnings_fail(run: Run, folder: Path) -> None:
    write(folder / "a.srt", CLEAN.replace("Second.", "Second ,"))
    files = ("a.srt", "--select", "TXT003", "--report-dir", "r1")
    assert "Needs a person: 1 warning" in run("check", *files).out
    strict = run("check", *files, "--strict")
    assert (strict.code, "Fail: 1 warning" in strict.out) == (1, True)


def test_the_next_delivery_is_compared_by_texts_and_not_by_lines(run: Run, folder: Path) -> None:
    write(folder / "d1" / "a.srt", OVERLAP)
    write(folder / "d1" / "b.srt", OVERLAP)
    write(folder / "d1" / "gone.srt", CLEAN)
    write(folder / "d2" / "a.en.srt", f"\n\n{OVERLAP}".replace("00:00:0", "00:01:0"))
    write(folder / "d2" / "b.srt", CLEAN)
    write(folder / "d2" / "added.srt", OVERLAP)
    run("check", "d1", *TWO, "--report-dir", "r1", "--report-title", "Delivery 1")
    done = run("check", "d2", *TWO, "--report-dir", "r2", "--compared-with", "r1")
    assert "  since       1 repaired, 1 still there, 0 new; 1 file added, 1 gone\n" in done.out
    first = (folder / "r2" / "index.html").read_text(encoding="utf-8")
    assert "Compared with <bdi>Delivery 1</bdi> of 2026-01-01." in first
    assert "1 repaired, 0 still there, 0 new" in page(folder / "r2", "b.srt")
    assert "0 repaired, 1 still there, 0 new" in page(folder / "r2", "a.en.srt")
    assert "Repaired since the delivery before" in page(folder / "r2", "b.srt")


def test_a_report_takes_the_place_of_a_report_only(run: Run, folder: Path) -> None:
    write(folder / "d1" / "a.srt", CLEAN)
    write(folder / "d1" / "b.srt", CLEAN)
    write(folder / "mine" / "notes.txt", "keep")
    refused = run("check", "d1", *TWO, "--report-dir", "mine")
    assert (refused.code, "holds no report of captious" in refused.err) == (2, True)
    assert [path.name for path in (folder / "mine").iterdir()] == ["notes.txt"]
    run("check", "d1", *TWO, "--report-dir", "r1")
    write(folder / "r1" / "notes.txt", "keep")
    (folder / "d1" / "b.srt").unlink()
    run("check", "d1", *TWO, "--report-dir", "r1")
    assert (folder / "r1" / "notes.txt").read_text(encoding="utf-8") == "keep"
    assert [path.name for path in (folder / "r1" / "files").iterdir()] == ["00001-a.srt.html"]


def test_a_path_that_does_not_exist_is_in_the_report(run: Run, folder: Path) -> None:
    write(folder / "a.srt", CLEAN)
    done = run("check", "a.srt", "gone.srt", *TWO, "--report-dir", "r1")
    assert (done.code, "1 could not be read, 1 nothing found" in done.out) == (2, True)
    assert "Could not be read" in page(folder / "r1", "gone.srt")


def test_findings_are_listed_as_well_if_a_format_is_named(run: Run, folder: Path) -> None:
    write(folder / "a.srt", OVERLAP)
    listed = run("check", "a.srt", *TWO, "--report-dir", "r1", "--output-format", "csv")
    assert listed.out.startswith("file,line,column,")
    assert "verdict" in listed.err
    both = run("check", "a.srt", *TWO, "--report-dir", "r1", "--output-format", "csv", "-o", "found.csv")
    assert (folder / "found.csv").read_text(encoding="utf-8") == listed.out
    assert "verdict" in both.out


def test_times_in_frames_need_a_frame_rate(run: Run, folder: Path) -> None:
    write(folder / "a.srt", OVERLAP)
    refused = run("check", "a.srt", *TWO, "--report-dir", "r1", "--report-times", "frames")
    assert (refused.code, "without a frame rate" in refused.err) == (2, True)
    run("check", "a.srt", *TWO, "--report-dir", "r1", "--report-times", "frames", "--fps", "25")
    assert "00:00:01:00 – 00:00:03:13" in page(folder / "r1", "a.srt")
    assert "<pre>00:00:01:00 --&gt; 00:00:03:00</pre>" in page(folder / "r1", "a.srt")


@pytest.mark.parametrize(
    "options", [("--report-title", "x"), ("--fail-on", "error=1"), ("--compared-with", "r0")]
)
def test_options_of_the_report_need_it(run: Run, folder: Path, options: tuple[str, str]) -> None:
    write(folder / "a.srt", CLEAN)
    done = run("check", "a.srt", *options)
    assert (done.code, f"{options[0]} without --report-dir" in done.err) == (2, True)


@pytest.mark.parametrize("option", ["--diff", "--statistics", "--fix-only"])
def test_a_report_goes_with_no_other_aim(run: Run, folder: Path, option: str) -> None:
    write(folder / "a.srt", CLEAN)
    done = run("check", "a.srt", "--report-dir", "r1", option)
    assert (done.code, f"--report-dir and {option} both given" in done.err) == (2, True)


def test_a_date_is_given_or_reproducible(run: Run, folder: Path) -> None:
    write(folder / "a.srt", CLEAN)
    run("check", "a.srt", *TWO, "--report-dir", "r1", "--report-date", "2025-12-24")
    assert summary(folder / "r1")["date"] == "2025-12-24"
    done = run("check", "a.srt", *TWO, "--report-dir", "r1", "--report-date", "tomorrow")
    assert (done.code, "not a date" in done.err) == (2, True)


def test_a_team_configures_the_report_and_the_command_line_beats_it(run: Run, folder: Path) -> None:
    write(folder / "d1" / "a.srt", OVERLAP)
    write(
        folder / "captious.toml",
        'fps = 25\n[report]\ntitle = "House"\ntimes = "frames"\n[report.fail-on]\nTIM = "60%"\n'
        '[report.review-on]\nerror = "1/file"\n',
    )
    done = run("check", "d1", *TWO, "--report-dir", "r1")
    assert (done.code, "Pass: All limits are kept" in done.out) == (0, True)
    assert summary(folder / "r1")["title"] == "House"
    assert "00:00:01:00 – 00:00:03:13" in page(folder / "r1", "a.srt")
    done = run("check", "d1", *TWO, "--report-dir", "r1", "--fail-on", "TIM=1%", "--report-title", "Mine")
    assert (done.code, summary(folder / "r1")["title"]) == (1, "Mine")
    write(folder / "captious.toml", "[report.fail-on]\nTIM = 0\nLAI = 1\n")
    done = run("check", "d1", *TWO, "--report-dir", "r1")
    assert (done.code, done.err.startswith("captious: error: captious.toml:3: ")) == (2, True)


def test_what_a_baseline_knows_is_not_in_the_report(run: Run, folder: Path) -> None:
    write(folder / "d1" / "a.srt", OVERLAP)
    (folder / "d1" / "unread.srt").write_bytes(NOT_UTF8)
    run("check", "d1", *TWO, "--baseline", "known.json", "--write-baseline")
    done = run("check", "d1", *TWO, "--baseline", "known.json", "--report-dir", "r1")
    assert done.code == 0
    assert "Pass: All limits are kept in 2 files." in done.out
    assert "1 could not be read" in done.out


def test_what_a_vendor_writes_is_text_and_nothing_else(run: Run, folder: Path) -> None:
    evil = '<img src=x onerror="alert(1)">'
    name = "<b>&'a.srt"
    write(folder / "d1" / name, OVERLAP.replace("First.", f"{evil}\u202e\x1b[31m"))
    run("check", "d1", "--select", "TIM003,MRK", "--report-dir", "r1", "--report-title", evil)
    for path in (folder / "r1").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<img" not in text
        assert "<b>&" not in text
        assert not {"\u202e", "\x1b"} & set(text)
