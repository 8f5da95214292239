"""The page of the library says all that its docstrings say, whatever kind of thing is exported."""

from __future__ import annotations

import enum
import importlib
import inspect
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import captious

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


class Mood(enum.Enum):
    """How it went."""

    WELL = "well"
    """No one complained."""
    BADLY = "badly"


@dataclass(frozen=True, slots=True)
class Song:
    """A song, as `sing` sings it.

    Args:
        title: what it is called. It may be empty.
        verses: in order.
        mood: how it went.
    """

    title: str
    verses: list[str] = field(default_factory=list)
    mood: Mood = Mood.WELL
    _key: int = 0

    @property
    def length(self) -> int:
        """How many verses it has."""
        return len(self.verses)


class SingingError(Exception):
    """A song nobody can sing."""


class TooHighError(SingingError):
    """A note above <high C>.

    Nobody can sing it.
    """


def sing(song: str, *voices: str, loud: bool = False, key: str = "C") -> Song:
    """Sings a song.

    A second paragraph, e.g. about ``loud``. Another sentence.

    Args:
        song: its name.
        *voices: who sings.
        loud: whether to be heard
            next door.
        key: the key.

    Returns:
        The `Song`, sung.

    Raises:
        SingingError: it cannot be sung.
    """
    return Song(song)


@pytest.fixture(scope="module")
def api() -> ModuleType:
    sys.path.insert(0, str(ROOT / ".ci"))
    try:
        return importlib.import_module("api")
    finally:
        sys.path.remove(str(ROOT / ".ci"))


@pytest.fixture(scope="module")
def page(api: ModuleType) -> str:
    kinds = (Mood, Song, SingingError, TooHighError, sing)
    text: str = api.page({kind.__name__: kind for kind in kinds})
    return text


def test_names_stand_in_groups(page: str) -> None:
    headings = [line for line in page.splitlines() if line.startswith(("## ", "### "))]
    assert headings == [
        "## Jobs", "### sing", "## Results", "### Song", "## Values", "### Mood",
        "## Errors", "### TooHighError",
    ]  # fmt: skip


def test_a_function_shows_its_signature_and_every_section(page: str) -> None:
    assert '```python\nsing(song: str, *voices: str, loud: bool = False, key: str = "C") -> Song\n```' in page
    assert "A second paragraph, e.g. about `loud`.\nAnother sentence.\n" in page
    assert "- `*voices`: who sings.\n- `loud`: whether to be heard next door.\n" in page
    assert "**Returns**\n\nThe [`Song`](#song), sung.\n" in page
    assert "- [`SingingError`](#singingerror): it cannot be sung.\n" in page


def test_a_dataclass_shows_its_fields_and_properties(page: str) -> None:
    assert "Song(title: str, verses: list[str] = [], mood: Mood = Mood.WELL)" in page
    assert "**Fields**\n\n- `title`: what it is called.\n  It may be empty.\n" in page
    assert "**Properties**\n\n- `length`: How many verses it has.\n" in page


def test_an_enum_shows_its_members(page: str) -> None:
    assert "- `Mood.WELL` = `'well'`: No one complained.\n- `Mood.BADLY` = `'badly'`\n" in page


def test_an_error_names_its_base_and_needs_no_section_for_one_line(page: str) -> None:
    assert "### TooHighError\n\nA note above &lt;high C>.\n\nNobody can sing it.\n\nA kind of [" in page
    assert '| <a id="singingerror"></a>`SingingError` | A song nobody can sing. |' in page


@pytest.mark.parametrize("name", captious.__all__)
def test_every_argument_of_the_library_is_described(api: ModuleType, name: str) -> None:
    value = getattr(captious, name)
    assert inspect.getdoc(value)
    if inspect.isroutine(value):
        described = dict(api.entries(api.split_docstring(inspect.getdoc(value) or "").get("Args", "")))
        assert set(described) == set(inspect.signature(value).parameters)
