"""Dates as people write them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio januari ianuarie",
            "february feb februar février febrero febbraio februari",
            "march mar märz mars marzo maart",
            "april apr avril abril aprile",
            "may mai mayo maggio mei maj",
            "june jun juni juin junio giugno",
            "july jul juli juillet julio luglio",
            "august aug août agosto augustus augusti",
            "september sep sept septembre septiembre settembre",
            "october oct oktober okt octobre octubre ottobre",
            "november nov novembre noviembre",
            "december dec dezember dez décembre diciembre dicembre",
        ),
        1,
    )
    for name in names.split()
}
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ].{0,40})?")
_YEAR_FIRST = re.compile(r"([0-9]{4})[./]([0-9]{1,2})[./]([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})")
_PARTS = re.compile(r"[^\W\d_]+|[0-9]+")


def read_date(text: str) -> str:
    """A date as ``2026-11-25`` where it can be told from the text, else the text.

    ``4/6/2026`` is left as it is: it is April in some countries and June in others.
    """
    text = " ".join(text.split())
    for pattern, order in ((_ISO, (0, 1, 2)), (_YEAR_FIRST, (0, 1, 2)), (_DAY_FIRST, (2, 1, 0))):
        match = pattern.fullmatch(text)
        if match is not None:
            year, month, day = (int(match.groups()[place]) for place in order)
            return _date(year, month, day) or text
    parts = _PARTS.findall(text[:80])
    months = [_MONTHS[part.casefold()] for part in parts if part.casefold() in _MONTHS]
    years = [int(part) for part in parts if len(part) == 4 and part.isdecimal()]
    days = [int(part) for part in parts if len(part) <= 2 and part.isdecimal()]
    if len(months) == 1 and len(years) == 1 and days:
        return _date(years[0], months[0], days[0]) or text
    return text


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
