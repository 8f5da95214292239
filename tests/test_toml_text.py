from __future__ import annotations

import pytest

from captious.errors import StyleError
from captious.toml_text import TomlText

TEXT = '''\
title = "x"
[a.b]
"c d" = 1
[[list]]
files = 1
[list.inner]
deep.er = """
files = not a key
"""
[[list]]
files = 2
'''


def read(text: str) -> TomlText[StyleError]:
    return TomlText(text.encode(), name="some.toml", error_type=StyleError)


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("title",), 1),
        (("a",), 2),
        (("a", "b", "c d"), 3),
        (("a", "b", "absent"), 2),
        (("list", "0", "files"), 5),
        (("list", "0", "inner", "deep", "er"), 7),
        (("list", "1", "files"), 11),
        (("absent",), 1),
    ],
)
def test_a_key_has_its_line(key: tuple[str, ...], line: int) -> None:
    error = read(TEXT).error("odd", key=key, hint="Fix it.")
    assert isinstance(error, StyleError)
    assert (error.path, error.line, error.message, error.hint) == ("some.toml", line, "odd", "Fix it.")


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"a = 1\nb = \xe7\n", 2, "not UTF-8: byte 0xe7 at offset 10"),
        (b"a = 1\nb =\n", 2, "not TOML: Invalid value: b ="),
        (b"a = '''", 1, "not TOML: "),
        (b"a = " + b"[" * 5000, 1, "not TOML: "),
        (b"a = " + b"1" * 5000, 1, "not TOML: "),
    ],
)
def test_invalid_toml_is_reported_with_its_line(data: bytes, line: int, message: str) -> None:
    with pytest.raises(StyleError) as caught:
        TomlText(data, name="some.toml", error_type=StyleError)
    assert caught.value.line == line
    assert caught.value.message.startswith(message)
