"""One planner of outputs: what a run reads is never written by it, whatever the command and the option."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import CLEAN, INTERVIEW, OVERLAP, write

from captious.cli.outputs import Outputs, plan_files, single_file
from captious.errors import OptionError, OutputError

if TYPE_CHECKING:
    from tests.cli.conftest import Run

WORDS = "WEBVTT\n\n00:00.000 --> 00:02.000\nHello<00:00:00.500><c> there</c><00:00:01.000><c> Ann</c>\n"


@pytest.fixture
def files(folder: Path) -> dict[str, bytes]:
    """One of everything a command reads, and what each holds."""
    write(folder / "talk.txt", INTERVIEW)
    write(folder / "talk.srt")
    write(folder / "talk.auto.vtt", WORDS)
    write(folder / "own.toml", 'extends = "base"\ntitle = "Own"\ndescription = "Own."\n')
    write(folder / "shots.txt", "1.5\n")
    write(folder / "glossary.txt", "mishard = misheard\n")
    write(folder / "captious.toml", 'style = "bbc"\n')
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    "arguments",
    [
        "caption talk.txt --to srt -o talk.txt --force",
        "caption talk.txt --to srt -o ./talk.txt --force",
        "caption --words talk.auto.vtt --force",
        "caption --words talk.auto.vtt -o talk.auto.vtt --force",
        "caption talk.txt --words talk.srt --to srt --force",
        "caption talk.txt --shots shots.txt --to srt -o shots.txt --force",
        "caption talk.txt --glossary glossary.txt --to srt -o glossary.txt --force",
        "convert talk.srt talk.srt --force",
        "convert talk.srt --to srt --force",
        "convert talk.srt talk.auto.vtt --to srt -o . --force",
        "retime talk.srt --shift 1 -o talk.srt --force",
        "retime talk.srt --words talk.auto.vtt -o ./talk.srt --force",
        "transcript talk.txt --to txt -o talk.txt --force",
        "transcript talk.txt --words talk.srt --to txt -o talk.srt --force",
        "preview talk.srt -o talk.srt --force",
        "learn . -o own.toml",
        "style new own --extends ./own.toml --force",
        "check talk.srt -o talk.srt",
        "check talk.srt --output-file ./talk.srt --output-format json",
        "check talk.srt -o captious.toml",
        "check talk.srt -o talk.txt --transcript talk.txt",
        "check talk.srt --baseline own.toml -o own.toml",
        "check talk.srt --write-baseline --baseline talk.srt",
        "check talk.srt --write-baseline --baseline captious.toml",
        "fix talk.srt -o talk.srt",
        "fix talk.srt -o talk.srt --force",
        "fix talk.srt --output-file talk.srt",
        "fix . -o . --force",
        "check . --fix -o talk.srt",
    ],
)
def test_what_is_read_is_never_written(
    run: Run, folder: Path, files: dict[str, bytes], arguments: str
) -> None:
    done = run(*arguments.split())
    assert done.code == 2, done
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == files


def test_a_link_to_an_input_is_the_input(run: Run, folder: Path, files: dict[str, bytes]) -> None:
    (folder / "other.srt").symlink_to(folder / "talk.srt")
    assert run("retime", "talk.srt", "--shift", "1", "-o", "other.srt", "--force").code == 2
    os.link(folder / "talk.srt", folder / "hard.srt")
    assert run("fix", "talk.srt", "-o", "hard.srt", "--force").code == 2
    assert (folder / "talk.srt").read_bytes() == files["talk.srt"]


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ("caption --words talk.auto.vtt -o talk.auto.vtt", "talk.auto.captions.vtt"),
        ("convert talk.srt talk.srt", "talk.captions.srt"),
        ("retime talk.srt --shift 1 -o talk.srt", "talk.captions.srt"),
        ("fix talk.srt -o talk.srt", "talk.captions.srt"),
        ("caption talk.txt --to srt -o talk.txt", "talk.captions.srt"),
        ("convert talk.srt --to vtt -o talk.srt", "talk.captions.vtt"),
        ("transcript talk.txt --to txt -o talk.txt", "talk.transcript.txt"),
        ("transcript talk.txt --to md -o talk.txt", "talk.transcript.md"),
        ("preview talk.srt -o talk.srt", "talk.preview.html"),
        ("check talk.srt -o talk.srt", "talk.report.txt"),
        ("check talk.srt --output-format sarif -o talk.srt", "talk.report.sarif"),
        ("check talk.srt --write-baseline --baseline talk.srt", "talk.baseline.json"),
    ],
)
def test_the_name_that_is_proposed_works(
    run: Run, folder: Path, files: dict[str, bytes], arguments: str, name: str
) -> None:
    done = run(*arguments.split())
    assert f"such as {name}." in done.err
    own = arguments.split()
    assert run(*own[:-1], name).code in (0, 1), name
    assert (folder / name).is_file()
    assert (folder / "talk.srt").read_bytes() == files["talk.srt"]


def test_where_several_files_are_made_a_folder_is_proposed_and_works(
    run: Run, folder: Path, files: dict[str, bytes]
) -> None:
    done = run("caption", "--words", "talk.auto.vtt")
    assert done.code == 2
    assert "Name another folder after -o, such as -o captions/." in done.err
    assert run("caption", "--words", "talk.auto.vtt", "-o", "captions/").code in (0, 1)
    assert (folder / "captions" / "talk.auto.vtt").is_file()
    assert (folder / "talk.auto.vtt").read_bytes() == files["talk.auto.vtt"]


@pytest.mark.parametrize(
    "output_format", ["json", "json-lines", "sarif", "junit", "gitlab", "github", "html", "markdown"]
)
def test_a_report_takes_the_place_of_a_report_in_any_format(
    run: Run, folder: Path, output_format: str
) -> None:
    write(folder / "talk.srt")
    options = ("check", "talk.srt", "--isolated", "-o", "report")
    assert run(*options, "--output-format", output_format).code == 1
    first = (folder / "report").read_bytes()
    assert run(*options, "--output-format", "json").code == 1
    assert json.loads((folder / "report").read_bytes())["tool"]["name"] == "captious"
    (folder / "report").write_bytes(first)
    assert run(*options, "--output-format", "sarif").code == 1


@pytest.mark.parametrize(
    "content",
    [
        "notes\n",
        '{"a": 1}\n',
        "[1]\n",
        '{"version": 1}\n',
        "<html></html>\n",
        "WEBVTT\n",
        "## Title\n",
        "::x\n",
    ],
)
@pytest.mark.parametrize("output_format", ["json", "full"])
def test_any_other_file_is_refused(run: Run, folder: Path, content: str, output_format: str) -> None:
    write(folder / "talk.srt")
    path = write(folder / "report.log", content)
    done = run("check", "talk.srt", "--isolated", "-o", "report.log", "--output-format", output_format)
    assert done.code == 2
    assert "the file exists and is not a report of captious" in done.err
    assert "such as report.report." in done.err
    assert path.read_text(encoding="utf-8") == content


def test_a_text_report_takes_the_place_of_a_text(run: Run, folder: Path) -> None:
    write(folder / "talk.srt")
    path = write(folder / "report.txt", "old\n")
    assert run("check", "talk.srt", "--isolated", "-o", "report.txt", "--output-format", "json").code == 2
    assert run("check", "talk.srt", "--isolated", "-o", "report.txt").code == 1
    assert "TIM003" in path.read_text(encoding="utf-8")


def test_a_page_of_ours_that_is_no_report_is_refused(run: Run, folder: Path) -> None:
    write(folder / "talk.txt", INTERVIEW)
    write(folder / "talk.srt")
    assert run("transcript", "talk.txt").code == 0
    assert run("check", "talk.srt", "--isolated", "-o", "talk.html", "--output-format", "html").code == 2


def test_a_baseline_takes_the_place_of_a_baseline_alone(run: Run, folder: Path) -> None:
    write(folder / "talk.srt")
    path = folder / "known.json"
    options = ("check", "talk.srt", "--isolated", "--write-baseline", "--baseline", "known.json")
    assert run(*options).code == 0
    first = path.read_bytes()
    assert run(*options).code == 0
    assert path.read_bytes() == first
    path.write_text('{"a": 1}', encoding="utf-8")
    done = run(*options)
    assert done.code == 2
    assert "not a baseline of captious" in done.err
    assert path.read_text(encoding="utf-8") == '{"a": 1}'


def test_fixed_captions_go_where_the_user_says(run: Run, folder: Path) -> None:
    path = write(folder / "talk.srt")
    done = run("fix", "talk.srt", "--isolated", "-o", "new/fixed.srt")
    assert done.code == 0, done
    assert (folder / "new" / "fixed.srt").read_text(encoding="utf-8") == CLEAN
    assert path.read_text(encoding="utf-8") == OVERLAP
    assert "Fixed 1." in done.out
    done = run("fix", "talk.srt", "--isolated", "-o", "new/fixed.srt")
    assert (done.code, "file exists" in done.err) == (2, True)
    assert run("fix", "talk.srt", "--isolated", "-o", "new/fixed.srt", "--force").code == 0


def test_a_file_without_an_issue_goes_there_too(run: Run, folder: Path) -> None:
    write(folder / "talk.srt", CLEAN)
    assert run("fix", "talk.srt", "--isolated", "-o", "same.srt").code == 0
    assert (folder / "same.srt").read_text(encoding="utf-8") == CLEAN


def test_folders_below_are_kept(run: Run, folder: Path) -> None:
    write(folder / "in" / "a.srt")
    write(folder / "in" / "more" / "a.srt")
    assert run("fix", "in", "--isolated", "-o", "out").code == 0
    assert (folder / "out" / "more" / "a.srt").read_text(encoding="utf-8") == CLEAN
    assert (folder / "out" / "a.srt").read_text(encoding="utf-8") == CLEAN
    assert (folder / "in" / "a.srt").read_text(encoding="utf-8") == OVERLAP


def test_standard_input_can_go_to_a_file(run: Run, folder: Path) -> None:
    done = run("fix", "-", "--isolated", "-o", "out.srt", stdin=OVERLAP.encode())
    assert done.code == 0, done
    assert (folder / "out.srt").read_text(encoding="utf-8") == CLEAN
    assert "Found" not in done.err


def test_fixed_captions_on_standard_output_stand_alone(run: Run, folder: Path) -> None:
    write(folder / "talk.srt")
    done = run("fix", "talk.srt", "--isolated", "-o", "-")
    assert (done.code, done.out) == (0, CLEAN)
    assert "Fixed 1." in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("talk.srt", "-o", "report.json"), "the report's option is --output-file"),
        (("talk.srt", "-o", "talk.vtt"), "captious convert FILE --to vtt"),
        (("talk.srt", "-o", "x.srt", "--diff"), "--output-file"),
        (("talk.srt", "b.srt", "-o", "x.srt"), "2 files for one output"),
        (("talk.srt", "b.srt", "-o", "report.json"), "the report's option is --output-file"),
        (("talk.srt", "b.srt", "-o", "captions.doc"), "not the name of a caption file"),
        (("talk.srt", "-o", "captions.ass"), "captious convert FILE --to ass"),
        (("one/a.srt", "two/a.srt", "-o", "out"), "two files for one output"),
    ],
)
def test_outputs_of_fix_that_make_no_sense(
    run: Run, folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    for name in ("talk.srt", "b.srt", "one/a.srt", "two/a.srt"):
        write(folder / name)
    done = run("fix", "--isolated", *arguments)
    assert (done.code, said in done.err) == (2, True), done
    assert not (folder / "out").exists()


def test_names_are_settled_without_a_file(tmp_path: Path) -> None:
    assert single_file(None) is single_file("-") is single_file("out/") is None
    assert single_file(str(tmp_path)) is None
    assert single_file("out.vtt") == "out.vtt"
    suffixes = {"srt": ".srt", "vtt": ".vtt"}
    (one, other) = plan_files("in/talk.txt", ["srt", "vtt"], suffixes=suffixes, output=None, stem="x")
    assert (one.path, other.path) == (str(Path("in/talk.srt")), str(Path("in/talk.vtt")))
    (only,) = plan_files("-", ["srt"], suffixes=suffixes, output=None, stem="x")
    assert only.path is None
    with pytest.raises(OptionError, match="2 kinds of file for one output"):
        plan_files("a.txt", ["srt", "vtt"], suffixes=suffixes, output="b.srt", stem="x")


def test_two_outputs_of_one_name_are_refused(tmp_path: Path) -> None:
    outputs = Outputs([], force=True)
    outputs.claim(str(tmp_path / "a.srt"), source="one")
    with pytest.raises(OptionError, match="two files for one output: one and two"):
        outputs.claim(str(tmp_path / "." / "a.srt"), source="two")
    with pytest.raises(OptionError, match="two files for one output"):
        outputs.claim_report(
            str(tmp_path / "a.srt"), is_ours=lambda _: True, what="a report", suffix=".report.txt"
        )


def test_a_name_that_is_free_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text("x", encoding="utf-8")
    (tmp_path / "a.captions.srt").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        Outputs([str(path)], force=True).claim(str(path))
    assert "a-2.captions.srt" in (caught.value.hint or "")


def test_a_report_can_go_to_standard_output_by_its_name(folder: Path) -> None:
    write(folder / "talk.srt")
    run = [sys.executable, "-m", "captious", "check", "talk.srt", "--isolated", "--output-format", "concise"]
    piped = subprocess.run(
        [*run, "-o", "/dev/stdout"], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    plain = subprocess.run(run, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert (piped.returncode, piped.stdout) == (1, plain.stdout)


def test_every_hint_about_a_format_names_what_the_command_has(run: Run, folder: Path) -> None:
    write(folder / "talk.txt", "Hello there.\n")
    write(folder / "talk.srt")
    for arguments in (("diff", "talk.srt", "talk.txt"), ("preview", "talk.txt"), ("stats", "talk.txt")):
        done = run(*arguments)
        assert done.code == 2
        assert "captious convert FILE --from FORMAT --to vtt" in done.err
    done = run("check", "talk.txt", "--isolated")
    assert "Use one of the endings .srt, .vtt, " in done.err
