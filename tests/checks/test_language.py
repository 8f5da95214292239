"""The language a file is checked in when no option sets it."""

from __future__ import annotations

from captious.checks.settings import CheckSettings, open_subject
from captious.formats.registry import format_by_name
from captious.style import load_style

GERMAN = (
    "Wir haben gestern mit dem Bürgermeister gesprochen, und er hat gesagt, dass die Brücke bald fertig ist."
)


def language(source: str, name: str = "srt", given: str | None = None) -> str | None:
    settings = CheckSettings(style=load_style("base"), language=given)
    return open_subject(format_by_name(name).read(source), settings).language


def test_the_language_is_guessed_from_the_words() -> None:
    srt = f"1\n00:00:01,000 --> 00:00:05,000\n{GERMAN}\n"
    assert language(srt) == "de"
    assert language(srt, given="fr") == "fr"


def test_the_language_of_the_file_wins() -> None:
    vtt = f"WEBVTT\nLanguage: nl\n\n00:01.000 --> 00:05.000\n{GERMAN}\n"
    assert language(vtt, "vtt") == "nl"


def test_a_few_words_are_too_few_to_guess() -> None:
    assert language("1\n00:00:01,000 --> 00:00:05,000\nGuten Tag.\n") is None
