"""What fixes may do beside punctuation marks: move a space, and never join two words; safe ones change no mark."""

from __future__ import annotations

import pytest

from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading
from captious.fixing.engine import fix_source
from captious.formats.registry import format_by_name
from captious.style import load_style

RULES = ("TXT002", "TXT003", "TXT004", "TXT011", "TXT019", "TXT020")
HEAD = {"srt": "1\n00:00:01,000 --> 00:00:09,000\n", "vtt": "WEBVTT\n\n00:01.000 --> 00:09.000\n"}


def settings_for(language: str | None) -> CheckSettings:
    return CheckSettings(load_style("base"), Selection(select=RULES), language=language)


def fixed(text: str, language: str | None, name: str = "srt", *, unsafe: bool = False) -> str:
    made = fix_source(
        HEAD[name] + text + "\n",
        caption_format=format_by_name(name),
        settings=settings_for(language),
        unsafe=unsafe,
        guarded=False,
    )
    return made.source.removeprefix(HEAD[name]).removesuffix("\n")


def codes(text: str, language: str | None, name: str = "srt") -> list[str]:
    found = check_reading(format_by_name(name).read(HEAD[name] + text + "\n"), settings_for(language))
    return [finding.code for finding in found]


@pytest.mark.parametrize("name", ["srt", "vtt"])
@pytest.mark.parametrize(
    ("text", "better", "language"),
    [
        ("That at least ,that is much.", "That at least, that is much.", "en"),
        ("It did not matter .Not at all.", "It did not matter. Not at all.", "en"),
        ("Well ;that is all.", "Well; that is all.", "en"),
        ("Is it so ?And why?", "Is it so? And why?", "en"),
        ("Come here !Now it is late.", "Come here! Now it is late.", "en"),
        ("One thing :it is late.", "One thing: it is late.", "en"),
        ('He said ,"Come here."', 'He said, "Come here."', "en"),
        ("It is late , they said .", "It is late, they said.", "en"),
        ('He said "come here ."', 'He said "come here."', "en"),
        ("Is it so ?!", "Is it so?!", "en"),
        ("(Is it so ?)", "(Is it so?)", "en"),
        ("Well <i>now ,then</i>", "Well <i>now, then</i>", "en"),
        ("Well now ,<i>then</i> come.", "Well now, <i>then</i> come.", "en"),
        ("Ein Haus ,das groß ist .", "Ein Haus, das groß ist.", "de"),
        ("Une maison ,et un jardin .", "Une maison, et un jardin.", "fr"),
        ("Дом ,который стоит .", "Дом, который стоит.", "ru"),
        ("It is late ,\nthey said .", "It is late,\nthey said.", "en"),
        ("Well,I never!", "Well, I never!", "en"),
        ("Is it so?Yes.", "Is it so? Yes.", "en"),
        ("Two  spaces, one\ttab ", "Two spaces, one tab", "en"),
    ],
)
def test_a_space_goes_where_it_belongs(text: str, better: str, language: str, name: str) -> None:
    if "<" in text and name == "vtt":
        text = text.replace("<i>", "<b>").replace("</i>", "</b>")
        better = better.replace("<i>", "<b>").replace("</i>", "</b>")
    assert fixed(text, language, name, unsafe=True) == better
    safe = fixed(text, language, name)
    assert safe == text or safe == better == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We line it up and write empty :=Set new.", "en"),
        ("It was made with .NET and the .srt file.", "en"),
        ("Only .5 of it, and 5 ' by 6 \" of it.", "en"),
        ("He said ... and went ...and came.", "en"),
        ("That was fun :-) and :) and ;-) and :D and ;o", "en"),
        ("Two to one is 2 : 1, at 10 : 30, as in 3 , 5.", "en"),
        ("Take a , b and c; f(a , b) too.", "en"),
        ("if (a) { b ; }", "en"),
        ("It is a set!important thing at :root and :name", "en"),
        ("Yahoo!Mail and Yahoo! is it.", "en"),
        ("Then run cd . and git add .", "en"),
        ("the !Kung people", "en"),
        ("Vraiment ? Oui ! Voilà : c'est « bien » ; merci.", "fr"),
        ("Vraiment\u00a0? Oui\u00a0!", "fr"),
        ("Vraiment ?", None),
        ("τι είναι ; ναι.", "el"),
        ("作詞 : Giga , Reol", "ja"),
        ("其 年 , 其 年", "zh"),
        ("مرحبا ، كيف", "ar"),
        ("I tak oto powiedział ,,dzień dobry” do nich.", "pl"),
        ("To jest ,,dom'', a to ‚‚las’’.", "pl"),
        ('Er sagte ,,Guten Tag" zu ihm.', "de"),
        ("Azt mondta: ,,Jó napot''.", "hu"),
        ("(,,Dobrý den“)", "cs"),
        ("He said ''come here'' and ``go''.", "en"),
        ("私は　学生です", "ja"),
        ("Lee et al. so that it goes on.", "en"),
        ("Lee et al. so that it goes on.", None),
        ("Müller & Co. gehen weiter, z. B. wenn es geht, d. h. so.", "de"),
        ("Lee vs. the rest, e.g. this, approx. that.", "en"),
        ("Él y Cía. van, p. ej. así.", "es"),
        ("M. et Mme. sont, c.-à-d. ici, p. ex. ici, la Cie. est là.", "fr"),
        ("Il prof. dice, ecc. e poi, la soc. va.", "it"),
        ("O.a. dit, bijv. dat, enz. en zo, de fa. gaat.", "nl"),
        ("Np. to, itd. i tak, tzw. dom, al. mówi.", "pl"),
        ("A cia. vai, p. ex. assim, etc. e tal.", "pt"),
        ("T.ex. det, osv. och så, bl.a. vi.", "sv"),
        ("An iPhone. iOS is it. He left. eBay came. von Neumann came.", "en"),
        ("The end. www.example.org has it. numpy.array is it.", "en"),
        ("For each i in the list, i is 0, t i times a, a, e, i, o, u.", "en"),
    ],
)
def test_what_is_right_stays_and_is_not_reported(text: str, language: str | None) -> None:
    assert codes(text, language) == []
    assert fixed(text, language, unsafe=True) == text


def test_a_doubled_comma_goes_with_unsafe_fixes_only() -> None:
    assert codes("Well,, I never.", "en") == ["TXT004"]
    assert fixed("Well,, I never.", "en") == "Well,, I never."


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "texts",
    [
        ('He said "it was in 2017".', 'You say, "I was there,', "and I saw it all,", 'and it was good."'),
        ('"I was there,', '"and I saw it,', '"and it was good."', "So they said."),
        ("„Ich war da,", "und ich sah es.“", "Das war es."),
        (",,Byłem tam,", "i widziałem''.", "To tyle."),
        ("«Я був там,", "і «Він» там був».", "Так."),
        ('He said "come', *["and go"] * 14, 'and stay."'),
        ('It is a 5" disk, a 3.5" one.', "That is all."),
        ('He is 6\'2" and said "yes, a 5" disk".', "That is all."),
        ('Write x = "" here.', "That is all."),
        ('צה"ל אמר', "That is all."),
        ('« Oui », dit-elle, " non ".', "That is all."),
        ('it is "<=", which is', 'or ">=" here.'),
        ("”Ja”, sa hon.", "»Nej», sa han, »aldrig«."),
    ],
)
def test_a_quotation_with_its_partner_is_not_reported(texts: tuple[str, ...], newline: str) -> None:
    cues = (f"00:{number:02}.000 --> 00:{number:02}.900\n{text}\n" for number, text in enumerate(texts))
    source = (
        ("WEBVTT\n\n" + "\n".join(cues)).replace("\n", newline).replace("<=", "&lt;=").replace('">', '"&gt;')
    )
    found = check_reading(
        format_by_name("vtt").read(source), CheckSettings(load_style("base"), Selection(select=("TXT020",)))
    )
    assert found == ()


@pytest.mark.parametrize(
    ("texts", "cue"),
    [
        (("She said, “I will come.", "And she came.", "He said, “Yes.”"), 1),
        (('She said, "I will come.', 'He said, "Yes."'), 1),
        (("So she came,” he said.", "That is all."), 1),
        (("„Ich war da.", "Das war es."), 1),
        (("That is all.", "Она «пришла."), 2),
        (('"I will come.', *["And so on."] * 12, '"He came."'), 1),
    ],
)
def test_a_quotation_without_its_partner_is_reported(texts: tuple[str, ...], cue: int) -> None:
    cues = (f"00:{number:02}.000 --> 00:{number:02}.900\n{text}\n" for number, text in enumerate(texts))
    found = check_reading(
        format_by_name("vtt").read("WEBVTT\n\n" + "\n".join(cues)),
        CheckSettings(load_style("base"), Selection(select=("TXT020",))),
    )
    assert [finding.cue for finding in found] == [cue]


def test_a_file_without_capitals_gets_one_finding() -> None:
    cues = (
        f"00:{number:02}.000 --> 00:{number:02}.900\nand then i'm here. so i went\n" for number in range(20)
    )
    found = check_reading(
        format_by_name("vtt").read("WEBVTT\n\n" + "\n".join(cues)),
        CheckSettings(load_style("base"), Selection(select=("TXT011",)), language="en"),
    )
    assert [finding.message for finding in found] == [
        "the file is written without capitals (0 of 20 cues have one)"
    ]


def test_a_file_with_small_letters_after_full_stops_gets_one_finding() -> None:
    cues = (f"00:{number:02}.000 --> 00:{number:02}.900\nThat is it. so we went\n" for number in range(20))
    found = check_reading(
        format_by_name("vtt").read("WEBVTT\n\n" + "\n".join(cues)),
        CheckSettings(load_style("base"), Selection(select=("TXT011",)), language="en"),
    )
    assert [finding.message for finding in found] == [
        "most sentences within cues begin with a small letter (20 of 20)"
    ]
