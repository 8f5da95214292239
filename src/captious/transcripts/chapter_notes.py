"""Lists of chapters in show notes: lines with a time and a title, above or below what is said.

``(12:03) Title``, ``12:03 - Title``, ``- Title (12:03)``, or several in one line. They are told from timed speech by
their words: a title of four words in front of ten minutes is no speech.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.transcripts.model import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TIME = r"(?:[0-9]{1,3}:)?[0-9]{1,2}:[0-5][0-9]"
_BRACKETED = rf"[\[(]?{_TIME}(?:\s{{0,3}}(?:-->|[-–—]|to)\s{{0,3}}{_TIME})?[\])]?"
_START = re.compile(rf"(?<![0-9:.,/]){_BRACKETED}(?![\w/]|:[0-9]|[.,][0-9])", re.ASCII)
_LEAD = re.compile(r"^\s*(?:[-*+•‣▪►>|]\s*|[0-9]{1,3}[.)]\s+|#{1,6}\s+)*")
_BEFORE, _AFTER = " \t\u00a0-–—:|•►>.=~", " \t\u00a0-–—:|•►>,;=~(["
"""Characters between a time and its title, and behind a title."""
_LINK = re.compile(r"!?\[([^\[\]\n]{1,200})\]\([^()\s]{0,500}\)")
_MARKS = re.compile(
    r"\\(?=[^\w\s])|(?<!\\)(?:\*{1,3}|`|~~)|(?<![\w\\])_{1,2}(?=\S)|(?<=\S)(?<!\\)_{1,2}(?!\w)"
)
_CLOCK = re.compile(_TIME, re.ASCII)
_NAME = re.compile(
    r"(?:(?:episode|show|video|podcast|the) )?(?:chapters?|time ?stamps|time ?codes|table of contents|contents|outline"
    r"|index|topics(?: (?:discussed|covered))?|show ?notes|highlights|in this episode|discussed in this episode)"
    r"|kapitel(?:marken|übersicht)?|zeitmarken|inhalt(?:sverzeichnis)?|themen|chapitres|sommaire|minutage|capítulos"
    r"|índice|temas|capitoli|indice|argomenti|hoofdstukken|inhoud|tijdstippen|rozdziały|spis treści|innehåll"
    r"|目次|チャプター|时间轴|章节|時間軸",
    re.IGNORECASE,
)
"""What a list of chapters is called."""
_FEWEST = 3
_MOST_TITLE_CHARS = 160
_LONGEST_LINE = 20_000
SLOWEST_SPEECH_WPM = 30.0
"""Words a minute that no speech is below, pauses included; lists of chapters have one to five."""
_LEAST_MS = 8_000
"""Shortest chapter on average."""
_LARGEST_SHARE = 0.4
"""Largest share of the words of a file that a list may be: a file of nothing else is none of a transcript."""
_LATEST_FIRST = 0.4
"""Latest first time of a list, as a share of its last one."""


@dataclass(frozen=True, slots=True)
class ChapterList:
    """The chapters that a source lists.

    Args:
        lines: 0-based numbers of the lines of the list, which are not spoken.
        chapters: time in milliseconds and title of each, rising.
        remarks: what was left out.
    """

    lines: frozenset[int]
    chapters: tuple[tuple[int, str], ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    line: int
    start_ms: int
    title: str


def find_chapter_list(lines: Sequence[str]) -> ChapterList:
    """Find the list of chapters above or below what is said; of several the one that says most.

    Args:
        lines: light Markdown.
    """
    words = [len(line.split()) for line in lines]
    total = sum(words)
    entries = [entry for index, line in enumerate(lines) for entry in _entries(index, line)]
    listed = {entry.line for entry in entries}
    best: list[_Entry] = []
    for run in _runs(iter(entries)):
        between = sum(words[line] for line in range(run[0].line, run[-1].line) if line not in listed)
        said = between + sum(len(entry.title.split()) for entry in run[:-1])
        length_ms = run[-1].start_ms - run[0].start_ms
        slow = said < SLOWEST_SPEECH_WPM * length_ms / 60_000 and length_ms >= _LEAST_MS * (len(run) - 1)
        is_list = slow and sum(words[run[0].line : run[-1].line + 1]) <= _LARGEST_SHARE * total
        # the last words of a timed transcript are few as well, but they are at its end
        begins = run[0].start_ms <= _LATEST_FIRST * run[-1].start_ms
        distinct = 2 * len({entry.title for entry in run}) > len(run)
        if is_list and begins and distinct and len(run) >= _FEWEST and len(run) > len(best):
            best = run
    if not best:
        return ChapterList(frozenset(), (), ())
    first, last = _named(lines, best[0].line), best[-1].line
    message = f"list of {count(len(best), 'chapter')}, from “{best[0].title}” to “{best[-1].title}”"
    return ChapterList(
        frozenset(range(first, last + 1)),
        tuple((entry.start_ms, entry.title) for entry in best),
        (Remark("dropped", message, first + 1),),
    )


def _named(lines: Sequence[str], first: int) -> int:
    """The first line of a list with its name: "Chapters:", or a heading."""
    above = next((index for index in range(first - 1, max(first - 4, -1), -1) if lines[index].strip()), None)
    if above is None or len(lines[above]) > _MOST_TITLE_CHARS:
        return first
    name = _MARKS.sub("", lines[above]).strip(" \t#:.*-–—[]()")
    return above if _NAME.fullmatch(name) else first


def split_description(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The chapters in running text, such as the description of a video, and the text before them.

    Returns:
        The whole text and no chapters unless there are three or more.
    """
    first = _START.search(text)
    run = next(_runs(_entries(0, text[first.start() :], plain=True)), []) if first is not None else []
    if first is None or len(run) < _FEWEST:
        return text, ()
    return text[: first.start()].rstrip(" \t:-–—|"), tuple((entry.start_ms, entry.title) for entry in run)


def _runs(entries: Iterator[_Entry]) -> Iterator[list[_Entry]]:
    """Entries in a row whose times rise."""
    run: list[_Entry] = []
    for entry in entries:
        if run and entry.start_ms <= run[-1].start_ms:
            yield run
            run = []
        run.append(entry)
    if run:
        yield run


def _entries(index: int, line: str, *, plain: bool = False) -> Iterator[_Entry]:
    """The times of a line with the title of each; none where one of them has no title.

    Several times in one line must be set off, ``12:03 - Title`` or ``(12:03) Title``, for people speak of times as
    well; ``plain`` takes them all the same.
    """
    if ":" not in line or len(line) > _LONGEST_LINE:
        return
    text = _LEAD.sub("", _MARKS.sub("", _LINK.sub(r"\1", line)), count=1)
    times = _rising(_START.finditer(text))
    if len(times) == 1 and times[0].start():
        # "Title (12:03)", with nothing behind it
        title = _clean(text[: times[0].start()])
        if _is_title(title) and not _clean(text[times[0].end() :]):
            yield _Entry(index, _ms(times[0][0]), title)
        return
    found = []
    ends = [*(following.start() for following in times[1:]), len(text)]
    for match, end in zip(times, ends, strict=False):
        rest = text[match.end() : end]
        title = _clean(rest)
        set_off = match[0][0] in "([" or rest.lstrip()[:1] in "-–—:|"
        if not _is_title(title) or (len(times) > 1 and not (set_off or plain)):
            return
        found.append(_Entry(index, _ms(match[0]), title))
    yield from found


def _rising(times: Iterator[re.Match[str]]) -> list[re.Match[str]]:
    """The times that rise: "12:03 The 9:30 train" has one, and a title with a time of day in it."""
    found: list[re.Match[str]] = []
    for match in times:
        if not found or _ms(match[0]) > _ms(found[-1][0]):
            found.append(match)
    return found


def _clean(text: str) -> str:
    return " ".join(text.lstrip(_BEFORE).rstrip(_AFTER).split())


def _is_title(text: str) -> bool:
    return 0 < len(text) <= _MOST_TITLE_CHARS and any(map(str.isalpha, text))


def _ms(text: str) -> int:
    seconds = 0
    clock = _CLOCK.search(text)
    for part in clock[0].split(":") if clock is not None else ():
        seconds = 60 * seconds + int(part)
    return seconds * 1000
