"""Move captions away from shot changes that they begin or end beside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.checks.selection import Selection
from captious.fixing.engine import fix_source
from captious.formats.base import Use
from captious.formats.registry import by_name

if TYPE_CHECKING:
    from captious.checks.settings import CheckSettings

_RULE = "beside-shot-change"


def snap(source: str, settings: CheckSettings, *, format: str, path: str | None = None) -> tuple[str, int]:  # noqa: A002
    """Move the cues of a file that begin or end beside a shot change, as the rule beside-shot-change does.

    Args:
        source: the text of a caption file.
        settings: its style, frame rate and shot changes; without shot changes, nothing moves.
        format: name of its format.
        path: its name, for errors.

    Returns:
        The text, and the number of moved cues.
    """
    if not settings.recording.shots_ms:
        return source, 0
    fixed = fix_source(
        source,
        caption_format=by_name(format, Use.CHECK),
        settings=replace(settings, selection=Selection(select=(_RULE,))),
        unsafe=True,
        path=path,
    )
    return fixed.source, len(fixed.applied)
