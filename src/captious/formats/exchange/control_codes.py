"""The text of MicroDVD and its kin: lines parted by ``|``, control codes in braces, ``/`` for italics.

Sources:
    VideoLAN's ticket 1825, which quotes the manual of the MicroDVD player: the codes, upper case for the whole subtitle
    and lower case for a line; MPlayer and FFmpeg, which read ``{P:0}`` as the top and ``/`` as italics.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from captious.formats.base import Loss
from captious.formats.exchange.build import make_cue
from captious.formats.exchange.left_out import GUESSED_ENDS
from captious.formats.exchange.rich import PLAIN, Look, Run, rich_lines, trim, with_styles
from captious.formats.vtt.colours import COLOURS, NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from captious.core.cue import Cue
    from captious.formats.exchange.left_out import LeftOut
    from captious.formats.exchange.rich import Line

_CODE = re.compile(r"\{([a-zA-Z]):([^{}|]{0,80})\}")
_MARK = re.compile(r"\{([a-zA-Z]):([^{}|]{0,80})\}|<(/?)([biuBIU])>")
_COLOUR = re.compile(r"\$?([0-9A-Fa-f]{6})")
_STYLES = {"i": "italic", "b": "bold", "u": "underline"}
_LOOKS = (("i", "italic"), ("b", "bold"), ("u", "underline"))
_LAST_MS = 3000
"""Length of a subtitle whose end nothing states. Our own value."""
_BAR = "\u00a6"
"""A broken bar: what is written for the bar, which would end the line."""


def losses(cues: Sequence[Cue]) -> Iterator[Loss]:
    """What the text of subtitles cannot hold of cues."""
    mixed, marks = [], []
    for number, cue in enumerate(cues, 1):
        if cue.text.count("<") > cue.text.startswith("<v ") and any(
            _is_mixed(line) for line in rich_lines(cue.text)
        ):
            mixed.append(number)
        if any("|" in line or _MARK.search(line) is not None for line in cue.lines):
            marks.append(number)
    for what, numbers in (
        ("text styles of parts of a line", mixed),
        ("marks that would be codes (written as broken bars and round brackets)", marks),
    ):
        if numbers:
            yield Loss(what, len(numbers), numbers[0])


Row = tuple[int, int | None, str]


class Coded(NamedTuple):
    """The text of a subtitle: its lines, the text style of the whole, and whether it is at the top of the picture."""

    lines: list[Line]
    look: Look
    top: bool


NO_CODES = Coded([], PLAIN, False)
"""What holds for a file that sets nothing for the whole of it."""


def read_lines(text: str, left_out: LeftOut, number: int, *, default: Coded = NO_CODES) -> Coded:
    """Reads the text of a subtitle.

    Args:
        text: as written.
        left_out: collects what has no place in a cue.
        number: the number of the cue.
        default: what holds for it where it has no codes of its own.
    """
    look, top = default.look, default.top
    if "{" not in text and "/" not in text and "<" not in text:
        shown = [(Run(line, look),) for line in map(str.strip, text.split("|")) if line]
        return Coded([*shown], look, top)
    lines = []
    tags: list[str] = []
    for written in text.split("|"):
        own, done = look, 0
        while (code := _CODE.match(written, done)) is not None:
            done = code.end()
            name, value = code[1], code[2].strip()
            if name in "Pp" and value in ("0", "1"):
                top = value == "0"
                continue
            own = _changed(own, name.lower(), value, left_out, number)
            if name.isupper():
                look = _changed(look, name.lower(), value, None, number)
        if written.startswith("/", done):
            done, own = done + 1, replace(own, italic=True)
        lines.append(_runs(written[done:], own, tags, left_out, number))
    return Coded([bare for runs in lines if (bare := trim(runs))], look, top)


def coded_cues(rows: Sequence[Row], left_out: LeftOut, *, default: Coded = NO_CODES) -> list[Cue]:
    """The cues of subtitles; one without an end lasts until the next.

    Args:
        rows: start and end in milliseconds, and the text as written.
        left_out: collects what has no place in a cue.
        default: what holds for all that have no codes of their own.
    """
    cues = []
    for place, (start_ms, stated_ms, text) in enumerate(rows):
        end_ms = stated_ms
        if end_ms is None:
            end_ms = rows[place + 1][0] if place + 1 < len(rows) else start_ms
            if end_ms <= start_ms:
                end_ms = start_ms + _LAST_MS
                left_out.add(GUESSED_ENDS, place + 1)
        coded = read_lines(text, left_out, place + 1, default=default)
        cues.append(make_cue(start_ms, end_ms, coded.lines, settings="line:0" if coded.top else ""))
    return cues


def _runs(line: str, look: Look, tags: list[str], left_out: LeftOut, number: int) -> list[Run]:
    """The runs of a line whose codes at the start are done: codes within it hold for the rest.

    Args:
        line: the rest of the line.
        look: its text style.
        tags: text styles of HTML that are switched on, as some programs write them; they go on with the next line.
        left_out: collects what has no place in a cue.
        number: the number of the cue.
    """
    runs, done = [], 0
    for mark in _MARK.finditer(line):
        runs.append(Run(line[done : mark.start()], with_styles(look, *tags)))
        done = mark.end()
        if mark[1] is not None:
            look = _changed(look, mark[1].lower(), mark[2].strip(), left_out, number)
        elif (style := _STYLES[mark[4].lower()]) in tags:
            if mark[3]:
                tags.remove(style)
        elif not mark[3]:
            tags.append(style)
    return [*runs, Run(line[done:], with_styles(look, *tags))]


def _changed(look: Look, name: str, value: str, left_out: LeftOut | None, number: int) -> Look:
    lost = ""
    if name == "y":
        wanted = {part.strip().lower() for part in value.split(",")}
        look = with_styles(look, *(_STYLES[one] for one in wanted & _STYLES.keys()))
        lost = "struck-out text" if wanted - _STYLES.keys() - {""} else ""
    elif name == "c":
        found = _COLOUR.fullmatch(value)
        code = found[1].lower() if found is not None else ""
        # blue, green, red
        colour = NAMES.get(f"#{code[4:]}{code[2:4]}{code[:2]}")
        if colour is None:
            lost = "colours other than WebVTT's eight"
        else:
            look = replace(look, colour=None if colour == "white" else colour)
    elif name in "fsho":
        lost = {"f": "fonts", "s": "font sizes", "h": "character sets", "o": "positions"}[name]
    else:
        lost = "positions" if name == "p" else "control codes"
    if lost and left_out is not None:
        left_out.add(lost, number, f"{{{name}:{value}}}")
    return look


def write_lines(lines: Iterable[Line], *, top: bool) -> str:
    """The lines of a cue as the text of a subtitle: a line is in one style as a whole, or in none."""
    return ("{P:0}" if top else "") + "|".join(map(_written, lines))


def _written(line: Line) -> str:
    text = "".join(run.text for run in line)
    if "|" in text or "{" in text or "<" in text:
        text = _MARK.sub(lambda mark: f"({mark[0][1:-1]})", text.replace("|", _BAR))
    if text.startswith("/"):
        text = f" {text}"  # at the start of a line it would mean italics
    look = PLAIN if _is_mixed(line) else line[0].look
    if look == PLAIN:
        return text
    styles = ",".join(letter for letter, name in _LOOKS if getattr(look, name))
    codes = f"{{y:{styles}}}" if styles else ""
    if look.colour:
        code = COLOURS[look.colour]
        codes += f"{{c:${code[5:7]}{code[3:5]}{code[1:3]}}}"
    return codes + text


def _is_mixed(line: Line) -> bool:
    """Whether the text style of a line changes within it."""
    return len({run.look for run in line if run.text.strip()}) > 1
