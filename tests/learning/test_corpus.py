from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.learning.conftest import srt, talk, write_house

from captious.errors import CaptiousError, LearningError
from captious.learning.corpus import FEWEST_WORDS, read_corpus

if TYPE_CHECKING:
    from pathlib import Path

    from captious.learning.corpus import Corpus


def read(folder: Path, *extra: list[str], suffix: str = "srt", head: str = "") -> Corpus:
    """A corpus of one file: some cues, and then enough talk."""
    text = srt([*extra, *talk(FEWEST_WORDS)])
    if suffix == "vtt":
        text = "WEBVTT\n\n" + text.replace(",", ".")
    (folder / f"talk.{suffix}").write_text(head + text, encoding="utf-8")
    return read_corpus([str(folder)])


def first_turns(corpus: Corpus, count: int, width: int = 37) -> list[list[list[str]]]:
    """The first turns of the first file, each a list of cues, each a list of lines."""
    return [
        [[" ".join(line) for line in cue] for cue in turn] for turn in corpus.texts(width=width)[0][:count]
    ]


def test_a_folder_is_a_text_a_file(tmp_path: Path) -> None:
    corpus = read_corpus([str(write_house(tmp_path / "house"))])
    assert corpus.title == "house"
    assert [file.name.rsplit("/")[-1] for file in corpus.files] == [f"episode-{n}.srt" for n in range(1, 5)]
    assert corpus.words == 1600
    assert corpus.language == "en"
    texts = corpus.texts(width=37)
    assert len(texts) == 4
    assert [len(turns) for turns in texts] == [1, 1, 1, 1]
    words = [word for cue in texts[0][0] for line in cue for word in line]
    assert words[:4] == ["so", "when", "you", "write"]
    assert len(words) == 400


def test_what_fits_on_one_line_is_joined(tmp_path: Path) -> None:
    corpus = read(tmp_path, ["I do not", "know."])
    assert first_turns(corpus, 1)[0][0] == ["I do not know."]
    assert first_turns(corpus, 1, width=13)[0][0] == ["I do not", "know."]


def test_labels_are_taken_off_and_begin_turns(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        [">> ANN LEE: Welcome back", "to the show."],
        ["It is good to have you."],
        [">> BOB:", "Thank you for having me."],
        [">> And me as well."],
    )
    assert first_turns(corpus, 2) == [
        [["Welcome back to the show."], ["It is good to have you."]],
        [["Thank you for having me."]],
    ]
    assert first_turns(corpus, 3)[2][0] == ["And me as well."]


def test_two_speakers_in_a_cue_are_two_turns(tmp_path: Path) -> None:
    corpus = read(tmp_path, ["- Are you there?", "- Yes, I am."], ["- So let us begin."])
    turns = first_turns(corpus, 3)
    assert turns[:2] == [[["Are you there?"]], [["Yes, I am."]]]
    assert turns[2][0] == ["So let us begin."]


def test_a_voice_that_changes_begins_a_turn(tmp_path: Path) -> None:
    corpus = read(tmp_path, ["<v Ann>Hello there."], ["<v Ann>Come in."], ["<v Bob>Thank you."], suffix="vtt")
    assert first_turns(corpus, 2) == [[["Hello there."], ["Come in."]], [["Thank you."]]]


def test_sounds_music_and_empty_cues_are_left_out(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        ["[applause]"],
        ["(upbeat music", "continues)"],
        ["♪ We all live here ♪"],
        ["<i></i>"],
        ["[laughs]", "I did not expect that."],
        ["And here we are."],
        ["-"],
    )
    assert first_turns(corpus, 1) == [[["I did not expect that."], ["And here we are."]]]
    assert corpus.words == FEWEST_WORDS + 9


def test_a_file_with_issues_is_used_as_far_as_it_was_read(tmp_path: Path) -> None:
    corpus = read(tmp_path, head="stray text\n\n")
    assert corpus.files[0].findings >= 1
    assert corpus.words == FEWEST_WORDS


def test_files_of_no_use_are_skipped_with_a_reason(tmp_path: Path) -> None:
    folder = write_house(tmp_path / "house")
    (folder / "broken.srt").write_bytes(b"\xff\xfe\x00\xd8")
    (folder / "sounds.srt").write_text(srt([["[applause]"]]), encoding="utf-8")
    same = (folder / "episode-1.srt").read_text(encoding="utf-8").replace(",", ".")
    (folder / "episode-1.vtt").write_text(f"WEBVTT\n\n{same}", encoding="utf-8")
    (folder / "notes.txt").write_text("not captions", encoding="utf-8")
    corpus = read_corpus([str(folder)])
    assert len(corpus.files) == 4
    reasons = {name.rsplit("/")[-1]: reason for name, reason in corpus.skipped}
    assert set(reasons) == {"broken.srt", "sounds.srt", "episode-1.vtt"}
    assert reasons["sounds.srt"] == "no speech in it"
    assert reasons["episode-1.vtt"].endswith("episode-1.srt")


def test_too_few_words_are_refused(tmp_path: Path) -> None:
    folder = write_house(tmp_path / "house", files=2, words=FEWEST_WORDS // 2 - 1)
    with pytest.raises(LearningError) as caught:
        read_corpus([str(folder)])
    assert "698 spoken words in 2 caption files, at least 700 are needed" in str(caught.value)
    assert caught.value.path == str(folder)
    assert caught.value.hint


def test_a_path_that_leads_nowhere_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CaptiousError, match="no such file or folder"):
        read_corpus([str(tmp_path / "nothing")])


def test_files_are_called_after_their_folder(tmp_path: Path) -> None:
    folder = write_house(tmp_path / "house")
    paths = [str(path) for path in folder.iterdir()]
    assert read_corpus(paths).title == "house"
    other = write_house(tmp_path / "other")
    assert read_corpus([str(folder), str(other)]).title == "house, other"
