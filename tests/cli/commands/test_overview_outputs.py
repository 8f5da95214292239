"""``captious stats`` and ``captious diff``: tables and pages, and two reports compared."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import CLEAN, OVERLAP, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

TWO = ("--select", "TIM003,line-too-long", "--report-date", "2026-01-01")


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_statistics_of_a_folder_are_a_table_with_the_files_that_could_not_be_read(
    run: Run, folder: Path
) -> None:
    write(folder / "d" / "=a.srt", CLEAN)
    (folder / "d" / "b.srt").write_bytes("1\n00:00:01,000 --> 00:00:02,000\nSé.\n".encode("latin-1"))
    done = run("stats", "d", "--output-format", "csv")
    head, first, last = rows(done.out)
    assert done.code == 2
    assert (head[:3], first[:3]) == (["file", "cues", "words"], ["d/=a.srt", "2", "2"])
    assert last[0] == "d/b.srt"
    assert "not UTF-8" in last[-1]


def test_changes_are_a_table_with_files_that_only_one_folder_has(run: Run, folder: Path) -> None:
    write(folder / "a" / "x.srt", CLEAN)
    write(folder / "b" / "x.srt", CLEAN.replace("Second.", "- Third."))
    write(folder / "b" / "y.srt", CLEAN)
    done = run("diff", "a", "b", "--output-format", "csv")
    assert done.code == 1
    assert [row[:6] for row in rows(done.out)[1:]] == [
        ["a/x.srt", "b/x.srt", "text", "2", "2", "00:00:03.000"],
        ["", "b/y.srt", "only in the second", "", "", ""],
    ]
    assert rows(done.out)[1][-1] == "'- Third."


@pytest.mark.parametrize("name", ["stats", "diff"])
def test_a_page_takes_the_place_of_a_page_of_ours_only(run: Run, folder: Path, name: str) -> None:
    write(folder / "a.srt", CLEAN)
    write(folder / "b.srt", CLEAN.replace("Second.", "Third <script>."))
    files = ("a.srt", "b.srt", "--output-format", "html", "-o", "page.html")
    for _ in range(2):
        assert run(name, *files).code == (name == "diff")
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert ("<del>Second.</del> <ins>Third &lt;script&gt;.</ins>" in page) == (name == "diff")
    write(folder / "page.html", "<p>mine</p>")
    refused = run(name, *files)
    assert (refused.code, "is not an overview of captious" in refused.err) == (2, True)
    assert "an input file" in run(name, "a.srt", "b.srt", "-o", "a.srt").err


@pytest.mark.parametrize("format_name", ["csv", "csv-excel", "json", "text"])
@pytest.mark.parametrize("name", ["stats", "diff"])
def test_every_output_can_be_written_again(run: Run, folder: Path, name: str, format_name: str) -> None:
    write(folder / "a.srt", CLEAN)
    write(folder / "b.srt", CLEAN.replace("Second", "Third"))
    for _ in range(2):
        done = run(name, "a.srt", "b.srt", "--output-format", format_name, "-o", "out.txt")
        assert (done.code, done.out, done.err) == (name == "diff", "", "")


@pytest.fixture
def reports(run: Run, folder: Path) -> Path:
    write(folder / "d1" / "a.srt", OVERLAP)
    write(folder / "d1" / "b.srt", OVERLAP)
    write(folder / "d1" / "gone.srt", CLEAN)
    write(folder / "d2" / "a.srt", OVERLAP.replace("First.", "No."))
    write(folder / "d2" / "b.srt", CLEAN)
    write(folder / "d2" / "new.srt", OVERLAP)
    for number in "12":
        run("check", f"d{number}", *TWO, "--report-dir", f"r{number}", "-q")
    return folder


def test_two_reports_are_compared_by_file_and_rule(run: Run, reports: Path) -> None:
    done = run("diff", "r1", "r2")
    assert (done.code, done.err) == (1, "")
    assert done.out == (
        "b.srt  1 repaired, 0 still there, 0 new\n"
        "      0:01  repaired  TIM003 overlaps the next cue by 500 ms (00:00:03,500 > 00:00:03,000)\n"
        "\n"
        "rule     repaired  still there       new\n"
        "TIM003          1            1         0\n"
        "\n"
        "2 files in both: 1 repaired, 1 still there, 0 new\n"
        "added: new.srt\n"
        "gone: gone.srt\n"
    )
    assert run("diff", "r1", "r1").code == 0


def test_two_reports_as_json_table_and_page(run: Run, reports: Path) -> None:
    record = json.loads(run("diff", "r1", "r2", "--output-format", "json").out)
    assert record["together"] == {"repaired": 1, "still_there": 1, "new": 0}
    assert record["rules"] == [{"code": "TIM003", "repaired": 1, "still_there": 1, "new": 0}]
    table = rows(run("diff", "r1", "r2", "--output-format", "csv").out)
    assert [row[:3] for row in table[1:]] == [
        ["a.srt", "still there", "TIM003"],
        ["b.srt", "repaired", "TIM003"],
        ["new.srt", "file added", ""],
        ["gone.srt", "file gone", ""],
    ]
    page = run("diff", "r1", "r2", "--output-format", "html").out
    assert "<title>Deliveries compared: d1, d2</title>" in page


def test_a_report_is_not_compared_with_captions(run: Run, reports: Path) -> None:
    done = run("diff", "r1", "d2")
    assert (done.code, "a report and something else" in done.err) == (2, True)
