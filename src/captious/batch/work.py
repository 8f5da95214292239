"""One job, from its files to its files, in any process or machine: nothing is shared but what it reads and writes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from captious.batch import storage
from captious.batch.model import Outcome
from captious.errors import CaptiousError
from captious.formats.base import Use
from captious.formats.registry import suffixes

if TYPE_CHECKING:
    from captious.batch.model import Job, Perform, Performed

ONE_FILE = frozenset({"retime"})
"""Commands that make one file, whose name has to be said."""
_JUDGING = frozenset({"check", "fix"})
_TIMES_ROW = "  times "
_PLACE = re.compile(r"^:([0-9]+)(?::[0-9]+)?: ")


def run_job(job: Job, perform: Perform, time_limit_s: float = 0) -> Outcome:
    """Does a job; whatever goes wrong is part of the answer.

    Args:
        job: what to do.
        perform: runs a command in this process.
        time_limit_s: seconds after which this process ends itself, since nothing else can stop a job; 0 = never.
            Whoever started it sees that it is gone, and that this job was in it.
    """
    watchdog = threading.Timer(time_limit_s, os._exit, (75,)) if time_limit_s else None
    if watchdog is not None:
        watchdog.daemon = True
        watchdog.start()
    start = time.perf_counter()
    try:
        with tempfile.TemporaryDirectory(prefix="captious-") as folder:
            outcome = _run(job, perform, folder)
    except CaptiousError as error:
        outcome = Outcome(job, 2, error=str(error).removeprefix(f"{storage.shown(job.source)}: "))
    except Exception as error:
        # as in captious.checking.files: one file that shows an issue of ours, or a full disk, must not stop the others
        if os.environ.get("CAPTIOUS_DEBUG"):
            raise
        outcome = Outcome(job, 2, error=f"{type(error).__name__}: {error}")
    finally:
        if watchdog is not None:
            watchdog.cancel()
    return _timed(outcome, time.perf_counter() - start)


def _timed(outcome: Outcome, seconds: float) -> Outcome:
    return replace(outcome, seconds=seconds)


def _run(job: Job, perform: Perform, folder: str) -> Outcome:
    digest = hashlib.sha256()
    source = _here(job.source, os.path.join(folder, "in"), digest)  # noqa: PTH118
    made = os.path.join(folder, "out")  # noqa: PTH118
    os.mkdir(made)  # noqa: PTH102
    name = storage.name_of(job.source)
    data, report = b"", ""
    if job.command == "fix":
        # from standard input, under its own name: its configuration holds, and what is fixed is not in the file yet
        data = storage.read(source)
        own_name = name if storage.is_remote(job.source) else os.path.abspath(source)  # noqa: PTH100
        arguments = ["fix", "-", "--stdin-filename", own_name]
    else:
        arguments = [job.command, source]
    for number, (option, value) in enumerate(job.options):
        arguments.append(f"--{option}")
        if value:
            place = os.path.join(folder, f"option-{number}")  # noqa: PTH118
            arguments.append(_here(value, place, digest) if option in job.files else value)
    if job.command in _JUDGING:
        report = os.path.join(folder, "report.json")  # noqa: PTH118
        arguments += ["--output-format", "json", "--output-file", report]
    elif job.command in ONE_FILE:
        arguments += ["-o", os.path.join(made, storage.name_of(job.target) or name)]  # noqa: PTH118
    else:
        arguments += ["-o", made + os.sep]
    performed = perform(arguments, data)
    if performed.code not in (0, 1):
        return Outcome(job, 2, error=_complaint(performed, folder, source), content=digest.hexdigest())
    if job.command == "fix":
        with open(os.path.join(made, name), "wb") as fixed:  # noqa: PTH118, PTH123
            fixed.write(performed.out)
    outputs = _deliver(job, made, read=data)
    findings = _findings(report) if report else ()
    facts = _facts(job, made, source, performed)
    return Outcome(
        job,
        performed.code,
        outputs=outputs,
        content=digest.hexdigest(),
        facts=facts | _tally(findings) if report else facts,
        findings=findings,
    )


def _here(path: str, folder: str, digest: Any) -> str:
    """A file as this machine can open it; its content goes into the digest."""
    if not storage.is_remote(path):
        digest.update(storage.digest(path))
        return path
    data = storage.read(path)
    digest.update(hashlib.sha256(data).digest())
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    here = os.path.join(folder, storage.name_of(path) or "file")  # noqa: PTH118
    with open(here, "wb") as file:  # noqa: PTH123
        file.write(data)
    return here


def content_of(job: Job) -> str:
    """The digest of all that a job reads, as `run_job` makes it.

    Raises:
        CaptiousError: a file cannot be read.
    """
    digest = hashlib.sha256()
    for path in job.inputs:
        digest.update(storage.digest(path))
    return digest.hexdigest()


def _deliver(job: Job, made: str, *, read: bytes) -> tuple[str, ...]:
    """Puts what was made where it belongs, each file whole or not at all; ``read`` is what a fixed file held."""
    delivered = []
    for name in sorted(os.listdir(made)):  # noqa: PTH208
        with open(os.path.join(made, name), "rb") as file:  # noqa: PTH118, PTH123
            data = file.read()
        expected = None
        if job.command == "fix" and not job.target:
            target, expected = job.source, read
            if read == data:
                continue  # there was nothing to fix
        elif job.command in ONE_FILE or job.command == "fix":
            target = job.target
        else:
            target = storage.join(job.target, name)
        storage.write(target, data, expected=expected)
        delivered.append(target)
    return tuple(delivered)


def _complaint(performed: Performed, folder: str, source: str) -> str:
    """The first thing a command complained of, without the file's own name and the folder of this job."""
    lines = [line.strip() for line in performed.err.splitlines() if line.strip()]
    first = next(
        (line for line in lines if "error" in line.lower()), lines[0] if lines else "it said nothing"
    )
    first = first.removeprefix("captious: error: ").removeprefix(source)
    first = _PLACE.sub(r"line \1: ", first).removeprefix(": ")
    return first.replace(folder + os.sep, "")[:500]


def _findings(path: str) -> tuple[dict[str, Any], ...]:
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        report = json.load(file)
    return tuple(
        {
            "code": finding["code"],
            "name": finding["name"],
            "severity": finding["severity"],
            "message": finding["message"],
            "line": finding["location"]["line"],
            "column": finding["location"]["column"],
            "cue": (finding.get("cue") or {}).get("number"),
            "fixable": bool(finding.get("fix")),
        }
        for file in report["files"]
        for finding in file["findings"]
    )


def _tally(findings: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    levels = [finding["severity"] for finding in findings]
    return {
        "findings": len(levels),
        "errors": levels.count("error"),
        "warnings": levels.count("warning"),
        "infos": levels.count("info"),
    }


def _facts(job: Job, made: str, source: str, performed: Performed) -> dict[str, Any]:
    """What is told of a file of captions: the one that was made, or else the one that was read."""
    from captious.batch.facts import caption_facts  # late: it loads readers and rules of labels

    names = sorted(name for name in os.listdir(made) if name.endswith(suffixes(Use.CHECK)))  # noqa: PTH208
    # WebVTT says more: who speaks, and where the times come from
    chosen = next((name for name in reversed(names) if not name.endswith(".chapters.vtt")), None)
    path = os.path.join(made, chosen) if chosen is not None else source  # noqa: PTH118
    facts = caption_facts(path)
    lines = performed.out.decode("utf-8", "replace").splitlines() if job.command not in _JUDGING else ()
    told = next((line for line in lines if line.startswith(_TIMES_ROW)), "")
    if told:
        facts["times"] = told[len(_TIMES_ROW) :].strip()
    style = dict(job.options).get("style")
    return {"style": style or "youtube", **facts} if facts else {}
