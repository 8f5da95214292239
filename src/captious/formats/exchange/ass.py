"""ASS and SSA, through pysubs2: text, times, speakers, and basic text styles.

Sources:
    pysubs2, the library that reads and writes the file; Aegisub's manual, ASS override tags, for what a tag means.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from captious.errors import FormatError
from captious.formats.base import Loss, Reading
from captious.formats.exchange.build import make_cue, make_document
from captious.formats.exchange.rich import PLAIN, Look, Run, rich_lines, trim
from captious.formats.vtt.colours import COLOURS, NAMES
from captious.formats.vtt.settings import is_top

if TYPE_CHECKING:
    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.exchange.rich import Line

_SECTION = re.compile(r"^\[(?:Script Info|V4\+? Styles|Events)\]", re.IGNORECASE | re.MULTILINE)
_PIECE = re.compile(r"\\([Nnh{}\u2060])|\{([^}]*)\}|[^\\{]+|[\\{]")
_TAG = re.compile(r"\\([1-4]?[a-zA-Z]+?|\d?c|an?)(&H[0-9A-Fa-f]+&?|\([^)]*\)|-?[0-9.]*|[^\\]*)(?=\\|$)")
_COLOUR = re.compile(r"&?H?([0-9A-Fa-f]{1,8})&?")
_JOINER = "\u2060"
_LAST_MS = 35_999_990


def recognises(text: str) -> bool:
    """Whether a text has one of the sections of ASS."""
    return _SECTION.search(text[:20_000]) is not None


def read(text: str) -> Reading:
    """The dialogue of a file, in the order of its times.

    Raises:
        FormatError: pysubs2 cannot read the file.
    """
    import pysubs2  # late: it is only for this format

    try:
        file = pysubs2.SSAFile.from_string(text.lstrip("\ufeff"), format_="ass" if "V4+" in text else "ssa")
    except (pysubs2.exceptions.Pysubs2Error, ValueError, IndexError, KeyError, AttributeError) as error:
        raise FormatError(f"cannot read the ASS file: {error}") from None
    lost: dict[str, tuple[int, int, str]] = {}
    cues: list[Cue] = []
    for event in file.events:
        number = len(cues) + 1

        def lose(what: str, example: str = "", number: int = number) -> None:
            count, first, shown = lost.get(what, (0, number, example))
            lost[what] = count + 1, first, shown

        if event.is_comment:
            lose("comments", event.text[:40])
            continue
        lines, top = _lines(event.text, _look_of(file.styles.get(event.style)), lose)
        top = top if top is not None else _is_top_style(file.styles.get(event.style))
        if not lines and "\\p" in event.text:
            continue  # a drawing, which is counted already
        cues.append(
            make_cue(
                max(event.start, 0),
                max(event.end, 0),
                lines,
                speaker=" ".join(event.name.split()) or None,
                settings="line:0" if top else "",
            )
        )
    left_out = tuple(Loss(what, *facts) for what, facts in lost.items())
    return Reading(make_document(cues, title="ASS"), losses=left_out)


def write(document: Document) -> str:
    """The cues as dialogue in one style; times are rounded to hundredths of a second, but never to nothing."""
    import pysubs2

    file = pysubs2.SSAFile()
    file.info["Title"] = "captions"
    for cue in document.cues:
        # round half up: with half to even, the end of a cue and the start of the next could differ
        start, end = (cue.start_ms + 5) // 10 * 10, (cue.end_ms + 5) // 10 * 10
        top = "{\\an8}" if is_top(cue.settings) else ""
        event = pysubs2.SSAEvent(
            start=start,
            end=end if end > start or cue.end_ms <= cue.start_ms else start + 10,
            text=top + "\\N".join(map(_write_line, rich_lines(cue.text))),
            name=(cue.speaker or "").replace(",", " "),
        )
        file.events.append(event)
    with warnings.catch_warnings():
        # about times that it cannot write, which `losses` reports
        warnings.simplefilter("ignore", RuntimeWarning)
        text: str = file.to_string("ass")
    return text


def losses(document: Document) -> tuple[Loss, ...]:
    """Times and names that the notation of the format cannot hold."""
    found = []
    for what, is_lost in (
        ("times after 9:59:59.99", lambda cue: cue.end_ms > _LAST_MS),
        ("commas in names", lambda cue: "," in (cue.speaker or "")),
    ):
        numbers = [number for number, cue in enumerate(document.cues, 1) if is_lost(cue)]
        if numbers:
            found.append(Loss(what, len(numbers), numbers[0]))
    return tuple(found)


def _lines(text: str, base: Look, lose: Any) -> tuple[list[Line], bool | None]:
    """The lines of an event, and whether a tag puts it at the top; ``None`` without such a tag."""
    look, lines, top = base, [[]], None  # type: ignore[var-annotated]
    drawing = False
    for piece in _PIECE.finditer(text):
        escaped, tags = piece[1], piece[2]
        if escaped in ("N", "n"):
            lines.append([])
        elif escaped == _JOINER:
            lines[-1].append(Run("\\", look))
        elif escaped == "h":
            lines[-1].append(Run("\u00a0", look))
        elif escaped:
            lines[-1].append(Run(escaped, look))
        elif tags is not None:
            if "\\" not in tags and tags.strip():
                lose("comments within text", tags[:40])
            for tag in _TAG.finditer(tags):
                name, value = tag[1], tag[2]
                if name in ("an", "a"):
                    top = value in (("7", "8", "9") if name == "an" else ("5", "6", "7"))
                elif name == "p":
                    drawing = value not in ("", "0")
                    if drawing:
                        lose("drawings")
                elif (changed := _changed(look, base, name, value)) is not None:
                    look = changed
                else:
                    lose("effects", f"\\{name}{value}"[:40])
        elif not drawing:
            lines[-1].append(Run(piece[0], look))
    return [bare for line in lines if (bare := trim(line))], top


def _changed(look: Look, base: Look, name: str, value: str) -> Look | None:
    match name:
        case "i":
            return replace(look, italic=base.italic if not value else value != "0")
        case "b":
            return replace(look, bold=base.bold if not value else value != "0")
        case "u":
            return replace(look, underline=base.underline if not value else value != "0")
        case "r" if not value:
            return base
        case "c" | "1c":
            if not value:
                return replace(look, colour=base.colour)
            name = _colour_name(value)
            return None if not name else replace(look, colour=None if name == "white" else name)
    return None


def _colour_name(value: str) -> str:
    found = _COLOUR.fullmatch(value)
    if found is None:
        return ""
    code = found[1][-6:].rjust(6, "0").lower()
    # blue, green, red
    return NAMES.get(f"#{code[4:]}{code[2:4]}{code[:2]}", "")


def _look_of(style: Any) -> Look:
    if style is None:
        return PLAIN
    colour = style.primarycolor
    name = NAMES.get(f"#{colour.r:02x}{colour.g:02x}{colour.b:02x}")
    return Look(
        bold=bool(style.bold),
        italic=bool(style.italic),
        underline=bool(style.underline),
        colour=None if name == "white" else name,
    )


def _is_top_style(style: Any) -> bool:
    return style is not None and int(style.alignment) in (7, 8, 9)


def _write_line(line: Line) -> str:
    look, text = PLAIN, ""
    for run in line:
        tags = ""
        for mark, now, before in (
            ("b", run.look.bold, look.bold),
            ("i", run.look.italic, look.italic),
            ("u", run.look.underline, look.underline),
        ):
            if now != before:
                tags += f"\\{mark}{int(now)}"
        if run.look.colour != look.colour:
            tags += f"\\c{_ass_colour(run.look.colour)}"
        look = run.look
        text += (f"{{{tags}}}" if tags else "") + _escaped(run.text)
    tags = "".join(
        f"\\{mark}0" for mark, on in (("b", look.bold), ("i", look.italic), ("u", look.underline)) if on
    )
    tags += "\\c" if look.colour else ""
    return text + (f"{{{tags}}}" if tags else "")


def _ass_colour(name: str | None) -> str:
    code = COLOURS[name] if name else ""
    return f"&H{code[5:7]}{code[3:5]}{code[1:3]}&".upper() if code else ""


def _escaped(text: str) -> str:
    # a backslash before N, n, h or a tag would mean something: an invisible joiner separates them
    text = re.sub(r"\\(?=[Nnh{}]|$)", lambda _: "\\" + _JOINER, text)
    return text.replace("{", "\\{").replace("}", "\\}").replace("\u00a0", "\\h")
