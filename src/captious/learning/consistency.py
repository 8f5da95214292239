"""Reference files unlike the others: of another house, of another decade, or a draft."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from captious.learning.habits import KEPT, label_forms, needless_breaks, quantile, speeds_cps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from captious.learning.corpus import CaptionFile

_FEWEST_CUES = 20
"""A shorter file has no habits of its own."""
_FAR_CHARS = 6
_FAR_CPS = 5
_FAR_NEEDLESS = 0.25
_FEWEST_LABELS = 3


def odd_files(files: Sequence[CaptionFile]) -> tuple[tuple[str, str], ...]:
    """Name the files that are far from the others, with the figure that differs.

    A figure is compared with the median of the other files'. Of two files only the one with fewer words is named.
    """
    found: list[tuple[str, str]] = []
    asked = [file for file in files if len(file.subject.cues) >= _FEWEST_CUES]
    checked = asked if len(asked) > 2 else sorted(asked, key=lambda file: file.words)[:1]
    if len(asked) > 1:
        width = median(map(_line_length, asked))  # not the habit's, which one odd file can stretch
        for file in checked:
            others = [other for other in asked if other is not file]
            found += [(file.name, text) for text in _oddities(file, others, width)]
    labels = [label_forms(file.subject) for file in files]
    form = _usual(sum(labels, Counter()))
    for file, forms in zip(files, labels, strict=True):
        if forms.total() >= _FEWEST_LABELS and forms[form] * 2 < forms.total():
            found.append((file.name, f"labels are {_usual(forms)}, in most other files {form}"))
    return tuple(sorted(found, key=lambda item: item[0]))


def _oddities(file: CaptionFile, others: Sequence[CaptionFile], width: float) -> list[str]:
    def compare(figure: Callable[[CaptionFile], float]) -> tuple[float, float]:
        return figure(file), median(map(figure, others))

    found = []
    own, usual = compare(_line_length)
    if abs(own - usual) > _FAR_CHARS:
        found.append(f"lines of up to {own:g} characters, in the other files {usual:g}")
    own, usual = compare(_speed)
    if abs(own - usual) > max(_FAR_CPS, usual / 4):
        found.append(f"95% of the cues up to {own:.1f} characters per second, in the other files {usual:.1f}")
    own, usual = compare(lambda other: _needless(other, width))
    if abs(own - usual) > _FAR_NEEDLESS:
        found.append(
            f"{own * 100:.0f}% of the two-line cues would fit on one line, in the other files {usual * 100:.0f}%"
        )
    return found


def _line_length(file: CaptionFile) -> float:
    return quantile((width for cue in file.subject.widths for width in cue), KEPT)


def _speed(file: CaptionFile) -> float:
    return quantile(speeds_cps(file), 0.95)


def _needless(file: CaptionFile, width: float) -> float:
    needless, two = needless_breaks(file.subject, width)
    return needless / two if two else 0.0


def _usual(forms: Counter[str]) -> str:
    return min(forms.items(), key=lambda item: (-item[1], item[0]), default=("", 0))[0]
