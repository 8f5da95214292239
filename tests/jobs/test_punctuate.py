"""Punctuation is added to ASR output that has none, on request only, and it is said."""

from __future__ import annotations

import json

import pytest

import captious
from captious.errors import OptionError

SPEECH = (
    "hello everyone and welcome to the show today we talk about machine learning with our guest from berlin "
    "what do you think of open source software well i think it is a great way to work because everyone can read "
    "the code and if something is broken you can fix it yourself"
)


def track(text: str, *, language: str = "en") -> str:
    words = [
        {"word": word, "start": number * 0.4, "end": number * 0.4 + 0.3}
        for number, word in enumerate(text.split())
    ]
    return json.dumps({"language": language, "words": words})


def made(text: str, *, punctuate: bool = True, language: str = "en") -> captious.CaptionResult:
    from captious.word_timings.registry import parse_words

    words = parse_words(track(text, language=language))
    return captious.caption(words=words, punctuate=punctuate, language=language, to="vtt")


def spoken(result: captious.CaptionResult) -> str:
    return " ".join(line for cue in result.cues for line in cue.lines)


def test_only_marks_and_capitals_are_added() -> None:
    text = spoken(made(SPEECH))
    assert text != spoken(made(SPEECH, punctuate=False)) == SPEECH
    assert "".join(letter for letter in text.lower() if letter not in ".,?") == SPEECH
    assert text[0] == "H"
    assert text.endswith("yourself.")
    assert " I think " in text
    assert "software?" in text


def test_what_was_added_is_said_in_the_summary_and_in_the_file() -> None:
    result = made(SPEECH)
    assert any(
        row.label == "guessed" and row.text.startswith("punctuation:") and "full stop" in row.text
        for row in result.rows
    )
    assert "NOTE Punctuation and capitals added by captious, not by a person" in result.texts["vtt"]
    assert "Punctuation" not in made(SPEECH, punctuate=False).texts["vtt"]


def test_text_with_punctuation_and_other_languages_are_refused() -> None:
    with pytest.raises(OptionError, match="punctuation already"):
        made("Well, I said so. And then? It was good. " * 5)
    with pytest.raises(OptionError, match="German"):
        made("wir haben das heute hier gesehen und " * 10, language="de")


def test_a_transcript_keeps_its_own() -> None:
    with pytest.raises(OptionError, match="ASR output only"):
        captious.caption(SPEECH, punctuate=True)
