"""The functions of the library: named as the commands, with their options, and with results that say what they are."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

import captious
from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Callable

TALK = "Ann: Hello there, Bob. How are you today?\nBob: Fine, thank you. It is good to be here.\nAnn: Good.\n"
OVERLAP = "1\n00:00:01,000 --> 00:00:03,500\nFirst.\n\n2\n00:00:03,000 --> 00:00:05,000\nSecond.\n"
JOBS = (
    "caption", "check", "convert", "diff", "fix", "join", "learn", "preview", "retime", "split", "stats", "transcript",
)  # fmt: skip


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "talk.srt").write_text(OVERLAP, encoding="utf-8")
    return tmp_path


def calls(folder: Path) -> dict[str, Callable[[], Any]]:
    srt = folder / "talk.srt"
    return {
        "caption": lambda: captious.caption(folder / "talk.txt", language="en"),
        "check": lambda: captious.check(srt),
        "convert": lambda: captious.convert(srt, to="ttml"),
        "diff": lambda: captious.diff(srt, OVERLAP.replace("First", "Last").encode()),
        "fix": lambda: captious.fix(srt),
        "join": lambda: captious.join([srt, srt]),
        "preview": lambda: captious.preview(srt),
        "read": lambda: captious.read(srt),
        "retime": lambda: captious.retime(srt, shift_ms=1500),
        "split": lambda: captious.split(srt, [3200]),
        "stats": lambda: captious.stats([srt, srt]),
        "transcript": lambda: captious.transcript(folder / "talk.txt", to=("txt", "md")),
    }


def test_every_function_is_there_after_every_module_was_imported(here: Path) -> None:
    for module in pkgutil.walk_packages(captious.__path__, "captious."):
        if module.name != "captious.__main__":
            importlib.import_module(module.name)
    for name in captious.__all__:
        assert not inspect.ismodule(getattr(captious, name)), name
    for name, call in calls(here).items():
        assert call() is not None, name
    captious.write(captious.caption(TALK), here / "out.srt")
    with pytest.raises(captious.LearningError):
        captious.learn(here)


@pytest.mark.parametrize("name", JOBS)
def test_what_a_command_can_do_its_function_can(name: str) -> None:
    command: click.Command = importlib.import_module(f"captious.cli.commands.{name}").command
    shell = {
        "output", "force", "quiet", "verbose", "in_place", "output_format", "output_file", "statistics", "diff", "fix",
        "fix_only", "show_fixes", "show_files", "show_settings", "exit_zero", "strict", "jobs", "cache", "exclude",
        "force_exclude", "gitignore", "stdin_filename", "write_baseline", "no_baseline", "embed", "serve", "port",
        # the report of a delivery is about many files, and the function about one
        "report_dir", "report_title", "report_date", "report_times", "fail_on", "review_on", "compared_with",
    }  # fmt: skip
    called = {
        "formats": "to", "kinds": "to", "target": "to", "fps_from": "factor", "fps_to": "factor", "ignored": "ignore",
        "style_name": "style", "unsafe_fixes": "unsafe",
    }  # fmt: skip
    options = {
        called.get(str(one.name), str(one.name)) for one in command.params if isinstance(one, click.Option)
    }
    if name == "check":
        options.discard("unsafe")
    known = set(inspect.signature(getattr(captious, name)).parameters)
    assert options - shell - known == set()


def test_results_are_said_in_a_line(here: Path) -> None:
    for name, call in calls(here).items():
        if name == "read":
            continue
        text = repr(call())
        assert "\n" not in text, name
        assert len(text) < 200, name


def test_what_check_returns_is_iterated_as_findings(here: Path) -> None:
    found = captious.check(here / "talk.srt")
    assert [finding.code for finding in found] == ["TIM003"]
    assert (len(found), found[0].code, bool(found)) == (1, "TIM003", True)
    assert not captious.check(here / "talk.srt", ignore="TIM003")
    assert found.report() == captious.check(here / "talk.srt").report("concise")
    assert found.report("json").startswith("{")
    with pytest.raises(OptionError, match="no such output format"):
        found.report("yaml")


def test_check_reads_the_configuration_beside_the_file_as_the_command_does(here: Path) -> None:
    (here / "captious.toml").write_text('ignore = ["TIM003"]\n', encoding="utf-8")
    path = here / "talk.srt"
    assert not captious.check(path)
    assert captious.check(path, isolated=True)
    assert captious.check(path.read_bytes()), "bytes lie in no folder"
    assert captious.fix(path).source == OVERLAP
    assert captious.fix(path, isolated=True).changed
    own = here / "other.toml"
    own.write_text('select = ["TIM"]\n', encoding="utf-8")
    assert captious.check(path, config=own)
    with pytest.raises(OptionError, match="both given"):
        captious.check(path, config=own, isolated=True)


def test_a_baseline_and_a_commit_are_options_of_check(here: Path) -> None:
    run = [
        sys.executable,
        "-m",
        "captious",
        "check",
        "talk.srt",
        "--write-baseline",
        "--baseline",
        "known.json",
    ]
    subprocess.run(run, cwd=here, check=True, capture_output=True)
    assert not captious.check(here / "talk.srt", baseline=here / "known.json")
    with pytest.raises(OptionError, match="not in a git repository"):
        captious.check(here / "talk.srt", since="HEAD")


def test_several_formats_come_at_once(here: Path) -> None:
    made = captious.caption(Path("talk.txt"), to=("srt", "vtt", "ttml"), style="bbc", language="en")
    assert list(made.texts) == ["srt", "vtt", "ttml"]
    assert made.document.format == "srt"
    assert made.texts["vtt"].startswith("WEBVTT")
    assert made.text == made.texts["srt"]
    captious.write(made, here / "a.vtt")
    assert (here / "a.vtt").read_text(encoding="utf-8") == made.texts["vtt"]
    assert list(captious.caption(TALK, to="vtt, srt").texts) == ["vtt", "srt"]
    read = captious.transcript(here / "talk.txt", to="txt,md")
    assert list(read.texts) == ["txt", "md"]
    assert str(read) == read.text == read.texts["txt"]


@pytest.mark.parametrize(
    "text", ["talk.txt", "gone.txt", "gone.srt", "a/b/talk.docx", "talk.md", "C:\\talks\\talk.vtt", "notes"]
)
def test_a_path_given_as_a_text_is_refused(here: Path, text: str) -> None:
    (here / "notes").write_text(TALK, encoding="utf-8")
    with pytest.raises(OptionError, match="this is a file name") as caught:
        captious.caption(text)
    assert f"Path({text!r})" in (caught.value.hint or "")


@pytest.mark.parametrize("text", ["Hello.", "Yes.", "Hello there, talk.txt", "Ann: Hello.", "example.com"])
def test_a_short_text_is_a_text(here: Path, text: str) -> None:
    assert captious.caption(text, language="en").cues


def test_a_file_is_given_by_its_path_or_its_bytes(here: Path) -> None:
    by_text = captious.caption(TALK, language="en").document
    assert captious.caption(Path("talk.txt"), language="en").document == by_text
    assert captious.caption((here / "talk.txt").read_bytes(), language="en").document == by_text
    with pytest.raises(captious.CaptiousError, match=r"gone\.txt"):
        captious.caption(here / "gone.txt")


def test_word_timings_alone_are_captioned(here: Path) -> None:
    made = captious.caption(words=here / "talk.srt", language="en", to="vtt")
    assert [cue.lines for cue in made.cues] == [("First. Second.",)]
    with pytest.raises(OptionError, match="no transcript and no word timings"):
        captious.caption()


def test_shot_changes_are_part_of_the_times_in_every_format(here: Path) -> None:
    plain = captious.caption(TALK, language="en")
    near = plain.cues[-1].end_ms + 300
    made = captious.caption(TALK, language="en", shots=[near], to=("srt", "ttml"))
    assert made.cues[-1].end_ms == near - 83
    again = captious.convert(made.texts["ttml"].encode(), to="srt").captions.document
    assert [cue.end_ms for cue in again.cues] == [cue.end_ms for cue in made.cues]


@pytest.mark.parametrize("factor", [float("nan"), float("inf"), 0, -1])
def test_a_factor_that_is_none_is_refused(here: Path, factor: float) -> None:
    with pytest.raises(captious.CaptiousError):
        captious.retime(here / "talk.srt", factor=factor)


def test_notebooks_show_findings_and_pages(here: Path) -> None:
    table = captious.check(here / "talk.srt")._repr_html_()
    assert re.search(r"<td>2:1</td><td>TIM003</td>", table)
    assert "<iframe srcdoc=" in captious.preview(here / "talk.srt")._repr_html_()


def test_learning_says_what_was_learned(root: Path, tmp_path: Path) -> None:
    for number in range(4):
        text = "\n\n".join(
            f"{index + 1}\n00:{index // 60:02}:{index % 60:02},000 --> 00:{index // 60:02}:{index % 60:02},900\n"
            f"some words {number} that are said here"
            for index in range(200)
        )
        (tmp_path / f"{number}.srt").write_text(text + "\n", encoding="utf-8")
    made = captious.learn(tmp_path, name="Show", language="en")
    assert 'title = "Show"' in made.text
    assert made.rows[0].label == "files"
    with pytest.raises(OptionError, match="the name of the style is empty"):
        captious.learn(tmp_path, name=" ")


@pytest.mark.parametrize(
    "name", ["check", "convert", "diff", "fix", "preview", "read", "retime", "split", "stats", "transcript"]
)
def test_a_text_given_as_a_path_is_refused_in_a_line(name: str) -> None:
    options: dict[str, Any] = {
        "convert": {"to": "vtt"},
        "retime": {"shift_ms": 1},
        "split": {"at_ms": [2000]},
    }.get(name, {})
    given = (OVERLAP, OVERLAP) if name == "diff" else (OVERLAP * 1000,)
    with pytest.raises(
        captious.CaptiousError, match="the text of a file where its path is expected"
    ) as caught:
        getattr(captious, name)(*given, **options)
    assert len(str(caught.value)) < 200
    assert "text.encode()" in (caught.value.hint or "")
    if name != "preview":
        assert getattr(captious, name)(*(text[:80].encode() for text in given), **options) is not None
