from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from captious.formats.lines import split_lines


@given(
    st.lists(st.sampled_from(["a", "bc", "\r", "\n", "\r\n", "\u2028", "\x0b", "\x0c", "\x85"])).map("".join)
)
def test_lines_and_their_places(text: str) -> None:
    lines = split_lines(text)
    assert lines.texts == re.split(r"\r\n?|\n", text)
    assert len(lines.starts) == len(lines.texts)
    for start, line in zip(lines.starts, lines.texts, strict=True):
        assert text[start : start + len(line)] == line
    ends = re.findall(r"\r\n?|\n", text)
    assert lines.mixed == (len(set(ends)) > 1)
    assert lines.newline == "\n" if not ends else ends.count(lines.newline) == max(map(ends.count, set(ends)))


def test_spans() -> None:
    lines = split_lines("ab\r\ncde\r\n")
    span = lines.span(1, 1)
    assert (span.start, span.end, span.line, span.column) == (5, 7, 2, 2)
    spread = lines.span_lines(0, 1)
    assert (spread.start, spread.end, spread.line, spread.column) == (0, 7, 1, 1)
