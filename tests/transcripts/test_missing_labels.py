"""Labels that are not there: where another speaker seems to begin within a turn."""

from __future__ import annotations

import itertools
import math
import random
import re
import shlex
import time
from typing import TYPE_CHECKING

import pytest
from tests.transcripts.talk import read, remarks, said

import captious
from captious.lexicon import load_lexicon
from captious.transcripts.missing_labels.evidence import Passage
from captious.transcripts.missing_labels.model import Weights, find_changes, load_weights
from captious.transcripts.missing_labels.sentences import Sentence, cut_into_sentences
from captious.transcripts.model import Word
from captious.word_timings.model import TimedWord, WordTrack

if TYPE_CHECKING:
    from pathlib import Path

ASKS, ANSWERS = "Nora Falk", "Ivo Brandt"
_TALK = """
Nora Falk: Welcome to Salt and Rope, the show about people who work by the sea. Today I talk to Ivo Brandt,
who kept the light at Skarholm for twenty years. Ivo, thank you so much for coming. How did you end up out
there?
Ivo Brandt: Thank you, Nora. It was an accident, really. My uncle had the job, and when his back gave up he
asked me to come for a summer. I stayed for the winter because the boat didn't run, and then I stayed
because I liked it.
Nora Falk: That's a lovely story. What did your family say about it?
Ivo Brandt: My mother thought I had lost my mind. She came out once, in October, and she was sick the whole
way. After that she wrote letters. I still have all of them in a tin, about four hundred.
Nora Falk: Wow, four hundred letters. Can you tell us what a normal day looked like for you?
Ivo Brandt: So I got up before dawn and put out the lamp. Then I cleaned the glass, which takes about two
hours if the gulls were busy. I wrote down the wind and the pressure, I fixed whatever had broken, and I
slept in the afternoon.
Nora Falk: Interesting. And were you ever afraid, alone on that rock?
Ivo Brandt: Yeah, twice. The first time a wave came over the gallery and took the railing with it. I sat on
the stairs all night with a rope around my waist. The second time I had an infected tooth, and the
helicopter couldn't land.
Nora Falk: Oh no. What did you do about the tooth?
Ivo Brandt: I pulled it myself, with pliers. I wouldn't recommend it. I had a bottle of aquavit and a
mirror, and the radio operator talked me through it. His name was Aksel, and we are friends to this day.
Nora Falk: I think our listeners will have to take a deep breath now. Let's talk about the light itself. How
does it work, and what did you have to learn?
Ivo Brandt: The lamp is small, that surprises people. It is the lens that makes it strong. The lens floats
in a bath of mercury, so you can turn two tons with a finger. I learned to trim it, to time it and to keep
it level.
Nora Falk: That's amazing. Do you miss it?
Ivo Brandt: Every morning. They put in a machine nine years ago, and it does the work well. But a machine
doesn't look out of the window. I saw a sailing boat in trouble once at noon, when no lamp was burning, and
I called it in.
Nora Falk: So what would you tell a young person who wants to live like that?
Ivo Brandt: Well, I would say go, but take books. You think you will be bored by the silence, and then you
find out that it isn't silent at all. The sea talks, the tower talks, and after a while you talk back.
Nora Falk: Ivo, this has been wonderful. Where can people find you if they want to visit?
Ivo Brandt: I run the little museum on the pier now. It's open on weekends, and the coffee is free if you
can name three stars.
Nora Falk: Thank you so much. You have been listening to Salt and Rope. See you next week.
"""
LIGHTHOUSE = tuple(
    (name, " ".join(words.split()))
    for name, words in re.findall(rf"({ASKS}|{ANSWERS}): ([^:]+)(?=\n[NI]|\n$)", _TALK)
)
GERMAN = tuple(
    (name, "Ja, das ist eine gute Frage. Ich weiß es nicht mehr so genau. Was meinst du?")
    for name, _ in LIGHTHOUSE
)
MISSING = re.compile(
    r"a label may be missing in the turn of (.*?)(?:, whose.*|, after.*)?: if (.*) (?:begins|goes on) here"
)


def page(turns: tuple[tuple[str, str], ...], *, without: tuple[int, ...] = (), joint: str = "\n\n") -> str:
    """A transcript in which some turns have lost their labels and go on in the turn before."""
    text = ""
    for number, (name, words) in enumerate(turns):
        text += f" {words}" if number in without else f"{joint if text else ''}{name}: {words}"
    return text


def found(text: str, **options: object) -> list[tuple[str, str, str]]:
    """Whose turn, who begins, and the words of the option that splits it."""
    places = []
    for message in remarks(read(text, **options), "warning"):
        if match := MISSING.match(message):
            option, value = shlex.split(message.partition("repair it with ")[2])
            quoted, _, name = value.rpartition("=")
            assert option == "--split"
            places.append((match[1], name, quoted))
    return places


def repaired(text: str) -> list[tuple[str | None, str]]:
    """Who says what once every hint was followed."""
    return said(read(text, splits={quoted: name for _, name, quoted in found(text)}))


@pytest.mark.parametrize("number", [3, 5, 7, 9, 13])
def test_an_answer_without_a_label_is_found_and_its_hint_repairs_it(number: int) -> None:
    text = page(LIGHTHOUSE, without=(number,))
    ((turn, name, quoted),) = found(text)
    assert (turn, name) == (ASKS, ANSWERS)
    first = re.sub(r"[.,?!]", "", LIGHTHOUSE[number][1])
    assert first.startswith(quoted)
    assert repaired(text) == said(read(page(LIGHTHOUSE)))


@pytest.mark.parametrize("number", [2, 4, 6, 8, 10, 12])
def test_a_question_without_a_label_is_found_and_at_most_a_sentence_off(number: int) -> None:
    text = page(LIGHTHOUSE, without=(number,))
    ((turn, name, quoted),) = found(text)
    assert (turn, name) == (ANSWERS, ASKS)
    words = re.sub(r"[.,?!]", "", LIGHTHOUSE[number][1])
    assert quoted.split(" | ")[-1] in words
    assert len(repaired(text)) == len(LIGHTHOUSE)


def test_a_warning_tells_the_line_and_why() -> None:
    lines = page(LIGHTHOUSE, without=(9,)).replace("tooth? I pulled", "tooth?\nI pulled")
    (warning,) = [remark for remark in read(lines).remarks if remark.kind == "warning"]
    assert warning.line == lines[: lines.index("I pulled")].count("\n") + 1
    assert warning.message == (
        "a label may be missing in the turn of Nora Falk, whose label comes twice: if Ivo Brandt begins here, "
        'repair it with --split "I pulled it myself with=Ivo Brandt"'
    )


@pytest.mark.parametrize("joint", ["\n\n", "\n", " "])
def test_a_transcript_with_all_its_labels_is_not_warned_of(joint: str) -> None:
    assert found(page(LIGHTHOUSE, joint=joint)) == []


def test_a_break_between_two_turns_of_one_speaker_is_no_sign() -> None:
    turns = list(LIGHTHOUSE)
    turns[10:10] = [(ASKS, "Hold that thought. We will be right back."), ("Break", "[12:03] to [13:10]")]
    assert found(page(tuple(turns))) == []


def test_labels_that_stand_before_every_paragraph_are_no_sign() -> None:
    turns = [(name, part) for name, words in LIGHTHOUSE for part in re.split(r"(?<=[.?]) (?=[A-Z])", words)]
    assert found(page(tuple(turns))) == []


def test_one_speaker_few_turns_and_other_languages_are_left_alone() -> None:
    alone = tuple((ANSWERS, words) for _, words in LIGHTHOUSE)
    assert found(page(alone, without=(3,))) == []
    assert found(page(LIGHTHOUSE[:4], without=(3,))) == []
    assert found(page(GERMAN, without=(3,)), language="de") == []


def test_who_it_is_is_left_open_where_several_come_into_question() -> None:
    twice = (*LIGHTHOUSE[1:], *((name, words.replace(" a ", " the ")) for name, words in LIGHTHOUSE[1:]))
    turns = tuple(
        (("Nora Falk", "Mei Castro", "Tove Lind")[number // 2 % 3] if name == ASKS else name, words)
        for number, (name, words) in enumerate(twice)
    )
    ((turn, name, _),) = found(page(turns, without=(3,)))
    assert (turn, name) == (ANSWERS, "NAME")
    (message,) = remarks(read(page(turns, without=(3,))), "warning")
    assert re.search(r": if somebody else \((Nora Falk|Mei Castro|Tove Lind), .*\) begins here", message)


def test_words_that_stand_twice_are_no_hint() -> None:
    turns = LIGHTHOUSE[1:]
    text = page((*turns, *turns), without=(4,))
    assert [quoted for _, _, quoted in found(text)] == ["looked like for you | So I got up before"]
    text = page((*turns, *turns), without=(4, 4 + len(turns)))
    for message in remarks(read(text), "warning"):
        assert message.endswith(f"if {ANSWERS} begins here, write the label into the text")


@pytest.mark.parametrize("name", ['Ivo "Sparks" Brandt', "Ivo $ham Brandt", "Ivo O'Brandt"])
def test_a_hint_is_quoted_for_the_shell(name: str) -> None:
    text = page(LIGHTHOUSE, without=(3,))
    made = remarks(read(text, renames={ANSWERS: name}), "warning")
    assert shlex.split(made[0].partition("repair it with ")[2]) == [
        "--split",
        f"My mother thought I had={name}",
    ]


def test_both_places_of_the_seed_are_found_and_their_hints_repair_it(seed_text: str) -> None:
    host, guest = "Sanyam Bhutani", "Dr. Sebastian Raschka"
    assert found(seed_text) == [
        (host, guest, "Um that is an awesome"),
        (host, host, "Awesome I really envy your"),
    ]
    for split in ({"Um that is an awesome": guest}, {"Awesome I really envy your": host}):
        assert len(read(seed_text, splits=split).turns) == 104
    made = read(seed_text, splits={quoted: name for _, name, quoted in found(seed_text)})
    assert not [message for message in remarks(made, "warning") if "missing" in message]
    question, answer, after = made.turns[8:11]
    assert [turn.speaker for turn in (question, answer, after)] == [host, guest, host]
    assert question.words[-1].text == "research?"
    assert [word.text for word in answer.words[:2] + answer.words[-2:]] == ["Um", "that", "that", "way."]
    assert after.words[0].text == "Awesome."


def test_speakers_of_word_timings_tell_in_any_language() -> None:
    text = page(GERMAN, without=(3, 4))

    def hear(words: list[Word]) -> list[str | None]:
        voices = [name for name, said_ in GERMAN for _ in said_.split()]
        assert len(voices) == len(words)
        return ["A" if name == ASKS else "B" for name in voices]

    warnings = remarks(read(text, language="de", hear=hear), "warning")
    assert [MISSING.match(message)[2] for message in warnings] == [ANSWERS, ASKS]  # type: ignore[index]
    assert not remarks(read(page(GERMAN), language="de", hear=hear), "warning")
    # all in one voice: they tell nothing
    assert not remarks(read(text, language="de", hear=lambda words: ["A"] * len(words)), "warning")


def test_speakers_of_word_timings_reach_every_job(tmp_path: Path) -> None:
    timed = [
        TimedWord(word, at * 300, speaker="A" if name == ASKS else "B")
        for at, (name, word) in enumerate((name, word) for name, words in GERMAN for word in words.split())
    ]
    track = WordTrack("ASR", tuple(timed), language="de")
    path = tmp_path / "talk.txt"
    path.write_text(page(GERMAN, without=(3,)), encoding="utf-8")
    options = {"words": track, "language": "de"}
    for made in (captious.caption(path, **options), captious.transcript(path, **options)):
        (message,) = [text for text in remarks(made.transcript, "warning") if "missing" in text]
        assert f"if {ANSWERS} begins here" in message


def test_sentences_end_at_punctuation_before_a_capital() -> None:
    text = "Well, Dr. Lund said 3.5 knots... then “Stop. Now!” Why? laughs I -- no, I -- Yes. etc. and so on"
    words = [Word(part, 1, sound=part == "laughs") for part in text.split()]
    sentences = cut_into_sentences(words, load_lexicon("en"))
    assert [" ".join(word.text for word in words[each.start : each.end]) for each in sentences] == [
        "Well, Dr. Lund said 3.5 knots... then “Stop.",
        "Now!”",
        "Why?",
        "I -- no, I --",
        "Yes. etc. and so on",
    ]
    assert [each.mark for each in sentences] == [".", "!", "?", "…", "."]
    assert [each.quoted for each in sentences] == [False, True, False, False, False]
    assert [each.after_sound for each in sentences] == [False, False, False, True, False]
    assert sentences[0].comma
    assert sentences[0].names == {"well", "dr", "lund", "stop"}


def test_the_probabilities_are_those_of_all_ways_to_speak() -> None:
    chance = random.Random(1)  # noqa: S311 - no secret
    sentence = Sentence(
        0, 1, ("x",), ".", comma=False, names=frozenset(), after_sound=False, quoted=False, gap=0
    )
    for count in range(1, 7):
        spoken = [chance.uniform(-3, 3) for _ in range(count)]
        change = [chance.uniform(-3, 1) for _ in range(count)]
        end = chance.uniform(-2, 2)
        passages = [
            Passage(sentence, {"s": a}, {"c": b}, 0.0, {}) for a, b in zip(spoken, change, strict=True)
        ]
        made = find_changes(passages, {"e": end}, Weights({"s": 1.0}, {"c": 1.0}, {"e": 1.0}))
        total = anywhere = 0.0
        away, back = [0.0] * count, [0.0] * count
        for rest in itertools.product((0, 1), repeat=count - 1):
            others = (0, *rest)
            score = sum(spoken[at] for at in range(count) if others[at]) + end * others[-1]
            score += sum(change[at] for at in range(1, count) if others[at] != others[at - 1])
            total += math.exp(score)
            anywhere += math.exp(score) * any(others)
            for at in range(1, count):
                away[at] += math.exp(score) * (others[at - 1 : at + 1] == (0, 1))
                back[at] += math.exp(score) * (others[at - 1 : at + 1] == (1, 0))
        assert made.anywhere == pytest.approx(anywhere / total)
        assert made.away == pytest.approx([each / total for each in away])
        assert made.back == pytest.approx([each / total for each in back])


def test_the_weights_that_ship_are_plausible() -> None:
    weights = load_weights()
    assert weights.change["after a question"] > 0
    assert weights.change["within a quotation"] < 0
    assert weights.end["same label follows, times alternation"] > 0
    assert (
        max(
            map(
                abs,
                itertools.chain(*(part.values() for part in (weights.spoken, weights.change, weights.end))),
            )
        )
        < 6
    )


def test_a_turn_of_a_megabyte_is_read_in_seconds() -> None:
    turns = list(LIGHTHOUSE)
    turns[5] = (ANSWERS, " ".join(words for _, words in LIGHTHOUSE for _ in range(400)))
    text = page(tuple(turns))
    assert len(text) > 1_000_000
    before = time.process_time()
    read(text)
    assert time.process_time() - before < 20
