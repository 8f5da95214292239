"""The output files of every command, planned before anything is written.

A run never overwrites its own input files, with or without ``--force``. In-place changes are the exception and do not
use this module: ``fix``, ``check --fix`` and ``retime --in-place``.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from captious.errors import OptionError, OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

STANDARD_STREAM = "-"


class Target(NamedTuple):
    """A file to write.

    Args:
        kind: what it holds, such as the name of a format.
        path: its path; ``None`` = standard output.
    """

    kind: str
    path: str | None


class Outputs:
    """Refuses outputs that would overwrite something the user may want to keep.

    Args:
        reads: all input files of the run; empty entries, standard input and URLs are ignored.
        force: whether existing files other than input files may be overwritten.
    """

    def __init__(self, reads: Iterable[str | None], *, force: bool = False) -> None:
        self._reads = [path for path in reads if path and path != STANDARD_STREAM and "://" not in path]
        self._force = force
        self._claimed: dict[str, str] = {}

    def claim(
        self, path: str | None, *, source: str = "", single: bool = True, suffix: str | None = None
    ) -> None:
        """Checks that a file can be written.

        Args:
            path: the file; ``None`` = standard output, which overwrites nothing.
            source: what it is made from, for the error about two files with one name.
            single: whether the user can name another file for it, rather than a folder.
            suffix: suffix of the name that errors propose; ``None`` = the file's own.

        Raises:
            OutputError: it is an input file, or it exists and may not be overwritten.
            OptionError: another output has the same name.
        """
        if path is None:
            return
        self.refuse_input(path, single=single, suffix=suffix)
        place = os.path.realpath(path)
        if place in self._claimed:
            both = f": {self._claimed[place]} and {source}" if source and self._claimed[place] else ""
            raise OptionError(
                f"two files for one output{both}", path=path, hint="Write them to different folders."
            )
        self._claimed[place] = source
        if not self._force and _overwrites(path):
            raise OutputError("file exists", path=path, hint="Use --force to overwrite it.")

    def refuse_input(self, path: str, *, single: bool = True, suffix: str | None = None) -> None:
        """Checks that a file is not an input file.

        Raises:
            OutputError: it is.
        """
        if not any(_same(path, read) for read in self._reads):
            return
        if single:
            hint = f"Name another file, such as {self.free_name(path, suffix)}."
        else:
            hint = "Name another folder after -o, such as -o captions/."
        raise OutputError("this is an input file, and would be overwritten", path=path, hint=hint)

    def free_name(self, path: str, suffix: str | None = None) -> str:
        """A similar file name that is free; it ends in ``suffix``, or in ``.captions`` and the file's own ending."""
        stem, own = os.path.splitext(path)  # noqa: PTH122
        if suffix is None:
            suffix = f".captions{own}"
        for number in range(1, 1000):
            name = f"{stem}{'' if number == 1 else f'-{number}'}{suffix}"
            if not os.path.lexists(name) and os.path.realpath(name) not in self._claimed:
                return name
        return f"{stem}.new{suffix}"

    def claim_report(self, path: str, *, is_ours: Callable[[bytes], bool], what: str, suffix: str) -> None:
        """Checks that a report or a baseline can be written; it may only overwrite another one.

        Args:
            path: the file.
            is_ours: whether the content of a file is that of such a report.
            what: what it is, for errors: ``"a report"``.
            suffix: suffix of the name that errors propose.

        Raises:
            OutputError: it is an input file, or it exists and is something else.
        """
        self.refuse_input(path, suffix=suffix)
        place = os.path.realpath(path)
        if place in self._claimed:
            raise OptionError("two files for one output", path=path, hint="Give them different names.")
        self._claimed[place] = ""
        if not _overwrites(path):
            return
        if os.path.isdir(path):  # noqa: PTH112
            raise OutputError("it is a folder", path=path, hint=f"Name a file for {what}.")
        from captious.formats.files import read_bytes

        data = read_bytes(path)
        if data and not is_ours(data):
            raise OutputError(
                f"the file exists and is not {what} of captious",
                path=path,
                hint=f"Nothing was written. Name another file, such as {self.free_name(path, suffix)}, or remove it.",
            )


def plan_files(
    source: str,
    kinds: Sequence[str],
    *,
    suffixes: Mapping[str, str],
    output: str | None,
    stem: str,
) -> tuple[Target, ...]:
    """The files to write for one source.

    Args:
        source: its path, or ``-`` for standard input.
        kinds: the kinds of file to make, at least one.
        suffixes: the file name suffix of each kind.
        output: a file for one kind, a folder for several, ``-`` for standard output; ``None`` = beside the source, or
            standard output for standard input.
        stem: file name for standard input, without the suffix.

    Raises:
        OptionError: several kinds for one file.
    """
    single = single_file(output)
    to_stream = output == STANDARD_STREAM or (output is None and source == STANDARD_STREAM)
    if to_stream or single is not None:
        if len(kinds) > 1:
            raise OptionError(
                f"{len(kinds)} kinds of file for one output",
                path=single,
                hint="Name one kind with --to, or a folder after -o.",
            )
        return (Target(kinds[0], None if to_stream else single),)
    folder = os.path.dirname(source) if output is None else output  # noqa: PTH120
    name = stem if source == STANDARD_STREAM else _stem(source)
    return tuple(Target(kind, os.path.join(folder, name + suffixes[kind])) for kind in kinds)  # noqa: PTH118


def single_file(output: str | None) -> str | None:
    """The output if it is a file: its name has an ending, or it exists and is not a folder; else ``None``."""
    if output is None or output == STANDARD_STREAM or output.endswith(("/", os.sep)):
        return None
    if os.path.isdir(output):  # noqa: PTH112
        return None
    has_ending = os.path.splitext(output)[1] != ""  # noqa: PTH122
    return output if has_ending or os.path.lexists(output) else None


def is_folder(output: str | None) -> bool:
    """Whether an output is a folder rather than a file or standard output."""
    return output is not None and output != STANDARD_STREAM and single_file(output) is None


def write_text(path: str | None, text: str) -> None:
    """Writes a text to a file, atomically and with its folder, or to standard output for ``None``.

    Raises:
        OutputError: a file or folder that cannot be written.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: str | None, data: bytes, *, expected: bytes | None = None) -> None:
    """Writes bytes to a file, atomically and with its folder, or to standard output for ``None``.

    Args:
        path: the file.
        data: the content.
        expected: the content the file must still have, for in-place changes; ``None`` = any.

    Raises:
        OutputError: a file or folder that cannot be written, or a file that has changed since.
    """
    if path is None:
        _print(data)
        return
    from captious.formats.files import replace_file

    folder = os.path.dirname(path) or "."  # noqa: PTH120
    try:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"cannot make the folder: {reason}", path=folder) from None
    replace_file(path, data, expected=expected)


def _print(data: bytes) -> None:
    # what is wrong with the stream is told where every command ends: captious.cli.streams
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _stem(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]  # noqa: PTH119, PTH122


def _overwrites(path: str) -> bool:
    """Whether writing to a path would overwrite something; false for a pipe or /dev/null."""
    return os.path.isfile(path) or os.path.isdir(path) or (os.path.islink(path) and not os.path.exists(path))  # noqa: PTH110, PTH112, PTH113, PTH114


def _same(path: str, read: str) -> bool:
    """Whether two paths lead to one file, or would if it existed."""
    try:
        if os.path.exists(path) and os.path.exists(read):  # noqa: PTH110
            return os.path.isfile(path) and os.path.samefile(path, read)  # noqa: PTH113, PTH121
        return os.path.realpath(path) == os.path.realpath(read)
    except (OSError, ValueError):
        return False
