"""A job, what became of it, and what is told of a file."""

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
    """One file and one command.

    Args:
        number: its place in the order of the run.
        command: name of the command: ``"caption"``.
        source: path or address of the file.
        target: path or address of the folder the command's files go to, or of the one file it makes; empty where it
            makes none (``check``) or changes the source (``fix``).
        options: names of options without their dashes, and values; an empty value for a flag.
        files: names among ``options`` whose values are files that are read, too, and the fields of the request they
            stand in.
        settings: a digest of what else decides about the result: the content of the style, a configuration file.
        request: the options as the job takes them, such as a `captious.jobs.caption.CaptionRequest`.
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
        """What the ledger knows it by."""
        return self.command, self.source, self.target

    @property
    def inputs(self) -> tuple[str, ...]:
        """Everything that is read: the source, and the files among the options."""
        return self.source, *(value for name, value in self.options if name in self.files)

    def outputs(self, endings: Sequence[str]) -> Iterator[str]:
        """What it writes, by path or URL, if it makes files with these endings; none for what changes its source."""
        from captious.batch import storage

        if not self.target:
            return
        stem = os.path.splitext(storage.name_of(self.source))[0]  # noqa: PTH122
        for ending in endings:
            yield storage.join(self.target, stem + ending) if ending else self.target

    def asked(self, version: str) -> str:
        """A digest of what is asked for: other options, or another captious, may make another file."""
        text = repr((self.command, self.options, self.settings, version))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job.

    Args:
        job: the job.
        code: the exit code of the command: 0 = done, 1 = done, and issues were found, 2 = not done.
        error: why it was not done, in one line.
        outputs: what was written, by path or address.
        content: digest of all that was read.
        seconds: how long it took.
        facts: what is told of the file in reports: names and values that JSON can hold.
        findings: what was found in it, a mapping each.
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
        """Does what a command does with one file; see `captious.batch.verbs.perform`."""

        def __call__(self, command: str, request: Any, source: str, *, name: str) -> Done: ...  # noqa: D102
