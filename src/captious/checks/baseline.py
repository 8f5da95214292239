"""Findings that are known and to be left alone, kept in a file: by file, code and the text of the cue.

The way to begin with a linter in a project that has many findings, and the only way to silence one in SubRip,
which has no comments. Times and numbers of cues are not part of it, so moving a cue keeps what is known of it.
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
"""Hexadecimal digits of a hash: 64 bits, so that among a million texts two alike are still not to be expected."""

Known = dict[str, dict[str, dict[str, int]]]
"""Path, code, hash of the text, how many."""


class Baseline:
    """Known findings.

    Args:
        known: by path relative to the baseline's folder with ``/`` between its parts, code and hash.
    """

    __slots__ = ("_known",)

    def __init__(self, known: Known) -> None:
        self._known = known

    def unknown(self, name: str, findings: Iterable[Finding], document: Document) -> tuple[Finding, ...]:
        """The findings of a file that are not known, in their order; three alike of which two are known leave one.

        Args:
            name: the file as the baseline names it.
            findings: in the order of the source.
            document: what they were found in.
        """
        table = self._known.get(name, {})
        left = {(code, text): count for code, texts in table.items() for text, count in texts.items()}
        news: list[Finding] = []
        for finding in findings:
            key = (finding.code, text_hash(finding, document))
            if left.get(key, 0) > 0:
                left[key] -= 1
            else:
                news.append(finding)
        return tuple(news)


def text_hash(finding: Finding, document: Document) -> str:
    """The hash of what a finding is about: the visible text of its cue, or else its line; blanks do not count."""
    if finding.cue is not None and 0 < finding.cue <= len(document.cues):
        text = " ".join(document.cues[finding.cue - 1].lines)
    else:
        lines = split_lines(document.source or "").texts
        text = lines[min(finding.span.line, len(lines)) - 1]
    return sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def read_baseline(path: str) -> Baseline:
    """A baseline file.

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
        known = {
            str(name): {
                str(code): {str(text): int(count) for text, count in texts.items()}
                for code, texts in codes.items()
            }
            for name, codes in content["findings"].items()
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ConfigError("not a baseline", path=path, hint="Write it again with --write-baseline.") from None
    return Baseline(known)


def baseline_text(found: Mapping[str, tuple[tuple[Finding, ...], Document]]) -> str:
    """The text of a baseline file that knows all of some findings; the same for the same findings.

    Args:
        found: findings and their document, by the file as the baseline is to name it.
    """
    known: Known = {}
    for name, (findings, document) in sorted(found.items()):
        counts = Counter((finding.code, text_hash(finding, document)) for finding in findings)
        for (code, text), count in sorted(counts.items()):
            known.setdefault(name, {}).setdefault(code, {})[text] = count
    return json.dumps({"version": _VERSION, "findings": known}, indent=1, ensure_ascii=False) + "\n"


def is_baseline(data: bytes) -> bool:
    """Whether a file holds a baseline, of any version."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(content, dict) and content.keys() == {"version", "findings"}
