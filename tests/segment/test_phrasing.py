from __future__ import annotations

import captious
from captious.lexicon import load_lexicon
from captious.segment.kinds import Classifier
from captious.segment.phrasing import rules_of_the_eye, weigh_ends

LEXICON = load_lexicon("en")


def penalised(text: str) -> list[str]:
    """The words before the gaps that cost more."""
    words = text.split()
    tokens = [Classifier(LEXICON)(word) for word in words]
    ends = {number for number, word in enumerate(words) if word.endswith((".", "?"))}
    return [words[number] for number, _ in rules_of_the_eye(tokens, ends, LEXICON)]


def test_a_clause_that_has_hardly_begun_does_not_end_a_line() -> None:
    assert penalised("It was odd because traditionally, people wrote") == ["traditionally,"]
    assert penalised("for the defense and I honestly, I was tired") == ["honestly,"]
    assert penalised("I kept studying and that's, that's how") == ["that's,"]
    assert penalised("other basically and no, this was exciting") == ["no,"]
    assert penalised("you can't do everything that, the day only") == ["that,"]
    assert penalised("they talked and, after that, they left") == ["and,"]


def test_a_clause_or_a_phrase_that_is_whole_may_end_a_line() -> None:
    assert penalised("teaching and research, which took years") == []
    assert penalised("It was like you and me, and nobody else") == []
    assert penalised("things like that, we spent too much time") == []
    assert penalised("it is so, and with all of them") == []
    assert penalised("It ended. And no, we did not go") == []
    assert penalised("when we came home, we slept") == []


def test_an_adverb_and_a_first_adjective_lead_the_next_word() -> None:
    assert penalised("you don't just do things") == ["just"]
    assert penalised("nothing against my grad school experience") == ["grad"]
    assert penalised("the house of my aunt was small") == []
    assert penalised("never in my life seen a line") == []


def test_a_list_does_not_leave_one_word_alone() -> None:
    assert penalised("I interview practitioners, researchers, and coaches about") == ["practitioners,"]
    assert penalised("and then, well, and so he left") == []


def test_a_word_that_starts_another_thought_counts_more() -> None:
    def weights(text: str) -> list[float]:
        return weigh_ends([word.endswith(".") for word in text.split()])

    assert weights("I was lucky. Awesome. I envy you all.") == [0, 0, 2.5, 1, 0, 0, 0, 1]
    assert weights("I was lucky. Yes. Very.") == [0, 0, 1, 1, 1]
    assert weights("Really. Awesome. So when did you go.")[:2] == [1, 1]


def lines_of(text: str) -> list[tuple[str, ...]]:
    return [cue.lines for cue in captious.caption(text).document.cues]


def test_a_title_without_punctuation_ends_its_cue() -> None:
    made = lines_of(
        "Anna: Welcome to the show. Today we talk about bees and where they live.\n\n"
        "The History of Beekeeping\n\n"
        "People have kept bees for a long time. Nobody knows how long.\n\n"
        "Bob: Thank you for having me.\n\nAnna: Thank you for coming.\n\nBob: Of course.\n"
    )

    assert ("The History of Beekeeping",) in made


def test_a_credit_among_paragraphs_ends_its_cue_and_wrapped_lines_do_not() -> None:
    made = lines_of(
        "Anna: We start now.\nIt is a long day today.\nNobody knows why.\nMusic by Carla Gray\n"
        "We come to the next guest.\nHe is here.\n\nBob: Hello.\n\nAnna: Hello.\n\nBob: Yes.\n"
    )
    wrapped = lines_of(
        "Anna: We start now with all the music by\nCarla Gray, who is here. Then\nBob comes and plays for us\n"
        "Monday to Friday.\n\nBob: Hello.\n\nAnna: Hello.\n\nBob: Yes.\n"
    )

    assert any(cue[-1].endswith("Music by Carla Gray") for cue in made)
    assert not any(cue[-1].endswith(("by", "Then", "us")) for cue in wrapped)


def test_an_interjection_after_a_sentence_has_a_cue_or_line_of_its_own() -> None:
    made = lines_of(
        "Anna: I was lucky in that way. Awesome. I really envy your students who get to study from you.\n"
        "Bob: Well.\nAnna: Good.\nBob: Yes.\n"
    )

    assert [line for cue in made for line in cue if "Awesome" in line] == ["Awesome."]
