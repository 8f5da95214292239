"""The jobs of ``captious batch``, from its inputs or the rows of its manifest."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from captious.cli.batch_requests import interface_of, request_of
from captious.core.identity import identity
from captious.errors import CaptiousError, OptionError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from captious.batch.inputs import Inputs
    from captious.batch.manifest import Row
    from captious.batch.model import Job
    from captious.style import Style

COMMANDS = ("caption", "check", "convert", "fix", "retime", "transcript")
_WRITES = frozenset({"caption", "convert", "retime", "transcript"})


def read_rows(
    name: str | None, inputs: Sequence[str], manifest: str | None, settings: Sequence[str]
) -> list[Row]:
    """The rows of the manifest, or one for each input of the command line."""
    from captious.batch.manifest import Row, options_of, read_manifest

    interfaces = {each: interface_of(each) for each in COMMANDS}
    if name is not None and name not in interfaces:
        raise OptionError(f"unknown command: {name!r}", hint=f"Commands: {', '.join(COMMANDS)}.")
    common: list[tuple[str, str]] = []
    for text in settings:
        option, equals, value = text.partition("=")
        if not option.strip():
            raise OptionError(f"not an option: {text!r}", hint="Write --set style=netflix-en.")
        common.append((option.strip(), value.strip() if equals else "yes"))
    if manifest is not None:
        if inputs:
            raise OptionError("--manifest and inputs both given", hint="The manifest names the inputs.")
        rows = read_manifest(manifest, commands=interfaces, default=name)
        made = []
        for row in rows:
            shared = options_of(common, interfaces[row.command], row.command)
            made.append(Row(row.line, row.command, row.source, row.output, (*shared, *row.options)))
        return made
    if name is None or not inputs:
        raise OptionError(
            "no input",
            hint="Use captious batch COMMAND INPUT..., or --manifest FILE; --example prints a manifest.",
        )
    options = tuple(options_of(common, interfaces[name], name))
    return [Row(0, name, source, "", options) for source in inputs]


def plan_jobs(
    rows: Sequence[Row],
    output: str | None,
    *,
    shared: bool,
    warn: Callable[[str], None],
    manifest: str | None = None,
) -> list[Job]:
    """A job for each file, with output paths that no other job has.

    Args:
        rows: the rows of the manifest, or of the command line.
        output: output folder of rows without one.
        shared: whether the jobs run on other machines.
        warn: called with a sentence about skipped files of folders.
        manifest: path of the manifest, for errors.

    Raises:
        CaptiousError: an invalid row; nothing is done then.
    """
    from captious.batch import storage
    from captious.batch.inputs import find_inputs, skip_notes
    from captious.batch.model import Job

    jobs: list[Job] = []
    found: dict[str, list[Inputs]] = {}
    places: dict[tuple[str, str], str] = {}
    settings = _Settings()
    for row in rows:
        files = interface_of(row.command).files
        try:
            request = request_of(row)
        except CaptiousError as error:
            raise error.at(manifest) if manifest is not None and row.line else error from None
        media = dict(row.options).get("media")
        if row.command == "transcript" and media is not None and not storage.is_remote(media):
            raise OptionError(f"media of a transcript in a batch must be a URL, not {media!r}")
        options = tuple(
            (name, _place(value, shared=shared) if name in files or _is_style_file(name, value) else value)
            for name, value in row.options
        )
        inputs = find_inputs(row.command, row.source, alone=len(rows) == 1)
        found.setdefault(row.command, []).append(inputs)
        for source, below in inputs.files:
            source = _place(source, shared=shared)  # noqa: PLW2901 - the same file
            target = _target(row, below, output, shared=shared)
            place = (row.command, storage.join(target, os.path.splitext(below)[0]) if target else source)  # noqa: PTH122
            if place in places:
                raise OptionError(
                    f"two files for one output: {storage.shown(places[place])} and {storage.shown(source)}",
                    path=storage.shown(target) or None,
                    hint="Write them to different folders.",
                )
            places[place] = source
            digest = settings.of(row.command, options, source)
            jobs.append(Job(len(jobs), row.command, source, target, options, files, digest, request))
    for command, all_inputs in found.items():
        for sentence in skip_notes(command, all_inputs):
            warn(sentence)
    return jobs


def _is_style_file(name: str, value: str) -> bool:
    return name == "style" and (value.endswith(".toml") or "/" in value or os.sep in value)


class _Settings:
    """Digests of what a job depends on besides its options and files: the content of its style and configuration."""

    def __init__(self) -> None:
        from captious.config.nearest import Configs

        self._configs = Configs(None, isolated=False)
        self._styles: dict[str, Style] = {}

    def of(self, command: str, options: Sequence[tuple[str, str]], source: str) -> str:
        """The digest for one job.

        Raises:
            CaptiousError: an unknown style, or an issue in a configuration.
        """
        import hashlib

        from captious.batch import storage
        from captious.config.model import CheckOptions
        from captious.config.settings import resolve

        parts: list[object] = []
        name = dict(options).get("style")
        if name is not None:
            parts += _content(self._style(name))
        if command in ("check", "fix") and not storage.is_remote(source):
            path = os.path.abspath(source)  # noqa: PTH100
            config = self._configs.of(path)
            if config.path is not None:
                found = resolve(config, path, over=CheckOptions())
                parts += _content(found.style)
                parts += [
                    found.selection,
                    found.language,
                    found.recording.frame_rate,
                    found.encoding,
                    found.format,
                ]
        return hashlib.sha256(identity(parts).encode("utf-8", "surrogatepass")).hexdigest() if parts else ""

    def _style(self, name: str) -> Style:
        from captious.style import load_style

        if name not in self._styles:
            self._styles[name] = load_style(name)
        return self._styles[name]


def _content(style: Style) -> list[object]:
    return [style.name, style.layers, style.audience]


def _place(path: str, *, shared: bool) -> str:
    """A path as the worker sees it: absolute if the job runs on another machine."""
    from captious.batch import storage

    return os.path.abspath(path) if shared and not storage.is_remote(path) else path  # noqa: PTH100


def _target(row: Row, below: str, output: str | None, *, shared: bool) -> str:
    """The folder or file that a job writes; empty if it writes nothing, or works in place."""
    from captious.batch import storage
    from captious.batch.work import ONE_FILE

    folder = row.output or output or ""
    if row.command == "check":
        return ""
    if not folder:
        if row.command in _WRITES:
            raise OptionError("no output folder", hint='Name it with -o, or in the column "output".')
        return ""
    folder = _place(folder, shared=shared)
    inner = below.rpartition("/")[0]
    if row.command in ONE_FILE:
        if row.output and not row.output.endswith(("/", os.sep)) and os.path.splitext(row.output)[1]:  # noqa: PTH122
            return folder
        return storage.join(folder, below)
    return storage.join(folder, inner) if inner else folder.rstrip("/") or folder
