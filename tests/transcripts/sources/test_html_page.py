"""Web pages: paragraphs, names and times are read, what stands around them is not."""

from __future__ import annotations

import time

import pytest

from captious.transcripts.parse import read_transcript
from captious.transcripts.sources.html_page import read_page
from captious.transcripts.sources.registry import is_page

TALK = "<p><b>Ada Berg:</b> We keep bees.</p>\n<p><b>Bo Dahl:</b> So do I.</p>\n"
SAID = ["**Ada Berg:** We keep bees.", "**Bo Dahl:** So do I."]


def lines(text: str) -> list[str]:
    return [line for line in read_page(text).lines if line]


@pytest.mark.parametrize(
    "around",
    [
        "<!doctype html><html><head><title>Bees</title><style>p {{ color: red }}</style></head><body>{}</body></html>",
        "<HTML><BODY><NAV><P>Home</P></NAV>{}<FOOTER>All rights reserved</FOOTER></BODY></HTML>",
        "<body><script>var a = '<p>Ada: no</p>';</script>{}<noscript>Turn on scripts</noscript></body>",
        "<body><div hidden><p>A hint</p></div>{}<div style='display: none'>Menu</div><p aria-hidden='true'>x</p></body>",  # noqa: E501
        "<body><div role='navigation'>Home</div>{}<div id='comments'><p>BeeFan: Great!</p></div></body>",
        "<body><form><label>Your name</label><input><button>Send</button></form>{}<aside>Related posts</aside></body>",
        "<body><audio controls>Your browser is old.</audio>{}<iframe src='a'>old</iframe><svg><text>x</text></svg></body>",  # noqa: E501
        "<body><div class='share-buttons'><a>Tweet</a></div>{}<div class='post-meta'>March 3</div></body>",
        "<body><header><p>Hive Radio</p></header><main>{}</main><div>Read more</div></body>",
        "<body><div>Lots of links</div><article class='post'>{}</article></body>",
        "<body><main><p>Show notes: a link</p><div class='episode-transcript'>{}</div></main></body>",
        "<body><!-- <p>Ada: no</p> -->{}</body>",
        "<body><ul class='menu'><li>Home<li>About</ul>{}</body>",
    ],
)
def test_what_stands_around_the_text_is_left_out_and_listed(around: str) -> None:
    text = around.format(TALK)
    page = read_page(text)
    assert [line for line in page.lines if line] == SAID
    assert "<!--" in around or any(remark.kind == "dropped" for remark in page.remarks)
    transcript = read_transcript(text, language="en")
    assert [turn.speaker for turn in transcript.turns] == ["Ada Berg", "Bo Dahl"]


def test_a_transcript_that_is_shown_when_asked_is_read() -> None:
    hidden = TALK * 4
    assert (
        lines(f"<body><h1>Bees</h1><p>Listen.</p><div style='display:none'>{hidden}</div></body>")[2:]
        == SAID * 4
    )
    shown = f"<body><div class='comments'>{TALK * 4}</div></body>"
    assert lines(shown) == SAID * 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<cite>Ada:</cite>\n<time>0:09</time>\n<p>We keep\nbees.</p>", ["**Ada:** [0:09] We keep bees."]),
        ("<turn><author> Ada </author><p>We keep bees.</p></turn><turn><author>Bo</author><p>Do you?</p></turn>",
         ["**Ada:** We keep bees.", "**Bo:** Do you?"]),
        ("<div class='speaker-name'>Ada</div><div class='timestamp'>0:09</div><div class='text'>Bees.</div>",
         ["**Ada:** [0:09] Bees."]),
        ("<p><span class='speaker'>Ada</span> <span class='time'>00:09</span> Bees.</p>", ["**Ada:** [00:09] Bees."]),
        ("<div class='speaker-turn'><p>Ada: Bees.</p></div>", ["Ada: Bees."]),
        ("<dl><dt>Ada<dd>Bees.<dt>Bo<dd>Wasps.</dl>", ["**Ada:** Bees.", "**Bo:** Wasps."]),
        ("<p>I read <cite>The Hive</cite> twice.</p>", ["I read **The Hive** twice."]),
        ("<p><a href='#t=9'>0:09</a> Bees.<br>Wasps.<br><br>Ants.</p>", ["[0:09] Bees.", "Wasps.", "Ants."]),
        ("<table><tr><th>Who<th>What<tr><td>Ada<td>We keep bees here.<tr><td>Bo<td>So do we all.</table>",
         ["**Ada:** We keep bees here.", "**Bo:** So do we all."]),
        ("<table><tr><td><p>Ada: Bees.</p><p>Bo: Wasps.</p></td></tr></table>", ["Ada: Bees.", "Bo: Wasps."]),
        ("<ul><li><b>Ada</b>: Bees.<li><b>Bo</b>: Wasps.</ul>", ["- **Ada**: Bees.", "- **Bo**: Wasps."]),
        ("<h2>The <i>first</i> hive</h2><p>Ada: Bees &amp; <em>wasps</em>&nbsp;!</p><hr>",
         ["## The first hive", "Ada: Bees & *wasps* !", "---"]),
        ("<p>Ada: Ten.<sup>1</sup> Eleven.<sup><a href='#2'>[2]</a></sup> 2<sup>nd</sup> H<sub>2</sub>O</p>",
         ["Ada: Ten. Eleven. 2nd H2O"]),
        ("<pre>Ada: Bees.\nBo: Wasps.</pre>", ["Ada: Bees.", "Bo: Wasps."]),
        ("<p>2 * 3, # no heading</p><p># still none</p>", [r"2 \* 3, # no heading", r"\# still none"]),
        ("<p><q>Bees</q>, she said.</p>", ["“Bees”, she said."]),
        ("<p>Ada: not closed<p>Bo: nor this</div></b></p>", ["Ada: not closed", "Bo: nor this"]),
        ("<time datetime='2026-04-06'>April 6, 2026</time><p>Ada: Bees.</p>", ["Ada: Bees."]),
    ],
)  # fmt: skip
def test_names_times_and_blocks_become_lines(text: str, expected: list[str]) -> None:
    assert lines(f"<body>{text}</body>") == expected


def test_quotes_are_known() -> None:
    page = read_page("<body><p>Ada: Bees.</p><blockquote><p>A note.</p></blockquote></body>")
    assert [page.lines[index] for index in page.quoted] == ["A note."]


def test_the_title_is_the_heading_or_what_the_page_calls_itself() -> None:
    head = "<head><title>Bees | Hive Radio</title><meta property='og:site_name' content='Hive Radio'>"
    head += "<meta property='article:published_time' content='2026-04-06T10:00:00Z'></head>"
    page = read_page(f"<html lang='en'>{head}<body><nav><h1>Menu</h1></nav><h1>Bees</h1>{TALK}</body></html>")
    assert (page.metadata.title, page.metadata.date) == ("Bees", "2026-04-06")
    assert (page.metadata.series, page.metadata.language) == ("Hive Radio", "en")
    assert read_page(f"<html>{head}<body>{TALK}</body></html>").metadata.title == "Bees | Hive Radio"
    assert (
        read_transcript(f"<html>{head}<body>{TALK}</body></html>", language="en").title == "Bees | Hive Radio"
    )


def test_lines_have_their_number_in_the_file() -> None:
    page = read_page("<body>\n<h1>Bees</h1>\n\n<p>\n  Ada: We\n  keep bees.</p>\n<p>Bo: So\ndo I.</p></body>")
    found = {line: number for line, number in zip(page.lines, page.numbers, strict=True) if line}
    assert found == {"# Bees": 2, "Ada: We keep bees.": 5, "Bo: So do I.": 7}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html>\n<p>Ada: Bees.", True),
        ("<?xml version='1.0'?>\n<html xmlns='x'><body>x</body></html>", True),
        ("\ufeff  <!-- saved -->\n<html><p>x</p></html>", True),
        ("<p>Ada: Bees.</p>", True),
        ("<cite>Ada:</cite><time>0:01</time><p>Bees.</p>", True),
        ("<ada> Bees.\n<bo> Wasps.", False),
        ("<details><summary>Transcript</summary>\n\n**Ada:** Bees.\n\n</details>", False),
        ("<p align=center>\n\n# Bees\n\n</p>\n\nAda: Bees.", False),
        ("Ada: I wrote <html> by hand.", False),
        ("", False),
    ],
)
def test_a_page_is_known_by_its_content(text: str, expected: bool) -> None:
    assert is_page(text) is expected


@pytest.mark.parametrize(
    "piece", ["<div>", "</b>", "<table><tr><td>", "<p hidden>", "<li>", "<b>", "&amp", "<!-", "<cite>a"]
)
def test_broken_pages_take_no_longer_than_text(piece: str) -> None:
    text = "<body>" + piece * (200_000 // len(piece))
    began = time.process_time()
    read_page(text)
    assert time.process_time() - began < 8
