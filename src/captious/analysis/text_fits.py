"""Whether a cue has room for a changed text: no fix may break a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.passages import passages_of
from captious.core.finding import Edit, Fix
from captious.formats.srt.markup import visible_lines
from captious.measure.width import cue_width, line_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.analysis.passages import Passage
    from captious.analysis.subject import Subject


def change_text(
    subject: Subject,
    index: int,
    edits: Iterable[tuple[int, int, str]],
    message: str,
    *,
    safe: bool = True,
    extra_ms: int = 0,
) -> Fix | None:
    """The fix that edits the text of a cue, if the cue has room for the result.

    Args:
        subject: the file.
        index: 0-based number of the cue.
        edits: start, end and new text, in offsets of the source, within the text of the cue; not overlapping.
        message: what they do, in the imperative.
        safe: whether they keep every word.
        extra_ms: time the new text needs in addition to reading, such as the BBC's second for a label.

    Returns:
        ``None`` if a line would become blank, which ends a cue; if a limit of the style would be broken, or broken by
        more (line length, lines, cue length, reading speed); or if words would change although the fix is safe.
    """
    begin, end = subject.text_starts[index], subject.cue_span(index).end
    parts: list[str] = []
    position = begin
    made = tuple(Edit(*edit) for edit in sorted(edits))
    for edit in made:
        parts += (subject.source[position : edit.start], edit.text)
        position = edit.end
    text = "".join([*parts, subject.source[position:end]]).replace("\r\n", "\n").replace("\r", "\n")
    # an arrow would begin a cue, and a blank line end one
    if not made or "-->" in text or not all(map(str.strip, text.split("\n"))):
        return None
    lines = show_lines(subject, text)
    if safe and not keeps_words(subject, index, lines):
        return None
    return Fix(made, safe, message) if has_room(subject, index, lines, extra_ms=extra_ms) else None


def join(fixes: Iterable[Fix | None]) -> Fix | None:
    """One fix for several cues, which is safe only if each of theirs is; ``None`` if there is none."""
    made = [fix for fix in fixes if fix is not None]
    if not made:
        return None
    edits = tuple(edit for fix in made for edit in fix.edits)
    return Fix(edits, all(fix.safe for fix in made), made[0].message)


def keeps_words(subject: Subject, index: int, lines: Sequence[str]) -> bool:
    """Whether a cue that showed other lines would show the same letters and digits.

    An edit can turn the text around it into a tag, such as ``</b{/b}>`` without ``{/b}``.
    """
    return _letters(lines) == _letters(subject.cues[index].lines)


def _letters(lines: Iterable[str]) -> str:
    return "".join(character for line in lines for character in line if character.isalnum())


def show_lines(subject: Subject, text: str) -> tuple[str, ...]:
    """The visible lines of a cue text in the syntax of the file, its lines joined by LF."""
    if subject.document.format != "vtt":
        return visible_lines(text)
    from captious.formats.vtt.text import visible

    return visible(text)[0]


def has_room(subject: Subject, index: int, lines: Sequence[str], *, extra_ms: int = 0) -> bool:
    """Whether a cue can show other lines and keep the limits that it keeps now."""
    if not lines:
        return False
    passages = passages_of(subject, index)
    if len(passages) == 1:
        return _has_room(passages[0], lines, subject.durations[index] - extra_ms, longer=bool(extra_ms))
    # which language other lines are in is certain only if there are as many of them
    return len(lines) == len(subject.cues[index].lines) and all(
        _has_room(passage, passage.pick(lines), subject.durations[index] - extra_ms, longer=bool(extra_ms))
        for passage in passages
    )


def _has_room(passage: Passage, lines: Sequence[str], duration_ms: int, *, longer: bool) -> bool:
    """The same for the lines in one language; ``longer``: whether they need more time than to be read."""
    layout, speed, counting = passage.profile.layout, passage.profile.speed, passage.counting
    if max(line_width(line, counting) for line in lines) > max(
        layout.line_length_chars.value, *passage.widths, 0
    ):
        return False
    if len(lines) > max(layout.lines.value, len(passage.lines)):
        return False
    width, width_now = cue_width(lines, counting), passage.width
    words, words_now = sum(len(line.split()) for line in lines), passage.words
    if layout.cue_length_chars and width > max(layout.cue_length_chars.value, width_now):
        return False
    wider = width > width_now or longer
    if wider and speed.max_cps and width * 1000 > speed.max_cps.value * duration_ms:
        return False
    table = speed.reading_table
    if wider and table is not None and table.least_ms(width) > duration_ms:
        return False
    if words <= words_now and not longer:
        return True
    if speed.max_wpm and words * 60_000 > speed.max_wpm.value * duration_ms:
        return False
    return not speed.min_ms_per_word or words * speed.min_ms_per_word.value <= duration_ms
