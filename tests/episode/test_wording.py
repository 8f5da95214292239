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
