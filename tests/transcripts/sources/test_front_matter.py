"""Front matter: never speech, and what it says of the recording is kept."""

from __future__ import annotations

import pytest

from captious.transcripts.model import Metadata
from captious.transcripts.parse import read_transcript
from captious.transcripts.sources.dates import read_date
from captious.transcripts.sources.front_matter import split_front_matter
from captious.transcripts.sources.metadata import parse_duration, split_names

SPEECH = "\n\nAda: We keep bees on the roof.\n\nBo: And in the cellar.\n"


def metadata(block: str) -> Metadata:
    found = split_front_matter((block + SPEECH).split("\n"))
    assert found is not None
    return found.metadata


@pytest.mark.parametrize(
    "block",
    [
        "---\ntitle: Bees\ntags:\n  - one\n  - two\n---",
        "---\ntitle: Bees\ndescription: folded\n  over two lines.\n---",
        "---\ntitle: Bees\ndescription: |\n  kept\n\n  lines: here\n---",
        "---\ntitle: Bees\nsummary: >-\n  folded\n  lines\n...",
        "---  \ntitle: 'Bees'\r\nlayout: post\r\n---\r",
        "\n---\ntitle: Bees\nlead: a: b\nurl: http://a.org: no yaml\n\tbad: [\n---",
        '---\ntitle: "Bees"\nsubtitle: "over\nthe margin"\n---',
        "---\ntitle: Bees\nquotes:\n  - text: 'I would say it again.'\n    speaker: Ada\n    timestamp: '0:12'\n---",
        "+++\ntitle = \"Bees\"\ntags = ['a']\n[extra]\nx = 1\n+++",
        '+++\ntitle = "Bees"\nbroken = = \n+++',
        '{\n  "title": "Bees",\n  "tags": ["a"]\n}',
        "% Bees\n% Ada Berg\n% 2026",
        "---\ntitle: Bees\nlayout: post\ndate: 2026-04-06",
        "----\ntitle: Bees\n---",
    ],
)
def test_the_whole_block_is_one_dropped_thing_with_its_title(block: str) -> None:
    transcript = read_transcript(block.replace("\r", "") + SPEECH, language="en")
    assert [" ".join(word.text for word in turn.words) for turn in transcript.turns] == [
        "We keep bees on the roof.",
        "And in the cellar.",
    ]
    assert transcript.title == "Bees"
    dropped = [remark for remark in transcript.remarks if remark.kind == "dropped"]
    assert len(dropped) == 1
    assert dropped[0].message.startswith("front matter of ")
    assert "title" in dropped[0].message


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nAda: We keep bees.\n\n---\n\nBo: So do I.\n\n---\n",
        "---\nAda: We keep bees.\nBo: So do I.\nAda: Good.\n---\n",
        "---\n\nWe keep bees. We have kept them for years.\n\n---\n\nAnd we like them.\n",
        "Ada: Hello.\n---\ntitle: Bees\n---\n",
        "---\n---\nAda: Hello.\n",
        "---\nJust words here, no key at all\n---\nAda: Hello.\n",
        "+++ that was loud +++\nAda: Hello.\n",
        "{laughs} Ada: Hello.\n",
        "{}\n",
    ],
)
def test_turns_between_rules_are_no_front_matter(text: str) -> None:
    assert split_front_matter(text.split("\n")) is None


def test_facts_are_found_under_the_names_that_programs_give_them() -> None:
    found = metadata(
        "---\nlayout: post\npageTitle: Bees at home\npub_date: '\n\n  January 11th, 2026'\nhost: Ada Berg\n"
        "guests:\n  - name: Bo Dahl\n    url: x\n  - Cleo Maas\nduration: 0:47:13\ndescription: >\n  Two\n  lines.\n"
        "podcast: Hive Radio\nlang: en-GB\nchapters:\n  - time: '1:30'\n    title: The roof\n  - start: 0\n    title: Hello\n---"  # noqa: E501
    )
    assert found == Metadata(
        title="Bees at home",
        date="2026-01-11",
        hosts=("Ada Berg",),
        guests=("Bo Dahl", "Cleo Maas"),
        duration_ms=2_833_000,
        description="Two lines.",
        series="Hive Radio",
        language="en-GB",
        chapters=((0, "Hello"), (90_000, "The roof")),
    )


def test_facts_below_another_key_are_found_unless_one_at_the_top_says_otherwise() -> None:
    found = metadata(
        "---\nepisode:\n  title: Inner\n  date: 2026-04-06\n  duration_seconds: 61.5\ntitle: Outer\n---"
    )
    assert (found.title, found.date, found.duration_ms) == ("Outer", "2026-04-06", 61_500)


def test_a_path_is_no_title() -> None:
    assert metadata("---\nepisode: _episodes/12-bees.md\nlayout: post\n---").title is None
    assert (
        metadata("---\nepisode: Transcript of episode 12\nlayout: post\n---").title
        == "Transcript of episode 12"
    )


def test_a_transcript_in_the_front_matter_is_read_where_the_body_has_none() -> None:
    items = "".join(
        f"  - time: '0:{at:02}'\n    text: We say the words number {at} here.\n" for at in range(0, 30, 10)
    )
    text = f"---\ntitle: Bees\ntranscriptText:\n{items}---\n\n<Player />\n"
    transcript = read_transcript(text, language="en")
    assert [word.anchor_ms for word in transcript.turns[0].words if word.anchor_ms is not None] == [
        0,
        10_000,
        20_000,
    ]
    assert transcript.turns[0].words[0].line == 4
    written = read_transcript(
        f"---\ntitle: Bees\ntranscript: |\n  Ada: {'We keep bees. ' * 8}\n  Bo: Do you?\n---\n", language="en"
    )
    assert [turn.speaker for turn in written.turns] == ["Ada", "Bo"]
    assert [turn.line for turn in written.turns] == [4, 5]
    named = read_transcript(
        f"---\ntitle: Bees\ntranscript: /transcripts/bees.txt\n---\n{SPEECH}", language="en"
    )
    assert len(named.turns) == 2


def test_aliases_that_stand_for_each_other_take_no_time() -> None:
    bomb = "---\na: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in ("ab", "bc", "cd", "de", "ef", "fg")
    )
    assert split_front_matter(f"{bomb}title: Bees\n---{SPEECH}".split("\n")) is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0:47:13", 2_833_000),
        ("45:41", 2_741_000),
        ("PT4M21S", 261_000),
        ("PT1H2M", 3_720_000),
        ("1 hr 3 min", 3_780_000),
        ("34 minutes", 2_040_000),
        ("2833", 2_833_000),
        ("45", None),
        ("", None),
        ("soon", None),
        ("25:61", None),
    ],
)
def test_lengths(text: str, expected: int | None) -> None:
    assert parse_duration(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-04-06", "2026-04-06"),
        ("2026-04-06 16:00:00", "2026-04-06"),
        ("2026-04-06T16:00:00+02:00", "2026-04-06"),
        ("2026/4/6", "2026-04-06"),
        ("6.4.2026", "2026-04-06"),
        ("April 6, 2026", "2026-04-06"),
        ("6 avril 2026", "2026-04-06"),
        ("4/6/2026", "4/6/2026"),
        ("31.2.2026", "31.2.2026"),
        ("this spring", "this spring"),
    ],
)
def test_dates(text: str, expected: str) -> None:
    assert read_date(text) == expected


def test_names_in_running_text() -> None:
    assert split_names("Ada Berg, PhD, Bo Dahl & Cleo Maas and Dan Ek") == (
        "Ada Berg",
        "Bo Dahl",
        "Cleo Maas",
        "Dan Ek",
    )
    assert split_names("Andy") == ("Andy",)
