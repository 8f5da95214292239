from __future__ import annotations

from captious.episode import wording
from captious.episode.mentions import KINDS
from captious.lexicon import known_languages


def test_every_language_with_word_lists_has_every_word() -> None:
    for key in wording._TABLE:
        said = {wording.say(key, language) for language in known_languages()}
        assert all(said)
        assert len(wording._TABLE[key].split("|")) == len(known_languages())
    for kind in KINDS:
        assert wording.say(kind, "de")


def test_other_languages_are_spoken_to_in_english() -> None:
    assert wording.say("chapters", "ja") == "Chapters"
    assert wording.say("chapters", "pt-BR") == "Capítulos"
    assert wording.spoken_in("und") == "en"


def test_dates_as_people_write_them() -> None:
    assert wording.written_date("2026-03-09", "en") == "9 March 2026"
    assert wording.written_date("2026-03-09", "de-AT") == "9. März 2026"
    assert wording.written_date("2026-03-09", "es") == "9 de marzo de 2026"
    assert wording.written_date("2026-03-09", "pl") == "9 marca 2026"
    assert wording.written_date("April 6, 2006", "en") == "April 6, 2006"
    for language in known_languages():
        assert wording.written_date("2026-12-31", language).endswith("2026")
