"""Baselines: findings that are not reported, recorded by file, code and the text of the cue.

With a baseline you can introduce the linter in a project that has many findings. It is also the only way to suppress a
finding in SubRip, which has no comments. Times and cue numbers are not recorded, so a moved cue keeps its baseline.

The file is JSON with a line for each finding, by file and place, and one before them for each file that has any, or had
any: that line stands between the changes that two branches make to the findings of two files, and git merges them.
"""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from captious.checks.index import INDEX
from captious.errors import ConfigError
from captious.formats.files import read_bytes
from captious.formats.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from captious.core.document import Document
    from captious.core.finding import Finding

_VERSION = 2
_DIGITS = 16
"""Hexadecimal digits of a hash: 64 bits, so that a collision is unlikely even among a million texts."""
UNREADABLE = "unreadable"
"""The code of a file that could not be read."""


class Known(NamedTuple):
    """A finding in a baseline: its code, and the hash of the text it is about; for a file, of its bytes."""

    code: str
    text: str


class Baseline:
    """The findings recorded in a baseline file.

    Args:
        files: the findings of each file in the order of the source, by its path relative to the folder of the
            baseline, with ``/``.
    """

    __slots__ = ("files",)

    def __init__(self, files: Mapping[str, tuple[Known, ...]]) -> None:
        self.files = files

    def new_findings(self, name: str, findings: Iterable[Finding], document: Document) -> tuple[Finding, ...]:
        """The findings of a file that are not in the baseline; of three alike with two in it, one is new.

        Args:
            name: the file as the baseline names it.
            findings: in the order of the source, which is kept.
            document: what they were found in.
        """
        left = Counter(self.files.get(name, ()))
        hashes = TextHashes(document)
        new: list[Finding] = []
        for finding in findings:
            key = Known(finding.code, hashes.of(finding))
            if left[key] > 0:
                left[key] -= 1
            else:
                new.append(finding)
        return tuple(new)

    def has_unreadable(self, name: str, data: bytes | None) -> bool:
        """Whether a file that cannot be read is in the baseline, with the same bytes.

        Args:
            name: the file as the baseline names it.
            data: its bytes; ``None`` if there are none to be had.
        """
        return unreadable(data) in self.files.get(name, ())


class TextHashes:
    """Hashes of the texts that findings of a document are about.

    Args:
        document: what they were found in.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines: list[str] | None = None

    def of(self, finding: Finding) -> str:
        """The hash of the visible text of its cue, or else of its line; spaces do not count."""
        cues = self._document.cues
        if finding.cue is not None and 0 < finding.cue <= len(cues):
            text = " ".join(cues[finding.cue - 1].lines)
        else:
            if self._lines is None:
                self._lines = list(split_lines(self._document.source or "").texts)
            text = self._lines[min(finding.span.line, len(self._lines)) - 1]
        return _hash(" ".join(text.split()).encode("utf-8", "surrogatepass"))


def text_hash(finding: Finding, document: Document) -> str:
    """The hash of the text a finding is about; see `TextHashes`."""
    return TextHashes(document).of(finding)


def known_findings(findings: Iterable[Finding], document: Document) -> tuple[Known, ...]:
    """Findings as a baseline has them."""
    hashes = TextHashes(document)
    return tuple(Known(finding.code, hashes.of(finding)) for finding in findings)


def unreadable(data: bytes | None) -> Known:
    """A file that cannot be read, as a baseline has it."""
    return Known(UNREADABLE, "" if data is None else _hash(data))


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()[:_DIGITS]


def read_baseline(path: str, *, shown: str | None = None) -> Baseline:
    """Reads a baseline file, of this version or an earlier one.

    Args:
        path: the file.
        shown: its name in errors; ``None`` = its path.

    Raises:
        ConfigError: not readable, or not a baseline.
    """
    data = read_bytes(path)
    try:
        return _parse(json.loads(data), path=shown or path)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        conflict = b"\n<<<<<<<" in data
        raise ConfigError(
            "a merge left a conflict in it" if conflict else "not a baseline",
            path=shown or path,
            line=data[: data.index(b"\n<<<<<<<")].count(b"\n") + 2 if conflict else None,
            hint="Keep the lines of both sides, or write it again with --write-baseline."
            if conflict
            else "Name a new file, and write it with --write-baseline.",
        ) from None


def _parse(content: Any, *, path: str) -> Baseline:
    version = content["version"]
    if version not in (1, _VERSION):
        raise ConfigError(
            f"a baseline of version {version!r}, not {_VERSION}",
            path=path,
            hint="Write it again with --write-baseline.",
        )
    files: dict[str, list[Known]] = {}
    if version == 1:
        for name, codes in content["findings"].items():
            for code, texts in codes.items():
                for text, number in texts.items():
                    files.setdefault(str(name), []).extend([Known(str(code), str(text))] * int(number))
    else:
        if not isinstance(content["findings"], list):
            raise TypeError
        for entry in content["findings"]:
            for name in entry[:1]:
                files.setdefault(str(name), [])
            if len(entry) > 1:
                name, code, *_, text = map(str, entry)
                files[name].append(Known(code, text))
    return Baseline({name: tuple(known) for name, known in files.items()})


def baseline_text(files: Mapping[str, tuple[Known, ...]]) -> str:
    """The text of a baseline file; the same for the same findings.

    Args:
        files: the findings of each file in the order of the source, by its name in the baseline; a file without any
            keeps its line.
    """
    names = {entry.code: entry.name for entry in INDEX} | {UNREADABLE: "file"}
    lines = []
    for name, known in sorted(files.items()):
        lines.append(json.dumps([name], ensure_ascii=False))
        lines += [
            json.dumps([name, one.code, names.get(one.code, ""), one.text], ensure_ascii=False)
            for one in known
        ]
    # the empty entry: without it the last line had no comma, and would change with every other one
    return "".join(
        [f'{{"version": {_VERSION}, "findings": [\n', *(f"{line},\n" for line in lines), "[]\n]}\n"]
    )


def is_baseline(data: bytes) -> bool:
    """Whether a file holds a baseline, of any version."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        # one that was merged with a conflict is still a baseline, and is to be written again
        return data.startswith(b'{"version": 2, "findings": [')
    return isinstance(content, dict) and content.keys() == {"version", "findings"}
