"""Write a house style: habits and a break table as the text of a style file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.display import short_repr
from captious.core.numbers import count
from captious.formats.base import printable
from captious.learning.consistency import odd_files
from captious.learning.habits import infer_habits
from captious.style import load_style
from captious.style.limits import Limit
from captious.style.schema import keys, sections
from captious.style.values import OFF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.learning.corpus import Corpus
    from captious.learning.habits import Habit
    from captious.style import Profile

_MOST_LINES = 2
"""Most lines in a cue for a break table: cues of more are too rare to learn from."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A break table, and how well tables learned the same way break unseen captions.

    Args:
        table: the table as TOML, from ``[break_table]`` on; empty for none.
        learned_sigma: score of learned tables on files left out, 0 to 100.
        default_sigma: score of the default table on the same files.
        folds: into how many parts the files were divided for it.
        files: how many files there were; the parts of a single one are consecutive.
    """

    table: str
    learned_sigma: float
    default_sigma: float
    folds: int
    files: int


@dataclass(frozen=True, slots=True)
class House:
    """A learned style.

    Args:
        text: the style file.
        habits: the habits it was written from.
        lesson: its break table.
        odd: files unlike the others: name and figure.
    """

    text: str
    habits: tuple[Habit, ...]
    lesson: Lesson
    odd: tuple[tuple[str, str], ...]

    __repr__ = short_repr


def learn_house(corpus: Corpus, *, title: str) -> House:
    """Learn the style of a house from its reference captions. The same files give the same text.

    Args:
        corpus: the files.
        title: display name of the style.
    """
    habits = infer_habits(corpus.files)
    lesson = learn_breaks(corpus, habits)
    text = render_house(corpus, habits, title=title, table=lesson.table)
    return House(text, habits, lesson, odd_files(corpus.files))


def learn_breaks(corpus: Corpus, habits: Sequence[Habit]) -> Lesson:
    """Learn the break table of a corpus, and score it on files it was not learned from."""
    # late: only this needs the learner, which --help and loading a style do not
    from captious.learning.perceptron import learn_table
    from captious.learning.validation import cross_validate
    from captious.style.break_table import render_break_table

    values = {habit.key: habit.value for habit in habits}
    width = int(values["layout.line_length_chars"] or 0)
    lines = min(int(values["layout.lines"] or 1), _MOST_LINES)
    texts = corpus.texts(width=width)
    table = learn_table(
        texts, lexicon=corpus.lexicon, width=width, lines=lines, source=f"Learned from {_origin(corpus)}"
    )
    score = cross_validate(texts, lexicon=corpus.lexicon, width=width, lines=lines)
    return Lesson(
        render_break_table(table), score.learned_sigma, score.default_sigma, score.folds, len(texts)
    )


def render_house(corpus: Corpus, habits: Sequence[Habit], *, title: str, table: str) -> str:
    """Write a style file that extends ``base`` and sets only what the house does differently.

    Args:
        corpus: the files, for the ``source`` of numbers: names of folders only, never a path.
        habits: from `captious.learning.habits.infer_habits`.
        title: display name of the style.
        table: the break table as TOML, from ``[break_table]`` on; empty for none.
    """
    base = load_style("base")
    language = (corpus.language or "").lower()
    # a section for a language beats a plain one, so where base has one, learned values must be there as well
    own = next((tag for tag in (language, language[:2]) if tag in base.layers[0].languages), None)
    origin = _origin(corpus)
    profile = base.profile(format="", language=corpus.language)
    same = [f"#   {_shown(habit)}, kept by {_kept(habit)}" for habit in habits if _is_same(habit, profile)]
    parts = [
        f"# Learned by `captious learn` from {origin}.",
        "# Nearly all of the cues keep each limit; everything else is as in base"
        + (", which the files agree with in:" if same else "."),
        *same,
        'extends = "base"',
        f"title = {_quoted(printable(title))}",
        f"description = {_quoted(f'How captions are written in {corpus.title}, learned from {_amount(corpus)}.')}",
    ]
    for section in sections():
        lines = _section(section, [habit for habit in habits if not _is_same(habit, profile)], origin)
        if lines:
            name = f"languages.{own}.{section}" if own else section
            parts += ["", f"[{name}]", *lines]
    if table.strip():
        parts += ["", table.strip()]
    return "\n".join(parts) + "\n"


def _section(section: str, habits: Sequence[Habit], origin: str) -> list[str]:
    inside = {habit.key.partition(".")[2]: habit for habit in habits if habit.key.startswith(f"{section}.")}
    lines: list[str] = []
    for key in keys(section):
        habit = inside.get(key)
        if habit is None:
            continue
        if _is_limit(section, key) and habit.value is not None:
            source = _quoted(f"Learned from {origin}: kept by {_kept(habit)}")
            lines.append(f'{key} = {{ value = {_toml(habit.value)}, source = {source}, basis = "advisory" }}')
        else:
            note = f"; {habit.note}" if habit.note else ""
            lines += [f"# {_kept(habit)}{note}", f"{key} = {_toml(habit.value)}"]
    if lines and "source" in keys(section):
        lines.append(f"source = {_quoted(f'Learned from {origin}')}")
    return lines


def _is_limit(section: str, key: str) -> bool:
    return "Limit" in str(keys(section)[key])


def _is_same(habit: Habit, base: Profile) -> bool:
    section, _, key = habit.key.partition(".")
    inherited = getattr(getattr(base, section), key)
    if isinstance(inherited, Limit):
        return habit.value is not None and inherited.value == habit.value
    return bool(inherited == habit.value)


def _shown(habit: Habit) -> str:
    return f"{habit.key} = {_toml(habit.value)}"


def _kept(habit: Habit) -> str:
    return f"{habit.share * 100:.1f}% of {habit.unit}"


def _origin(corpus: Corpus) -> str:
    return f"{_amount(corpus)} in {corpus.title}"


def _amount(corpus: Corpus) -> str:
    return f"{count(len(corpus.files), 'file')}, {count(corpus.words, 'word')}"


def _toml(value: float | bool | str | None) -> str:
    if value is None:
        return _quoted(OFF)
    if isinstance(value, bool):
        return "true" if value else "false"
    return _quoted(value) if isinstance(value, str) else f"{value:.10g}"


def _quoted(text: str) -> str:
    """A text as a basic string of TOML; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
