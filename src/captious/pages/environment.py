"""Render templates: everything escaped, styles and scripts inline, and a policy that allows nothing else."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from captious import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2 import Environment

_FOLDER = os.path.dirname(__file__)  # noqa: PTH120 - pathlib takes longer to import than the rest
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def render(
    template: str,
    *,
    styles: Sequence[str],
    scripts: Sequence[str] = (),
    recordings: str = "",
    frames: str = "",
    **values: Any,
) -> str:
    """Render a template of this package to a page.

    Args:
        template: name of the template, without its suffix.
        styles: names of the style sheets in ``assets``, without their suffix, in order.
        scripts: the same for scripts.
        recordings: allowed sources of recordings, as in a policy (``"'self' data:"``); empty = none.
        frames: allowed sources of frames; empty = none.
        values: the template's values; text is escaped everywhere.

    Returns:
        The whole page, LF line ends, one at its end.
    """
    style = "\n".join(_asset(f"{name}.css") for name in styles)
    script = "\n".join(_asset(f"{name}.js") for name in scripts)
    made = _environment().get_template(f"{template}.html.jinja")
    inside = {"style": Markup(style), "script": Markup(script)}  # noqa: S704 - ours, and no user's
    page = made.render(
        version=__version__, policy=policy(style, script, recordings, frames), **inside, **values
    )
    return page.rstrip() + "\n"


def render_linked(template: str, *, sheet: str, **values: Any) -> str:
    """Render a template of this package to one page of many, which share a style sheet beside them.

    Args:
        template: name of the template, without its suffix.
        sheet: the style sheet, relative to the page.
        values: the template's values; text is escaped everywhere.

    Returns:
        The whole page, LF line ends, one at its end.
    """
    return "".join(linked_parts(template, sheet=sheet, **values))


def linked_parts(template: str, *, sheet: str, scripts: Sequence[str] = (), **values: Any) -> Iterator[str]:
    """Render as `render_linked` does, in parts: a long page is never in memory as a whole.

    Args:
        template: name of the template, without its suffix.
        sheet: the style sheet, relative to the page.
        scripts: names of the scripts in ``assets``, without their suffix, which are put into the page.
        values: the template's values; text is escaped everywhere.

    Sources:
        W3C Content Security Policy Level 3: ``'self'`` is nothing for a page that is opened from a disk, which has no
        origin; the scheme stands for it.
    """
    script = "\n".join(_asset(f"{name}.js") for name in scripts)
    rules = ["default-src 'none'", "style-src 'self' file:"]
    if script:
        rules.append(f"script-src 'sha256-{_digest(script)}'")
    made = _environment().get_template(f"{template}.html.jinja")
    yield from made.generate(
        version=__version__,
        # nothing here has a base or a form that is sent anywhere
        policy=Markup("; ".join(rules)),  # noqa: S704 - ours, and no user's
        sheet=sheet,
        script=Markup(script),  # noqa: S704 - ours, and no user's
        **values,
    )
    yield "\n"


def style_sheet(*names: str) -> str:
    """The style sheets of these names in ``assets``, one after the other."""
    return "\n".join(_asset(f"{name}.css") for name in names) + "\n"


def render_fragment(template: str, *, style: str, **values: Any) -> str:
    """Render a template of this package to a part of a page, with its style sheet in it.

    Args:
        template: name of the template, without its suffix.
        style: name of the style sheet in ``assets``, without its suffix.
        values: the template's values; text is escaped everywhere.

    Returns:
        The part, without blank lines: an editor of pages makes paragraphs of those.
    """
    made = _environment().get_template(f"{template}.html.jinja")
    text = made.render(style=Markup(_asset(f"{style}.css")), **values)  # noqa: S704 - ours, and no user's
    return "\n".join(line for line in text.splitlines() if line.strip()) + "\n"


def policy(style: str, script: str, media: str, frames: str = "") -> str:
    """The content security policy of a page: this style, this script, these media and frames, and nothing else.

    Sources:
        W3C Content Security Policy Level 3: hashes of inline elements; ``default-src 'none'``.
    """
    parts = ["default-src 'none'", f"style-src 'sha256-{_digest(style)}'"]
    if script:
        parts.append(f"script-src 'sha256-{_digest(script)}'")
    if media:
        parts.append(f"media-src {media}")
    if frames:
        parts.append(f"frame-src {frames}")
    return "; ".join([*parts, "base-uri 'none'", "form-action 'none'"])


def data_url(captions: str) -> str:
    """A data URL of WebVTT, for a ``<track>``."""
    encoded = base64.b64encode(captions.encode("utf-8", "replace")).decode("ascii")
    return f"data:text/vtt;charset=utf-8;base64,{encoded}"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


@cache
def _asset(name: str) -> str:
    with open(os.path.join(_FOLDER, "assets", name), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        return file.read().strip()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # late: only pages need it

    return Environment(
        loader=FileSystemLoader(os.path.join(_FOLDER, "templates")),  # noqa: PTH118
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_writable,
    )


def _writable(value: object) -> object:
    """A value without characters that HTML cannot hold; directional marks are contained by ``<bdi>``."""
    if isinstance(value, str) and not isinstance(value, Markup) and _UNWRITABLE.search(value):
        return _UNWRITABLE.sub("\ufffd", value)
    return value
