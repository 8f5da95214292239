from __future__ import annotations

from tests.episode.conftest import speech

from captious.episode.model import Chapter, Episode, EpisodeWord, Paragraph, sections


def episode(*chapters: Chapter, openings: tuple[int, ...] = ()) -> Episode:
    speeches = (
        speech("Ann", "Hello there, Bob.", "And now this."),
        speech("Bob", "Yes! [laughs] Good.", start_ms=5000),
        speech(None, "Somebody else.", start_ms=9000),
    )
    return Episode("Talk", "en", speeches, chapters, openings, (), 20_000, "by hand", False)


def test_text_words_and_speakers() -> None:
    made = episode()
    assert made.speeches[0].paragraphs[0].text == "Hello there, Bob."
    assert made.speakers == ("Ann", "Bob")
    assert made.word_count == 10
    glued = Paragraph(
        (EpisodeWord("今日は", 0), EpisodeWord("いい", 300, glued=True), EpisodeWord("天気", 500))
    )
    assert glued.text == "今日はいい 天気"


def test_without_chapters_there_is_one_section() -> None:
    (only,) = sections(episode())
    assert only.chapter is None
    assert only.speeches == episode().speeches


def test_a_speech_over_the_end_of_a_chapter_is_in_both() -> None:
    made = episode(Chapter(0, "One"), Chapter(1200, "Two"), Chapter(9500, "Three"), openings=(0, 1, 1))
    found = sections(made)
    assert [each.chapter.title if each.chapter else "" for each in found] == ["One", "Two", "Three"]
    assert [[one.speaker for one in each.speeches] for each in found] == [["Ann"], [], ["Ann", "Bob", None]]
    assert (
        next(paragraph.text for one in found[2].speeches for paragraph in one.paragraphs) == "And now this."
    )


def test_what_comes_before_the_first_chapter_is_kept() -> None:
    found = sections(episode(Chapter(5000, "Late"), openings=(2,)))
    assert found[0].chapter is None
    assert [one.speaker for one in found[0].speeches] == ["Ann"]
    assert [one.speaker for one in found[1].speeches] == ["Bob", None]
