"""Files in two languages are recognised, and each language is measured by its own limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from captious.analysis.line_languages import cue_speeds, find_line_languages
from captious.analysis.passages import is_in_two_languages, passages_of, slowest_passage
from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading, open_subject
from captious.fixing.engine import fix_source
from captious.formats.registry import format_by_name
from captious.measure.width import Counting
from captious.style import load_style

if TYPE_CHECKING:
    from captious.analysis.subject import Subject

ENGLISH = ("I don't know what you mean by that.", "Where are you going so late?", "We were at home all day.")
TRANSLATIONS = {
    "de": ("Ich weiß nicht, was du damit meinst.", "Wohin gehst du denn so spät?", "Wir waren heute alle zu Hause."),
    "es": ("No sé qué quieres decir con eso.", "¿Adónde vas tan tarde?", "Estuvimos en casa todo el día."),
    "cs": ("Nevím, co tím chceš říct.", "Kam jdeš tak pozdě večer?", "Byli jsme celý den doma."),
    "hu": ("Nem tudom, mire gondolsz.", "Hová mész ilyen későn este?", "Egész nap otthon voltunk."),
    "ru": ("Я не знаю, о чём ты.", "Куда ты идёшь так поздно?", "Мы были дома весь день."),
    "el": ("Δεν ξέρω τι εννοείς.", "Πού πας τόσο αργά;", "Ήμασταν σπίτι όλη μέρα."),
    "ar": ("لا أعرف ماذا تقصد بذلك.", "إلى أين تذهب في هذا الوقت؟", "كنا في البيت طوال اليوم."),
    "he": ("אני לא יודע למה אתה מתכוון.", "לאן אתה הולך כל כך מאוחר?", "היינו בבית כל היום."),
    "ko": ("무슨 말인지 모르겠어요.", "이렇게 늦게 어디 가세요?", "우리는 하루 종일 집에 있었어요."),
    "ja": ("それはどういう意味か分かりません。", "こんなに遅くどこへ行くの？", "一日中家にいました。"),
    "zh": ("我不知道你这是什么意思。", "这么晚了你去哪儿？", "我们一整天都在家。"),
    "th": ("ฉันไม่รู้ว่าคุณหมายถึงอะไร", "คุณจะไปไหนดึกขนาดนี้", "เราอยู่บ้านทั้งวัน"),
    "hi": ("मुझे नहीं पता कि तुम्हारा क्या मतलब है।", "इतनी देर से कहाँ जा रहे हो?", "हम पूरे दिन घर पर थे।"),
}  # fmt: skip


def subrip(texts: tuple[str, ...], *, seconds: int = 4) -> str:
    return "\n".join(
        f"{n + 1}\n00:00:{n * 8:02},000 --> 00:00:{n * 8 + seconds:02},000\n{text}\n"
        for n, text in enumerate(texts)
    )


def subject_of(source: str, *, style: str = "netflix", language: str | None = None) -> Subject:
    return open_subject(
        format_by_name("srt").read(source), CheckSettings(style=load_style(style), language=language)
    )


def codes(source: str, *rules: str, style: str = "netflix") -> list[tuple[str, int | None]]:
    settings = CheckSettings(style=load_style(style), selection=Selection(rules))
    return [
        (finding.code, finding.cue) for finding in check_reading(format_by_name("srt").read(source), settings)
    ]


def fixed(source: str, *, style: str = "netflix") -> str:
    return fix_source(
        source,
        caption_format=format_by_name("srt"),
        settings=CheckSettings(style=load_style(style), selection=Selection(("LAY",))),
    ).source


@pytest.mark.parametrize("tag", TRANSLATIONS)
@pytest.mark.parametrize("first", [True, False])
def test_one_line_of_each_language_in_every_cue(tag: str, first: bool) -> None:
    pairs = zip(TRANSLATIONS[tag], ENGLISH, strict=True)
    source = subrip(tuple(f"{one}\n{other}" if first else f"{other}\n{one}" for one, other in pairs))
    found = find_line_languages(subject_of(source))
    assert found is not None
    assert found.tags == ((tag, "en") if first else ("en", tag))
    assert found.together
    assert found.place(("one", "two")) == (0, 1) or found.by_script


@pytest.mark.parametrize("tag", ["de", "ru", "zh", "hu"])
def test_two_lines_of_each_language_are_not_too_many(tag: str) -> None:
    broken = [[text.replace(" ", "\n", 1) for text in texts] for texts in (TRANSLATIONS[tag], ENGLISH)]
    if tag == "zh":
        broken[0] = [f"{text[:4]}\n{text[4:]}" for text in TRANSLATIONS["zh"]]
    source = subrip(tuple(f"{one}\n{other}" for one, other in zip(*broken, strict=True)))
    assert find_line_languages(subject_of(source)) is not None
    assert codes(source, "LAY002", "LAY004", "LAY006", "LAY007") == []
    assert fixed(source) == source
    # five lines are three of one language
    longer = source.replace("I\ndon't know", "I\ndon't\nknow")
    assert codes(longer, "LAY002") == [("LAY002", 1)]


@pytest.mark.parametrize(
    "texts",
    [
        ("I don't know what\nyou mean by that.", "Where are you going\nso late?", "We were at home\nall day."),
        ("Ich weiß nicht,\nwas du damit meinst.", "Wohin gehst du denn\nso spät?", "Wir waren heute\nalle zu Hause."),
        ("ANN LEE:\nI don't know that.", "BOB RAY:\nWhere are you going?", "ANN LEE:\nWe were at home."),
        ("- I don't know.\n- What?", "- Where are you going?\n- Home.", "- And why?\n- Because."),
        ("我们一整天都在\nNASA", "他们去了\nGoogle Maps", "这么晚了你\n去哪儿？"),
        ("Мы весь день были\nв Google Maps", "Куда ты идёшь\nтак поздно?", "Я не знаю,\nо чём ты."),
        ("One line only.", "Another one.", "And a third."),
        ("Yes.\nJa.",),
        (),
    ],
)  # fmt: skip
def test_a_file_in_one_language_is_not_taken_for_one_in_two(texts: tuple[str, ...]) -> None:
    assert find_line_languages(subject_of(subrip(texts))) is None


def test_captions_that_come_twice_once_in_each_language_are_measured_each_by_its_own() -> None:
    source = subrip(
        (ENGLISH[0], "我不知道你这是什么意思也不知道你们都要去哪儿。", ENGLISH[2], TRANSLATIONS["zh"][2])
    )
    found = find_line_languages(subject_of(source))
    assert found is not None
    assert not found.together
    assert codes(source, "LAY001") == [("LAY001", 2)], (
        "23 characters are too many in Chinese, 35 not in English"
    )


def test_each_line_has_the_length_of_its_own_language() -> None:
    source = subrip(
        (
            "你好，世界，今天我们要去很远很远的地方\nHello, world",
            "我们走吧\nLet's go to where nobody has ever been so far",
            "谢谢\nThank you so much for all of this, my dear",
        )
    )
    assert codes(source, "LAY001") == [("LAY001", 1), ("LAY001", 2)]
    assert fixed(source) == source, "no line goes to the other language, nor is one broken in two"


def test_the_reading_speed_of_two_languages_is_not_added() -> None:
    pairs = tuple(f"{one}\n{other}" for one, other in zip(TRANSLATIONS["de"], ENGLISH, strict=True))
    assert codes(subrip(pairs, seconds=2), "SPD001", style="youtube") == []
    assert codes(subrip(pairs, seconds=1), "SPD001", style="youtube") == [("SPD001", n) for n in (1, 2, 3)]
    chinese = tuple(f"{one}\n{other}" for one, other in zip(TRANSLATIONS["zh"], ENGLISH, strict=True))
    subject = subject_of(subrip(chinese))
    passage = slowest_passage(subject, 0)
    assert (passage.language, passage.width) == ("en", 35.0)
    assert [one.language for one in passages_of(subject, 0)] == ["zh", "en"]


def test_the_refrain_of_a_song_in_both_languages_is_not_joined() -> None:
    texts = tuple(f"{one}\n{other}" for one, other in zip(TRANSLATIONS["ja"], ENGLISH, strict=True))
    source = subrip((*texts, "OH YEAH\nOh yeah"))
    subject = subject_of(source)
    assert is_in_two_languages(subject, 3)
    assert fixed(source) == source


def test_words_that_end_a_line_are_looked_for_in_the_language_of_the_file() -> None:
    texts = tuple(f"{one}\n{other}" for one, other in zip(TRANSLATIONS["ru"], ENGLISH, strict=True))
    source = subrip((*texts, "Я знаю, что\nI know what the\nбыло потом\nend of it was"))
    assert codes(source, "LAY005", "LAY009", "LAY011") == []
    source = subrip((*texts, "Я знаю, что\nбыло потом\nI know what the\nend of it was"))
    assert codes(source, "LAY005") == [("LAY005", 4)]


def test_statistics_count_the_speed_of_the_longer_text() -> None:
    pairs = tuple(f"{one}\n{other}" for one, other in zip(TRANSLATIONS["de"], ENGLISH, strict=True))
    cues = format_by_name("srt").read(subrip(pairs, seconds=1)).document.cues
    assert cue_speeds(cues, Counting()) == [36.0, 28.0, 30.0]
    one_language = format_by_name("srt").read(subrip(ENGLISH, seconds=1)).document.cues
    assert cue_speeds(one_language, Counting()) == [35.0, 28.0, 24.0]


def test_a_cue_of_very_many_lines_in_two_languages_takes_no_long_time() -> None:
    source = subrip(("Это так, что\nit is the\n" * 20_000,))
    assert len(codes(source, "LAY005", "LAY001", "LAY002", "LAY004")) > 0
