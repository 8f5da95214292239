from __future__ import annotations

import base64
import hashlib
import re

import pytest

from captious.pages.environment import policy, render

VALUES = {
    "lang": "en", "heading": "x", "verdict": "x", "files": [], "rules": [], "plotted": [], "guides": [],
}  # fmt: skip


def test_a_policy_allows_the_pages_own_style_and_script_alone() -> None:
    made = policy("a{}", "1", "'self' data:")
    digest = base64.b64encode(hashlib.sha256(b"a{}").digest()).decode()
    assert made.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; script-src 'sha256-")
    assert made.endswith("; media-src 'self' data:; base-uri 'none'; form-action 'none'")
    assert "script-src" not in policy("a{}", "", "")
    assert "media-src" not in policy("a{}", "", "")


def test_hashes_are_of_what_stands_in_the_page() -> None:
    page = render("report", styles=("base", "report"), **VALUES)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;" in page
    assert "<script>" not in page
    assert " style=" not in page
    assert " onclick=" not in page


def test_everything_is_escaped_and_writable() -> None:
    nasty = "<script>alert('x')</script>\x00\x1b\ud800&"
    page = render("report", styles=("base",), **{**VALUES, "verdict": nasty, "heading": nasty})
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\ufffd\ufffd\ufffd&amp;" in page
    page.encode("utf-8")


def test_a_value_that_is_missing_is_an_error_and_not_a_gap() -> None:
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError):
        render("report", styles=("base",), lang="en")
