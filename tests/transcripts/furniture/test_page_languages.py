"""Furniture of pages in other languages and shapes is left out; turns worded like it stay."""

from __future__ import annotations

import pytest

from captious.transcripts.parse import read_transcript
from captious.transcripts.sources.registry import read_document

TURNS = (
    ("Mira Holt", "Good morning. We stand on the old pier, and the fog has not lifted since Tuesday."),
    ("Élie d'Orsay", "It is my pleasure, and I have brought the keys that my uncle left me."),
    ("Mira Holt", "Which door do they open, and who has the other set?"),
    ("Élie d'Orsay", "The lamp room and the cellar. Nobody has the other set, it fell into the sea."),
    ("Mira Holt", "Did anybody dive for it when the water was clear?"),
    ("Élie d'Orsay", "My sister did, twice, and she came up with a boot and a very angry crab."),
)
FORMS = ("{0}: {1}", "**{0}:** {1}", "**{0}**\n\n{1}", "{0}\n{1}", "[{0}] {1}")


def written(
    form: str, turns: tuple[tuple[str, str], ...] = TURNS, *, above: str = "", below: str = ""
) -> str:
    return "\n\n".join(filter(None, [above, *(form.format(*turn) for turn in turns), below]))


def said(text: str) -> tuple[tuple[str | None, str], ...]:
    transcript = read_transcript(text, language="en")
    return tuple((turn.speaker, " ".join(word.text for word in turn.words)) for turn in transcript.turns)


@pytest.mark.parametrize("form", FORMS)
def test_a_surname_may_begin_with_a_small_letter_and_an_apostrophe(form: str) -> None:
    assert said(written(form)) == TURNS


@pytest.mark.parametrize("name", ["Omar al-Amin", "Bice dell’Orto", "Jeanne d’Arc", "Nadia el-Sayed"])
def test_surnames_with_an_article_are_names(name: str) -> None:
    turns = tuple((name if speaker != "Mira Holt" else speaker, words) for speaker, words in TURNS)
    assert said(written("{0}: {1}", turns)) == turns


BELOW = (
    "Похожие записи\n\nКак построить лодку\n\nДобавить комментарий",
    "Расшифровка выполнена автоматически и может содержать ошибки.",
    "Предыдущая запись: Выпуск 3\n\nСледующая запись: Выпуск 5",
    "Конец расшифровки",
    "関連記事\n\n舟の作り方\n\nコメントを残す",
    "文字起こし終わり",
    "Partager sur Facebook\n\nPartager sur Mastodon",
    "Épisode précédent : Le sel\n\nÉpisode suivant : Le beurre",
    "Propos recueillis par Anne Duval.",
    "Fin de la transcription",
    "Compartir en Facebook",
    "Fin de la transcripción",
    "Diesen Beitrag teilen\n\nFacebook",
    "Das Gespräch führte Petra Lang.",
    "Hinweis: Dieses Transkript wurde maschinell erstellt.",
    "Kommentare (3)\n\nPeter: tolle Folge",
    "Subscribe: Apple Podcasts | Spotify | RSS",
    "Support the show on Patreon: https://example.org/pier",
    "If you spotted a mistake in this transcript, please send a correction on GitHub.",
)


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("form", FORMS[:3])
def test_footers_in_several_languages_are_not_spoken(form: str, below: str) -> None:
    assert said(written(form, below=below)) == TURNS


ABOVE = (
    "Título: El muelle\nFecha: 3 de marzo de 2024\nPresentadora: Mira Holt\nInvitado: Élie d'Orsay",
    "Titre : La jetée\nDate : 3 mars 2024\nAnimatrice : Mira\nInvité : Élie",
    "Название: Старый причал\nДата: 3 марта 2024\nВедущая: Мира Хольт\nГость: Эли Орсе",
)


@pytest.mark.parametrize("above", ABOVE)
def test_fields_of_a_head_are_known_in_several_languages(above: str) -> None:
    text = written("{0}: {1}", above=above)
    assert said(text) == TURNS
    title = above.splitlines()[0].partition(":")[2].strip()
    assert read_transcript(text).metadata.title == title


LIKE_FURNITURE = (
    "Related posts",
    "Intro",
    "More from Élie after the break",
    "Editor's note: I never write those",
    "Show notes",
    "Title: The Pier. That is what I would call it.",
    "All rights reserved, it says at the bottom.",
    "Transcript.",
    "Next: the boot.",
)


@pytest.mark.parametrize("words", LIKE_FURNITURE)
@pytest.mark.parametrize("form", [FORMS[2], FORMS[3]])
@pytest.mark.parametrize("at", [2, 3, 5])
def test_what_stands_right_below_a_name_is_said_whatever_its_wording(form: str, words: str, at: int) -> None:
    turns = (*TURNS[:at], (TURNS[at][0], words), *TURNS[at + 1 :])
    assert said(written(form, turns)) == turns


@pytest.mark.parametrize("at", [1, 3, 5])
def test_words_about_rights_behind_a_label_are_said(at: int) -> None:
    turns = (*TURNS[:at], (TURNS[at][0], "All rights reserved, it says on the boot."), *TURNS[at + 1 :])
    assert said(written("{0}: {1}", turns)) == turns


@pytest.mark.parametrize("form", ["[{2}] {0}: {1}", "{0} ({2}): {1}", "{2} {0}: {1}", "{0} {2}\n{1}"])
@pytest.mark.parametrize("stamp", ["{0}m{1:02}s", "0h{0:02}m{1:02}s"])
def test_times_with_letters_are_stamps(form: str, stamp: str) -> None:
    text = "\n\n".join(
        form.format(name, words, stamp.format(at, 7 * at)) for at, (name, words) in enumerate(TURNS)
    )
    turns = read_transcript(text, language="en").turns
    assert said(text) == TURNS
    assert [turn.words[0].anchor_ms for turn in turns] == [at * 67_000 for at in range(len(TURNS))]


def test_a_length_of_time_within_a_sentence_is_speech() -> None:
    turns = tuple((name, f"It took 3m20s and then {words}") for name, words in TURNS)
    assert said(written("{0}: {1}", turns)) == turns


def test_a_label_of_two_words_may_end_in_a_wide_colon() -> None:
    turns = tuple((name.replace("d'Orsay", "Orsay"), words) for name, words in TURNS)
    assert said(written("{0}：{1}", turns)) == turns


PARTS = (
    '<div id="jp-relatedposts"><h3>Related</h3><p>Some other post</p></div>',
    '<div class="kg-card kg-signup-card"><h2>Sign up</h2><p>Get it in your inbox.</p></div>',
    '<div class="subscription-widget-wrap"><p>Thanks for reading! Subscribe for free.</p></div>',
    '<div class="blog-item-tags">Tags</div>',
    '<section class="gh-readmore"><h3>Read next</h3><p>Another one</p></section>',
)


@pytest.mark.parametrize("part", PARTS)
def test_parts_that_publishing_systems_add_to_a_page_are_not_spoken(part: str) -> None:
    turns = "".join(f"<p><strong>{name}:</strong> {words}</p>" for name, words in TURNS)
    text = f"<html><body><article><h1>The pier</h1>{turns}{part}</article></body></html>"
    assert said(text) == TURNS


def test_a_tab_behind_a_name_in_rich_text_ends_a_label() -> None:
    turns = tuple((name.replace("Élie", "Elie"), words) for name, words in TURNS)
    body = "".join(f"{name}\\tab {words}\\par\n" for name, words in turns)
    source = read_document(("{\\rtf1\\ansi " + body + "}").encode("ascii"))
    assert source is not None
    found = read_transcript(source, language="en").turns
    assert tuple((turn.speaker, " ".join(word.text for word in turn.words)) for turn in found) == turns
