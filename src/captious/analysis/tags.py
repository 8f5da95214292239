"""Tags in cue texts, with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.edits import replace_text
from captious.analysis.text_fits import change_text, keeps_words, show_lines
from captious.formats.srt.markup import TAG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from captious.analysis.subject import Subject
    from captious.core.finding import Fix

_NAME = re.compile(r"[</{\\]*([a-z]{1,8}|[0-9])", re.IGNORECASE)
_POSITION = re.compile(r"\\(?:an?[0-9]|pos|move|org)")


class Tag(NamedTuple):
    """A tag of a cue text.

    Args:
        name: in lower case, without class and annotation; ``"{}"`` for an override of SubStation such as
            ``{\\i1}``, and ``"position"`` for one that places the cue.
        closing: whether it is an end tag.
        start: its offset in the text of the cue, lines joined by LF.
        end: the offset after it.
    """

    name: str
    closing: bool
    start: int
    end: int


def find_tags(subject: Subject) -> tuple[tuple[int, tuple[Tag, ...]], ...]:
    """The cues with tags that their format knows, by 0-based number; use ``subject.once(find_tags)``.

    Tags the format does not know are left to the syntax rules; in SubRip they are text. For voices around a whole cue,
    see `find_voices`.
    """
    if subject.document.format == "vtt":
        return _find(
            subject,
            _vtt_tags,
            [index for index, cue in enumerate(subject.cues) if "<" in cue.text and not _is_voiced(cue.text)],
        )
    if "<" not in subject.source and "{" not in subject.source:
        return ()
    numbers = [index for index, cue in enumerate(subject.cues) if "<" in cue.text or "{" in cue.text]
    return _find(subject, _srt_tags, numbers)


def find_voices(subject: Subject) -> tuple[tuple[int, tuple[Tag, ...]], ...]:
    """The cues with nothing but a voice around them, by 0-based number; use ``subject.once(find_voices)``."""
    if subject.document.format != "vtt":
        return ()
    numbers = [index for index, cue in enumerate(subject.cues) if "<" in cue.text and _is_voiced(cue.text)]
    return _find(subject, _vtt_tags, numbers)


def _is_voiced(text: str) -> bool:
    """Whether the only tags of a text are a voice at its start and perhaps its end; nearly every tag is one."""
    count = text.count("<")
    return text[:3] in ("<v ", "<v.") and (count == 1 or (count == 2 and text.endswith("</v>")))


def _find(
    subject: Subject, read: Callable[[str], Iterable[Tag]], numbers: Iterable[int]
) -> tuple[tuple[int, tuple[Tag, ...]], ...]:
    return tuple((index, tags) for index in numbers if (tags := tuple(read(subject.cues[index].text))))


def places_of(subject: Subject, index: int, tags: Sequence[Tag]) -> list[tuple[int, int]]:
    """Start and end of tags of a cue in the source; an end is always on the line where its tag starts."""
    begins = [0, *(match.end() for match in re.finditer("\n", subject.cues[index].text))]
    spans = subject.line_spans(index)
    places = []
    for tag in tags:
        line = bisect_right(begins, tag.start) - 1
        start = spans[line][0] + tag.start - begins[line]
        places.append((start, min(start + tag.end - tag.start, spans[line][1])))
    return places


def place_of(subject: Subject, index: int, tag: Tag) -> tuple[int, int]:
    """Start and end of one tag in the source, as `places_of` gives them."""
    return places_of(subject, index, [tag])[0]


def remove_tags(
    subject: Subject, index: int, tags: Iterable[Tag], message: str, *, safe: bool = True
) -> Fix | None:
    """The fix that removes tags from a cue and keeps its words; ``None`` if no visible text would be left.

    A line with nothing but tags is removed with them, because a blank line ends a cue.
    """
    text = subject.cues[index].text
    offsets = [start for start, _ in subject.line_spans(index)]
    begins = [0, *(match.end() for match in re.finditer("\n", text))]
    edits, parts, position, line = [], [], 0, 0
    for tag in tags:
        while line + 1 < len(begins) and begins[line + 1] <= tag.start:
            line += 1
        if "\n" not in text[tag.start : tag.end]:
            place = offsets[line] + tag.start - begins[line]
            edits.append((place, place + tag.end - tag.start, ""))
        parts.append(text[position : tag.start])
        position = tag.end
    parts.append(text[position:])
    if len(edits) == len(parts) - 1:
        fix = change_text(subject, index, edits, message, safe=safe)
        if fix is not None:
            return fix
    left = "\n".join(line for line in "".join(parts).split("\n") if line.strip())
    shown = show_lines(subject, left)
    if not shown or "-->" in left or (safe and not keeps_words(subject, index, shown)):
        return None
    return replace_text(subject, index, left, message, safe=safe)


def _srt_tags(text: str) -> Iterable[Tag]:
    for match in TAG.finditer(text):
        written = match[0]
        if written.startswith("{\\"):
            yield Tag("position" if _POSITION.search(written) else "{}", False, *match.span())
        else:
            name = _NAME.match(written)
            yield Tag(name[1].lower() if name else "{}", written[1] == "/", *match.span())


def _vtt_tags(text: str) -> Iterable[Tag]:
    from captious.formats.vtt.text import SPAN_TAGS, tokens

    for token in tokens(text):
        if token.kind in ("start", "end") and token.value in SPAN_TAGS and text[token.end - 1] == ">":
            yield Tag(token.value, token.kind == "end", token.start, token.end)
