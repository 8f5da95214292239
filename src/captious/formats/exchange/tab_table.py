"""TSV: `captious.formats.exchange.table` with tabs."""

from __future__ import annotations

from functools import partial

from captious.formats.exchange import table

recognises = partial(table.recognises, delimiter="\t")
read = partial(table.read, delimiter="\t")
write = partial(table.write, delimiter="\t")
