"""The extra reading time a style adds for the label of a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.labels import find_labels, is_in_form

if TYPE_CHECKING:
    from captious.analysis.subject import Subject


def label_time_ms(subject: Subject, index: int) -> int:
    """Extra reading time for the label of a cue (0-based ``index``); 0 without a label in the style's form."""
    extra = round(subject.profile.speed.label_ms.value)
    return extra if extra and index in subject.once(_labelled) else 0


def _labelled(subject: Subject) -> frozenset[int]:
    labels = subject.profile.labels
    return frozenset(label.index for label in subject.once(find_labels) if is_in_form(label, labels))
