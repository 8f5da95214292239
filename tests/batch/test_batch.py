"""``captious batch`` on one machine: nothing twice, nothing lost, nothing half."""

from __future__ import annotations

import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tests.batch.conftest import TALK, program, tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.batch.conftest import Ran

TIMEOUT_S = 60
ALONE = pytest.mark.xdist_group("processes")
"""Processes that are started, watched and killed: not while others are, or a busy machine makes them late."""

FAULTY = (
    "1\n00:00:00,000 --> 00:00:00,300\nToo short for anybody, and its only line is far too long as well.\n"
)


def test_the_folders_below_are_kept_and_the_second_run_does_nothing(
    batch: Callable[..., Ran], talks: Callable[[int], Path], tmp_path: Path
) -> None:
    talks(9)
    done = batch("caption", "talks", "-o", "out", "--set", "to=srt,vtt")
    assert (done.code, done.out, done.err) == (0, "9 done\n", "")
    made = tree(tmp_path / "out")
    assert len(made) == 18
    assert "more/talk0.srt" in made
    again = batch("caption", "talks", "-o", "out", "--set", "to=srt,vtt")
    assert (again.code, again.out) == (0, "0 done, 9 unchanged\n")
    assert batch("caption", "talks", "-o", "out", "--set", "to=srt,vtt", "--again").out == "9 done\n"
    assert tree(tmp_path / "out") == made


def test_what_has_changed_is_done_again(
    batch: Callable[..., Ran], talks: Callable[[int], Path], tmp_path: Path
) -> None:
    folder = talks(4)
    options = ("caption", "talks", "-o", "out", "--set", "to=srt")
    batch(*options)
    (folder / "talk1.txt").write_text("Ann: Something else.\n", encoding="utf-8")
    os.utime(folder / "talk2.txt")  # touched, and the same
    (tmp_path / "out" / "more" / "talk0.srt").unlink()
    assert batch(*options).out == "2 done, 2 unchanged\n"
    assert "Something else." in (tmp_path / "out" / "talk1.srt").read_text(encoding="utf-8")
    assert batch(*options, "--set", "style=podcast").out == "4 done\n"


@pytest.mark.parametrize("command", ["caption", "check", "convert", "fix", "retime", "transcript"])
def test_the_same_files_whatever_the_number_of_workers(
    batch: Callable[..., Ran], talks: Callable[[int], Path], tmp_path: Path, command: str
) -> None:
    talks(6)
    assert batch("caption", "talks", "-o", "captions", "--set", "to=srt").code == 0
    options = {
        "caption": ("talks", "--set", "to=vtt"),
        "check": ("captions",),
        "convert": ("captions", "--set", "to=ttml"),
        "fix": ("captions", "--set", "style=netflix-en"),
        "retime": ("captions", "--set", "shift=1.5"),
        "transcript": ("talks", "--set", "to=html,md"),
    }[command]
    tables = []
    for workers in (1, 2):
        output = () if command == "check" else ("-o", f"out{workers}")
        ran = batch(
            command, *options, *output, "-j", workers, "--ledger", f"{workers}.sqlite", "--report", f"{workers}.csv",
            "--findings", f"{workers}.jsonl",
        )  # fmt: skip
        assert ran.code in (0, 1), ran.err
        assert ran.out.startswith("6 done")
        with (tmp_path / f"{workers}.csv").open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            row["seconds"] = row["finished"] = ""
            row["outputs"] = row["outputs"].replace(f"out{workers}", "out")
        tables.append((rows, (tmp_path / f"{workers}.jsonl").read_text(encoding="utf-8")))
    assert tables[0] == tables[1]
    assert len(tables[0][0]) == 6
    if command != "check":
        assert tree(tmp_path / "out1") == tree(tmp_path / "out2") != {}


def test_the_files_are_what_the_command_alone_makes(
    batch: Callable[..., Ran], talks: Callable[[int], Path], tmp_path: Path
) -> None:
    folder = talks(2)
    batch("caption", "talks", "-o", "out", "--set", "to=vtt", "--set", "style=bbc")
    program(
        "caption",
        folder / "talk1.txt",
        "--to",
        "vtt",
        "--style",
        "bbc",
        "-o",
        f"{tmp_path}/alone/",
        cwd=tmp_path,
    )
    assert (tmp_path / "alone" / "talk1.vtt").read_bytes() == (tmp_path / "out" / "talk1.vtt").read_bytes()


def test_one_bad_file_stops_nothing_and_is_tried_again(
    batch: Callable[..., Ran], talks: Callable[[int], Path], tmp_path: Path
) -> None:
    folder = talks(3)
    (folder / "bad.txt").write_bytes(b"\xff\xff\xff")
    done = batch("caption", "talks", "-o", "out", "--report", "report.csv")
    assert done.code == 1
    assert done.out == "3 done, 1 failed\n"
    assert done.err == "failed  talks/bad.txt: line 1: not UTF-8: byte 0xff at offset 0\n"
    with (tmp_path / "report.csv").open(encoding="utf-8") as file:
        rows = {row["source"]: row for row in csv.DictReader(file)}
    assert rows["talks/bad.txt"]["status"] == "failed"
    assert rows["talks/talk1.txt"]["status"] == "done"
    (folder / "bad.txt").write_text("Ann: Fixed.\n", encoding="utf-8")
    again = batch("caption", "talks", "-o", "out")
    assert (again.code, again.out) == (0, "1 done, 3 unchanged\n")


@pytest.mark.parametrize(("style", "code"), [("youtube", 0), ("netflix-en", 1)])
def test_fast_speech_is_an_issue_only_where_a_guide_limits_it(
    batch: Callable[..., Ran], tmp_path: Path, style: str, code: int
) -> None:
    said = [f"word{number}" for number in range(40)]
    words = [
        {"word": word, "start": 0.12 * number, "end": 0.12 * number + 0.1} for number, word in enumerate(said)
    ]
    (tmp_path / "talk.txt").write_text(" ".join(said) + ".\n", encoding="utf-8")
    (tmp_path / "talk.json").write_text(json.dumps({"words": words}), encoding="utf-8")
    done = batch("caption", "talk.txt", "-o", "out", "--set", f"style={style}", "--set", "words=talk.json")
    assert done.code == code


def test_findings_of_many_files_in_a_table(batch: Callable[..., Ran], tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.srt").write_text(FAULTY, encoding="utf-8")
    done = batch(
        "check", "*.srt", "--set", "style=netflix-en", "--findings", "f.jsonl", "--report", "r.jsonl"
    )
    assert (done.code, done.out) == (1, "2 done, 2 of them with issues\n")
    rows = [json.loads(line) for line in (tmp_path / "f.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["source"] for row in rows} == {"a.srt", "b.srt"}
    assert {"LAY001", "TIM004"} <= {row["code"] for row in rows}
    assert all(row["style"] == "netflix-en" and row["cue"] == 1 for row in rows)
    (first, _) = [
        json.loads(line) for line in (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert (first["cues"], first["status"]) == (1, "faulty")
    assert first["errors"] + first["warnings"] + first["infos"] == first["findings"] == len(rows) / 2


def test_fixing_in_place_is_done_once(batch: Callable[..., Ran], tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text(FAULTY.replace("00:00:00,300", "00:00:00.300"), encoding="utf-8")
    assert batch("fix", "a.srt").code in (0, 1)
    fixed = path.read_bytes()
    assert b",300" in fixed or b"00,3" not in fixed
    assert batch("fix", "a.srt").out == "0 done, 1 unchanged\n"
    assert path.read_bytes() == fixed


def test_another_style_or_configuration_is_another_job(batch: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_text("1\n00:00:00,000 --> 00:00:03,000\nSome words here.\n", encoding="utf-8")
    house = tmp_path / "house.toml"
    text = 'extends = "base"\ntitle = "House"\ndescription = "Ours."\n[layout]\n'
    limit = 'line_length_chars = {{ value = {}, source = "us", basis = "guide" }}\n'
    house.write_text(text + limit.format(40), encoding="utf-8")
    options = ("check", "a.srt", "--set", "style=house.toml")
    assert batch(*options).out == "1 done\n"
    assert batch(*options).out == "0 done, 1 unchanged\n"
    house.write_text(text + limit.format(10), encoding="utf-8")
    assert batch(*options).out == "1 done, 1 of them with issues\n"
    assert batch("check", "a.srt").code == 0
    (tmp_path / "captious.toml").write_text('style = "house.toml"\n', encoding="utf-8")
    assert batch("check", "a.srt").out == "1 done, 1 of them with issues\n"
    assert "unknown style: nobody" in batch("check", "a.srt", "--set", "style=nobody").err


@pytest.mark.parametrize("output", [(), ("-o", "out")])
def test_fixing_is_what_fix_does_with_the_configuration_of_the_file(
    batch: Callable[..., Ran], tmp_path: Path, output: tuple[str, ...]
) -> None:
    text = "1\r\n00:00:00,000 --> 00:00:03,000\r\nTwo  blanks.\r\n\r\n7\r\n00:00:05.000 --> 00:00:08,000\r\nYes.\r\n"
    (tmp_path / "captious.toml").write_text('ignore = ["SRT"]\n', encoding="utf-8")
    for name in ("a.srt", "b.srt"):
        (tmp_path / name).write_bytes(text.encode("utf-16"))
    program("fix", "b.srt", cwd=tmp_path)
    expected = (tmp_path / "b.srt").read_bytes()
    assert expected != text.encode("utf-16")
    assert batch("fix", "a.srt", *output).code in (0, 1)
    made = tmp_path / "out" / "a.srt" if output else tmp_path / "a.srt"
    assert made.read_bytes() == expected
    if output:
        assert (tmp_path / "a.srt").read_bytes() == text.encode("utf-16")


def test_words_and_recordings_are_columns(batch: Callable[..., Ran], tmp_path: Path, root: Path) -> None:
    pytest.importorskip("pocketsphinx")
    talk = root / "examples"
    rows = [
        {"input": str(talk / "talk.txt"), "output": "a", "words": str(talk / "talk.auto.vtt")},
        {"input": str(talk / "talk.txt"), "output": "b", "audio": str(talk / "talk.ogg")},
    ]
    (tmp_path / "jobs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = batch("caption", "--manifest", "jobs.jsonl", "--set", "to=vtt", "-j", "2", "--report", "r.jsonl")
    assert done.code in (0, 1), done.err
    told = [
        json.loads(line)["times"] for line in (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert "YouTube" in told[0]
    assert "forced alignment" in told[1]


def test_a_manifest_has_a_row_a_file(
    batch: Callable[..., Ran], talks: Callable[[int], Path], tmp_path: Path
) -> None:
    talks(3)
    (tmp_path / "jobs.csv").write_text(
        "command,input,output,style,duration,language,to\n"
        "caption,talks/talk1.txt,one/,podcast,0:30,en,vtt\n"
        "transcript,talks/talk2.txt,two/,,,,html\n",
        encoding="utf-8",
    )
    done = batch("--manifest", "jobs.csv")
    assert (done.code, done.out, done.err) == (0, "2 done\n", "")
    assert list(tree(tmp_path / "one")) == ["talk1.vtt"]
    assert list(tree(tmp_path / "two")) == ["talk2.html"]
    (tmp_path / "jobs.jsonl").write_text(
        json.dumps(
            {"input": "talks/talk1.txt", "to": "srt", "clean_verbatim": True, "anchor": ["0:02=This is talk"]}
        )
        + "\n",
        encoding="utf-8",
    )
    assert batch("caption", "--manifest", "jobs.jsonl", "-o", "three").out == "1 done\n"
    (tmp_path / "jobs.csv").write_text(
        "command,input,output,to\ncaption,gone.txt,four,vtt\ncaption,talks/talk1.txt,four,vtt\n",
        encoding="utf-8",
    )
    missing = batch("--manifest", "jobs.csv")
    assert (missing.code, missing.out) == (1, "1 done, 1 failed\n")
    assert missing.err == "failed  gone.txt: cannot read the file: no such file or folder\n"
    example = batch("--example")
    (tmp_path / "example.csv").write_text(example.out, encoding="utf-8")
    assert "no such file" in batch("--manifest", "example.csv").err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "no input"),
        (("shout", "x.txt"), "unknown command: 'shout'"),
        (("caption", "gone.txt", "-o", "out"), "gone.txt: no such file"),
        (("caption", "a.txt"), "no output folder"),
        (("caption", "a.txt", "-o", "out", "--set", "styl=x"), "has no option --styl"),
        (
            ("caption", "a.txt", "-o", "out", "--set", "clean-verbatim=perhaps"),
            "clean-verbatim must be yes or no",
        ),
        (("caption", "a.txt", "-o", "out", "--report", "x.xlsx"), "unknown kind of report"),
        (("caption", "a.txt", "a.txt", "-o", "out"), "two files for one output"),
        (("transcript", "a.txt", "-o", "out", "--set", "media=x.mp3"), "must be a URL, not 'x.mp3'"),
        (("--manifest", "bad.csv"), "bad.csv:2: unknown command: 'sing'"),
        (("caption", "--manifest", "bad.jsonl", "-o", "out"), "bad.jsonl:1:2: not JSON"),
    ],
)
def test_what_stops_everything_is_said(
    batch: Callable[..., Ran], tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    (tmp_path / "a.txt").write_text("Ann: Hello.\n", encoding="utf-8")
    (tmp_path / "bad.csv").write_text("command,input\nsing,a.txt\n", encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text("{\n", encoding="utf-8")
    done = batch(*arguments)
    assert done.code == 2
    assert message in done.err
    assert not (tmp_path / "out" / "a.srt").exists()


def test_a_scheduler_that_is_not_there_is_said(
    batch: Callable[..., Ran], talks: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    talks(1)
    monkeypatch.setattr("captious.batch.cluster.TIMEOUT_S", 1)
    done = batch("caption", "talks", "-o", "out", "--cluster", "tcp://127.0.0.1:9")
    assert done.code == 2
    assert "no scheduler at tcp://127.0.0.1:9" in done.err


def test_two_runs_do_not_share_a_ledger(batch: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann: Hello.\n", encoding="utf-8")
    assert batch("caption", "a.txt", "-o", "out").code == 0
    book = sqlite3.connect(tmp_path / "out" / "captious-ledger.sqlite")
    book.execute("PRAGMA locking_mode = EXCLUSIVE")
    book.execute("BEGIN EXCLUSIVE")
    done = batch("caption", "a.txt", "-o", "out")
    assert done.code == 2
    assert "another run is using this ledger" in done.err
    book.close()
    (tmp_path / "no.sqlite").write_text(
        "no ledger at all, and long enough to be read as one", encoding="utf-8"
    )
    assert "cannot open the ledger" in batch("caption", "a.txt", "-o", "out", "--ledger", "no.sqlite").err


def start(tmp_path: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "captious", "batch", *arguments]
    return subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        start_new_session=True,
    )  # fmt: skip


def done_so_far(tmp_path: Path) -> int:
    return len(list((tmp_path / "out").rglob("*.srt"))) if (tmp_path / "out").is_dir() else 0


def wait_for(tmp_path: Path, count: int, running: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while done_so_far(tmp_path) < count and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)


@ALONE
@pytest.mark.parametrize("workers", ["1", "2"])
def test_killed_at_any_moment_it_goes_on_where_it_was(
    batch: Callable[..., Ran], talks: Callable[[int], Path], tmp_path: Path, workers: str
) -> None:
    talks(40)
    options = ("caption", "talks", "-o", "out", "--set", "to=srt", "-j", workers)
    for count in (1, 6, 17):
        running = start(tmp_path, *options)
        wait_for(tmp_path, count, running)
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        assert all(text.endswith(b"\n") for text in tree(tmp_path / "out").values() if text)
    last = batch(*options)
    assert last.code == 0
    done = int(last.out.split(" done")[0])
    assert done < 40
    made = tree(tmp_path / "out")
    assert len(made) == 40
    assert not [name for name in made if name.endswith(".tmp")]
    assert batch("caption", "talks", "-o", "clean", "--set", "to=srt").code == 0
    assert tree(tmp_path / "clean") == made


@ALONE
@pytest.mark.parametrize("workers", ["1", "2"])
def test_interrupted_it_stops_at_once_and_says_how_to_go_on(
    batch: Callable[..., Ran], talks: Callable[[int], Path], tmp_path: Path, workers: str
) -> None:
    talks(200)
    options = ("caption", "talks", "-o", "out", "--set", "to=srt", "-j", workers)
    running = start(tmp_path, *options)
    wait_for(tmp_path, 5, running)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=TIMEOUT_S)
    assert running.returncode == 130
    assert "Traceback" not in err
    assert "Run the same command again to do the rest." in err
    assert out == ""
    kept = done_so_far(tmp_path)
    assert 5 <= kept < 200
    again = batch(*options)
    assert again.code == 0
    unchanged = int(again.out.split(", ")[1].split(" unchanged")[0])
    assert 0 < unchanged <= kept


@ALONE
def test_a_process_that_dies_takes_only_its_job_with_it(
    batch: Callable[..., Ran], talks: Callable[[int], Path], tmp_path: Path
) -> None:
    folder = talks(8)
    # a text that takes far longer than the others, and a limit that it is over
    (folder / "long.txt").write_text(
        "\n\n".join(TALK.format(number=number) for number in range(40_000)), encoding="utf-8"
    )
    done = batch("caption", "talks", "-o", "out", "--set", "to=srt", "-j", "2", "--time-limit", "6")
    assert done.code == 1
    assert done.out == "8 done, 1 failed\n"
    assert "long.txt: its process was killed" in done.err
    assert len(tree(tmp_path / "out")) == 8


def test_progress_is_said_in_plain_lines_where_nobody_watches(
    batch: Callable[..., Ran], talks: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    talks(3)
    assert batch("caption", "talks", "-o", "out", "-q").out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("retime", "captions", "-o", "captions", "--set", "shift=1"),
        ("convert", "captions", "-o", "./captions/", "--set", "to=srt"),
        ("fix", "captions", "-o", "captions"),
        (
            "transcript",
            "talks",
            "-o",
            "out",
            "--set",
            "to=txt",
            "--set",
            "words=captions/talk1.srt",
            "--report",
            "x.txt",
        ),
        ("check", "captions", "--report", "captions/talk1.csv"),
        ("check", "captions", "--findings", "notes.csv"),
        ("check", "captions", "--report", "a.csv", "--findings", "a.csv"),
        ("check", "captions", "--ledger", "captions/talk1.srt"),
        ("check", "captions", "--ledger", "other.sqlite"),
    ],
)
def test_nothing_that_is_read_or_not_ours_is_replaced(
    batch: Callable[..., Ran], talks: Callable[[int], Path], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    folder = talks(2)
    assert batch("caption", "talks", "-o", "captions", "--set", "to=srt", "--ledger", "own.sqlite").code == 0
    (tmp_path / "captions" / "talk1.csv").write_text("command,source\n", encoding="utf-8")
    (tmp_path / "notes.csv").write_text("mine\n", encoding="utf-8")
    with sqlite3.connect(tmp_path / "other.sqlite") as book:
        book.execute("CREATE TABLE mine (name TEXT)")
    book.close()
    before = tree(folder), tree(tmp_path / "captions"), (tmp_path / "notes.csv").read_bytes()
    done = batch(*arguments)
    assert done.code == 2, done
    assert (tree(folder), tree(tmp_path / "captions"), (tmp_path / "notes.csv").read_bytes()) == before


def test_a_table_takes_the_place_of_a_table(batch: Callable[..., Ran], talks: Callable[[int], Path]) -> None:
    talks(1)
    batch("caption", "talks", "-o", "captions", "--set", "to=srt")
    for name in ("r.csv", "r.jsonl", "r.parquet"):
        for _ in range(2):
            assert batch("check", "captions", "--report", name, "--ledger", "l.sqlite", "--again").code in (
                0,
                1,
            )
        assert batch("check", "captions", "--findings", name, "--ledger", "l.sqlite").code == 2


def test_a_value_that_makes_no_sense_is_told_with_its_row(batch: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann: Hello.\n", encoding="utf-8")
    (tmp_path / "m.csv").write_text(
        "command,input,output,duration\ncaption,a.txt,out/,\ncaption,a.txt,out/,soon\n", encoding="utf-8"
    )
    done = batch("--manifest", "m.csv")
    assert done.code == 2
    assert "m.csv:3: " in done.err
    assert "soon" in done.err
    assert not (tmp_path / "out").exists()


def test_transcripts_in_markdown_are_captioned_and_other_files_are_said_once(
    batch: Callable[..., Ran], tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "talk.md").write_text("**Ann Lee:** Hello.\n\n**Bo Kay:** Yes.\n", encoding="utf-8")
    (folder / "talk.mp3").write_bytes(b"sound")
    (folder / "notes.zip").write_bytes(b"notes")
    done = batch("caption", "in", "-o", "out", "--set", "to=srt")
    assert (done.code, done.out) == (0, "1 done\n")
    assert done.err.startswith("skipped  notes.zip, talk.mp3: caption reads .txt, .md, .docx, ")
    assert "ANN LEE: Hello." in (tmp_path / "out" / "talk.srt").read_text(encoding="utf-8")
    assert batch("caption", "in", "-o", "out", "--set", "to=srt", "--quiet").err == ""
    (folder / "talk.md").unlink()
    nothing = batch("caption", "in", "-o", "out")
    assert nothing.code == 2
    assert "in: no files in the folder that caption reads" in nothing.err
    assert "It reads files that end in .txt, .md, " in nothing.err
