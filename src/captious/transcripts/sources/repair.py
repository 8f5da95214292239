"""Garbled characters of a source, restored before anything is read in its lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.measure.garbled import restore
from captious.transcripts.model import Remark

if TYPE_CHECKING:
    from captious.transcripts.sources.model import SourceText

_MOST_SHOWN = 4


def repair(source: SourceText) -> SourceText:
    """The source with garbled characters restored (``theyâ€™re``), and a remark that lists them.

    Args:
        source: its text as it stands in the file.
    """
    lines, changed, first = [], [], None
    for line, number in zip(source.lines, source.numbers, strict=True):
        restored, pairs = restore(line) if not line.isascii() else (line, [])
        lines.append(restored)
        if pairs:
            changed += pairs
            first = number if first is None else first
    if not changed:
        return source
    shown = list(dict.fromkeys(f"“{garbled}” is “{text}”" for garbled, text in changed))
    more = f" and {len(shown) - _MOST_SHOWN} more" if len(shown) > _MOST_SHOWN else ""
    message = f"garbled characters restored: {', '.join(shown[:_MOST_SHOWN])}{more}"
    facts = source.metadata
    metadata = replace(
        facts,
        title=restore(facts.title)[0] if facts.title is not None else None,
        description=restore(facts.description)[0] if facts.description is not None else None,
    )
    remarks = (*source.remarks, Remark("changed", message, first, len(changed)))
    return replace(source, lines=tuple(lines), metadata=metadata, remarks=remarks)
