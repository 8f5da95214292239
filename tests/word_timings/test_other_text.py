"""YouTube's XML and SBV, and Praat's TextGrid, on samples written here in the shape their makers document."""

from __future__ import annotations

import pytest

from captious.errors import WordsError
from captious.word_timings.registry import parse_words

SRV3 = """<?xml version="1.0" encoding="utf-8" ?>
<timedtext format="3">
<body>
<w t="0" id="1" wp="1" ws="1"/>
<p t="500" d="2000" w="1"><s ac="255">for</s><s t="281" ac="0"> twenty</s><s t="600"> years</s></p>
<p t="1900" d="600" w="1" a="1">
</p>
<p t="2500" d="500" w="1"><s>it&#39;s</s></p>
</body>
</timedtext>
"""
SRV1 = '<?xml version="1.0" ?><transcript><text start="1.5" dur="2">it&amp;#39;s so</text></transcript>'
SBV = "0:00:01.000,0:00:02.000\nab\ncd\n\n0:00:03.000,0:00:04.000\nend\n"
LONG = '''File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 2.5
tiers? <exists>
size = 2
item []:
    item [1]:
        class = "IntervalTier"
        name = "phones"
        xmin = 0
        xmax = 2.5
        intervals: size = 3
        intervals [1]:
            xmin = 0
            xmax = 1
            text = "h"
        intervals [2]:
            xmin = 1
            xmax = 2
            text = "e"
        intervals [3]:
            xmin = 2
            xmax = 2.5
            text = "l"
    item [2]:
        class = "IntervalTier"
        name = "words"
        xmin = 0
        xmax = 2.5
        intervals: size = 3
        intervals [1]:
            xmin = 0
            xmax = 0.5
            text = ""
        intervals [2]:
            xmin = 0.5
            xmax = 1.25
            text = "say ""hi"""
        intervals [3]:
            xmin = 1.25
            xmax = 2.5
            text = "sil"
'''
SHORT = """File type = "ooTextFile"
Object class = "TextGrid"

0
2.5
<exists>
2
"TextTier"
"clicks"
0
2.5
1
0.3
"click"
"IntervalTier"
"speech"
0
2.5
2
0
0.5
""
0.5
1.25
"hello"
"""


def told(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(word.text, word.start_ms, word.end_ms) for word in parse_words(text).words]


def test_srv3_gives_each_word_its_time() -> None:
    track = parse_words(SRV3)
    assert (track.source, track.measured) == ("YouTube srv3", True)
    assert told(SRV3) == [
        ("for", 500, 781),
        ("twenty", 781, 1100),
        ("years", 1100, 2500),
        ("it's", 2500, 3000),
    ]
    assert [word.confidence for word in track.words] == [1.0, None, None, None]


def test_words_are_interpolated_within_manual_srv3() -> None:
    text = '<timedtext format="3"><body><p t="500" d="900">Hello\nthere.</p></body></timedtext>'
    assert not parse_words(text).measured
    assert [word for word, *_ in told(text)] == ["Hello", "there."]


def test_srv1_is_escaped_twice() -> None:
    assert parse_words(SRV1).source == "YouTube srv1"
    assert told(SRV1) == [("it's", 1500, 2833), ("so", 2833, 3500)]


def test_words_are_interpolated_within_sbv_cues() -> None:
    assert (parse_words(SBV).source, parse_words(SBV).measured) == ("SBV captions", False)
    assert told(SBV) == [("ab", 1000, 1500), ("cd", 1500, 2000), ("end", 3000, 4000)]


def test_a_textgrid_has_a_tier_of_words() -> None:
    assert parse_words(LONG).source == "TextGrid"
    assert told(LONG) == [('say"hi"', 500, 1250)]
    assert told(SHORT) == [("hello", 500, 1250)]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        (SRV3.replace('t="2500"', 't="soon"'), "YouTube timed text: t of p 3 is 'soon', not a time", None),
        (SRV3.replace(' t="2500"', ""), "YouTube timed text: p 3 has no t", None),
        (SRV3.replace("</body>", ""), "YouTube timed text: not XML: mismatched tag", 10),
        (SRV3.replace("<timedtext", "<!DOCTYPE x><timedtext"), "not a known kind of word timings", None),
        (
            SRV3.replace("<body>", "<body><!ENTITY x>"),
            "YouTube timed text: it declares a DOCTYPE or entities",
            None,
        ),
        (
            SBV.replace("\n\n0:00:03.000,0:00:04.000", "\n\nsoon"),
            "SBV captions: expected the times of a cue: 'soon'",
            5,
        ),
        (LONG[:-40], "TextGrid: the file ends too early", None),
        (
            SHORT.replace('\n0.5\n1.25\n"hello"', '\n0.5\nsoon\n"hello"'),
            'TextGrid: "hello" is not a number',
            None,
        ),
        (SHORT.replace('2\n"TextTier"', '2.5\n"TextTier"'), "TextGrid: 2.5 is not a count", None),
    ],
)
def test_an_issue_says_what_and_where(text: str, message: str, line: int | None) -> None:
    with pytest.raises(WordsError) as caught:
        parse_words(text)
    assert caught.value.message.startswith(message)
    if line is not None:
        assert caught.value.line == line
