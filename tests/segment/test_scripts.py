"""Little interviews of our own in many languages, captioned: sentences end cues and lines in every script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import captious
from captious.lexicon import load_lexicon
from captious.segment.sentences import find_plain_ends

TRANSCRIPTS = Path(__file__).parent / "scripts"
LANGUAGES = sorted(path.stem for path in TRANSCRIPTS.glob("*.txt"))


def captioned(language: str) -> list[tuple[str, ...]]:
    made = captious.caption((TRANSCRIPTS / f"{language}.txt").read_text(encoding="utf-8"))
    return [cue.lines for cue in made.document.cues]


def cues(text: str) -> list[tuple[str, ...]]:
    """Cues from lines, a slash between two lines of one."""
    return [tuple(line.split(" / ")) for line in text.strip().splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_that_goes_on_begins_in_mid_line(language: str) -> None:
    lexicon = load_lexicon(language)
    for lines in captioned(language):
        for line in lines:
            words = line.replace("。", "。 ").replace("？", "？ ").replace("！", "！ ").split()
            ends = find_plain_ends(words, lexicon)
            # a label, or a short sentence before another that ends with the line, may stand before
            assert not ends or len(words) - 1 in ends, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_speaker_is_known_and_every_letter_kept(language: str) -> None:
    text = (TRANSCRIPTS / f"{language}.txt").read_text(encoding="utf-8")
    made = captious.caption(text)

    assert made.document.language is not None
    assert made.document.language.partition("-")[0] == language
    turns = made.transcript.turns
    assert [turn.speaker for turn in turns] == [re.split("[:：፦៖]", line)[0] for line in text.splitlines()]
    shown = "".join("".join("".join(cue.lines).split()) for cue in made.document.cues)
    for line in text.splitlines():
        assert "".join(re.split("[:：፦៖]", line, maxsplit=1)[1].split()) in shown


def test_hindi() -> None:
    assert captioned("hi")[:4] == cues(
        """
        >> राम: कार्यक्रम में आपका स्वागत है।
        आज हम मधुमक्खियों और उनके घरों के बारे में बात करेंगे।
        आप कितने साल से यह काम कर रही हैं?
        >> सीता: नमस्ते। मैं यह काम लगभग पंद्रह साल से कर रही हूँ।
        """.replace("        ", "")
    )


def test_chinese() -> None:
    assert [line for cue in captioned("zh") for line in cue][:8] == [
        ">> 王明: 欢迎收听节目。",
        "今天我们来聊聊蜜蜂和它们的家。",
        "您做这一行多久了？",
        ">> 李华: 大家好。",
        "我养蜂大概有十五年了。",
        "以前是我父亲在做，",
        "我每天早上都跟他一起去田里。",
        "我从来没有怕过蜜蜂！",
    ]


def test_thai_clauses_and_polite_sentences_end_at_spaces() -> None:
    assert captioned("th")[:4] == cues(
        """
        >> สมชาย: ยินดีต้อนรับสู่รายการครับ
        วันนี้เราจะมาคุยกันเรื่องผึ้งและบ้านของพวกมัน
        คุณทำงานนี้มานานแค่ไหนแล้วครับ
        >> สมหญิง: สวัสดีค่ะ
        """.replace("        ", "")
    )


def test_small_words_lead_or_follow_what_they_belong_to() -> None:
    lines = [line for language in ("hi", "ur", "ko", "ja") for cue in captioned(language) for line in cue]

    assert not any(line.startswith(("में ", "से ", "میں بات", "کے ", "것")) for line in lines)
    assert not any(line.endswith("この") for line in lines)
    assert ("Σήμερα θα μιλήσουμε για τις μέλισσες", "και τα σπίτια τους.") in captioned("el")


def test_capitals_of_greek_have_no_accents_and_georgian_has_no_capitals() -> None:
    assert captioned("el")[0] == (">> ΓΙΑΝΝΗΣ: Καλώς ήρθατε στην εκπομπή.",)
    assert captioned("ka")[0][0].startswith(">> გიორგი: ")


@pytest.mark.parametrize(
    ("language", "name"), [("my", "Burmese"), ("km", "Khmer"), ("lo", "Lao"), ("vi", "Vietnamese")]
)
def test_that_words_may_be_torn_is_said_once(language: str, name: str) -> None:
    made = captious.caption((TRANSCRIPTS / f"{language}.txt").read_text(encoding="utf-8"))

    said = [remark.message for remark in made.transcript.remarks if "within a word" in remark.message]
    assert len(said) == 1
    assert name in said[0]


def test_marks_between_words_without_spaces_end_lines() -> None:
    said = "ዛሬ፡ስለ፡ንቦች፡እና፡ስለ፡ቤታቸው፡እንነጋገራለን፡ንብ፡ማነብ፡ከጀመርኩ፡አሥራ፡አምስት፡ዓመት፡ሆኖኛል፡፡"

    made = captious.caption(f"አበበ፦ {said}\nአልማዝ፦ አመሰግናለሁ፡፡\nአበበ፦ እውነት፡፡\nአልማዝ፦ በጣም፡ጥሩ፡፡\n")

    lines = [line for cue in made.document.cues for line in cue.lines]
    assert said in "".join(lines)
    assert all(line.endswith(("፡", ">> አበበ:")) for line in lines)
    assert not any("-" in line for line in lines)
