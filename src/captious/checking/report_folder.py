"""The folder of a report: prepared, written to, and cleared of the pages of an older one."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from captious.errors import OutputError
from captious.formats.files import replace_file
from captious.pages.environment import style_sheet
from captious.reports.delivery.model import FIRST_PAGE, PAGES, RECORD, SHEET, SUMMARY

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAGE = re.compile(r"[0-9]{5,}-.*\.html")
SHEET_MARK = "/* The report of a delivery, by captious. */"
"""How the style sheet of a report begins: a folder that has it is one that captious wrote."""


def is_report_folder(folder: str) -> bool:
    """Whether a folder holds the report of a delivery, and so may take another; also one with a look of its own."""
    if os.path.isfile(os.path.join(folder, RECORD)):  # noqa: PTH113, PTH118
        return True
    try:
        with open(os.path.join(folder, SHEET), encoding="utf-8", errors="replace") as file:  # noqa: PTH118, PTH123
            return file.readline().startswith(SHEET_MARK)
    except OSError:
        return False


def prepare(folder: str) -> None:
    """Makes the folder, without the first page of an older report: what is not whole has none.

    Raises:
        OutputError: it cannot be made.
    """
    try:
        os.makedirs(os.path.join(folder, PAGES), exist_ok=True)  # noqa: PTH103, PTH118
        write(folder, SHEET, f"{SHEET_MARK}\n{style_sheet('base', 'report', 'delivery')}")
        for name in (FIRST_PAGE, SUMMARY, RECORD):
            path = os.path.join(folder, name)  # noqa: PTH118
            if os.path.exists(path):  # noqa: PTH110
                os.remove(path)  # noqa: PTH107
    except OSError as error:
        raise unwritable(error, folder) from None


def remove_old(folder: str, names: set[str]) -> None:
    """Removes the pages of an older report that this one does not have.

    Raises:
        OutputError: one cannot be removed.
    """
    pages = os.path.join(folder, PAGES)  # noqa: PTH118
    try:
        for name in os.listdir(pages):  # noqa: PTH208
            if name not in names and _PAGE.fullmatch(name):
                os.remove(os.path.join(pages, name))  # noqa: PTH107, PTH118
    except OSError as error:
        raise unwritable(error, folder) from None


def write(folder: str, name: str, text: str) -> None:
    """Writes a file of the report.

    Raises:
        OutputError: it cannot be written.
    """
    replace_file(os.path.join(folder, name), text.encode("utf-8", "backslashreplace"))  # noqa: PTH118


def write_parts(folder: str, name: str, parts: Iterable[str]) -> None:
    """Writes a file of the report part by part, and then gives it its name: what is not whole has none.

    Raises:
        OutputError: it cannot be written.
    """
    path = os.path.join(folder, name)  # noqa: PTH118
    unfinished = f"{path}.part"
    try:
        with open(unfinished, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:  # noqa: PTH123
            file.writelines(parts)
        os.replace(unfinished, path)  # noqa: PTH105
    except OSError as error:
        raise unwritable(error, folder) from None


def unwritable(error: OSError, folder: str) -> OutputError:
    """The error for a report that cannot be written."""
    return OutputError(f"cannot write the report: {(error.strerror or str(error)).lower()}", path=folder)
