"""ASS and SSA: the dialogue of a script, each event with its place in the file.

Sources:
    The specification of SSA v4; Aegisub's manual, "ASS override tags"; libass, for what players make of mistakes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from captious.formats.base import quote
from captious.formats.exchange.ass import issues
from captious.formats.exchange.ass.notation import make_notation
from captious.formats.exchange.ass.script import parse_script
from captious.formats.exchange.ass.styles import DEFAULT_PLACE, EventStyle, event_styles
from captious.formats.exchange.ass.text import TextReader
from captious.formats.exchange.ass.times import is_time, meant_time
from captious.formats.exchange.build import make_cue, make_located
from captious.formats.exchange.left_out import LeftOut
from captious.formats.lines import split_lines
from captious.formats.origin import CuePlace
from captious.formats.whole_file import whole_file_issues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.cue import Cue
    from captious.core.finding import Finding
    from captious.core.span import Span
    from captious.formats.base import Loss, Reading
    from captious.formats.exchange.ass.script import Event, Field
    from captious.formats.exchange.ass.text import EventText
    from captious.formats.issue import Issue

_TOP, _MIDDLE = (7, 8, 9), (4, 5, 6)
_CENTRES = (2, 5, 8)
_TIMED = ("start", "end")
_MARGINS = ("marginl", "marginr", "marginv")
_UNREAD = "events that cannot be read"
_MOST_CHARS = 40
_LISTED = ("effects", "unknown tags")
_TAG_NAME = re.compile(r"\\[0-9]?[a-z]+")
_MOST_TAGS = 12


def read(text: str) -> Reading:
    """The dialogue of a file, in the order of its times.

    Raises:
        FormatError: there is none.
    """
    return _Reader(text.removeprefix("\ufeff")).run()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = split_lines(source)
        self.script = parse_script(self.lines)
        self.styles = event_styles(self.script)
        self.breaks_softly = self.script.info.get("wrapstyle", "").startswith("2")
        self.left_out = LeftOut()
        self.examples: dict[str, dict[str, str]] = {}
        self.number = 0
        self.texts = TextReader(self.styles, breaks_softly=self.breaks_softly, lose=self._lose)
        self.findings: list[tuple[Issue, Span, str, int]] = []
        self.cues: list[tuple[Cue, CuePlace]] = []

    def run(self) -> Reading:
        for event in self.script.events:
            self.number = len(self.cues) + 1
            if event.kind == "dialogue":
                self._dialogue(event)
            elif event.kind == "comment":
                self._lose("comments", _shortened(_text_of(event)))
            else:
                self._lose("pictures, sounds and commands", _shortened(f"{event.kind}: {event.rest}"))
        for number in self.script.unformatted:
            message = "no Format line above the first event"
            self.findings.append((issues.MISSING_FORMAT, self.lines.span(number), message, -1))
        self._lose_of_file()
        return make_located(
            self.cues,
            title="ASS",
            source=self.source,
            newline=self.lines.newline,
            notation=make_notation(breaks_softly=self.breaks_softly),
            findings=self._all_findings(),
            losses=tuple(self._losses()),
        )

    def _lose(self, what: str, example: str = "") -> None:
        self.left_out.add(what, self.number, example)
        if what in _LISTED:
            name = _TAG_NAME.match(example)
            self.examples.setdefault(what, {}).setdefault(name[0] if name else example, example)

    def _losses(self) -> Iterator[Loss]:
        """The losses; of tags, one of each kind."""
        for loss in self.left_out.losses():
            examples = list(self.examples.get(loss.what, {}).values())
            more = ", …" if len(examples) > _MOST_TAGS else ""
            yield replace(loss, example=", ".join(examples[:_MOST_TAGS]) + more) if examples else loss

    def _lose_of_file(self) -> None:
        for what in self.script.attached:
            self.left_out.add(what)
        timer = self.script.info.get("timer", "100").replace(",", ".")
        if timer.rstrip("0").rstrip(".") not in ("1", "100", ""):
            self.left_out.add("the speed of the clock", example=f"Timer: {timer}")

    def _dialogue(self, event: Event) -> None:
        if event.missing:
            message = (
                f"{len(event.missing)} of the fields are missing, {event.missing[0]} first: the event is lost"
            )
            self._report(issues.MISSING_FIELDS, event, message)
            return self._unread(event)
        times = [self._time(event, event.fields[name]) for name in _TIMED if name in event.fields]
        if len(times) < len(_TIMED) or None in times:
            return self._unread(event)
        start_ms, end_ms = (ms or 0 for ms in times)
        style = self._style(event)
        written = event.fields["text"]
        made = self.texts.read(written.value, style, start_ms=start_ms, end_ms=end_ms)
        self._report_text(event, made, written)
        if not made.lines and made.has_drawing:
            return None
        self._lose_of_event(event, made, style)
        name = event.fields.get("name")
        cue = make_cue(
            start_ms,
            end_ms,
            made.lines,
            speaker=" ".join(name.value.split()) if name is not None else None,
            settings="line:0" if made.place in _TOP else "line:50%" if made.place in _MIDDLE else "",
        )
        self.cues.append((cue, self._place(event, made)))
        return None

    def _unread(self, event: Event) -> None:
        text = _text_of(event) or event.rest
        if text.strip():
            self.left_out.add_text(_UNREAD, self.number, text)

    def _time(self, event: Event, written: Field) -> int | None:
        meant_ms = meant_time(written.value)
        if not is_time(written.value):
            how = "the event is lost" if meant_ms is None else "read as it is meant"
            message = f"{quote(written.value)} is not a time in the form H:MM:SS.cc; {how}"
            self._report(issues.BAD_TIME, event, message, written)
        return meant_ms

    def _style(self, event: Event) -> EventStyle:
        named = event.fields.get("style")
        default = self.styles.get("Default", EventStyle())
        if named is None or not named.value:
            return default
        found = self.styles.get(named.value.lstrip("*"))
        if found is None and named.value.lstrip("*") != "Default":
            message = f"no style is named {quote(named.value)}: players use the style Default"
            self._report(issues.UNKNOWN_STYLE, event, message, named)
        return found or default

    def _report(self, issue: Issue, event: Event, message: str, written: Field | None = None) -> None:
        column = 0 if written is None else written.start - self.lines.starts[event.line]
        end = None if written is None else column + len(written.value)
        self.findings.append((issue, self.lines.span(event.line, column, end), message, self.number - 1))

    def _report_text(self, event: Event, made: EventText, written: Field) -> None:
        begin = written.start - self.lines.starts[event.line]
        at = partial(self.lines.span, event.line)
        index = self.number - 1
        if made.brace is not None:
            span = at(begin + made.brace, begin + made.brace + 1)
            self.findings.append((issues.UNCLOSED_BRACE, span, "a brace that is not closed", index))
        if made.drawn is not None:
            span = at(begin + made.drawn, None)
            message = r"text after \p without \p0 is drawn, and not shown"
            self.findings.append((issues.DRAWN_TEXT, span, message, index))
            self.left_out.add_text("text that is drawn", self.number, written.value[made.drawn :])
        for place, name in made.unknown:
            span = at(begin + place, begin + place + len(name))
            self.findings.append((issues.UNKNOWN_TAG, span, f"the tag {name} is unknown", index))

    def _lose_of_event(self, event: Event, made: EventText, style: EventStyle) -> None:
        if made.place not in _CENTRES:
            self._lose("positions", f"\\an{made.place}")
        if style.colour:
            self._lose("colours", style.colour)
        effect, layer = event.fields.get("effect"), event.fields.get("layer")
        if effect is not None and effect.value:
            self._lose("effects", _shortened(effect.value))
        if layer is not None and layer.value.lstrip("-0"):
            self._lose("layers", layer.value)
        margins = [event.fields[name].value for name in _MARGINS if name in event.fields]
        if any(margin.strip("-0") for margin in margins):
            self._lose("margins", ",".join(margins))

    def _place(self, event: Event, made: EventText) -> CuePlace:
        start, end, text = (event.fields[name] for name in (*_TIMED, "text"))
        layer = event.fields.get("layer")
        where = (made.place, made.moved, layer.value.lstrip("0") if layer is not None else "")
        return CuePlace(
            self.lines.span(event.line),
            start[1:],
            end[1:],
            text[1:],
            "" if where == (DEFAULT_PLACE, "", "") else _word(where),
        )

    def _all_findings(self) -> list[Finding]:
        # cues are numbered in the order of their times
        order = sorted(range(len(self.cues)), key=lambda index: self.cues[index][0].start_ms)
        numbers = {index: place for place, index in enumerate(order)}
        found = [
            issue.at(span, message, index=numbers.get(index)) for issue, span, message, index in self.findings
        ]
        found += [
            issue.at(span, message) for issue, span, message in whole_file_issues(self.source, self.lines)
        ]
        return sorted(found, key=lambda one: one.span.start)


def _word(where: tuple[object, ...]) -> str:
    """A place in one word."""
    return "".join(char if char.isalnum() or char in "-." else "_" for char in "_".join(map(str, where)))


def _text_of(event: Event) -> str:
    return event.fields["text"].value if "text" in event.fields else ""


def _shortened(text: str) -> str:
    return text[:_MOST_CHARS]
