"""A template for a style file: every key as a comment, with its inherited value."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from captious.style.explain import all_keys
from captious.style.limits import Limit, ReadingTable
from captious.style.values import OFF

if TYPE_CHECKING:
    from captious.style.load import Style


def style_template(parent: Style, *, title: str, extends: str) -> str:
    """Write a style file that changes nothing yet.

    Args:
        parent: the style it extends.
        title: its display name.
        extends: the value of ``extends``: the parent's name, or its file.
    """
    profile = parent.profile(format="")
    lines = [
        f"# A style of your own: the same as {extends}, except for what you change here. Remove the # before a key and",
        "# write another value. A number names its source; basis says how binding it is:",
        '# "guide" (published by a guide: an error if broken), "tool", or "advisory" (a warning).',
        f"extends = {_quoted(extends)}",
        f"title = {_quoted(title)}",
        f"description = {_quoted(f'Captions for {title}.')}",
    ]
    section = ""
    for part, key in all_keys():
        if part == "breaks":
            continue
        if part != section:
            lines += ["", f"[{part}]"]
            section = part
        lines.append(f"# {key} = {_toml(getattr(getattr(profile, part), key))}")
    lines += [
        "",
        "# Severities of rules: error, warning or info.",
        "[severities]",
        '# all-caps = "info"',
        "",
        "# For one language, one audience (used as FILE:children) or one format only:",
        "# [languages.de.layout]",
        "# [audiences.children.speed]",
        "# [formats.srt.layout]",
    ]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    match value:
        case None:
            return _quoted(OFF)
        case bool():
            return "true" if value else "false"
        case Limit():
            return f'{{ value = {value.value:.10g}, source = "our house rules", basis = "guide" }}'
        case ReadingTable():
            return (
                f"{{ chars = {list(map(int, value.chars))}, times_ms = {list(map(int, value.times_ms))}, "
                f'tolerance_percent = {value.tolerance_percent:g}, source = "our house rules", basis = "guide" }}'
            )
        case int() | float():
            return f"{value:.10g}"
        case _:
            return _quoted(str(value))


def _quoted(text: str) -> str:
    # a JSON string is a TOML string, but for one control character that TOML wants escaped
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
