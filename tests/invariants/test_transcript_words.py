"""No word is lost, added or moved on the way from a text to its turns."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from captious.errors import CaptiousError
from captious.transcripts.parse import read_transcript
from captious.transcripts.typography import apply_quotes

# Without what may form a label, a timestamp, a bracketed sound, Markdown or an entity.
PLAIN = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="：:[](){}*\\#&>\ufeff|`_~<"),
    max_size=300,
)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
MARKS = st.text(st.sampled_from(":：[](){}*\\#&>\n\r\t 0123459.Aab’'\"“”–-äé\u2028"), max_size=200)


@given(PLAIN)
@settings(max_examples=200)
def test_words_out_are_words_in(text: str) -> None:
    words = "we say this: " + text.replace("haha", "")
    try:
        transcript = read_transcript(words, language="en")
    except CaptiousError:
        return
    if any(word.sound for turn in transcript.turns for word in turn.words) or any(
        remark.kind in ("dropped", "changed") for remark in transcript.remarks
    ):
        return
    out = "".join(word.text for turn in transcript.turns for word in turn.words)
    assert out == "".join(unicodedata.normalize("NFC", words).split())
    assert [turn.speaker for turn in transcript.turns] == [None]


@given(st.one_of(ANY, MARKS))
@settings(max_examples=300)
def test_any_text_gives_turns_or_our_own_error(text: str) -> None:
    try:
        transcript = read_transcript(text, language="en", clean_verbatim=True, glossary=[("a b", "c")])
    except CaptiousError:
        return
    assert all(turn.words for turn in transcript.turns)
    lines = [word.line for turn in transcript.turns for word in turn.words]
    assert lines == sorted(lines)
    anchors = [
        word.anchor_ms for turn in transcript.turns for word in turn.words if word.anchor_ms is not None
    ]
    assert anchors == sorted(anchors)


@given(MARKS, st.sampled_from(["straight", "curly"]))
@settings(max_examples=200)
def test_quotes_change_nothing_else_and_settle(text: str, quotes: str) -> None:
    try:
        transcript = read_transcript(text, language="en")
    except CaptiousError:
        return
    once = apply_quotes(transcript, quotes)
    assert apply_quotes(once, quotes) == once
    plain = str.maketrans(dict.fromkeys('“”„"', '"') | dict.fromkeys("‘’'", "'"))
    for before, after in zip(transcript.turns, once.turns, strict=True):
        assert [word.text.translate(plain) for word in before.words] == [
            word.text.translate(plain) for word in after.words
        ]
