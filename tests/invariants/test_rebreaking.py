"""Re-breaking lines keeps every character, and a space or a break wherever there was one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings
from captious.fixing.contract import viewer_sees
from captious.fixing.engine import fix_source
from captious.formats.registry import format_by_name
from captious.style import load_style

if TYPE_CHECKING:
    from captious.core.document import Document

WORDS = (
    "it", "is", "not", "the", "end", "of", "Dr.", "Miller", "NASA", "so,", "so.", "Why?", "self-", "10", "000", "1,",
    "3.", "14", "50", "%", "$", "https://example.org/", "page", "ann@", "example.org", "said—", "–", "-No.", ">>", "♪",
    "[sighs]", "(he", "left)", "ANN:", '"', "«", "»", "»So«", "l'", ",that", "…", "a\u00a0b", "10\u202f000", "or/",
    "Es", "ist", "nicht", "über", "Ça", "va", "?", "Это", "не", "конец", "היום", "שלום!", "اليوم", "،ثم", "오늘은",
    "끝났다", "昨日は、", "雨でした。", "「うん」", "私は", "ฝนตก", "यह", "है।", "e\u0301", "👩\u200d🚀", "co\u00adop",
    "x\u200by", "\u200e", "&amp;", "a<b", "{x}",
)  # fmt: skip
WRAPS = (
    ("", ""), ("", ""), ("", ""), ("\u202b", "\u202c"), ("\u2067", "\u2069"), ("\u200f", ""), ("\u200f", "\u200f"),
    ("\u061c", ""), ("", "\u200f"), ("\u202b", ""), ("<i>", "</i>"), ("{\\an8}", ""), ("", "\u202c"),
)  # fmt: skip
LAYOUT = Selection(tuple(f"LAY{number:03}" for number in (1, 2, 4, 5, 6, 7, 8, 11, 12)))

lines = st.builds(
    lambda words, wrap: f"{wrap[0]}{' '.join(words)}{wrap[1]}",
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14),
    st.sampled_from(WRAPS),
)
alike = st.builds(
    lambda texts, wrap: [f"{wrap[0]}{' '.join(words)}{wrap[1]}" for words in texts],
    st.lists(st.lists(st.sampled_from(WORDS[:60]), min_size=1, max_size=14), min_size=1, max_size=3),
    st.sampled_from(WRAPS),
)
cues = st.one_of(st.lists(lines, min_size=1, max_size=4), alike)
_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def write(texts: list[list[str]], name: str, newline: str) -> str:
    arrow = (
        "00:00:{0:02},000 --> 00:00:{1:02},000" if name == "srt" else "00:00:{0:02}.000 --> 00:00:{1:02}.000"
    )
    blocks = [[str(n + 1), arrow.format(n * 6, n * 6 + 5), *rows] for n, rows in enumerate(texts)]
    head = "" if name == "srt" else f"WEBVTT{newline}{newline}"
    return head + (newline * 2).join(newline.join(block) for block in blocks) + newline


def gaps(document: Document) -> list[tuple[str, list[int]]]:
    """For each cue its characters, and where a space or a break stands between two of them."""
    found = []
    for cue in document.cues:
        text = _MARKS.sub("", "\n".join(cue.lines))
        text = re.sub(r"^[ \n]+|[ \n]+$", "", text)
        characters = re.sub("[ \n]", "", text)
        places, count = [], 0
        for part in re.split("[ \n]+", text)[:-1]:
            count += len(part)
            places.append(count)
        found.append((characters, places))
    return found


@settings(max_examples=300)
@given(
    st.lists(cues, min_size=1, max_size=4),
    st.sampled_from(["srt", "vtt"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["youtube", "netflix", "netflix-zh", "bbc"]),
)
def test_only_spaces_and_line_breaks_change_places(
    texts: list[list[str]], name: str, newline: str, style: str
) -> None:
    caption_format = format_by_name(name)
    given_settings = CheckSettings(style=load_style(style), selection=LAYOUT, language="en")
    source = write(texts, name, newline)
    fixed = fix_source(source, caption_format=caption_format, settings=given_settings, guarded=False)
    before, after = caption_format.read(source).document, caption_format.read(fixed.source).document
    assert viewer_sees(before, after) == ()
    for (characters, places), (now, places_now) in zip(gaps(before), gaps(after), strict=True):
        assert now == characters
        # after a comma, Chinese and Japanese text runs on without the break
        assert set(places_now) <= set(places)
        assert all(characters[place - 1] in "，、；､" for place in set(places) - set(places_now))
    again = fix_source(fixed.source, caption_format=caption_format, settings=given_settings, guarded=False)
    assert again.source == fixed.source


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from(WORDS[:44]), min_size=8, max_size=14),
    st.sampled_from(
        [("\u202b", "\u202c"), ("\u2067", "\u2069"), ("\u200f", ""), ("\u061c", ""), ("\u202b", "")]
    ),
)
def test_direction_marks_wrap_every_line(words: list[str], wrap: tuple[str, str]) -> None:
    caption_format = format_by_name("srt")
    source = write([[f"{wrap[0]}{' '.join(words)}{wrap[1]}"]], "srt", "\n")
    given_settings = CheckSettings(style=load_style("youtube"), selection=LAYOUT, language="en")
    fixed = fix_source(source, caption_format=caption_format, settings=given_settings, guarded=False).source
    for line in caption_format.read(fixed).document.cues[0].lines:
        assert line.startswith(wrap[0])
        assert line.endswith(wrap[1])
