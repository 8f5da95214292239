"""The limits a house keeps in its reference captions, each with the share of cues that keep it.

A limit is what nearly all of the cues keep, not what the most careless one does: a few slips do not widen it. Where
the files show no clear habit, nothing is learned, and the style inherits.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from captious.analysis.labels import find_labels
from captious.analysis.line_breaks import is_structured
from captious.analysis.sounds import find_descriptions
from captious.analysis.subject import TOLERANCE_MS
from captious.measure.sentence_marks import ends_sentence
from captious.measure.speed import reading_speed_cps
from captious.measure.width import line_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from captious.analysis.subject import Subject
    from captious.learning.corpus import CaptionFile

T = TypeVar("T")

KEPT = 0.99
"""Share of cues or lines that have to keep a limit."""
NEEDLESS = 0.15
"""Share of broken cues that would fit on one line, up to which the house is taken to avoid them.

Sources:
    Human captions outside such houses break 2 to 14% of the cues that would fit (our own measurement).
"""
_AGREED = 0.80
_KEPT_GAPS = 0.95
_TOUCHING = 0.05
_WELL_KNOWN = (32, 37, 40, 42)
"""Line lengths in published guides: CEA-608, BBC, Channel 4 and others, TED and Netflix English."""
_FEWEST = 5
_FEWEST_GAPS = 20
_LONGEST_GAP_MS = 1500
"""A longer least gap is a pause in speech and not a habit."""
_STEP_MS = 100
_DAY_MS = 86_400_000
"""A longer cue has a wrong time."""


@dataclass(frozen=True, slots=True)
class Habit:
    """Something the house nearly always does.

    Args:
        key: section and key of a style file, ``"layout.line_length_chars"``.
        value: its value in a style; ``None`` = switched off.
        share: part of the units that keep it, 0 to 1.
        unit: the counted units, in the plural: ``"lines"``, ``"cues"``, ``"labels"``.
        note: more about it for a reader; may be empty.
    """

    key: str
    value: float | bool | str | None
    share: float
    unit: str
    note: str = ""


def infer_habits(files: Sequence[CaptionFile]) -> tuple[Habit, ...]:
    """Infer the habits of a house, in the order of the keys in a style file.

    Args:
        files: its reference files, at least one with a line in it.
    """
    subjects = [file.subject for file in files]
    length = line_length(subjects)
    habits = [length, _lines(subjects), *_one_line(subjects, float(length.value or 0))]
    habits += [*_durations(subjects), *_gaps(subjects), *_speed(files)]
    habits += [*_labels(subjects), *_voices(subjects), *_sounds(subjects)]
    return tuple(habits)


def line_length(subjects: Iterable[Subject]) -> Habit:
    """The smallest line length that nearly all lines keep; rounded up to a published one if that is the next number."""
    widths = [math.ceil(width) for subject in subjects for cue in subject.widths for width in cue if width]
    least = quantile(widths, KEPT)
    value = next((known for known in _WELL_KNOWN if known in (least, least + 1)), least)
    note = f"the longest {max(widths, default=0)}"
    return Habit(
        "layout.line_length_chars", value, _share(widths, lambda width: width <= value), "lines", note
    )


def needless_breaks(subject: Subject, width: float) -> tuple[int, int]:
    """Count the two-line cues that would fit on one line without loss, and all two-line cues.

    Meaningful breaks (two speakers, a label or a sound on its own line, two sentences) are not counted.
    """
    space = line_width(" ", subject.counting)
    two = [
        number
        for number, cue in enumerate(subject.cues)
        if len(cue.lines) == 2 and not is_structured(cue.lines) and not ends_sentence(cue.lines[0])
    ]
    return sum(sum(subject.widths[number]) + space <= width for number in two), len(two)


def speeds_cps(file: CaptionFile) -> list[float]:
    """Reading speeds of the spoken cues, in characters per second; wrong times left out."""
    subject = file.subject
    return [
        reading_speed_cps(subject.cues[number].lines, subject.durations[number], subject.counting)
        for number in sorted({cue.index for cue in file.speech})
        if subject.durations[number] > 0
    ]


def label_forms(subject: Subject) -> Counter[str]:
    """Count the forms of the speaker labels in a file."""
    return Counter(label.form for label in subject.once(find_labels))


def quantile(values: Iterable[float], share: float) -> float:
    """The smallest of some values that at least a ``share`` of them do not exceed; 0 for none."""
    ordered = sorted(values)
    return ordered[max(math.ceil(len(ordered) * share - 1e-9), 1) - 1] if ordered else 0


def _lines(subjects: Sequence[Subject]) -> Habit:
    counts = [len(cue.lines) for subject in subjects for cue in subject.cues if cue.lines]
    value = quantile(counts, KEPT)
    note = f"{_percent(_share(counts, lambda count: count == 1))} have one line"
    return Habit("layout.lines", value, _share(counts, lambda count: count <= value), "cues", note)


def _one_line(subjects: Sequence[Subject], width: float) -> list[Habit]:
    counted = [needless_breaks(subject, width) for subject in subjects]
    needless, two = sum(pair[0] for pair in counted), sum(pair[1] for pair in counted)
    if two < _FEWEST:
        return []
    share = needless / two
    note = f"{_percent(share)} of them would fit on one line of {width:g}"
    value = share <= NEEDLESS
    return [Habit("layout.one_line_if_fits", value, 1 - share if value else share, "two-line cues", note)]


def _durations(subjects: Sequence[Subject]) -> list[Habit]:
    durations = [ms for subject in subjects for ms in subject.durations if 0 < ms < _DAY_MS]
    if not durations:
        return []
    shortest = -quantile([-ms for ms in durations], KEPT)
    least = (shortest + TOLERANCE_MS) // _STEP_MS * _STEP_MS or shortest
    most = math.ceil((quantile(durations, KEPT) - TOLERANCE_MS) / _STEP_MS) * _STEP_MS or _STEP_MS
    kept_least = _share(durations, lambda ms: ms >= least - TOLERANCE_MS)
    kept_most = _share(durations, lambda ms: ms <= most + TOLERANCE_MS)
    return [
        Habit("timing.min_duration_ms", least, kept_least, "cues", f"the shortest {min(durations)}"),
        Habit("timing.max_duration_ms", most, kept_most, "cues", f"the longest {max(durations)}"),
    ]


def _gaps(subjects: Sequence[Subject]) -> list[Habit]:
    gaps = [gap for subject in subjects for gap in subject.gaps if gap >= 0]
    if len(gaps) < _FEWEST_GAPS:
        return []
    touch = _share(gaps, lambda gap: gap == 0)
    apart = [gap for gap in gaps if gap]
    touching = touch >= _TOUCHING
    note = "" if touching else f"{_percent(touch)} are back-to-back"
    touch_habit = Habit("timing.touching", touching, touch if touching else 1 - touch, "gaps", note)
    if len(apart) < _FEWEST_GAPS:
        return [touch_habit]
    least = -quantile([-gap for gap in apart], _KEPT_GAPS)
    if least > _LONGEST_GAP_MS:
        return [touch_habit]
    kept = _share(apart, lambda gap: gap >= least)
    habits = [
        Habit("timing.min_gap_ms", least, kept, "gaps between cues that are not back-to-back"),
        touch_habit,
    ]
    # a band of invisible gaps in the base style must not forbid what the house does
    band = _share(apart, lambda gap: gap >= 83 - TOLERANCE_MS)
    if band < _KEPT_GAPS:
        note = f"{_percent(1 - band)} are shorter than two frames"
        habits += [
            Habit(
                f"timing.forbidden_gap_{end}_ms",
                None,
                1 - band,
                "gaps between cues that are not back-to-back",
                note,
            )
            for end in ("from", "to")
        ]
    return habits


def _speed(files: Sequence[CaptionFile]) -> list[Habit]:
    speeds = [speed for file in files for speed in speeds_cps(file)]
    if not speeds:
        return []
    usual, most = (math.ceil(quantile(speeds, share)) for share in (0.95, KEPT))
    note = f"95% keep {usual}"
    return [Habit("speed.max_cps", most, _share(speeds, lambda speed: speed <= most), "cues", note)]


def _labels(subjects: Sequence[Subject]) -> list[Habit]:
    labels = [label for subject in subjects for label in subject.once(find_labels)]
    names = [label.name for label in labels]
    return _form_and_case("labels", Counter(label.form for label in labels), names)


def _voices(subjects: Sequence[Subject]) -> list[Habit]:
    cues = [cue for subject in subjects if subject.document.format == "vtt" for cue in subject.cues]
    if not cues:
        return []
    voiced = _share(cues, lambda cue: cue.speaker is not None)
    voice = voiced >= _AGREED
    if not voice and voiced > 1 - _AGREED:
        return []
    habits = [Habit("labels.voice", voice, voiced if voice else 1 - voiced, "WebVTT cues")]
    if voice and not any(subject.once(find_labels) for subject in subjects):
        habits.insert(0, Habit("labels.form", "", 1.0, "cues", "voice tags name the speaker"))
    return habits


def _sounds(subjects: Sequence[Subject]) -> list[Habit]:
    sounds = [sound for subject in subjects for sound in subject.once(find_descriptions)]
    texts = [sound.text for sound in sounds]
    return _form_and_case("sounds", Counter(sound.form for sound in sounds), texts)


def _form_and_case(section: str, forms: Counter[str], texts: Sequence[str]) -> list[Habit]:
    """The habits of a form and the case of its text; none where there are few, or too many forms."""
    total = forms.total()
    if total < _FEWEST:
        return []
    form, times = min(forms.items(), key=lambda item: (-item[1], item[0]))
    if times < _AGREED * total or not form.isprintable():  # a tab in a label, which a style file may not hold
        return []
    others = sorted(other for other in forms if other != form)
    note = f"{total:,} in all" + (f", others are {', '.join(others[:3])}" if others else "")
    habits = [Habit(f"{section}.form", form, times / total, section, note)]
    upper = _share(texts, str.isupper)
    lower = _share(texts, str.islower)
    if upper >= _AGREED:
        habits.append(Habit(f"{section}.case", "upper", upper, section))
    elif section == "sounds" and lower >= _AGREED:
        habits.append(Habit(f"{section}.case", "lower", lower, section))
    elif upper <= 1 - _AGREED:
        habits.append(Habit(f"{section}.case", "as-is", 1 - upper, section))
    return habits


def _share(values: Sequence[T], keeps: Callable[[T], bool]) -> float:
    return sum(map(keeps, values)) / len(values) if values else 1.0


def _percent(share: float) -> str:
    return f"{share * 100:.1f}%"
