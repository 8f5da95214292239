"""UTF-8 read in another encoding is told from what somebody wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.measure.garbled import find_garbled, restore

TEXTS = [
    "they’re here — “yes”, she said…",
    "café, naïve, Ünder Straße, año, ça va, où",
    "żółć i łódź, příliš žluťoučký, Şişli",
    "Это русский текст, а не шум.",
    "Καλημέρα σας",
    "日本語のテキスト",
    "안녕하세요",
    "no\u00a0break, 20\u00a0€, ½ of it",
    "so 😀 it is",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("times", [1, 2])
def test_text_read_as_windows_1252_is_restored(text: str, times: int) -> None:
    garbled = text
    for _ in range(times):
        # bytes without a character in Windows-1252 come out as control characters, as in browsers
        garbled = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in garbled.encode())
    assert restore(garbled)[0] == text


@pytest.mark.parametrize("text", TEXTS[:2] + TEXTS[7:8])
@pytest.mark.parametrize("encoding", ["latin-1", "mac_roman"])
def test_text_read_as_latin_1_or_on_a_mac_is_restored(text: str, encoding: str) -> None:
    assert restore(text.encode().decode(encoding))[0] == text


def test_text_read_as_windows_1251_is_restored() -> None:
    for text in ("they’re “here”", "Это русский текст"):
        assert restore(text.encode().decode("cp1251", "replace"))[0] == text


@pytest.mark.parametrize(
    "text",
    [
        "São Paulo, Forêt, AMANHÃ…, ÊTRE”, É», l’Âge",
        "«été…» — „Spaß“, „ß“ und Ü–Ä",
        "på Åland, ÅÄÖ, Å…",
        "Ça coûte 5 € – voilà… «très»",
        "Это русский текст, РС и Ёлка.",
        "Ðe and þorn, Ñandú, Ïle",
        "√2 ≈ 1.41, ¬p",
        "日本語、한국어",
        "don't",
        "",
    ],
)
def test_what_somebody_wrote_stays(text: str) -> None:
    assert restore(text) == (text, [])


def test_each_change_is_told() -> None:
    text, changes = restore("theyâ€™re cafÃ© theyâ€™re")
    assert text == "they’re café they’re"
    assert changes == [("â€™", "’"), ("Ã©", "é"), ("â€™", "’")]


def test_a_byte_order_mark_within_a_text_goes() -> None:
    assert restore("ï»¿Ada: Hello.")[0] == "Ada: Hello."


@given(st.text(alphabet="aÂÃâ€™Å‚ÄРСвЂ√©\x80\x99ï»¿ðŸ", max_size=30))
def test_places_are_in_order_and_the_rest_is_kept(text: str) -> None:
    end = 0
    for each in find_garbled(text):
        assert end <= each.start < each.end <= len(text)
        end = each.end
    restored, _ = restore(text)
    assert len(restored) <= len(text)
