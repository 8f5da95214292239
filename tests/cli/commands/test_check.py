"""`captious check`: what it finds, what it prints, how it exits."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import CLEAN, OVERLAP, TWO, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

LONG = CLEAN.replace(
    "Second.", "This line is so very long that no style guide in the world would let it pass."
)


def test_an_error_is_told_with_its_place_and_exit_code_1(run: Run, folder: Path) -> None:
    write(folder / "a.srt")
    done = run("check", "a.srt", *TWO)
    assert done.code == 1
    assert done.out.startswith("a.srt:2:1: TIM003 [*] overlaps the next cue by 500 ms")
    assert "Found 1 error" in done.out
    assert done.err == ""


def test_clean_files_exit_with_0(run: Run, folder: Path) -> None:
    write(folder / "a.srt", CLEAN)
    assert run("check", *TWO).code == 0


def test_warnings_fail_only_when_strict(run: Run, folder: Path) -> None:
    write(folder / "a.srt", LONG)
    assert run("check", *TWO, "--style", "youtube").code == 0
    assert "LAY001" in run("check", *TWO, "--style", "youtube").out
    assert run("check", *TWO, "--style", "youtube", "--strict").code == 1
    assert run("check", *TWO, "--style", "netflix-en").code == 1


def test_exit_zero_hides_findings_but_not_failures(run: Run, folder: Path) -> None:
    write(folder / "a.srt")
    assert run("check", *TWO, "--exit-zero").code == 0
    assert run("check", *TWO, "--exit-zero", "gone.srt").code == 2


def test_folders_are_searched_and_named_files_are_taken_as_they_are(run: Run, folder: Path) -> None:
    write(folder / "b" / "UPPER.SRT")
    write(folder / "a.vtt", "WEBVTT\n")
    write(folder / ".hidden" / "c.srt")
    write(folder / "node_modules" / "c.srt")
    write(folder / "notes.txt")
    assert run("check", "--show-files").out == f"a.vtt\nb{os.sep}UPPER.SRT\n"
    assert run("check", "--show-files", "notes.txt", "./b", "b").out == f"b{os.sep}UPPER.SRT\nnotes.txt\n"
    assert run("check", *TWO, "notes.txt").code == 1


def test_no_caption_file_is_no_failure(run: Run, folder: Path) -> None:
    done = run("check")
    assert done.code == 0
    assert "no caption files found" in done.err


def test_one_unreadable_file_does_not_keep_the_others_from_being_checked(run: Run, folder: Path) -> None:
    write(folder / "a.srt")
    (folder / "b.srt").write_bytes(b"1\n00:00:01,000 --> 00:00:02,000\ncaf\xe9\n")
    done = run("check", "a.srt", "b.srt", "c.srt", *TWO)
    assert done.code == 2
    assert "a.srt:2:1: TIM003" in done.out
    assert "b.srt:3: not UTF-8" in done.err
    assert "--encoding cp1252" in done.err
    assert "c.srt: no such file or folder" in done.err
    assert run("check", "b.srt", "--encoding", "cp1252", *TWO).code == 0


def test_output_is_the_same_whatever_the_order_and_the_number_of_processes(run: Run, folder: Path) -> None:
    names = [f"{name}.srt" for name in "dbacfe"]
    for name in names:
        write(folder / name)
    (folder / "g.srt").write_bytes(b"\xff\xff\xff")
    one = run("check", *TWO, *names, "g.srt", "--jobs", "1")
    assert one == run("check", *TWO, "g.srt", *sorted(names), "--jobs", "3")
    assert one == run("check", *TWO, ".", "g.srt", "a.srt")
    assert [line[0] for line in one.out.split("\n")[:6]] == list("abcdef")


def test_standard_input(run: Run, folder: Path) -> None:
    done = run("check", "-", *TWO, "--stdin-filename", "talks/a.srt", stdin=OVERLAP.encode())
    assert done.code == 1
    assert done.out.startswith("talks/a.srt:2:1: TIM003")
    assert run("check", "-", *TWO, stdin=OVERLAP.encode()).out.startswith("-:2:1: TIM003")
    done = run("check", "-", *TWO, stdin=b"no captions at all")
    assert done.code == 2
    assert "caption format" in done.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--select", "TIM03x"), "no such rule"),
        (("--select", "overlaping-cues"), "Did you mean overlapping-cues?"),
        (("--ignore", "no-such"), "no such rule"),
        (("--extend-select", "ZZZ"), "no such rule"),
        (("--select", ","), "empty list of rules"),
        (("--style", "youtub"), "Did you mean youtube?"),
        (("--lang", "e!"), "not a language code"),
        (("--fps", "fast"), "not a frame rate"),
        (("--encoding", "klingon"), "unknown encoding"),
        (("--duration", "long"), "not a time"),
        (("--duration", "0"), "a duration of 0:00"),
        (("--duration", "1", "--media", "x"), "both given"),
        (("--media", "gone.mp4"), "no such media file"),
        (("--shots", "gone.txt"), "no such file"),
        (("--output-format", "jsn"), "Did you mean json?"),
        (("--stdin-filename", "x.srt"), "without standard input"),
        (("--write-baseline",), "without --baseline"),
        (("--baseline", "gone.json"), "no such file"),
        (("--baseline", "b", "--write-baseline", "--diff"), "both given"),
        (("--config", "gone.toml"), "no such file"),
        (("--config", "x", "--isolated"), "both given"),
        (("--jobs", "0"), "is not in the range"),
        (("--jobs", "lots"), "range"),
        (("--exclude", "!"), "not a pattern"),
        (("--quiet", "--verbose"), "both given"),
        (("--since", "HEAD"), "not in a git repository"),
        (("--selekt", "TIM"), "--select"),
        (("--output-file", "gone/x.txt"), "cannot write the file"),
    ],
)
def test_options_that_make_no_sense_are_refused(
    run: Run, folder: Path, options: tuple[str, ...], words: str
) -> None:
    write(folder / "a.srt")
    done = run("check", "a.srt", *options)
    assert done.code == 2
    assert words in done.err


def test_rules_are_selected_by_prefix_name_and_code(run: Run, folder: Path) -> None:
    write(folder / "a.srt", LONG.replace("03,000\nF", "03,500\nF"))

    def codes(*options: str) -> set[str]:
        out = run("check", "--output-format", "json-lines", "--style", "youtube", *options).out
        return {json.loads(line)["code"] for line in out.splitlines()}

    assert codes("--select", "TIM003") == {"TIM003"}
    assert codes("--select", "TIM0", "--select", "line-too-long") == {"TIM003", "LAY001"}
    assert codes("--select", "TIM003", "--extend-select", "LAY001") == {"TIM003", "LAY001"}
    assert codes("--select", "TIM,LAY001", "--ignore", "TIM003") == {"LAY001"}
    assert "TIM003" in codes()
    assert "TIM003" not in codes("--ignore", "overlapping-cues")


@pytest.mark.parametrize(
    "name", ["full", "concise", "grouped", "json", "json-lines", "github", "gitlab", "junit", "sarif"]
)
def test_every_output_format_names_the_finding(run: Run, folder: Path, name: str) -> None:
    write(folder / "a.srt")
    done = run("check", "--select", "TIM003", "--output-format", name)
    assert done.code == 1
    assert "TIM003" in done.out
    assert "\x1b" not in done.out


def test_the_report_goes_to_a_file(run: Run, folder: Path) -> None:
    write(folder / "a.srt")
    done = run("check", *TWO, "-o", "report.txt")
    assert (done.code, done.out) == (1, "")
    assert "TIM003" in (folder / "report.txt").read_text(encoding="utf-8")


def test_statistics_count_the_rules(run: Run, folder: Path) -> None:
    write(folder / "a.srt")
    write(folder / "b.srt")
    assert "2  TIM003 [*] overlapping-cues" in run("check", *TWO, "--statistics").out


def test_quiet_and_verbose(run: Run, folder: Path) -> None:
    write(folder / "a.srt")
    done = run("check", *TWO, "-q")
    assert (done.code, done.out, done.err) == (1, "", "")
    assert "a.srt: style youtube, no configuration file" in run("check", *TWO, "-v").err


def test_what_git_ignores_is_not_searched(run: Run, folder: Path) -> None:
    for name in ("a.srt", "drafts/b.srt", "drafts/keep.srt", "deep/c.srt", "deep/d.srt"):
        write(folder / name)
    write(folder / ".gitignore", "/drafts/*\n!keep.srt\n")
    write(folder / "deep" / ".gitignore", "c.srt\n!\n")
    shown = f"a.srt\ndeep{os.sep}d.srt\ndrafts{os.sep}keep.srt\n"
    assert run("check", "--show-files").out == shown
    assert run("check", "--show-files", "drafts/b.srt").out == "drafts/b.srt\n"
    assert len(run("check", "--show-files", "--no-gitignore").out.split()) == 5


def test_the_gitignore_of_the_folders_above_counts_within_a_checkout(run: Run, folder: Path) -> None:
    write(folder / "deep" / "a.srt")
    write(folder / "deep" / "b.srt")
    write(folder / ".gitignore", "b.srt\n")
    assert len(run("check", "--show-files", "deep").out.split()) == 2
    (folder / ".git" / "info").mkdir(parents=True)
    assert run("check", "--show-files", "deep").out == f"deep{os.sep}a.srt\n"
    write(folder / ".git" / "info" / "exclude", "a.srt\n")
    assert run("check", "--show-files", "deep").out == ""


def test_excluded_files_are_checked_when_named_unless_forced(run: Run, folder: Path) -> None:
    write(folder / "a.srt")
    write(folder / "drafts" / "b.srt")
    write(folder / "captious.toml", 'exclude = ["drafts/"]\n')
    assert run("check", "--show-files").out == "a.srt\n"
    assert run("check", "--show-files", "drafts/b.srt").out == "drafts/b.srt\n"
    assert run("check", "--show-files", "drafts/b.srt", "--force-exclude").out == ""
    assert run("check", "--show-files", "--exclude", "a.*,!drafts/").out == f"drafts{os.sep}b.srt\n"
    done = run("fix", "-", "--stdin-filename", "drafts/b.srt", "--force-exclude", stdin=OVERLAP.encode())
    assert done.code == 0


def test_settings_are_shown_as_a_configuration(run: Run, folder: Path) -> None:
    import tomllib

    write(folder / "a.srt")
    write(folder / "captious.toml", 'style = "bbc"\nlanguage = "en"\nfps = 25\nselect = ["TIM"]\n')
    shown = run("check", "--show-settings", "--ignore", "TIM004").out
    settings = tomllib.loads(shown)
    assert settings == {
        "style": "bbc",
        "language": "en",
        "fps": "25",
        "select": ["TIM"],
        "ignore": ["TIM004"],
    }
    assert "# TIM003 overlapping-cues" in shown
    assert 'style = "youtube"' in run("check", "--show-settings", "--isolated").out
    (folder / "a.srt").unlink()
    assert 'style = "bbc"' in run("check", "--show-settings").out


def test_names_and_text_cannot_steer_the_terminal(run: Run, folder: Path) -> None:
    write(folder / "a\x1b[31m.srt", OVERLAP.replace("First", "\x1b[2JFirst"))
    for options in (TWO, (), ("--diff",), ("--show-files",), ("-v",)):
        done = run("check", *options)
        assert "\x1b" not in done.out + done.err
        assert "\\x1b[31m" in done.out


def test_shots_duration_and_frame_rate_reach_the_rules(run: Run, folder: Path) -> None:
    write(folder / "a.srt", CLEAN)
    write(folder / "shots.txt", "# changes\n0:02.900 hard cut\n\n00:00:04:12\n")
    done = run("check", "--shots", "shots.txt")
    assert done.code == 2
    assert "shots.txt:4: a timecode without a frame rate" in done.err
    assert run("check", "--shots", "shots.txt", "--fps", "25", "--duration", "0:06", *TWO).code == 0


def test_a_baseline_leaves_known_findings_alone(run: Run, folder: Path) -> None:
    write(folder / "a.srt")
    done = run("check", *TWO, "--baseline", "known.json", "--write-baseline")
    assert (done.code, done.err) == (0, "known.json: 1 known finding\n")
    entries = json.loads((folder / "known.json").read_text(encoding="utf-8"))["findings"]
    assert [entry[:3] for entry in entries] == [["a.srt"], ["a.srt", "TIM003", "overlapping-cues"], []]
    assert run("check", *TWO, "--baseline", "known.json").code == 0
    # moved by a cue and by some seconds, it is still known; a second one of its kind is not
    moved = "1\n00:00:00,100 --> 00:00:00,900\nZero.\n\n" + OVERLAP.replace("\n1\n", "\n2\n")
    write(folder / "a.srt", moved)
    assert run("check", *TWO, "--baseline", "known.json").code == 0
    write(folder / "a.srt", moved + "\n4\n00:00:04,000 --> 00:00:06,000\nThird.\n")
    done = run("check", *TWO, "--baseline", "known.json")
    assert done.code == 1
    assert "Found 1 error" in done.out
    (folder / "known.json").write_text("[]", encoding="utf-8")
    assert "not a baseline" in run("check", "--baseline", "known.json").err
    (folder / "known.json").write_text('{"version": 9, "findings": {}}', encoding="utf-8")
    assert "version 9" in run("check", "--baseline", "known.json").err


def test_a_bug_of_ours_in_one_file_is_told_and_the_others_are_checked(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from captious.checking import files as checking

    real = checking.check_reading

    def faulty(reading: object, terms: object, *, path: str) -> object:
        if path == "b.srt":
            raise KeyError("oops")
        return real(reading, terms, path=path)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "check_reading", faulty)
    write(folder / "a.srt")
    write(folder / "b.srt")
    done = run("check", *TWO)
    assert done.code == 2
    assert "b.srt: a bug in captious itself: KeyError" in done.err
    assert "a.srt:2:1: TIM003" in done.out


def test_a_run_loads_nothing_heavy(folder: Path) -> None:
    import subprocess
    import sys

    write(folder / "a.srt")
    code = (
        "import sys, captious.cli\n"
        "try: captious.cli.main(['check', 'a.srt', '-q'])\n"
        "except SystemExit as end: assert end.code == 1, end.code\n"
        "heavy = {'langdetect', 'nltk', 'pathspec', 'pysrt', 'regex', 'subprocess', 'tinytag', 'webvtt'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=folder)


def test_whoever_reads_the_output_may_stop(folder: Path) -> None:
    import subprocess
    import sys

    for number in range(300):
        write(folder / f"{number}.srt")
    with subprocess.Popen(
        [sys.executable, "-m", "captious", "check"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"0.srt:2:1:")
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_a_link_that_leads_nowhere_is_skipped_with_a_note(run: Run, folder: Path) -> None:
    write(folder / "ok.srt", CLEAN)
    (folder / "lost.srt").symlink_to("nowhere")
    (folder / ".#ok.srt").symlink_to("ann@host.4711")
    done = run("check", ".", *TWO)
    assert (done.code, done.err) == (0, "captious: skipped lost.srt: a dangling link\n")
    assert run("check", ".", "-q").err == ""
    assert run("check", "lost.srt").code == 2


OTHER_KINDS = [
    ("talk.ass", "[Script Info]\n", "no captions in this ASS file", ""),
    ("talk.ttml", "<tt/>", "no captions in this TTML file", ""),
    ("page.srt", "<!DOCTYPE html><html></html>", "this is an HTML page, not captions", ""),
    ("words.srt", '{"segments": [{"start": 0, "end": 1, "text": "Hi"}]}', "these are word timings (Whisper)",
     "captious caption --words FILE"),
]  # fmt: skip


@pytest.mark.parametrize("case", OTHER_KINDS, ids=lambda case: case[0])
@pytest.mark.parametrize("command", ["check", "fix"])
def test_what_is_not_checked_is_refused_with_what_it_is(
    run: Run, folder: Path, command: str, case: tuple[str, str, str, str]
) -> None:
    name, text, message, hint = case
    path = write(folder / name, text)
    done = run(command, name)
    assert done.code == 2
    assert f"captious: error: {name}:" in done.err
    assert message in done.err
    assert hint in done.err
    assert path.read_text(encoding="utf-8") == text
