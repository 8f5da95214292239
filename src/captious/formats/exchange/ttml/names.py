"""Namespaces and names of TTML."""

from __future__ import annotations

XML = "{http://www.w3.org/XML/1998/namespace}"
TT = "{http://www.w3.org/ns/ttml}"
TTS = "{http://www.w3.org/ns/ttml#styling}"
TTP = "{http://www.w3.org/ns/ttml#parameter}"
TTM = "{http://www.w3.org/ns/ttml#metadata}"

OLD = ("http://www.w3.org/2006/10/ttaf1", "http://www.w3.org/2006/04/ttaf1")
"""Namespaces of drafts (DFXP), which are read in the same way."""
NEW = "http://www.w3.org/ns/ttml"

TEXT_PROFILE = "http://www.w3.org/ns/ttml/profile/imsc1.1/text"
"""Designator of the text profile (W3C IMSC 1.1 §4)."""
