"""What is written down, and what is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from captious.batch.engine import run
from captious.batch.ledger import Ledger
from captious.batch.model import Job, Outcome
from captious.batch.verbs import Done
from captious.batch.work import run_job
from captious.errors import CaptiousError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def job(number: int, tmp_path: Path) -> Job:
    path = tmp_path / f"{number}.srt"
    path.write_text(str(number), encoding="utf-8")
    return Job(number, "check", str(path))


def test_written_and_found_again(tmp_path: Path) -> None:
    one = job(1, tmp_path)
    outcome = Outcome(
        one, 1, outputs=("a", "b"), content="c", seconds=1.23456, facts={"cues": 3}, findings=({"code": "X"},)
    )
    path = str(tmp_path / "deep" / "ledger.sqlite")
    with Ledger(path) as ledger:
        assert ledger.entry(one) is None
        ledger.record(outcome, signature="s", version="1")
        ledger.record(outcome, signature="s", version="1")
    with Ledger(path) as ledger:
        entry = ledger.entry(one)
        assert entry is not None
        assert (entry.code, entry.outputs, entry.attempts, entry.fingerprint) == (
            1,
            ("a", "b"),
            2,
            one.fingerprint("1"),
        )
        (row,) = ledger.rows([one, job(2, tmp_path)])
        assert (row["facts"], row["findings"], row["seconds"]) == ({"cues": 3}, [{"code": "X"}], 1.235)
        with pytest.raises(OutputError, match="another run is using this ledger"):
            Ledger(path)


def test_a_run_that_gets_no_answer_says_so_and_one_done_twice_counts_once(tmp_path: Path) -> None:
    jobs = [job(number, tmp_path) for number in range(4)]

    def forgetful(waiting: Sequence[Job]) -> Iterator[Outcome]:
        for one in (*waiting[:3], waiting[0]):
            yield Outcome(one, 0)

    seen: list[Outcome | None] = []
    with Ledger(str(tmp_path / "l.sqlite")) as ledger:
        with pytest.raises(CaptiousError, match="no result for 1 job"):
            run(jobs, ledger=ledger, version="1", execute=forgetful, watch=seen.append)
        assert len(seen) == 3
        summary = run(
            jobs, ledger=ledger, version="1", execute=lambda waiting: (Outcome(one, 2, error="no") for one in waiting),
            watch=seen.append,
        )  # fmt: skip
    assert (summary.skipped, summary.done) == (3, 0)
    assert [outcome.error for outcome in summary.failed] == ["no"]


def test_a_job_delivers_what_was_made_and_says_what_went_wrong(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("x", encoding="utf-8")
    calls: list[tuple[str, object, str, str]] = []

    def perform(command: str, request: object, source: str, *, name: str) -> Done:
        calls.append((command, request, source, name))
        text = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ann>Hello there.\n"
        return Done({".vtt": text.encode()}, times="by hand")

    one = Job(0, "caption", str(source), str(tmp_path / "out"), (("style", "bbc"),), request="wanted")
    outcome = run_job(one, perform)
    assert outcome.outputs == (str(tmp_path / "out" / "a.vtt"),)
    assert calls == [("caption", "wanted", str(source), str(source))]
    assert (outcome.facts["cues"], outcome.facts["speakers"], outcome.facts["times"]) == (1, 1, "by hand")
    assert outcome.facts["style"] == "bbc"

    def refuse(*_: object, name: str) -> Done:
        raise CaptiousError("it is bad", path=name, line=3, column=1, hint="Do better.")

    bad = run_job(one, refuse)
    assert (bad.code, bad.error) == (2, "line 3: it is bad")
    gone = Job(0, "check", str(tmp_path / "gone.srt"))
    assert run_job(gone, perform).error == "cannot read the file: no such file or folder"


def test_a_bug_of_ours_stops_one_job_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> Done:
        raise ZeroDivisionError("oh")

    monkeypatch.delenv("CAPTIOUS_DEBUG", raising=False)
    outcome = run_job(job(1, tmp_path), broken)
    assert (outcome.code, outcome.error) == (2, "ZeroDivisionError: oh")
