"""The keys of a configuration file, with the kind of their values and a description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "style", "language", "rate", "encoding", "format", "selectors", "patterns", "ignores", "overrides", "rules",
    "path", "paths",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Args:
        name: as written in the file.
        kind: the kind of its value.
        about: a description, which editors show.
        override: whether it is also allowed in an override.
    """

    name: str
    kind: Kind
    about: str
    override: bool = True


KEYS = (
    Key("extend", "path", "Configuration file to extend; relative to this file.", override=False),
    Key("style", "style", "Style to check against: a name, or the path of a style file."),
    Key("language", "language", "Language of the text, such as en or pt-BR."),
    Key("fps", "rate", "Frame rate of the video in frames per second: 25, 23.976, 30000/1001."),
    Key(
        "encoding",
        "encoding",
        "Encoding of the files, such as cp1252; absent = UTF-8, or UTF-16 with a byte order mark.",
    ),
    Key("format", "format", "Format of the files, whatever their names and contents."),
    Key(
        "select",
        "selectors",
        "Rules to run instead of the style's: codes, beginnings of codes, names, or ALL.",
    ),
    Key("extend-select", "selectors", "Rules to run in addition."),
    Key("ignore", "selectors", "Rules not to run."),
    Key(
        "rule-files",
        "paths",
        "Files of Python with rules of your own, relative to this file; they are run as programs.",
        override=False,
    ),
    Key("exclude", "patterns", "Files not to check; patterns as in .gitignore.", override=False),
    Key("per-file-ignores", "ignores", "Rules not to run on the files that match a pattern.", override=False),
    Key("overrides", "overrides", "Options for the files that match.", override=False),
    Key("rules", "rules", "Options of rules, by the name of the rule."),
)
"""Every key, in the order of the guide."""

FILES = Key("files", "patterns", "Files the override applies to; patterns as in .gitignore.")
"""The key that is only allowed in an override."""
