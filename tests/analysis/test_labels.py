"""What counts as a speaker label, and which names look like one."""

from __future__ import annotations

import pytest

from captious.analysis.label_names import name_in_label
from captious.analysis.labels import find_arrows, find_labels
from captious.analysis.spelling import find_rivals
from captious.checks.settings import CheckSettings, open_subject
from captious.formats.registry import format_by_name
from captious.style import load_style


def labels(*texts: str, name: str = "vtt", language: str | None = "en") -> list[tuple[str, str]]:
    head = "WEBVTT\n\n" if name == "vtt" else ""
    cues = (
        f"00:00:{number:02}.000 --> 00:00:{number + 1:02}.000\n{text}\n" for number, text in enumerate(texts)
    )
    reading = format_by_name(name).read(head + "\n".join(cues))
    subject = open_subject(reading, CheckSettings(style=load_style("base"), language=language))
    found = subject.once(find_labels)
    for label in found:
        assert label.name in subject.source[label.start : label.end]
    return [(label.name, label.form) for label in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (">> ANN: Yes.", ("ANN", ">> {name}:")),
        ("&gt;&gt; Ann: Yes.", ("Ann", ">> {name}:")),
        (">>Ann Lee: Yes.", ("Ann Lee", ">>{name}:")),
        ("ANN LEE: Yes.", ("ANN LEE", "{name}:")),
        ("- ANN: Yes.", ("ANN", "{name}:")),
        ("<i>ANN: Yes.</i>", ("ANN", "{name}:")),
        ("male narrator: Yes.", ("male narrator", "{name}:")),
        ("female #1: Yes.", ("female #1", "{name}:")),
        ("[man] Yes.", ("man", "[{name}]")),
        ("<v Dr. Ann Lee>Dr. Ann Lee: Yes.", ("Dr. Ann Lee", "{name}:")),
        ("<v Ann>(Ann) Yes.", ("Ann", "({name})")),
        ("<v Ann>[ANN]\nYes.", ("ANN", "[{name}]")),
    ],
)
def test_with_evidence_it_is_a_label(text: str, expected: tuple[str, str]) -> None:
    assert labels(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "One thing: focus.",
        "Focus: that is all.",
        "NOTE: bring water.",
        "Ann: Yes.",
        "MUSIC: a waltz",
        "[laughs] Yes.",
        "[Spanish] Sí.",
        "(Ann) Yes.",
        "[Paris, 1943]",
        "Genesis 3:16 says so.",
        "https://example.org",
        "10:30 is fine.",
        ":",
        "[]:",
        "()",
        ">>:",
    ],
)
def test_without_evidence_it_is_not_a_label(text: str) -> None:
    assert labels(text) == []


def test_a_repeated_name_is_a_label() -> None:
    assert labels("Ann: Yes.", "Ann: No.") == [("Ann", "{name}:")] * 2
    assert labels("Note: one.", "Note: two.") == []


def test_a_name_in_brackets_alternates_with_another() -> None:
    texts = ("[Ann] Yes.", "It is.", "[Bob] No.", "It is not.", "[Ann] It is.", "[Bob] Oh.")
    assert labels(*texts) == [("Ann", "[{name}]"), ("Bob", "[{name}]")] * 2
    assert labels(*texts, language="xx") == []
    assert labels("[Ann] Yes.", "It is.", "[Ann] No.", "It is not.") == []
    assert labels("[man] Yes.", "[Ann] No.", "[man] Yes.", "Oh.", "[Ann] No.") != []


_ENGLISH = (
    "[SOUND]", "[Sound]", "[MUSIC]", "[Music Playing]", "(music)", "[NOISE]", "[inaudible]", "[INAUDIBLE 0012]",
    "[crosstalk]", "[CROSS-TALK]", "[foreign]", "[FOREIGN LANGUAGE]", "[applause]", "[silence]", "[blank_audio]",
    "[BLANK AUDIO]", "[laughter]", "[speaking Spanish]", "[SPEAKS IN KOREAN]", "[phone rings]", "[Speaking Navajo]",
    "[VIDEO PLAYBACK]", "[non-English speech]",
)  # fmt: skip
_OTHERS = {
    "de": ("[unverständlich]", "[GELÄCHTER]", "[Musik]", "(Applaus)", "[spricht Türkisch]", "[Fremdsprache]"),
    "es": ("[MÚSICA]", "[aplausos]", "(Risas)", "[inaudible]", "[habla en catalán]", "[IDIOMA EXTRANJERO]"),
    "fr": (
        "(rires)",
        "[MUSIQUE]",
        "[inaudible]",
        "[Applaudissements]",
        "[parle en breton]",
        "[langue étrangère]",
    ),
    "it": (
        "[musica]",
        "[RISATE]",
        "(applausi)",
        "[incomprensibile]",
        "[parla in sardo]",
        "[lingua straniera]",
    ),
    "nl": ("[gelach]", "[MUZIEK]", "(applaus)", "[onverstaanbaar]", "[spreekt Fries]", "[vreemde taal]"),
    "pl": ("[śmiech]", "[MUZYKA]", "(oklaski)", "[niezrozumiałe]", "[mówi po czesku]", "[obcy język]"),
    "pt": ("[risos]", "[MÚSICA]", "(aplausos)", "[inaudível]", "[fala em galego]", "[língua estrangeira]"),
    "sv": ("[skratt]", "[MUSIK]", "(applåder)", "[ohörbart]", "[talar finska]", "[främmande språk]"),
}


@pytest.mark.parametrize(
    ("text", "language"),
    [(text, language) for text in _ENGLISH for language in ("en", *_OTHERS, "uk", None)]
    + [
        (text, language) for own, texts in _OTHERS.items() for text in texts for language in (own, "uk", None)
    ],
)
def test_a_sound_is_no_speaker_however_often(text: str, language: str | None) -> None:
    other = "[NOISE]" if "NOISE" not in text else "[MUSIC]"
    assert labels(f"{text} Yes.", f"{other} No.", f"{text} Oh.", f"{other} So.", language=language) == []


def test_what_stands_elsewhere_in_brackets_is_no_speaker() -> None:
    texts = (
        "[Wexford] Yes.",
        "[Ann] No.",
        "[Wexford] Oh.",
        "[Ann] So.",
        "We saw [Wexford] there.",
        "All right.",
    )
    assert [name for name, _ in labels(*texts)] == []
    assert [name for name, _ in labels(*texts[:4])] == ["Wexford", "Ann", "Wexford", "Ann"]


@pytest.mark.parametrize("form", ["{}: Yes.", ">> {}: Yes.", "[{}] Yes."])
@pytest.mark.parametrize("name", ["Cid Ray", "C. Ray", "Dr. Cid Ray", "Ana María"])
@pytest.mark.parametrize("place", [0, 2, 4])
@pytest.mark.parametrize("language", ["en", None])
def test_where_every_cue_has_a_label_a_new_name_is_one(
    form: str, name: str, place: int, language: str | None
) -> None:
    names = ["Ann", "Bob", "Ann", "Bob"]
    names.insert(place, name)
    found = labels(*(form.format(each) for each in names), language=language)
    assert [each for each, _ in found] == names


@pytest.mark.parametrize(
    "name",
    ["Bob Ray's iPhone", "ann.lee", "Room 3", "Galaxy S21", "Bob Ray (Guest)", "Bob Ray [ACME]", "Ray, Bob"],
)
def test_in_a_meeting_a_name_is_what_people_type(name: str) -> None:
    texts = ["Ann: Yes.", "Bob: No.", "Ann: So.", f"{name}: Yes."]
    assert [each for each, _ in labels(*texts)] == ["Ann", "Bob", "Ann", name]


@pytest.mark.parametrize(
    "text",
    [
        "At 10:30 we meet: same room.",
        "Remember this: come back.",
        "And so: Yes.",
        "Tomorrow: Rome.",
        "Same room: Yes.",
        "Agenda: figures first.",
        "Question: Why?",
        "[MUSIC] Yes.",
    ],
)
def test_where_every_cue_has_a_label_a_sentence_with_a_colon_is_none(text: str) -> None:
    names = [name for name, _ in labels("Ann: Yes.", "Bob: No.", "Ann: So.", text, "Bob: Yes.", "Ann: Oh.")]
    assert names == ["Ann", "Bob", "Ann", "Bob", "Ann"]


@pytest.mark.parametrize(
    ("voice", "name"),
    [
        ("Ray, Bob (External)", "Ray, Bob"),
        ("Ray, Bob [ACME]", "Ray, Bob"),
        ("(External)", "External"),
        ("Ann: host", "Ann host"),
        ("Ann & Bob", "Ann / Bob"),
        ("Ann Lee", "Ann Lee"),
        ("[]", ""),
        ("Ann " * 40, "Ann Ann Ann Ann Ann Ann"),
    ],
)
def test_a_label_holds_a_part_of_an_odd_name(voice: str, name: str) -> None:
    assert name_in_label(voice) == name


def test_in_a_file_in_capitals_capitals_are_no_evidence() -> None:
    assert labels(*["ALL OF IT", "IS SHOUTED"] * 5, "TOPIC: SHOUTING") == []


def test_a_misspelt_name_is_a_label_too() -> None:
    assert len(labels(*["Robert: Yes."] * 4, "Roberrt: No.")) == 5


def test_subrip_has_no_entities() -> None:
    assert labels("&gt;&gt; Ann: Yes.", name="srt") == []


def test_chevrons_without_a_name() -> None:
    reading = format_by_name("srt").read(
        "1\n00:00:01,000 --> 00:00:02,000\n>> Yes.\n- >>> No.\n>> ANN: Yes.\na >> b\n"
    )
    subject = open_subject(reading, CheckSettings(style=load_style("base"), language="en"))
    assert [subject.source[item.start : item.end] for item in subject.once(find_arrows)] == [">> ", ">>> "]


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("Katharine", "Katherine"),
        ("Kathrine", "Katherine"),
        ("Katheriine", "Katherine"),
        ("Kahterine", "Katherine"),
        ("KATHARINE", "Katherine"),
        ("Ann  lee", "Ann Lee"),
    ],
)
def test_a_rare_spelling_gives_way(slip: str, right: str) -> None:
    better = right.upper() if slip.isupper() else right
    assert find_rivals({slip: 1, right: 4}, case=True) == {slip: better}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ann", "Anna"), ("Marin Lee", "Karin Lee"), ("Speaker 11", "Speaker 12"), ("Katherine", "Kathleen")],
)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert find_rivals({one: 1, other: 40}, case=True) == {}


def test_as_frequent_is_another_person() -> None:
    assert find_rivals({"Marian Lee": 3, "Marion Lee": 4}, case=True) == {}


def test_capitals_count_only_with_the_option() -> None:
    assert find_rivals({"Bob": 2, "BOB": 1}, case=False) == {}
    assert find_rivals({"Bob": 2, "BOB": 1}, case=True) == {"BOB": "Bob"}


def test_a_cast_of_thousands_is_not_compared() -> None:
    assert find_rivals({f"Katherine{chr(0x4E00 + number)}": 1 for number in range(1000)}, case=True) == {}
