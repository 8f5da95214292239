"""The keys of a configuration file, with the kind of their values and a description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "style", "language", "rate", "encoding", "format", "selectors", "patterns", "ignores", "overrides", "rules",
    "path", "paths", "file", "flag", "number", "choice", "text", "texts", "limits", "table",
]  # fmt: skip


OUTPUT_FORMATS = (
    "full", "concise", "grouped", "hook", "json", "json-lines", "csv", "csv-excel", "github", "gitlab", "html",
    "junit", "markdown", "rdjson", "sarif",
)  # fmt: skip
"""The output formats of reports, which this room does not know: a test compares them."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Args:
        name: as written in the file.
        kind: the kind of its value.
        about: a description, which editors show.
        override: whether it is also allowed in an override.
        default: its value where no file has it; ``None`` = none, or as its description says.
        choices: the values of a choice.
        most: the largest of a number, which begins at 1.
        keys: the keys of a table.
    """

    name: str
    kind: Kind
    about: str
    override: bool = True
    default: str | int | bool | None = None
    choices: tuple[str, ...] = ()
    most: int = 0
    keys: tuple[Key, ...] = ()


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
    Key("strict", "flag", "Exit with code 1 for warnings, too.", default=False),
    Key("exit-zero", "flag", "Exit with code 0 even if issues are found.", default=False),
    Key(
        "unsafe-fixes",
        "flag",
        "With --fix: apply unsafe fixes, too, which change words, cues or looks.",
        default=False,
    ),
    Key(
        "baseline",
        "file",
        "File of known findings, which are not reported; relative to this file.",
        override=False,
    ),
    Key(
        "output-format",
        "choice",
        "Format of the report.",
        override=False,
        default="full",
        choices=OUTPUT_FORMATS,
    ),
    Key("show-fixes", "flag", "Show the number of fixes in each file.", override=False, default=False),
    Key(
        "force-exclude",
        "flag",
        "Skip excluded files even if they are named on the command line.",
        override=False,
        default=False,
    ),
    Key("gitignore", "flag", "Skip the files that .gitignore excludes.", override=False, default=True),
    Key(
        "jobs",
        "number",
        "Number of processes; absent = one per CPU if the files are many, else 1.",
        override=False,
        most=256,
    ),
    Key(
        "cache",
        "flag",
        "Keep the results of many files in .captious_cache, and read them there.",
        override=False,
        default=True,
    ),
    Key(
        "report",
        "table",
        "The report of a delivery, --report-dir.",
        override=False,
        keys=(
            Key("title", "text", "Its title; absent = the name of the folder that is checked."),
            Key(
                "times",
                "choice",
                "How times are written; frames need a frame rate.",
                default="ms",
                choices=("ms", "frames", "drop-frames"),
            ),
            Key(
                "fail-on",
                "limits",
                'The most a delivery may have of a severity, of rules, or of unreadable files: 0, "1%", "5/file".',
            ),
            Key("review-on", "limits", "The most that passes without a person to decide."),
        ),
    ),
    Key("overrides", "overrides", "Options for the files that match.", override=False),
    Key("rules", "rules", "Options of rules, by the name of the rule."),
)
"""Every key, in the order of the guide."""

BY_NAME = {key.name: key for key in KEYS}
"""Every key by its name."""

FILES = Key("files", "patterns", "Files the override applies to; patterns as in .gitignore.")
"""The key that is only allowed in an override."""
