"""What a library user calls for a page that plays captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import captious
from captious.errors import CaptiousError, OptionError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_page(root: Path) -> None:
    talk = root / "examples"
    page = captious.preview(
        talk / "edited.srt", style="netflix-en", media="talk.ogg", second=talk / "talk.srt"
    ).html
    assert "checked against Netflix, English" in page
    assert '<video id="media"' in page
    assert 'src="talk.ogg"' in page
    assert page.count('kind="captions"') == 2
    assert "compared with <bdi>talk.srt</bdi>" in page


def test_what_cannot_be(root: Path, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="not a recording that browsers play"):
        captious.preview(root / "examples" / "talk.srt", media="https://youtu.be/x")
    with pytest.raises(CaptiousError, match="unknown style: nobody"):
        captious.preview(root / "examples" / "talk.srt", style="nobody")
    bad = tmp_path / "bad.srt"
    bad.write_bytes(b"\xff\xff")
    with pytest.raises(CaptiousError) as caught:
        captious.preview(bad)
    assert str(bad) in str(caught.value)
