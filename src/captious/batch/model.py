"""Jobs and their outcomes."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from captious.core.display import short_repr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from captious.batch.verbs import Done


@dataclass(frozen=True, slots=True)
class Job:
    """One command on one file.

    Args:
        number: its position in the run.
        command: name of the command: ``"caption"``.
        source: path or URL of the file.
        target: path or URL of the output folder, or of the output file of a command that makes only one; empty if it
            makes none (``check``) or works in place (``fix``).
        options: names of options without dashes, with their values; empty for a flag.
        files: names of ``options`` whose values are input files, each with its field in the request.
        settings: a digest of what else the result depends on: the content of the style, a configuration file.
        request: the options as a request, such as a `captious.jobs.caption.CaptionRequest`.
    """

    number: int
    command: str
    source: str
    target: str = ""
    options: tuple[tuple[str, str], ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    settings: str = ""
    request: Any = None

    __repr__ = short_repr

    @property
    def key(self) -> tuple[str, str, str]:
        """Its key in the ledger."""
        return self.command, self.source, self.target

    @property
    def inputs(self) -> tuple[str, ...]:
        """All input files: the source, and those among the options."""
        return self.source, *(value for name, value in self.options if name in self.files)

    def outputs(self, suffixes: Sequence[str]) -> Iterator[str]:
        """The paths or URLs of its output files, by their suffixes; none for a job in place."""
        from captious.batch import storage

        if not self.target:
            return
        stem = os.path.splitext(storage.name_of(self.source))[0]  # noqa: PTH122
        for suffix in suffixes:
            yield storage.join(self.target, stem + suffix) if suffix else self.target

    def fingerprint(self, version: str) -> str:
        """A digest of command, options, settings and version: if it changes, the job has to be run again."""
        text = repr((self.command, self.options, self.settings, version))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Outcome of a job.

    Args:
        job: the job.
        code: the exit code of the command: 0 = done, 1 = done, but issues were found, 2 = not done.
        error: why it was not done, in one line.
        outputs: paths or URLs of the files written.
        content: digest of all input files.
        seconds: how long it took.
        facts: columns of the report: names and JSON values.
        findings: the findings, each as a mapping.
    """

    job: Job
    code: int
    error: str = ""
    outputs: tuple[str, ...] = ()
    content: str = ""
    seconds: float = 0.0
    facts: dict[str, Any] = field(default_factory=dict)
    findings: tuple[dict[str, Any], ...] = ()

    __repr__ = short_repr

    @property
    def failed(self) -> bool:
        """Whether it was not done."""
        return self.code not in (0, 1)


if TYPE_CHECKING:

    class Perform(Protocol):
        """Runs a command on one file; see `captious.batch.verbs.perform`."""

        def __call__(self, command: str, request: Any, source: str, *, name: str) -> Done: ...  # noqa: D102
