"""Formats of others, which installed packages add."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, fields
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from captious.entry_points import entry_points
from captious.errors import CaptiousError, FormatError, PluginError
from captious.formats.base import CaptionFormat, Format, Reading, Use

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.entry_points import EntryPoint

GROUP = "captious.formats"
"""The group of entry points."""
_NAME, _SUFFIX = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*"), re.compile(r"\.[a-z0-9][a-z0-9._-]*")
_FUNCTIONS = {Use.READ: ("read", "recognises"), Use.WRITE: ("write",)}


@cache
def added_formats() -> tuple[Format, ...]:
    """The formats of the installed packages, in the order of their names.

    Raises:
        PluginError: a package whose formats cannot be used.
    """
    found: tuple[Format, ...] = ()
    for point in entry_points(GROUP):
        _, value = point.load()
        given = value if isinstance(value, list | tuple) else (getattr(value, "FORMAT", value),)
        for known in given:
            found += (_added(known, point, found),)
    return found


def _added(known: object, point: EntryPoint, others: tuple[Format, ...]) -> Format:
    """A format of a package, which fails with errors that name it.

    Raises:
        PluginError: it is none, or has the name or ending of another.
    """
    from captious.formats.registry import FORMATS  # late: the table asks for what is added to it

    if not isinstance(known, Format) or isinstance(known, CaptionFormat):
        raise point.error(f"gives {known!r:.60}, which is not a Format")
    if not _NAME.fullmatch(known.name) or not known.title.strip():
        raise point.error(
            f"gives a format named {known.name!r:.40}: small letters, digits and hyphens, and a title"
        )
    if not known.suffixes or not all(map(_SUFFIX.fullmatch, known.suffixes)):
        raise point.error(f"gives the format {known.name} without file name endings, such as .{known.name}")
    if known.layout not in ("srt", "vtt"):
        raise point.error(
            f"gives the format {known.name} with the layout {known.layout!r:.20}, not srt or vtt"
        )
    for other in (*FORMATS, *others):
        if known.name == other.name or known.title.lower() == other.title.lower():
            raise point.error(f"gives the format {known.name}, which is also the name of {_owner(other)}")
        taken = [suffix for suffix in known.suffixes if suffix in other.suffixes]
        if taken:
            raise point.error(
                f"gives the format {known.name} the ending {taken[0]}, which is that of {_owner(other)}"
            )
    values = {field.name: getattr(known, field.name) for field in fields(Format)}
    return AddedFormat(**values, point=point)


def _owner(known: Format) -> str:
    return f"{known.title} of {known.point.package}" if isinstance(known, AddedFormat) else known.title


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedFormat(Format):
    """A format of others.

    Args:
        point: the package that it is from.
    """

    point: EntryPoint

    def _module(self) -> Any:
        try:
            module = import_module(self.module)
        except Exception as error:
            raise self._failure(error) from None
        for use, names in _FUNCTIONS.items():
            for name in names if use in self.uses else ():
                if not callable(getattr(module, name, None)):
                    raise self.point.error(f"has no function {name} in {self.module}")
        return _Guarded(module, self)

    def _failure(self, error: Exception) -> PluginError:
        if os.environ.get("CAPTIOUS_DEBUG"):
            raise error
        return self.point.error(f"failed: {type(error).__name__}: {error}")


class _Guarded:
    """The module of a format of others: what its functions raise is an error that names the package."""

    def __init__(self, module: Any, known: AddedFormat) -> None:
        self._inside = module
        self._known = known

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inside, name)
        return self._held(name, found) if callable(found) else found

    def _held(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            try:
                made = function(*arguments, **named)
            except CaptiousError:
                raise
            except RecursionError:
                raise FormatError("nested too deeply") from None
            except Exception as error:
                raise self._known._failure(error) from None  # noqa: SLF001 - two halves of one thing
            wanted = {"read": Reading, "write": str}.get(name)
            if wanted is not None and not isinstance(made, wanted):
                raise self._known.point.error(f"returns {made!r:.40} from {name}, not a {wanted.__name__}")
            return made

        return call
