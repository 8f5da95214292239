"""Two reports of deliveries compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checking.report_folder import is_report_folder
from captious.errors import OptionError
from captious.reports.delivery.comparison import compare_deliveries
from captious.reports.delivery.record import read_record

if TYPE_CHECKING:
    from captious.reports.delivery.comparison import Comparison


def are_reports(old: str, new: str) -> bool:
    """Whether both are folders of reports.

    Raises:
        OptionError: one of them is.
    """
    found = [is_report_folder(path) for path in (old, new)]
    if any(found) and not all(found):
        raise OptionError(
            "a report and something else to compare", hint="Name two reports, or two folders of captions."
        )
    return all(found)


def diff_reports(old: str, new: str) -> Comparison:
    """What became of the findings of a delivery in the next one.

    Args:
        old: the folder of the report of the first.
        new: the folder of the report of the second.

    Raises:
        CaptiousError: one of them cannot be read.
    """
    return compare_deliveries(read_record(old), read_record(new))
