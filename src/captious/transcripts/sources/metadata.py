"""What the keys of front matter say of a recording, under the many names that programs give them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.clock import parse_clock
from captious.errors import CaptiousError
from captious.transcripts.model import Metadata
from captious.transcripts.sources.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from captious.transcripts.sources.front_matter import Value

_TITLES = ("title", "pagetitle", "episodetitle", "headline", "name", "titel", "titulo", "titre", "episode")
_DATES = (
    "date", "pubdate", "publicationdate", "publishdate", "published", "publishedat", "datepublished", "airdate",
    "releasedate", "recorded", "recordingdate", "daterecorded", "datum", "fecha", "created", "uploaddate",
)  # fmt: skip
_HOSTS = ("host", "hosts", "interviewer", "interviewers", "moderator", "presenter", "moderation")
_GUESTS = (
    "guest", "guests", "speaker", "speakers", "interviewee", "interviewees", "participants", "panelists", "panel",
    "gast", "gäste", "invitado", "invitados", "invité", "invités",
)  # fmt: skip
_LENGTHS = (
    "duration",
    "length",
    "runtime",
    "itunesduration",
    "episodeduration",
    "dauer",
    "duracion",
    "durée",
)
_SECONDS = ("durationseconds", "durationinseconds", "durations", "lengthseconds", "durationsec")
_THOUSANDTHS = ("durationms", "durationmilliseconds")
_TEXTS = ("description", "summary", "excerpt", "abstract", "subtitle", "teaser", "teasertext", "beschreibung")
_SERIES = ("podcast", "series", "show", "seriestitle", "podcasttitle", "showtitle", "podcastname", "channel")
_LANGUAGES = ("lang", "language", "locale", "inlanguage")
_CHAPTERS = ("chapters", "timestamps", "kapitel", "capitulos")
_TIMES = ("time", "start", "starttime", "timestamp", "startms", "at")
_OTHER = frozenset(
    (
        "layout", "permalink", "tags", "categories", "category", "slug", "draft", "type", "status", "url", "image",
        "author", "authors", "transcriptby", "transcribedby", "videoid", "youtubeurl", "youtubeid", "audio", "audiourl",
        "media", "season", "episodenumber", "number", "keywords", "id", "template", "weight", "aliases", "cover",
    )
)  # fmt: skip
_KNOWN = frozenset(
    (*_TITLES, *_DATES, *_HOSTS, *_GUESTS, *_LENGTHS, *_SECONDS, *_THOUSANDTHS, *_TEXTS, *_SERIES, *_LANGUAGES,
     *_CHAPTERS, *_OTHER)
)  # fmt: skip
_PATH = re.compile(r"\S*[/\\]\S*|\S+\.[a-z]{2,4}|[0-9.# -]+", re.IGNORECASE)
_ISO = re.compile(r"P(?:T)?(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\.[0-9]+)?S)?")
_UNITS = re.compile(
    r"(?:([0-9]{1,3}) ?(?:h|hrs?|hours?|stunden?|std\.?)[ ,]*(?:and )?)?"
    r"(?:([0-9]{1,4}) ?(?:m|mins?|min\.|minutes?|minuten|minutos)[ ,]*(?:and )?)?"
    r"(?:([0-9]{1,6}) ?(?:s|secs?|seconds?|sekunden|segundos))?",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\s*(?:[,;&]|\s(?:and|und|y|et|e|og|och|en)\s)\s*")
_SUFFIX = re.compile(r"(?:jr|sr|ph\.?d|m\.?d|mba|esq|ii|iii)\.?", re.IGNORECASE)


def is_known_key(key: str) -> bool:
    """Whether front matter has this key often; case, spaces, underscores and hyphens do not count."""
    return _folded(key) in _KNOWN


def read_metadata(values: Mapping[str, Value]) -> Metadata:
    """What front matter says of the recording.

    Args:
        values: its keys; a mapping among the values (``episode: {title: …}``) is looked into, too.
    """
    flat = _Flat(values)
    language = flat.text(_LANGUAGES)
    return Metadata(
        title=next((text for text in flat.texts(_TITLES) if not _PATH.fullmatch(text)), None),
        date=read_date(found) if (found := flat.text(_DATES)) else None,
        hosts=flat.names(_HOSTS),
        guests=flat.names(_GUESTS),
        duration_ms=flat.duration(),
        description=flat.text(_TEXTS),
        series=next((text for text in flat.texts(_SERIES) if not _PATH.fullmatch(text)), None),
        language=language
        if language and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", language)
        else None,
        chapters=flat.chapters(),
    )


def parse_duration(text: str) -> int | None:
    """A length in any of the usual forms, in milliseconds: ``0:47:13``, ``PT4M21S``, ``1 hr 3 min``, ``2833``.

    A bare number is seconds if it is 600 or more; below that it could be minutes, and says nothing.
    """
    text = text.strip()
    if ":" in text:
        try:
            return parse_clock(text) or None
        except CaptiousError:
            return None
    if text.isascii() and text.isdecimal():
        return int(text) * 1000 if 600 <= int(text) < 10**6 else None
    match = _ISO.fullmatch(text.upper()) or _UNITS.fullmatch(text)
    if not text or match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 or None


def split_names(text: str) -> tuple[str, ...]:
    """The names of a list in running text: ``Anna Lind, PhD, Bo Karlsen & Cleo``."""
    parts = [part.strip(" .\"'") for part in _NAMES.split(text)]
    return tuple(
        part for part in parts if part and not _SUFFIX.fullmatch(part) and any(map(str.isalpha, part))
    )


def _folded(key: str) -> str:
    return "".join(character for character in key.casefold() if character not in " _-.")


class _Flat:
    """The values of front matter by folded key, those of nested mappings behind those at the top."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values: dict[str, Value] = {}
        nested = []
        for key, value in values.items():
            if isinstance(value.data, dict):
                nested.append(value.data)
            self._values.setdefault(_folded(key), value)
        for inner in nested:
            for key, value in inner.items():
                self._values.setdefault(_folded(key), value)

    def texts(self, keys: tuple[str, ...]) -> Iterator[str]:
        for key in keys:
            value = self._values.get(key)
            if value is not None and isinstance(value.data, str) and (text := " ".join(value.data.split())):
                yield text

    def text(self, keys: tuple[str, ...]) -> str | None:
        return next(self.texts(keys), None)

    def names(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for key in keys:
            value = self._values.get(key)
            if value is not None:
                found |= dict.fromkeys(_names(value))
        return tuple(found)

    def duration(self) -> int | None:
        for keys, factor in ((_SECONDS, 1000), (_THOUSANDTHS, 1)):
            for text in self.texts(keys):
                if re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]+)?", text):
                    return round(float(text) * factor) or None
        return next((ms for text in self.texts(_LENGTHS) if (ms := parse_duration(text)) is not None), None)

    def chapters(self) -> tuple[tuple[int, str], ...]:
        found = []
        for key in _CHAPTERS:
            value = self._values.get(key)
            for each in value.data if value is not None and isinstance(value.data, list) else ():
                if isinstance(each.data, dict):
                    inner = _Flat(each.data)
                    time, title = inner.text(_TIMES), inner.text(("title", "name", "text", "label"))
                    if time and title and (ms := _moment(time)) is not None:
                        found.append((ms, title))
        return tuple(sorted(found))


def _names(value: Value) -> Iterator[str]:
    if isinstance(value.data, str):
        yield from split_names(value.data)
    elif isinstance(value.data, dict):
        name = _Flat(value.data).text(("name", "fullname", "title"))
        if name is not None:
            yield name
    else:
        for each in value.data:
            yield from ([each.data] if isinstance(each.data, str) and each.data.strip() else _names(each))


def _moment(text: str) -> int | None:
    try:
        return parse_clock(text)
    except CaptiousError:
        return None
