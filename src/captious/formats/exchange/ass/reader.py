"""ASS and SSA: the dialogue of a script, each event with its place in the file.

Sources:
    The specification of SSA v4; Aegisub's manual, "ASS override tags"; libass, for what players make of mistakes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

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
    from collections.abc import Iterator, Mapping

    from captious.core.cue import Cue
    from captious.core.finding import Finding
    from captious.core.span import Span
    from captious.formats.base import Loss, Reading
    from captious.formats.exchange.ass.script import Event, Field
    from captious.formats.exchange.ass.text import EventText
    from captious.formats.issue import Issue

_TOP, _MIDDLE = (7, 8, 9), (4, 5, 6)
_CENTRES = (2, 5, 8)
_OF_ONE_EVENT = ("start", "end", "text")
_MARGINS = ("marginl", "marginr", "marginv")
_UNREAD = "events that cannot be read"
_MOST_CHARS = 40
_LISTED = ("effects", "unknown tags")
_TAG_NAME = re.compile(r"\\[0-9]?[a-z]+")
_MOST_TAGS = 12


class _Facts(NamedTuple):
    """What the fields of an event besides times and text say.

    Args:
        style: its style; ``None`` = there is none of that name.
        style_name: the name of its style.
        speaker: its speaker; empty = none.
        layer: its layer; empty for the lowest.
        losses: what is lost of it: names and examples.
    """

    style: EventStyle | None
    style_name: str
    speaker: str
    layer: str
    losses: tuple[tuple[str, str], ...]


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
        self.others: dict[int, list[int]] = {}
        self.facts: dict[tuple[object, ...], _Facts] = {}
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
        for number in self.script.stray:
            text = self.lines.texts[number]
            self.left_out.add_text("lines that are no events", 0, text)
            message = f"a line that is no event, dropped: {quote(text.strip())}"
            self.findings.append((issues.STRAY_LINE, self.lines.span(number), message, -1))
        self._lose_of_file()
        order = self._order()
        self.left_out.renumber({index + 1: place + 1 for index, place in order.items()})
        return make_located(
            self.cues,
            title="ASS",
            source=self.source,
            newline=self.lines.newline,
            notation=make_notation(breaks_softly=self.breaks_softly),
            findings=self._all_findings(order),
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
            self._report(issues.MISSING_FIELDS, event, message, is_lost=True)
            return self._unread(event)
        start, end, written = (event.field(name) for name in ("start", "end", "text"))
        if start is None or end is None or written is None:
            return self._unread(event)
        start_ms, end_ms = meant_time(start.value), meant_time(end.value)
        for time in (start, end):
            if not is_time(time.value):
                self._report_time(event, time, is_lost=start_ms is None or end_ms is None)
        if start_ms is None or end_ms is None:
            return self._unread(event)
        facts = self._facts(event)
        if facts.style is None:
            message = f"no style is named {quote(facts.style_name)}: players use the style Default"
            self._report(issues.UNKNOWN_STYLE, event, message, event.field("style"))
        style = facts.style or self.styles.get("Default", EventStyle())
        made = self.texts.read(written.value, style, start_ms=start_ms, end_ms=end_ms)
        if made.brace is not None or made.drawn is not None or made.unknown:
            self._report_text(event, made, written)
        if not made.lines and made.has_drawing:
            return None
        if made.place not in _CENTRES:
            self._lose("positions", f"\\an{made.place}")
        if style.colour:
            self._lose("colours", style.colour)
        for what, example in facts.losses:
            self._lose(what, example)
        cue = make_cue(
            start_ms,
            end_ms,
            made.lines,
            speaker=facts.speaker,
            settings="line:0" if made.place in _TOP else "line:50%" if made.place in _MIDDLE else "",
        )
        where = (made.place, made.moved, facts.layer)
        place = CuePlace(
            self.lines.span(event.line),
            start[1:],
            end[1:],
            written[1:],
            "" if where == (DEFAULT_PLACE, "", "") else _word(where),
        )
        self.cues.append((cue, place))
        return None

    def _unread(self, event: Event) -> None:
        text = _text_of(event) or event.rest
        if text.strip():
            self.left_out.add_text(_UNREAD, self.number, text)

    def _report_time(self, event: Event, written: Field, *, is_lost: bool) -> None:
        how = "the event is lost" if is_lost else "read as it is meant"
        message = f"{quote(written.value)} is not a time in the form H:MM:SS.cc; {how}"
        self._report(issues.BAD_TIME, event, message, written, is_lost=is_lost)

    def _facts(self, event: Event) -> _Facts:
        """What the fields besides times and text say; hardly any event says something new."""
        order = event.order
        if id(order) not in self.others:
            self.others[id(order)] = [place for name, place in order.items() if name not in _OF_ONE_EVENT]
        key = (id(order), *(event.parts[place] for place in self.others[id(order)]))
        if key not in self.facts:
            self.facts[key] = self._new_facts(event)
        return self.facts[key]

    def _new_facts(self, event: Event) -> _Facts:
        name, effect, layer = event.value("style").lstrip("*"), event.value("effect"), event.value("layer")
        margins = [event.value(margin) for margin in _MARGINS]
        losses = []
        if effect:
            losses.append(("effects", _shortened(effect)))
        if layer.lstrip("-0"):
            losses.append(("layers", layer))
        if any(margin.strip("-0") for margin in margins):
            losses.append(("margins", ",".join(margins)))
        default = EventStyle() if name in ("", "Default") else None
        return _Facts(
            self.styles.get(name, default),
            name,
            " ".join(event.value("name").split()),
            layer.lstrip("0"),
            tuple(losses),
        )

    def _report(
        self,
        issue: Issue,
        event: Event,
        message: str,
        written: Field | None = None,
        *,
        is_lost: bool = False,
    ) -> None:
        column = 0 if written is None else written.start - self.lines.starts[event.line]
        end = None if written is None else column + len(written.value)
        index = -1 if is_lost else self.number - 1
        self.findings.append((issue, self.lines.span(event.line, column, end), message, index))

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

    def _order(self) -> dict[int, int]:
        """The place of each cue, 0-based, in the order of times."""
        order = sorted(range(len(self.cues)), key=lambda index: self.cues[index][0].start_ms)
        return {index: place for place, index in enumerate(order)}

    def _all_findings(self, order: Mapping[int, int]) -> list[Finding]:
        found = [
            issue.at(span, message, index=order.get(index)) for issue, span, message, index in self.findings
        ]
        found += [
            issue.at(span, message) for issue, span, message in whole_file_issues(self.source, self.lines)
        ]
        return sorted(found, key=lambda one: one.span.start)


def _word(where: tuple[object, ...]) -> str:
    """A place in one word."""
    return "".join(char if char.isalnum() or char in "-." else "_" for char in "_".join(map(str, where)))


def _text_of(event: Event) -> str:
    return event.value("text")


def _shortened(text: str) -> str:
    return text[:_MOST_CHARS]
