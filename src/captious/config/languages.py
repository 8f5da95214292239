"""Language tags as written by users."""

from __future__ import annotations

import re

from captious.errors import OptionError

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}", re.ASCII)


def parse_language(text: str) -> str:
    """Normalises a BCP 47 tag; whether the language exists is not checked.

    Raises:
        OptionError: not a well-formed tag.
    """
    if not _LANGUAGE.fullmatch(text.strip()):
        raise OptionError(f"not a language code: {text!r}", hint="Write for example en, pt-BR or zh-TW.")
    return text.strip().replace("_", "-")
