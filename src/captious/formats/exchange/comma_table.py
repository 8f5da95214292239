"""CSV: `captious.formats.exchange.table` with commas."""

from __future__ import annotations

from functools import partial

from captious.formats.exchange import table

recognises = partial(table.recognises, delimiter=",")
read = partial(table.read, delimiter=",")
write = partial(table.write, delimiter=",")
