"""Baselines: findings that are not reported, recorded by file, code and the text of the cue.

With a baseline you can introduce the linter in a project that has many findings. It is also the only way to suppress a
finding in SubRip, which has no comments. Times and cue numbers are not recorded, so a moved cue keeps its baseline.
"""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from captious.errors import ConfigError
from captious.formats.files import read_bytes
from captious.formats.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from captious.core.document import Document
    from captious.core.finding import Finding

_VERSION = 1
_DIGITS = 16
"""Hexadecimal digits of a hash: 64 bits, so that a collision is unlikely even among a million texts."""

Counts = dict[str, dict[str, dict[str, int]]]
"""Number of findings by path, code and hash of the text."""


class Baseline:
    """The findings recorded in a baseline file.

    Args:
        counts: how many findings, by path relative to the folder of the baseline, with ``/``, then code and hash.
    """

    __slots__ = ("_counts",)

    def __init__(self, counts: Counts) -> None:
        self._counts = counts

    def new_findings(self, name: str, findings: Iterable[Finding], document: Document) -> tuple[Finding, ...]:
        """The findings of a file that are not in the baseline; of three alike with two in it, one is new.

        Args:
            name: the file as the baseline names it.
            findings: in the order of the source, which is kept.
            document: what they were found in.
        """
        table = self._counts.get(name, {})
        left = {(code, text): count for code, texts in table.items() for text, count in texts.items()}
        new: list[Finding] = []
        for finding in findings:
            key = (finding.code, text_hash(finding, document))
            if left.get(key, 0) > 0:
                left[key] -= 1
            else:
                new.append(finding)
        return tuple(new)


def text_hash(finding: Finding, document: Document) -> str:
    """The hash of the text a finding is about: the visible text of its cue, or else its line; spaces do not count."""
    if finding.cue is not None and 0 < finding.cue <= len(document.cues):
        text = " ".join(document.cues[finding.cue - 1].lines)
    else:
        lines = split_lines(document.source or "").texts
        text = lines[min(finding.span.line, len(lines)) - 1]
    return sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def read_baseline(path: str) -> Baseline:
    """Reads a baseline file.

    Raises:
        ConfigError: not readable, or not a baseline.
    """
    data = read_bytes(path)
    try:
        content = json.loads(data)
        if content["version"] != _VERSION:
            raise ConfigError(
                f"a baseline of version {content['version']!r}, not {_VERSION}",
                path=path,
                hint="Write it again with --write-baseline.",
            )
        counts = {
            str(name): {
                str(code): {str(text): int(count) for text, count in texts.items()}
                for code, texts in codes.items()
            }
            for name, codes in content["findings"].items()
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ConfigError(
            "not a baseline", path=path, hint="Name a new file, and write it with --write-baseline."
        ) from None
    return Baseline(counts)


def baseline_text(found: Mapping[str, tuple[tuple[Finding, ...], Document]]) -> str:
    """The text of a baseline file with the given findings; the same for the same findings.

    Args:
        found: findings and their document, by the name of the file in the baseline.
    """
    recorded: Counts = {}
    for name, (findings, document) in sorted(found.items()):
        counts = Counter((finding.code, text_hash(finding, document)) for finding in findings)
        for (code, text), count in sorted(counts.items()):
            recorded.setdefault(name, {}).setdefault(code, {})[text] = count
    return json.dumps({"version": _VERSION, "findings": recorded}, indent=1, ensure_ascii=False) + "\n"


def is_baseline(data: bytes) -> bool:
    """Whether a file holds a baseline, of any version."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(content, dict) and content.keys() == {"version", "findings"}
