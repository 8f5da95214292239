"""Records of who says what when, within data of any shape: JSON, JSON lines and XML of services and players."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from captious.transcripts.sources.column_names import END, LENGTH, SPEAKER, START, TEXT, role_of
from captious.transcripts.sources.model import SourceText, escape_text
from captious.transcripts.sources.tabular import Row, read_table

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_DEEPEST = 12
_MOSTLY = 0.8
_FEWEST = 20
"""Words from which on a text under a known name is one, whoever says it."""
_GUESSES = frozenset(("nbest", "alternatives", "hypotheses"))
_TIMES = frozenset((START, END, LENGTH))
_NAME_KEYS = ("name", "displayname", "label", "text", "id")


@dataclass(frozen=True, slots=True)
class Record:
    """An object with a text.

    Args:
        values: its values by key, as they stand there.
        speaker: the name of the object around it, if that has one; empty otherwise.
        number: its 1-based place among the records.
    """

    values: dict[str, object]
    speaker: str = ""
    number: int = 0


@dataclass(slots=True)
class _Group:
    records: list[Record] = field(default_factory=list)
    words: int = 0
    timed: int = 0


@dataclass(frozen=True, slots=True)
class _Outer:
    """What the objects around one say: the speaker, and times by their keys."""

    speaker: str = ""
    times: dict[str, object] = field(default_factory=dict)


@lru_cache(maxsize=1024)
def key_role(key: str) -> str | None:
    """What a key holds: ``speaker``, ``start``, ``end``, ``duration`` or ``text``; ``None`` for anything else."""
    return role_of(_CAMEL.sub(" ", key))


def find_records(data: object) -> list[Record]:
    """The objects with a text in some data, in order: of those at one place in its shape, the ones with most words.

    Objects with times go before others. Where two places have the same words, as the words of an utterance and its
    text, it is the outer one.
    """
    groups: dict[tuple[str, ...], _Group] = {}
    _collect(data, (), _Outer(), groups)
    most = max((group.words for group in groups.values()), default=0)
    timed = (group for group in groups.values() if group.timed * 2 > len(group.records))
    # a text without times may hold all words of those with times
    best = max(timed, key=lambda group: group.words, default=None)
    if best is None or best.words < _MOSTLY * most:
        best = max(groups.values(), key=lambda group: group.words, default=None)
    return best.records if best is not None else []


def text_of(record: Record) -> str:
    """The text of a record."""
    return next(
        (value for key, value in record.values.items() if isinstance(value, str) and key_role(key) == TEXT),
        "",
    )


def speaker_of(record: Record, names: dict[str, str]) -> str:
    """Who says a record; empty if the data does not say.

    Args:
        record: the record.
        names: names by the identifiers that the data gives them.
    """
    name = _own_speaker(record.values) or record.speaker
    return names.get(name, name)


def find_names(data: object, depth: int = 0) -> dict[str, str]:
    """The names of speakers by identifier, where the data lists them: ``"speakers": [{"id": 1, "name": "Ada"}]``."""
    if not isinstance(data, dict) or depth > 3:
        return {}
    names: dict[str, str] = {}
    for key, value in data.items():
        if _folded(key) not in ("speakers", "participants", "people", "speakernames", "speakermap"):
            names |= find_names(value, depth + 1)
        elif isinstance(value, dict):
            names |= {str(each): name for each, inner in value.items() if (name := _name(inner))}
        elif isinstance(value, list):
            names |= _listed_names(value)
    return names


def _listed_names(items: list[object]) -> dict[str, str]:
    names: dict[str, str] = {}
    for each in items:
        held: dict[str, object] = {}
        if isinstance(each, dict):
            held = {_folded(str(key)): inner for key, inner in each.items()}
        identifier = next((held[key] for key in ("id", "speakerid", "label", "key") if key in held), None)
        name = next((held[key] for key in ("name", "displayname", "speakername") if held.get(key)), None)
        if identifier is not None and isinstance(name, str):
            names[str(identifier)] = name.strip()
    return names


def read_records(data: object, kind: str) -> SourceText | None:
    """The text of data whose records have no times; ``None`` if it has no record, or few words of nobody.

    Args:
        data: from `parse_data`.
        kind: what it is, for messages.
    """
    records = find_records(data)
    if not records:
        return None
    names = find_names(data)
    rows = [Row(("speaker", "start", "text"), 0)]
    for record in records:
        start = next((value for key, value in record.values.items() if key_role(key) == "start"), "")
        time = str(start) if isinstance(start, str | int | float) and not isinstance(start, bool) else ""
        rows.append(Row((speaker_of(record, names), time, escape_text(text_of(record))), record.number))
    said = read_table(rows)
    if said is None or not said.lines:
        return None
    if not said.speakers and sum(len(line.split()) for line in said.lines) < _FEWEST:
        return None
    return SourceText(
        kind=kind,
        lines=tuple(said.lines),
        numbers=tuple(said.numbers),
        place="record",
        marked=True,
        speakers=tuple(said.speakers),
        nameless=not said.speakers,
    )


def _collect(
    data: object, path: tuple[str, ...], outer: _Outer, groups: dict[tuple[str, ...], _Group]
) -> None:
    if len(path) > _DEEPEST:
        return
    if isinstance(data, list):
        # of several guesses at one utterance the first is the best
        for each in data[:1] if path and _folded(path[-1]) in _GUESSES else data:
            _collect(each, path, outer, groups)
    elif isinstance(data, dict):
        roles = {key: key_role(str(key)) for key in data}
        times = {
            key: value
            for key, value in data.items()
            if roles[key] in _TIMES and not isinstance(value, dict | list)
        }
        text = next(
            (
                value
                for key, value in data.items()
                if roles[key] == TEXT and isinstance(value, str) and value.strip()
            ),
            None,
        )
        if text is not None:
            group = groups.setdefault(path, _Group())
            values = data if times else data | outer.times
            group.records.append(Record(values, outer.speaker, len(group.records) + 1))
            group.words += len(text.split())
            # a length alone, such as that of the recording, is no time
            group.timed += any(key_role(str(key)) == START for key in times or outer.times)
        inner = _Outer(_own_speaker(data, sure=True) or outer.speaker, times)
        for key, value in data.items():
            if isinstance(value, dict | list):
                _collect(value, (*path, str(key)), inner, groups)


def _own_speaker(values: dict[str, object], *, sure: bool = False) -> str:
    """The speaker that an object names: a key that says "speaker" first; ``name`` may be that of anything."""
    for key in sorted(values, key=lambda each: "speaker" not in each.casefold()):
        if key_role(key) == SPEAKER and not (
            sure and _folded(key) in ("name", "nom", "nombre", "user", "role")
        ):
            name = _name(values[key])
            if name:
                return name
    return ""


def _name(value: object) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        held = {_folded(str(key)): inner for key, inner in value.items()}
        return next((name for key in _NAME_KEYS if (name := _name(held.get(key)))), "")
    return ""


def _folded(key: str) -> str:
    return "".join(character for character in key.casefold() if character.isalnum())
