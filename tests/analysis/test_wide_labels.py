"""Labels of scripts whose colons have no space after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import captious

if TYPE_CHECKING:
    from pathlib import Path

SAID = [
    ("王明：", "欢迎收听节目。"),
    ("李华：", "大家好。"),
    ("王明：", "您做这一行多久了？"),
    ("李华：", "十五年了。"),
]


@pytest.mark.parametrize("colon", ["：", "፦ ", "៖ ", ": "])
def test_labels_of_captions_end_with_the_colon_of_their_script(tmp_path: Path, colon: str) -> None:
    path = tmp_path / "said.srt"
    path.write_text(
        "\n".join(
            f"{number}\n00:00:{4 * number:02},000 --> 00:00:{4 * number + 3:02},000\n{name[:-1]}{colon}{text}\n"
            for number, (name, text) in enumerate(SAID, 1)
        ),
        encoding="utf-8",
    )

    made = captious.convert(path, to="json")

    assert [name in made.text for name in ('"王明"', '"李华"')] == [True, True]
