"""Namespaces of TTML, under the prefixes that the rest of this package uses for them."""

from __future__ import annotations

import re

_TTML = re.compile(r"https?://www\.w3\.org/(?:ns/ttml|2006/[0-9]{2}/ttaf1)/?(?:#([\w-]*))?/?")
"""TTML, and the drafts of 2006 (DFXP), whose elements and attributes mean the same."""
_PARTS = {
    None: "", "": "", "style": "tts", "styling": "tts", "style-attribs": "tts", "parameter": "ttp", "metadata": "ttm",
}  # fmt: skip
_OTHERS = {
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/ns/ttml/profile/imsc1#styling": "itts",
    "http://www.w3.org/ns/ttml/profile/imsc1#parameter": "ittp",
    "urn:ebu:tt:style": "ebutts",
    "urn:ebu:tt:metadata": "ebuttm",
    "urn:ebu:tt:parameters": "ebuttp",
}
_SMPTE = re.compile(r"https?://www\.smpte-ra\.org/(?:schemas/2052-1/[0-9]{4}|23b)/smpte-tt/?(?:#\w+)?")
CONVENTIONAL = frozenset({"tts", "ttp", "ttm", "xml", "itts", "ittp", "ebutts", "ebuttm", "ebuttp", "smpte"})
"""Prefixes that are read as the namespace they usually stand for where a file does not declare them."""

TEXT_PROFILE = "http://www.w3.org/ns/ttml/profile/imsc1.1/text"
"""Designator of the text profile (W3C IMSC 1.1 §4)."""


def prefix_of(uri: str) -> str | None:
    """The prefix of a namespace here: empty for TTML's elements, ``None`` for a foreign namespace.

    Sources:
        W3C TTML2 §5.1 (namespaces), the drafts of TTAF-DFXP of 2006, W3C IMSC 1.1 §5.2, EBU Tech 3380 §2, SMPTE
        ST 2052-1.
    """
    uri = uri.strip()
    match = _TTML.fullmatch(uri)
    if match is not None:
        return _PARTS.get(match[1])
    if _SMPTE.fullmatch(uri):
        return "smpte"
    return _OTHERS.get(uri)
