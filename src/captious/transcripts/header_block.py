"""The head of a transcript: ``TITLE: …``, ``HOSTS: …``, ``Present``; it says what and who, and is no speech."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.transcripts.furniture.page import Page
from captious.transcripts.header_keys import ALL, ALONE, DATES, LEADERS, ONE, PEOPLE, SERIES, TITLES, WEAK
from captious.transcripts.model import Remark
from captious.transcripts.names import LONGEST_NAME, fold, is_particle
from captious.transcripts.sources.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 80
"""Lines that a head may take, blank ones aside."""
_TITLE_LINES = 3
_FIELD = re.compile(
    r"^\s*(?:[-*•]\s+)?(?:\*\*|__|\*|_)?(?P<key>[^\W\d_][^:：*_\n]{0,40}?)\s?(?:\*\*|__|\*|_)?\s?[:：]\s?(?:\*\*|__|\*|_)?(?P<value>(?:\s.*)?)$"
)
_LINE_KEY = re.compile(r"^\s*(?:[-*•]\s+)?(?:\*\*|__|\*)?([^\W\d_][^:：*\n]{0,40}?)(?:\*\*|__|\*)?\s?[:：]")
_MARKS = "*_#- \t"


_MOST_WORDS = 12
_NOTICE = re.compile(
    r"this editable transcript was computer generated.{0,200}"
    r"|(?:the )?(?:meeting|recording|transcription|call) (?:ended|started|stopped|began|paused|resumed)"
    r"(?: (?:after|at) .{1,40})?[.!]?"
    r"|.{2,60} (?:started|stopped) (?:the )?(?:transcription|recording)"
    r"|.{2,60} (?:has )?(?:joined|left) (?:the )?(?:meeting|call)"
    r"|(?:besprechung|sitzung|aufzeichnung|transkription) (?:beendet|gestartet).{0,40}"
    r"|la reunión (?:terminó|finalizó).{0,40}|la réunion s'est terminée.{0,40}",
    re.IGNORECASE,
)
"""What the software of a meeting writes on its own lines."""
_ROLE = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]")
_BETWEEN = re.compile(r"\s*(?:[,;&|/•]|\s(?:and|und|y|et|e|og|och|en|i|with|mit)\s)\s*")
_DASHED = re.compile(r"\s+[-–—]\s.*$")
_SENTENCE = re.compile(r"[a-zß-ÿ]{3}[.!?](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a transcript says.

    Args:
        lines: 0-based numbers of its lines, and of notices of meeting software anywhere.
        title: its title, if it has one.
        date: its date: ``2026-11-25`` where it can be told, else as written.
        series: the name of the podcast or series.
        hosts: names of those who lead the conversation, without roles.
        guests: names of the others.
        remarks: what was dropped.
    """

    lines: frozenset[int] = frozenset()
    title: str | None = None
    date: str | None = None
    series: str | None = None
    hosts: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def read_header(lines: Sequence[str]) -> Header:
    """Read the head of a transcript.

    A key that also opens lines further down labels turns, unless it can only be one of a head.

    Args:
        lines: the lines of the text.
    """
    times = Counter(
        fold(match[1].strip(_MARKS))
        for line in lines
        if ":" in line[:80] and (match := _LINE_KEY.match(line))
    )
    scan = _Scan(lines, times)
    scan.run()
    notices = {
        number
        for number, line in enumerate(lines)
        if 8 < len(line) < 260 and _NOTICE.fullmatch(line.strip(_MARKS))
    }
    remarks = list(scan.remarks)
    remarks += [Remark("dropped", lines[number].strip(_MARKS), number + 1) for number in sorted(notices)]
    return Header(
        frozenset(scan.found | notices),
        scan.title,
        read_date(scan.date) if scan.date is not None else None,
        scan.series,
        tuple(dict.fromkeys(scan.hosts)),
        tuple(name for name in dict.fromkeys(scan.guests) if name not in scan.hosts),
        tuple(remarks),
    )


class _Scan:
    """The lines from the top, until dialogue begins."""

    def __init__(self, lines: Sequence[str], times: Counter[str]) -> None:
        self.lines, self.times = lines, times
        self.found: set[int] = set()
        self.title: str | None = None
        self.date: str | None = None
        self.series: str | None = None
        self.hosts: list[str] = []
        self.guests: list[str] = []
        self.remarks: list[Remark] = []

    def run(self) -> None:
        """Walk down the lines; each field takes the lines below it that belong to it."""
        number = seen = 0
        names = Page.of(self.lines).names
        spoke = False
        while number < len(self.lines) and seen < _LONGEST:
            line = self.lines[number]
            if not line.strip():
                number += 1
                continue
            seen += 1
            if number in names and number - 1 not in names:
                if spoke:
                    # names alone on their lines lead turns from here on
                    return
                spoke = True
            key, value = self._field(line)
            if self._is_dialogue(line, key):
                return
            if key is None or not self._belongs(key, value, number):
                number += 1
                continue
            number = self._take(number, key, value)

    def _field(self, line: str) -> tuple[str | None, str]:
        """The folded key and the value of a line of the head."""
        match = _FIELD.match(line) if ":" in line[:60] or "：" in line[:60] else None
        if match is not None:
            return fold(match["key"].strip(_MARKS)), match["value"].strip().strip("*_").strip()
        bare = fold(line.strip(_MARKS))
        return (bare, "") if bare in ALONE else (None, "")

    def _is_dialogue(self, line: str, key: str | None) -> bool:
        """Whether a line has a key that comes again and again, and is none of a head."""
        match = _LINE_KEY.match(line)
        return match is not None and key not in ALL and self.times[fold(match[1].strip(_MARKS))] > 1

    def _belongs(self, key: str, value: str, number: int) -> bool:
        line = self.lines[number].lstrip(_MARKS)
        before = self.lines[number - 1] if number else ""
        above = number - 1 in self.found
        list_of_people = not value and key in PEOPLE
        opens = above or list_of_people or not before.strip() or before.startswith("#")
        opens = opens or self._is_below_title(number)
        if self.times[key] > 1 + list_of_people or not opens or not (above or line[:1].isupper()):
            return False
        if key in ONE:
            return _are_names(value, full=not above) or (not value and self._has_names_below(number))
        if key in WEAK and len(value.split()) > _MOST_WORDS:
            return self._has_field_beside(number)
        # An unknown key in capitals, right below a known one: "FILE ARCHIVE:"
        return key in ALL or (above and line[: len(key)].isupper())

    def _is_below_title(self, number: int) -> bool:
        """Whether nothing but a line or two that read like a title stand above a line."""
        above = [line.strip(_MARKS) for line in self.lines[:number] if line.strip()]
        return 0 < len(above) <= _TITLE_LINES and all(
            ":" not in line and len(line) <= _LONGEST and not line.endswith((".", "!", "?", "…", ","))
            for line in above
        )

    def _has_field_beside(self, number: int) -> bool:
        """Whether a field stands above a line, or right below it."""
        below = next((line for line in self.lines[number + 1 : number + 3] if line.strip()), "")
        return bool(self.found) or self._field(below)[0] in ALL

    def _has_names_below(self, number: int) -> bool:
        below = next((line for line in self.lines[number + 1 : number + 3] if line.strip()), "")
        return _are_names(below.strip(_MARKS))

    def _take(self, number: int, key: str, value: str) -> int:
        """Take a field with the lines that belong to it; the number of the line after it."""
        taken = [number]
        values = [value] if value else []
        following = number + 1
        if not value:
            while following < len(self.lines) and not self.lines[following].strip():
                following += 1
        while following < len(self.lines) and self._continues(following, key, value):
            taken.append(following)
            values.append(self.lines[following].strip(_MARKS))
            following += 1
        if not values and key not in ALONE | PEOPLE:
            following = number + 1
            taken = [number]
        self.found.update(taken)
        if key in TITLES and self.title is None and values:
            self.title = " ".join(values)
        elif key in DATES and self.date is None and values:
            self.date = values[0]
        elif key in SERIES and self.series is None and values:
            self.series = values[0]
        elif key in PEOPLE | ONE:
            names = [name for text in values for name in names_in(text)]
            (self.hosts if key in LEADERS else self.guests).extend(names)
        text = self.lines[number].strip(_MARKS)
        self.remarks.append(Remark("dropped", " ".join(text.split()), number + 1, len(taken)))
        return following

    def _continues(self, number: int, key: str, value: str) -> bool:
        """Whether a line belongs to the field above it: it is a name of a list, or goes on with its text."""
        line = self.lines[number]
        if not line.strip():
            return False
        inner, _ = self._field(line)
        if inner is not None and (inner in ALL or self.times[inner] > 1 or key in PEOPLE | ONE):
            return False
        if line.lstrip().startswith("#"):
            return False
        if key in PEOPLE | ONE or key in ALONE:
            return not _SENTENCE.search(line) and (not value or _are_names(line.strip(_MARKS)))
        # the rest of a wrapped description
        return inner is None and not self.lines[number - 1].rstrip().endswith((".", "!", "?"))


def names_in(text: str) -> list[str]:
    """The names in a list of people: ``Anna Lind (host) & Bo Karlsen``."""
    names = []
    for part in _BETWEEN.split(_ROLE.sub("", text)):
        name = _DASHED.sub("", part).strip(" .*_\t-").replace("_", " ")
        words = name.split()
        if 0 < len(words) <= LONGEST_NAME and words[0][0].isupper() and not any(map(str.isdigit, name)):
            names.append(name)
    return names


def _are_names(text: str, *, full: bool = False) -> bool:
    """Whether a text is nothing but names; ``full`` for names of two words or more, which no greeting is."""
    if _SENTENCE.search(text) or text.rstrip().endswith(("!", "?", ".", "…")):
        return False
    parts = [part for part in _BETWEEN.split(_ROLE.sub("", text).replace("_", " ")) if part.strip()]
    return bool(parts) and all(_is_name(_DASHED.sub("", part), full=full) for part in parts)


def _is_name(text: str, *, full: bool) -> bool:
    words = text.strip(" .*_\t-").split()
    small = sum(not word[0].isupper() and not is_particle(word) for word in words)
    return full < len(words) <= LONGEST_NAME and not small
