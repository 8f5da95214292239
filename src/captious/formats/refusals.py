"""What is said of a format that cannot do what is asked of it, with what to do instead."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from captious.errors import FormatError
from captious.formats.base import Use

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.formats.base import Format


def refusal(known: Format, use: Use, given: str, *, path: str | None = None) -> FormatError:
    """The error for a format without a use, with what to do.

    Args:
        known: the format.
        use: the use.
        given: its name as the user gave it; with a path, what the file is.
        path: a file in the format.
    """
    if use is Use.READ:
        return FormatError(f"{given} can be written, but not read", path=path)
    if use is Use.CHECK:
        # a file named .srt may be something else; convert does not overwrite its input
        example = "FILE NEW.srt" if path is not None and path.lower().endswith(".srt") else "FILE --to srt"
        what = f"this is {given}" if path is not None else f"{known.title} cannot be checked"
        return FormatError(
            f"{what}, which is prose; captions can be checked, fixed and retimed",
            path=path,
            hint=f"Convert it first: captious convert {example}",
        )
    if use is Use.CAPTION and Use.WRITE in known.uses:
        return FormatError(
            f"{known.title} is not a caption format",
            path=path,
            hint=f"Write captions first, then use captious convert CAPTIONS --to {known.name}.",
        )
    return FormatError(f"{given} can be read, but not written", path=path)


def convert_first(
    known: Format, path: str | None, verb: str, *, frame_rate: Fraction | None = None
) -> FormatError:
    """The error for a file whose format is checked, but not changed in place, with the command to type.

    Args:
        known: its format.
        path: its name; ``None`` = unknown.
        verb: what cannot be done, as a participle: ``"fixed"``.
        frame_rate: the frames per second that its times were read with; ``None`` = the file says them.
    """
    named = path if path and path != "-" else None
    command, _ = convert_command(named, frame_rate=frame_rate if known.counts_frames else None)
    return FormatError(
        f"{known.title} cannot be {verb} in place; nothing was changed",
        path=path,
        hint=f"Convert it first: {command}",
    )


def convert_command(path: str | None, *, frame_rate: Fraction | None) -> tuple[str, str]:
    """The command that makes SubRip of a file, and the name of what it writes.

    Args:
        path: its name; ``None`` = unknown.
        frame_rate: the frames per second that its times were read with; ``None`` = the file says them.
    """
    from shlex import quote  # late: most runs have no error

    stem, ending = os.path.splitext(path or "NAME")  # noqa: PTH122
    # a file named .srt may be something else; convert does not overwrite its input
    new = f"{stem}.converted.srt" if ending.lower() == ".srt" else f"{stem}.srt"
    rate = f" --fps {frame_rate}" if frame_rate is not None else ""
    return f"captious convert {quote(path) if path else 'FILE'} {quote(new)}{rate}", new
