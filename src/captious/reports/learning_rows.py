"""The summary of a style learned from reference captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.reports.rows import WARNING, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.learning.corpus import Corpus
    from captious.learning.habits import Habit
    from captious.learning.house import House, Lesson

_NAMES = {
    "layout.line_length_chars": ("length", "{:g} characters a line"),
    "layout.lines": ("lines", "{:g} lines a cue"),
    "timing.min_duration_ms": ("shortest", "{:g} ms"),
    "timing.max_duration_ms": ("longest", "{:g} ms"),
    "timing.min_gap_ms": ("gap", "{:g} ms"),
    "speed.max_cps": ("speed", "{:g} characters per second"),
    "labels.form": ("labels", "{}"),
    "labels.case": ("labels", "{}"),
    "sounds.form": ("sounds", "{}"),
    "sounds.case": ("sounds", "{}"),
}
_SWITCHES = {
    "layout.one_line_if_fits": ("one line", "where one is enough", "not always where one is enough"),
    "timing.touching": ("no gap", "cues may be back to back", "cues are not back to back"),
    "labels.voice": ("voices", "in voice tags", "no voice tags"),
}
_CASES = {"upper": "in capitals", "lower": "in lower case", "as-is": "in mixed case"}


def learning_rows(corpus: Corpus, house: House, *, detected: bool) -> Iterator[Row]:
    """The rows of a learned style.

    Args:
        corpus: what it was learned from.
        house: the style.
        detected: whether the language was detected rather than given.
    """
    yield Row("files", f"{len(corpus.files):,}")
    yield Row("words", f"{corpus.words:,} spoken")
    yield Row("cues", f"{corpus.cues:,}")
    if detected:
        found = f"{corpus.language}, detected" if corpus.language else "unknown: set it with --language"
        yield Row("guessed", f"language: {found}")
    for name, reason in corpus.skipped:
        yield Row("skipped", f"{name}: {reason}")
    for file in corpus.files:
        if file.findings:
            yield Row("issues", f"{file.name}: {file.findings:,} in its syntax; the readable part was used")
    for habit in house.habits:
        if habit.key in (_NAMES | _SWITCHES):
            yield _habit_row(habit)
    yield Row("breaks", _score(house.lesson))
    if house.lesson.learned_sigma <= house.lesson.default_sigma:
        yield Row(
            "warning",
            "the learned table of breaks is no better than the default one: more files would help",
            WARNING,
        )
    for name, figure in house.odd:
        yield Row("warning", f"{name}: {figure}", WARNING)


def _habit_row(habit: Habit) -> Row:
    if habit.key in _SWITCHES:
        label, on, off = _SWITCHES[habit.key]
        text = on if habit.value else off
    else:
        label, pattern = _NAMES[habit.key]
        value = _CASES.get(str(habit.value), habit.value) if habit.key.endswith(".case") else habit.value
        text = "none found" if value == "" else pattern.format(value)
    note = f"; {habit.note}" if habit.note else ""
    return Row(label, f"{text} ({habit.share * 100:.1f}% of {habit.unit}{note})")


def _score(lesson: Lesson) -> str:
    parts = "by file" if lesson.files > 1 else "within the file"
    return (
        f"Sigma {lesson.learned_sigma:.1f} with this table, {lesson.default_sigma:.1f} with the default, "
        f"{lesson.folds} folds {parts}"
    )
