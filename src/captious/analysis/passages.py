"""What one viewer reads of a cue: all of its lines, or, in a file of two languages, those in one of them.

Every limit is that of a passage: the lines of the other language are not read by the same eyes, so they add nothing to
the number of lines or the reading speed, and each language has the limits the style states for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.line_languages import find_line_languages
from captious.measure.speed import needed_ms
from captious.measure.width import line_width

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from captious.analysis.subject import Subject
    from captious.measure.width import Counting
    from captious.style.limits import Limit
    from captious.style.profile import Profile, Speed


class Passage(NamedTuple):
    """The lines of a cue that are in one language.

    Args:
        places: the 0-based numbers of its visible lines in the cue.
        lines: these lines.
        language: their language; ``None`` = unknown.
        profile: the style for that language.
        counting: how it counts characters.
        widths: the characters of each line.
    """

    places: tuple[int, ...]
    lines: tuple[str, ...]
    language: str | None
    profile: Profile
    counting: Counting
    widths: tuple[float, ...]

    @property
    def width(self) -> float:
        """Characters of all its lines."""
        return sum(self.widths) + (max(len(self.widths) - 1, 0) if self.counting.newline else 0)

    @property
    def words(self) -> int:
        """Words of all its lines."""
        return sum(len(line.split()) for line in self.lines)

    def pick(self, lines: Sequence[str]) -> tuple[str, ...]:
        """Its part of other lines of the cue, of the same number."""
        return tuple(lines[place] for place in self.places)

    def reading_ms(self) -> float:
        """The least time it takes to read, by the characters the style allows in a second or its table."""
        speed = self.profile.speed
        times = [
            needed_ms(self.width, speed.max_cps.value) if speed.max_cps is not None else 0,
            speed.reading_table.least_ms(self.width) if speed.reading_table is not None else 0,
        ]
        return max(times) or self.width


def find_passages(subject: Subject) -> Mapping[int, tuple[Passage, ...]]:
    """The passages of each cue that is not one in the language of the file; none in a file of one language."""
    found = subject.once(find_line_languages)
    if found is None:
        return {}
    profiles = _profiles(subject, found.tags)
    passages: dict[int, tuple[Passage, ...]] = {}
    for index, cue in enumerate(subject.cues):
        if not cue.lines:
            continue
        where = found.place(cue.lines)
        parts = []
        for number in dict.fromkeys(where):
            places = tuple(place for place, at in enumerate(where) if at == number)
            tag, profile = profiles[number]
            counting = profile.counting
            lines = tuple(cue.lines[place] for place in places)
            widths = tuple(line_width(line, counting) for line in lines)
            parts.append(Passage(places, lines, tag, profile, counting, widths))
        if len(parts) > 1 or parts[0].profile is not subject.profile:
            passages[index] = tuple(parts)
    return passages


def _profiles(subject: Subject, tags: Sequence[str | None]) -> list[tuple[str | None, Profile]]:
    """The language and the style of each of two languages; an unknown one is that of the file if the other is not."""
    given = subject.language
    main = given.partition("-")[0] if given else None
    languages = [given if tag is not None and tag == main else tag for tag in tags]
    if given not in languages and None in languages:
        languages[languages.index(None)] = given
    return [(tag, subject.profile_for(tag)) for tag in languages]


def passages_of(subject: Subject, index: int) -> tuple[Passage, ...]:
    """The passages of a cue (0-based ``index``): one, or one for each language."""
    return subject.passages.get(index) or (_whole(subject, index),)


def _whole(subject: Subject, index: int) -> Passage:
    lines = subject.cues[index].lines
    places = tuple(range(len(lines)))
    return Passage(places, lines, subject.language, subject.profile, subject.counting, subject.widths[index])


def slowest_passage(subject: Subject, index: int) -> Passage:
    """The passage of a cue that takes longest to read."""
    passages = subject.passages.get(index)
    return max(passages, key=Passage.reading_ms) if passages else _whole(subject, index)


def is_in_two_languages(subject: Subject, index: int) -> bool:
    """Whether a cue has lines in two languages, or may have, as one of a file whose cues have."""
    if len(subject.passages.get(index, ())) > 1:
        return True
    found = subject.once(find_line_languages)
    if found is None or not found.together:
        return False
    return len(subject.cues[index].lines) > 1 or not found.by_script


def by_line(subject: Subject, index: int) -> list[Passage]:
    """For each visible line of a cue the passage it is part of."""
    found = {place: passage for passage in passages_of(subject, index) for place in passage.places}
    return [found[place] for place in sorted(found)]


def main_lines(subject: Subject, index: int) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The visible lines of a cue in the language of the file, for rules about its words, and their numbers.

    None of a cue in another language; all of them where the languages are unknown.
    """
    passages = subject.passages.get(index)
    if passages is None:
        lines = subject.cues[index].lines
        return tuple(range(len(lines))), lines
    for passage in passages:
        if passage.language == subject.language:
            return passage.places, passage.lines
    return (), ()


def limit_at(subject: Subject, choose: Callable[[Speed], Limit | None]) -> Callable[[int], Limit | None]:
    """For the 0-based number of a cue a limit on its speed: the style's for the language that is read slowest."""
    general, apart = choose(subject.profile.speed), subject.passages
    if not apart:
        return lambda _: general
    return lambda index: choose(slowest_passage(subject, index).profile.speed) if index in apart else general
