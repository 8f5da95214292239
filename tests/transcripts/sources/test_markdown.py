"""Markdown as light Markdown: what is said stays, with its line; marks, links and notes go, and are listed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.transcripts.parse import read_transcript
from captious.transcripts.sources.markdown import read_markdown
from captious.transcripts.sources.registry import read_text

if TYPE_CHECKING:
    from captious.transcripts.sources.model import SourceText


def read(text: str) -> SourceText:
    return read_markdown(text.split("\n"))


def lines(text: str) -> list[str]:
    return [line for line in read(text).lines if line]


def remarks(text: str) -> list[str]:
    return [f"{each.kind}: {each.message}" for each in read(text).remarks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("__Ada Berg__: Hello.", "**Ada Berg**: Hello."),
        ("*Ada Berg:* Hello.", "*Ada Berg:* Hello."),
        ("_Ada_ read __all__ of ***it***, (*sic*).", "*Ada* read **all** of **it**, (sic)."),
        ("Ada: *laughs* I *Really* do.", "Ada: *laughs* I Really do."),
        ("**a *b*** and *a **b***", "**a b** and a **b**"),
        ("a snake_case_name and __init__.py", "a snake_case_name and **init**.py"),
        ("2 * 3 * 4 is f*** odd", r"2 \* 3 \* 4 is f\*\*\* odd"),
        (r"\*not\* marked \# here", r"\*not\* marked # here"),
        ("We ~~sold~~ gave it away.", "We sold gave it away."),
        ("Type `bee --all` in ``a`b``.", "Type bee --all in a`b."),
        ("R&amp;D &lt;3 &#8212; caf&eacute;", "R&D <3 — café"),
        ("B**o Karlsen:** Hello.", "**Bo Karlsen:** Hello."),
        ("**Bo Karlse**n: Hello.", "**Bo Karlsen:** Hello."),
        ("un**believ**able", "unbelievable"),
        ("**" + "very long " * 12 + "bold** end", "very long " * 12 + "bold end"),
    ],
)
def test_emphasis_of_every_kind_is_one_thing(text: str, expected: str) -> None:
    assert lines(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [the Hive](https://example.org/wiki/Hive_(box)).", "See the Hive."),
        ("See [the Hive](<https://example.org/a b> 'A box').", "See the Hive."),
        ("See [the\nHive](/hive \"box\") now.", "See the\nHive now."),
        ("See [hive][1] and [drawer][] and [Zola].\n\n[1]: /a\n[drawer]: <b.html>\n[zola]: https://z.org 'Z'",
         "See hive and drawer and Zola."),
        ("See <https://example.org/x> or <mail@example.org>.", "See https://example.org/x or mail@example.org."),
        ("![a picture](a.png)Hello.", "Hello."),
        ("[![badge](b.svg)](https://ci.org) Hello.", "Hello."),
        ("[[Hive|The hive]] is a [[box]].", "The hive is a box."),
        ("[Ada](laughs) Hello.", "[Ada] (laughs) Hello."),
        ("[Ada](0:12) Hello.", "[Ada] (0:12) Hello."),
        ("[0:12](https://example.org/#t=12) Hello.", "[0:12] Hello."),
        ("([1:02:03](#t)) Hello.", "(1:02:03) Hello."),
        ("[Ada]: Hello.", "[Ada]: Hello."),
    ],
)  # fmt: skip
def test_links_are_their_text_and_words_in_brackets_are_no_links(text: str, expected: str) -> None:
    assert "\n".join(lines(text)) == expected


def test_footnotes_go_with_their_marks_and_are_listed_once() -> None:
    text = (
        "Ada: A hive[^a] is a box[2] of wood^[Or straw.].\n\n[^a]: A house\n    of bees.\n\n[2] See the book."
    )
    assert lines(text) == ["Ada: A hive is a box of wood."]
    assert "dropped: footnotes: 'A house of bees.', 'See the book.'" in remarks(text)
    assert next(each.line for each in read(text).remarks) == 3


def test_a_number_in_brackets_before_many_turns_is_no_footnote() -> None:
    text = "[1] Hello there.\n\n[2] Hello to you[1].\n\n[1] And so on."
    assert lines(text) == ["[1] Hello there.", "[2] Hello to you[1].", "[1] And so on."]


@pytest.mark.parametrize(
    ("fence", "kept"),
    [
        ("```python\nprint('x')\n```", False),
        ("~~~\nlet a = 1;\nrun(a);\n~~~", False),
        ("```\nAda: Hello to you all.\nBo: And to you.\n```", True),
        ("```transcript\nAda: Hello to you all.\n```", True),
        ("````\n```\na = b\nx = y\n```\n````", False),
    ],
)
def test_code_is_left_out_and_prose_in_fences_is_read(fence: str, kept: bool) -> None:
    text = f"Ada: You type this.\n\n{fence}\n\nAda: And then `run` it."
    found = "\n".join(lines(text))
    assert "`" not in found
    assert ("Hello to you all" in found) == kept
    assert any("code" in each for each in remarks(text)) != kept
    assert found.endswith("And then run it.")


def test_an_open_fence_ends_with_the_file() -> None:
    assert lines("```js\nlet a = 1;\nAda: Hello.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Bees #\nAda: Hello.", ["# Bees", "Ada: Hello."]),
        ("Bees\n====\n\nAda: Hello.", ["# Bees", "Ada: Hello."]),
        ("The first hive\n---\n\nAda: Hello.", ["## The first hive", "Ada: Hello."]),
        ("Ada: Hello to you.\n---\nBo: Hello.", ["Ada: Hello to you.", "---", "Bo: Hello."]),
        ("* * *\n- Ada: Hello.\n+ [x] Bo: Hello.", ["---", "- Ada: Hello.", "- Bo: Hello."]),
        ("1986. What a year.", ["1986. What a year."]),
        (">> ADA: Hello.\n>> BO: Hello.", [">> ADA: Hello.", ">> BO: Hello."]),
        ("        Ada: Hello, far to the right.", ["Ada: Hello, far to the right."]),
        ("Ada\n: Hello.", ["**Ada:** Hello."]),
        ("Ada: Hello.  \nBo: Hello.\\\nAda: Bye.", ["Ada: Hello.", "Bo: Hello.", "Ada: Bye."]),
        ("{% include player.html %}\nAda: {{ page.title }} is out.{: .lead}", ["Ada:  is out."]),
        ("import Player from './Player.astro'\n\n<Player src=\"a.mp3\" />\n\nAda: Hello.", ["Ada: Hello."]),
        ("[TOC]\n\n:::note\nAda: Hello.\n:::", ["Ada: Hello."]),
        ("<details><summary>Transcript</summary>\n\nAda: Hello.\n\n</details>", ["##### Transcript", "Ada: Hello."]),
        ("<!-- a\ncomment -->\nAda: Hello.<!-- no -->", ["Ada: Hello."]),
        ("<style>\np { color: red; }\n</style>\nAda: Hello.", ["Ada: Hello."]),
        ("<b>Ada:</b> Hello.<br>And <i>bye</i>.<sup>1</sup>", ["**Ada:** Hello.", "And bye."]),
        ("<p><strong>Ada:</strong> Hello.</p><p>Bye.</p>", ["**Ada:** Hello.", "Bye."]),
        ("<ada> Hello.\n<Bo> Hello <grin>.", ["<ada> Hello.", "<Bo> Hello <grin>."]),
    ],
)  # fmt: skip
def test_blocks_keep_what_is_said(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_quotes_are_known_and_kept() -> None:
    source = read("Ada: Hello.\n\n> A note\n> of two lines.\n\nBo: Hello.\n\n> [!note]\n> More.")
    assert [source.lines[index] for index in sorted(source.quoted)] == ["A note", "of two lines.", "More."]


def test_tables_of_speaker_and_text_are_turns_and_other_tables_are_listed() -> None:
    text = "| Who | Initials |\n|---|:-:|\n| Ada Berg | AB |\n| Bo Dahl | BD |\n\n| Time | Speaker | Text |\n|--|--|--|\n"  # noqa: E501
    text += "| 0:01 | Ada Berg | Hello to **all** of you \\| us. |\n| 0:09 | Ada Berg | We begin. |\n| 0:12 | Bo Dahl | Yes. |"  # noqa: E501
    assert lines(text) == [
        "**Ada Berg:** [00:00:01] Hello to **all** of you | us.",
        "[00:00:09] We begin.",
        "**Bo Dahl:** [00:00:12] Yes.",
    ]
    assert "dropped: tables: 'Who, Initials (2 rows)'" in remarks(text)


def test_every_line_has_its_number_in_the_file() -> None:
    text = "---\ntitle: Bees\n---\n\n# Bees\n\nAda: A [link\nover](\n/lines) two.\n<!-- a\nb -->\nBo: Hello `a\nb` there.\nEnd."  # noqa: E501
    source = read(text)
    found = {line: number for line, number in zip(source.lines, source.numbers, strict=True) if line}
    assert found == {
        "# Bees": 5,
        "Ada: A link": 7,
        "over": 8,
        "two.": 9,
        "Bo: Hello a": 12,
        "b there.": 13,
        "End.": 14,
    }


def test_words_have_the_line_of_the_file() -> None:
    transcript = read_transcript(
        "---\ntitle: Bees\n---\n\n**Ada:** Hello to you.\n\n**Bo:** And to you.", language="en"
    )
    assert [(turn.speaker, turn.line) for turn in transcript.turns] == [("Ada", 5), ("Bo", 7)]
    assert transcript.title == "Bees"
    assert transcript.metadata.title == "Bees"


@pytest.mark.parametrize(
    "piece",
    ["[", "*a ", "`", "```a`", "[a](", "<b", "**a*", "_a*b_", "{{", "![x", "<!--", "&a", "[a](b/", "~~", "[^", "\\", "|",  # noqa: E501
     "- ", "> ", "<p>", "</b>", "[[", "<style>"],
)  # fmt: skip
def test_marks_without_end_take_no_longer_than_text(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 5


@given(st.text(alphabet="ab *_`[]()<>!&;\\~#-|\n{}%^:/.1", max_size=80))
def test_no_text_is_too_strange_and_letters_are_kept(text: str) -> None:
    source = read(text)
    assert len(source.lines) == len(source.numbers)
    assert all(1 <= number <= text.count("\n") + 1 for number in source.numbers)
    if not set("[]()<>{}`!#|-%:/") & set(text):
        kept = "".join(source.lines)
        assert [letter for letter in kept if letter in "ab1"] == [
            letter for letter in text if letter in "ab1"
        ]


@given(st.text(alphabet="ab *_", max_size=30))
def test_emphasis_is_that_of_commonmark(text: str) -> None:
    library = pytest.importorskip("markdown_it")
    line = f"x{text}x"
    shown = library.MarkdownIt("commonmark").renderInline(line)
    expected = shown.replace("<em>", "").replace("</em>", "").replace("<strong>", "").replace("</strong>", "")
    found = lines(line)[0]
    plain = found.replace("\\*", "\0").replace("*", "").replace("\0", "*")
    assert " ".join(plain.split()) == " ".join(expected.split())


def test_text_with_marks_of_markdown_is_markdown_whatever_its_name() -> None:
    for text in (
        "__Ada:__ Hello.",
        "## Bees\n\nAda: Hello.",
        "---\ntitle: Bees\n---\nAda: Hello.",
        "Ada: [a](https://b.org).",
    ):
        assert read_text(text, name="talk.txt").kind == "Markdown"
    for text in ("Ada: Hello.", "Ada: 2 * 3 is_not 7.", ">> ADA: Hello.", "[Ada] Hello.", "<ada> Hello."):
        assert read_text(text, name="talk.txt").kind == "plain text"
        assert read_text(text, name="talk.md").kind == "Markdown"


def test_raised_numbers_and_escaped_brackets_are_marks_where_the_file_has_their_texts() -> None:
    text = "Ada: A hive.¹ A box.\\[2\\] Ten m² of wood.³\n\n¹ A house.\n\n\\[2\\]: Of straw.\n"
    assert lines(text) == ["Ada: A hive. A box. Ten m² of wood.³"]
    assert "dropped: footnotes: 'A house.', 'Of straw.'" in remarks(text)


@pytest.mark.parametrize(
    "mark", ["<sup>{0}</sup>", "<sup><a href='#n{0}'>{0}</a></sup>", "[{0}]", "<sup>[{0}]</sup>"]
)
@pytest.mark.parametrize("item", ["{0}. ", "{0}) "])
def test_a_numbered_list_at_the_end_with_marks_for_each_is_footnotes(mark: str, item: str) -> None:
    text = (
        f"Ada: A hive{mark.format(1)} is a house.\n\nBo: It is{mark.format(2)}, and it was.\n\n"
        f"{item.format(1)}A house of bees.\n{item.format(2)}See the book.\n"
    )
    assert lines(text) == ["Ada: A hive is a house.", "Bo: It is, and it was."]
    assert any("footnotes: '1" in remark for remark in remarks(text))


def test_a_numbered_list_without_marks_is_spoken() -> None:
    text = "Ada: These are the steps.\n\n1. Open the hive.\n2. Look in.\n"
    assert "Open the hive." in " ".join(lines(text))
