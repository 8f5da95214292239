"""Labels in every form that tools, pages and minutes have, found by evidence over the whole text."""

from __future__ import annotations

import pytest
from tests.transcripts.talk import FERRY, IVO, MEI, NORA, read, remarks, said, starts_s, write

NAMED = {
    "emphasis with two underscores": "__{n}__: {x}",
    "emphasis with an underscore": "_{n}_: {x}",
    "emphasis with an asterisk": "*{n}:* {x}",
    "emphasis with three asterisks": "***{n}:*** {x}",
    "emphasis of two kinds": "**_{n}:_** {x}",
    "the colon after the emphasis": "**{n}**: {x}",
    "a space before the colon": "**{n}** : {x}",
    "a space in the emphasis": "**{n} :** {x}",
    "no colon at all": "**{n}** {x}",
    "emphasis on a line of its own": "**{n}**\n\n{x}",
    "square brackets": "[{n}] {x}",
    "square brackets and a colon": "[{n}]: {x}",
    "round brackets": "({n}) {x}",
    "angle brackets": "<{n}> {x}",
    "a dash": "{n} – {x}",
    "a hyphen": "{n} - {x}",
    "a long dash": "{n} — {x}",
    "a heading": "### {n}\n\n{x}",
    "a heading with emphasis": "## **{n}**\n{x}",
    "a tab": "{n}\t{x}",
    "spaces": "{n}     {x}",
    "a line of its own": "{n}\n{x}",
    "a paragraph of its own": "{n}\n\n{x}",
    "a list": "- **{n}**: {x}",
    "a numbered list": "1. **{n}:** {x}",
    "a bullet": "• {n}: {x}",
    "a picture": "🎙️ {n}: {x}",
    "a glued picture": "⛴{n}: {x}",
    "an affiliation": "{n}, Sound Ferries: {x}",
    "a role": "{n} (on deck): {x}",
    "chevrons": ">> {n}: {x}",
    "a full stop after capitals": "MS. {s}. {x}",
    "a full stop and a dash": "MS. {s}.- {x}",
    "an office": "Commissioner {s}. {x}",
    "capitals of a court": "          MS. {s}:  {x}",
    "small initials": "{i}: {x}",
    "a number": "Speaker {k}: {x}",
    "a number in brackets": "[Speaker {k}] {x}",
}
TIMED = {
    "a bracket, then the time": "[{n}] [{c}] {x}",
    "the name in brackets above": "[{n}] {t}\n{x}",
    "a range, then a machine's name": "[{t}.000 --> {u}.000] [SPEAKER_0{k}] {x}",
    "a range without brackets": "{t},000 --> {u},000\n{n}\n{x}",
    "a range of frames": "{t}:05 - {u}:00\nSpeaker {k}\n{x}",
    "seconds of a recogniser": "{n} [{t} - {u}]\n{x}",
    "the name, then the time below": "{n}\n({t}) {x}",
    "the name and the time in two emphases": "**{n}** *{t}*\n\n{x}",
    "a colon before the time": "{n}: {c}\n{x}",
    "a colon before the time, the text apart": "{n}: {t}\n\n{x}",
    "the time, then a name and no sign": "[{t}] {n} {x}",
    "an at sign": "@{c} - {n}\n{x}",
    "columns": "{t}\t{n}\t{x}",
    "columns, the name first": "{n}\t{t}\t{x}",
    "the time in round brackets": "{n} ({c}) {x}",
    "the time, a name in emphasis": "[{t}] **{n}** {x}",
    "the time, a label in emphasis": "({c}) **{n}:** {x}",
    "a heading with a time": "#### {n} ({c})\n\n{x}",
    "a linked time in a heading": "#### [{t}](https://example.org/v?t=1) | {n}: {x}",
    "the time above": "{c}\n{n}\n{x}",
    "the time above a colon": "{t}\n{n}: {x}",
    "the time far above a colon": "{t}\n\n{n}: {x}",
    "everything in brackets": "[{t}] [{n}] {x}",
    "a bar": "{c} | {n}\n{x}",
    "a dot": "{n} · {c}\n{x}",
}


def _names(form: str) -> dict[str, str]:
    """What each person is called in a form."""
    people = (NORA, IVO, MEI)
    shown = {
        "{s}": {name: f"MS. {name.split()[-1].upper()}" for name in people},
        "{i}": {name: "".join(word[0] for word in name.split()).lower() for name in people},
        "SPEAKER": {name: f"SPEAKER_0{number}" for number, name in enumerate(people, 1)},
        "Speaker": {name: f"Speaker {number}" for number, name in enumerate(people, 1)},
    }
    for mark, names in shown.items():
        if mark in form:
            office = form.startswith("Commissioner")
            return {
                name: called.replace("MS.", "Commissioner") if office else called
                for name, called in names.items()
            }
    return {name: name for name in people}


@pytest.mark.parametrize("form", NAMED.values(), ids=NAMED)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_form_of_labels_is_read(form: str, line_end: str) -> None:
    text = write(form, "\n" if "\t" in form else "\n\n")
    names = _names(form)
    assert said(read(text.replace("\n", line_end))) == [(names[name], words) for name, _, words in FERRY]


@pytest.mark.parametrize("form", TIMED.values(), ids=TIMED)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_form_of_timed_labels_is_read(form: str, line_end: str) -> None:
    transcript = read(write(form, "\n" if "\t" in form else "\n\n").replace("\n", line_end))
    names = _names(form)
    assert said(transcript) == [(names[name], words) for name, _, words in FERRY]
    assert starts_s(transcript) == [at for _, at, _ in FERRY]


@pytest.mark.parametrize(
    "form", ["[{n}] {x}", "### {n}\n\n{x}", "**{n}** {x}", "{n}\n\n{x}", "[{t}] {n} {x}"]
)
def test_one_who_speaks_once_among_them_is_found_too(form: str) -> None:
    turns = [
        *FERRY,
        ("Ada Lund", 56, "Then I shall be here, with a camera."),
        (NORA, 60, "You are most welcome."),
    ]
    assert [speaker for speaker, _ in said(read(write(form, turns=turns)))] == [name for name, _, _ in turns]


@pytest.mark.parametrize(
    "text",
    [
        "(Yes) she said, and left.\n\n(No) he said, and stayed.\n\n(Maybe) they said.",
        "[Music]\n\nWe begin.\n\n[Music]\n\nWe end.\n\n[Music]\n\nWe are done here.",
        "**Read this** before you go.\n\nIt is short.\n\n**Keep calm** while you read it.\n\nIt is long.",
        "Tea – it is hot.\n\nMilk – it is not.\n\nTea – I said so before.\n\nSugar – none for me.",
        "It was late.\n\nYeah\n\nWe went on.\n\nYeah\n\nThen it rained.\n\nRight\n\nAnd so on.\n\nRight",
        "Write <p> first.\n\n<p> opens a paragraph.\n\n</p> closes it.",
        "Yes. We can.\n\nNo. We cannot.\n\nYes. But why?\n\nNo. Never.",
        "A. Buy milk.\n\nB. Buy bread.\n\nC. Go home.\n\nD. Sleep.",
    ],
)
def test_what_only_looks_like_a_label_is_speech(text: str) -> None:
    assert {speaker for speaker, _ in said(read(text))} == {None}


def test_a_sound_in_brackets_is_no_speaker_however_often_it_comes() -> None:
    text = write("[{n}] {x}").replace("[Mei", "[Applause]\n\n[Mei")
    transcript = read(text)
    assert {turn.speaker for turn in transcript.turns} == {NORA, IVO, MEI}
    assert sum(word.sound for turn in transcript.turns for word in turn.words) == 2


def test_a_property_of_a_style_sheet_is_no_speaker() -> None:
    prose = "We talk about styles today, and about the colours of ferries.\n\n" * 6
    sheet = "color: #333;\nmargin: 4px;\ncolor: #777;\nmargin: 0;\ncolor: red;\nmargin: auto;\n"
    assert not {turn.speaker for turn in read(f"{prose}{sheet}\n{prose}").turns} & {"color", "margin"}


def test_labels_in_the_middle_of_a_paragraph_are_found_when_bold_ends_elsewhere() -> None:
    text = (
        "**NORA:** Who steers? **IVO:** I do. **NORA:** Alone? **IVO:** Never. "
        "**NORA:** **Really?** IVO: Really. **[Laughs]**NORA: Good. **IVO:** Yes."
    )
    assert [speaker for speaker, _ in said(read(text))] == ["NORA", "IVO"] * 4


def test_what_stands_beside_labels_is_told_once_for_each_speaker() -> None:
    dropped = remarks(read(write("{n} (on deck): {x}")), "dropped")
    assert [message for message in dropped if "beside" in message] == [
        f"beside the labels of {name}: on deck" for name in (NORA, IVO, MEI)
    ]
