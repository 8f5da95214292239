"""The guide to hooks and CI, with the address and the revision that its examples name."""

from __future__ import annotations

import re
from pathlib import Path

from address import address_and_release

ROOT = Path(__file__).resolve().parents[1]
UNKNOWN = "https://github.com/OWNER/captious"
COMMIT = "COMMIT"
_NOTE = re.compile(r"(<!-- begin address -->\n).*?(<!-- end address -->)", re.DOTALL)
_REPOSITORY = re.compile(r"^( *- repo: )https://\S+\n( *rev: )\S+$", re.MULTILINE)
_ACTION = re.compile(r"\buses: [\w.-]+/captious@\S+")
_PIP = re.compile(r"captious @ git\+https://[^@\s]+@[^\s\"]+")
_NOT_SET = (
    "captious has no public address yet.\n"
    "Where `OWNER/captious` stands below, write where your clone comes from (`git remote get-url origin`), "
    "and for `COMMIT` the commit that you installed (`git rev-parse HEAD`).\n"
    "`captious init` writes both, and a hook that runs the installed captious where it knows neither.\n"
)
_NOT_RELEASED = (
    "There is no release yet: for `COMMIT` below, write the commit that you use, in full.\n"
    "`captious init` writes the one that you installed.\n"
)


def ci_page() -> str:
    """The guide with every example naming what exists; the text around them stays as it is."""
    text = (ROOT / "docs" / "guide" / "ci.md").read_text(encoding="utf-8")
    return page_text(text, *address_and_release())


def page_text(text: str, address: str | None, release: str | None) -> str:
    """A page with the examples for an address and a release.

    Args:
        text: the page.
        address: where captious is published; ``None`` = not known.
        release: the tag of its latest release; ``None`` = there is none.
    """
    home, revision = address or UNKNOWN, release if address and release else COMMIT
    action = home.removeprefix("https://github.com/")
    # elsewhere than on GitHub there is no action: the example stays one
    action = action if action.count("/") == 1 else UNKNOWN.removeprefix("https://github.com/")
    note = _NOT_SET if address is None else "" if release else _NOT_RELEASED
    text = _NOTE.sub(lambda match: f"{match[1]}{note}{match[2]}", text)
    text = _REPOSITORY.sub(lambda match: f"{match[1]}{home}\n{match[2]}{revision}", text)
    text = _ACTION.sub(f"uses: {action}@{revision}", text)
    return _PIP.sub(f"captious @ git+{home}@{revision}", text)
