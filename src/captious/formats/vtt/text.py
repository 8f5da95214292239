"""Cue text: the specification's tokenizer and tree builder, without recursion, and the issues of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from captious.formats.vtt import issues
from captious.formats.vtt.entities import bare_ampersands, decode
from captious.formats.vtt.timestamps import WHITESPACE, parse_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.formats.issue import Issue

# A "<" always ends text, and everything up to ">" or the end of the text is its tag.
_PIECE = re.compile(r"<([^>]*)(>?)|[^<]+")
_START_TAG = re.compile(r"([^ \t\n\f.]*)((?:\.[^ \t\n\f.]*)*)(?:[ \t\n\f](.*))?", re.DOTALL)
_LINE_ENDS = re.compile(r"[\r\n]+")
_WHITESPACE_RUN = re.compile(r"[ \t\n\f\r]+")
# Nearly every cue with markup is one voice around plain text.
_ONE_VOICE = re.compile(r"<v(?:\.[^ \t\n\f.&<>]*)*[ \t]([^&<>\n]*[^&<>\n \t])>([^&<]*)(?:</v>)?").fullmatch

SPAN_TAGS = frozenset({"c", "i", "b", "u", "ruby", "rt", "v", "lang"})
_ANNOTATED = ("v", "lang")


class Token(NamedTuple):
    """A piece of cue text: ``kind``, its value, classes and annotation, and its place in the text."""

    kind: Literal["text", "start", "end", "time"]
    value: str
    classes: tuple[str, ...]
    annotation: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the tree of a cue text; a tree is the tuple of its nodes in the order of the text.

    Args:
        depth: how many spans it is in.
        kind: ``"text"``, ``"time"``, or the name of the tag.
        value: the decoded text, the timestamp as ``HH:MM:SS.mmm``, or the annotation of ``v`` and ``lang``.
        classes: of a tag.
    """

    depth: int
    kind: str
    value: str = ""
    classes: tuple[str, ...] = ()


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a cue text, references decoded; linear in its length.

    Sources:
        WebVTT 1 §6.4, WebVTT cue text tokenizer.
    """
    for match in _PIECE.finditer(text):
        tag = match[1]
        start, end = match.span()
        if tag is None:
            yield Token("text", decode(match[0]), (), "", start, end)
        elif tag[:1] == "/":
            yield Token("end", tag[1:], (), "", start, end)
        elif "0" <= tag[:1] <= "9":
            yield Token("time", tag, (), "", start, end)
        else:
            parts = _START_TAG.fullmatch(tag)
            name, classes, annotation = parts.groups() if parts is not None else ("", "", None)
            listed = tuple(name for name in classes.split(".") if name)
            yield Token("start", name, listed, _annotation(annotation or ""), start, end)


def parse_text(text: str) -> tuple[Node, ...]:
    """The tree of a cue text, in the order of the text.

    Sources:
        WebVTT 1 §6.4, WebVTT cue text parsing rules.
    """
    nodes: list[Node] = []
    spans: list[str] = []
    for token in tokens(text):
        if token.kind == "text":
            nodes.append(Node(len(spans), "text", token.value))
        elif token.kind == "start":
            if opens(token.value, spans):
                value = token.annotation if token.value in _ANNOTATED else ""
                nodes.append(Node(len(spans), token.value, value, token.classes))
                spans.append(token.value)
        elif token.kind == "end":
            close(token.value, spans)
        else:
            ms = parse_timestamp(token.value)
            if ms is not None:
                nodes.append(Node(len(spans), "time", _canonical(ms)))
    return tuple(nodes)


def visible(text: str) -> tuple[tuple[str, ...], str | None]:
    """The lines a viewer sees, and the name of the first voice.

    Tags are left out and references decoded; lines are trimmed, as browsers collapse whitespace, and
    empty lines are left out. The name is ``None`` without a ``<v>`` that has one.
    """
    speaker = None
    if "<" in text or "&" in text:
        voice = _ONE_VOICE(text)
        if voice is not None:
            speaker, text = _WHITESPACE_RUN.sub(" ", voice[1].strip(WHITESPACE)) or None, voice[2]
        else:
            pieces = []
            for token in tokens(text):
                if token.kind == "text":
                    pieces.append(token.value)
                elif speaker is None and token.kind == "start" and token.value == "v":
                    speaker = token.annotation or None
            text = "".join(pieces)
    return tuple(line for line in map(str.strip, text.split("\n")) if line), speaker


def text_issues(text: str, start_ms: int, end_ms: int) -> Iterator[tuple[Issue, int, int, str]]:
    """Each issue of a cue text with its place in it (0-based, half-open) and a message.

    Args:
        text: as written.
        start_ms: in-time of the cue, which timestamps in the text must follow.
        end_ms: out-time of the cue, which they must precede.
    """
    if "<" not in text and "&" not in text:
        return
    if _ONE_VOICE(text):
        return
    spans: list[str] = []
    opened: list[tuple[int, int]] = []
    latest = start_ms
    for token in tokens(text):
        place = token.start, token.end
        written = text[token.start : min(token.end, token.start + 40)]
        if token.kind == "text":
            for offset in bare_ampersands(text[token.start : token.end]):
                begin = token.start + offset
                yield (
                    issues.BAD_ENTITY,
                    begin,
                    begin + 1,
                    '"&" without a complete character reference: write &amp;',
                )
            continue
        if text[token.end - 1] != ">" or token.end - token.start < 2:
            yield issues.UNFINISHED_TAG, *place, f'"<" without ">": {written}'
            continue
        if token.kind == "start":
            yield from _start_tag_issues(token, spans, written)
            if opens(token.value, spans):
                spans.append(token.value)
                opened.append(place)
        elif token.kind == "end":
            closed = close(token.value, spans)
            if not closed:
                yield issues.STRAY_END_TAG, *place, f"unmatched end tag: {written}"
            del opened[len(spans) :]
        else:
            ms = parse_timestamp(token.value)
            if ms is None:
                yield issues.BAD_TIMESTAMP_TAG, *place, f"invalid timestamp: {written}"
            elif not latest < ms < end_ms:
                yield (
                    issues.TIMESTAMP_ORDER,
                    *place,
                    f"timestamp outside the cue or not after the previous one: {written}",
                )
            else:
                latest = ms
    # A voice that spans the whole cue may stay open, and so may <rt>, which </ruby> closes.
    for name, place in zip(spans, opened, strict=True):
        if name not in ("v", "rt") or (name == "v" and place[0] > 0):
            yield issues.UNCLOSED_TAG, *place, f"unclosed tag: {text[place[0] : place[1]][:40]}"


def _start_tag_issues(token: Token, spans: list[str], written: str) -> Iterator[tuple[Issue, int, int, str]]:
    name, place = token.value, (token.start, token.end)
    if name not in SPAN_TAGS:
        yield issues.BAD_TAG, *place, f"not a WebVTT tag: {written}"
    elif name == "rt" and not opens(name, spans):
        yield issues.BAD_TAG, *place, f"<rt> outside <ruby>: {written}"
    elif name == "v":
        if not token.annotation:
            yield issues.NAMELESS_VOICE, *place, f"voice tag without a name: {written}"
        if "v" in spans[-20:]:
            yield issues.NESTED_VOICE, *place, f"nested voice tag: {written}"
    elif token.annotation and name != "lang":
        yield issues.NEEDLESS_ANNOTATION, *place, f"annotation not allowed on <{name}>: {written}"


def opens(name: str, spans: list[str]) -> bool:
    """Whether a start tag opens a span within the spans open already, outermost first."""
    return name in SPAN_TAGS and (name != "rt" or (bool(spans) and spans[-1] == "ruby"))


def close(name: str, spans: list[str]) -> bool:
    """Remove the span that an end tag closes from the open ones; false if it closes none."""
    if spans and spans[-1] == name:
        spans.pop()
        return True
    if name == "ruby" and len(spans) > 1 and spans[-1] == "rt":
        del spans[-2:]
        return True
    return False


def _annotation(written: str) -> str:
    return _WHITESPACE_RUN.sub(" ", decode(written)).strip(" ") if written else ""


def _canonical(ms: int) -> str:
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:03d}"


def escape(line: str) -> str:
    """One line of plain text as cue text that shows it: ``&``, ``<`` and the arrow as character references.

    A ``>`` elsewhere stays, so that ``>> NAME:`` can be read in the file too. Line endings become spaces.
    """
    if "\n" in line or "\r" in line:
        line = _LINE_ENDS.sub(" ", line)
    return line.replace("&", "&amp;").replace("<", "&lt;").replace("-->", "--&gt;")
