"""New names for speakers, as the user wants them."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from captious.errors import OptionError
from captious.plain import quoted
from captious.transcripts.names import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from captious.transcripts.labels import Label


def rename_speakers(labels: Sequence[Label], renames: Mapping[str, str]) -> list[Label]:
    """Give labels their new names: all of a speaker, or those that are written in one of his forms.

    Raises:
        OptionError: a name no label has, or an empty new name.
    """
    new = {fold(old): " ".join(name.split()) for old, name in renames.items()}
    names = list(dict.fromkeys(label.name for label in labels if label.name))
    written = {fold(label.written) for label in labels if label.written}
    folded = {fold(name): name for name in names}
    for old, name in renames.items():
        if not name.strip():
            raise OptionError(f"no new name for {quoted(old)}", hint="Write: old name=new name")
        if fold(old) not in folded and fold(old) not in written:
            found = ", ".join(names) or "none"
            close = get_close_matches(fold(old), folded, n=1)
            hint = f"Did you mean {quoted(folded[close[0]])}?" if close else None
            raise OptionError(f"no speaker is labelled {quoted(old)}; found: {found}", hint=hint)
    return [
        replace(label, name=new.get(fold(label.written)) or new.get(fold(label.name)) or label.name)
        if label.name
        else label
        for label in labels
    ]
