"""What a file is: by its content, or else by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.base import Use
from captious.formats.registry import formats, with_ending

if TYPE_CHECKING:
    from captious.formats.base import Format


def captions_in(text: str, *, name: str = "") -> Format | None:
    """The format of captions a text is in, or that its name stands for; ``None`` for a text of another kind.

    Args:
        text: the whole file.
        name: the file's name; empty to go by the content alone.
    """
    readable = formats(Use.READ)
    found = next((known for known in readable if known.recognises(text)), None)
    return found or with_ending(name, readable)
