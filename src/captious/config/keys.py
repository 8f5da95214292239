"""The keys of a configuration file, one line each: what they hold and what they are for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "style", "language", "rate", "encoding", "format", "selectors", "patterns", "ignores", "overrides", "rules",
    "path",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Args:
        name: as it is written.
        kind: what it holds.
        about: what it is for, for editors that show it.
        override: whether an override may hold it too.
    """

    name: str
    kind: Kind
    about: str
    override: bool = True


KEYS = (
    Key("extend", "path", "A configuration file this one builds on; relative to this file.", override=False),
    Key("style", "style", "Style the files are checked against: a name, or the path of a style file."),
    Key("language", "language", "Language of the text, such as en or pt-BR."),
    Key("fps", "rate", "Frames per second of the video: 25, 23.976, 30000/1001."),
    Key(
        "encoding",
        "encoding",
        "Encoding of the files, such as cp1252; absent = UTF-8, or UTF-16 by its mark.",
    ),
    Key("format", "format", "Format of the files, whatever they are called and look like."),
    Key("select", "selectors", "The only rules wanted: codes, beginnings of codes, names, or ALL."),
    Key("extend-select", "selectors", "Rules wanted besides."),
    Key("ignore", "selectors", "Rules not wanted."),
    Key("exclude", "patterns", "Files not to be checked; patterns as in .gitignore.", override=False),
    Key("per-file-ignores", "ignores", "Rules not wanted in the files that match a pattern.", override=False),
    Key("overrides", "overrides", "Settings for the files that match.", override=False),
    Key("rules", "rules", "Options of rules, by the rule's name."),
)
"""Every key, in the order the guide tells of them."""

FILES = Key("files", "patterns", "Which files the override is for; patterns as in .gitignore.")
"""The one key that only an override has."""
