"""Whether a text is XML: expat says so, which reads no other file and resolves no entity."""

from __future__ import annotations

import re
from xml.parsers import expat

from captious.errors import FormatError

_STRAY = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    r"|(&(?!(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z_][\w.:-]{0,60});)|<(?![A-Za-z_:/!?])"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff])",
    re.DOTALL,
)
REFERENCES = {"&": "&amp;", "<": "&lt;"}
"""How characters are written that mean something else in XML."""
_LONGEST_ENTITY = 100


def check(source: str) -> tuple[int, dict[str, str], tuple[int, ...]]:
    """Checks that a text is well-formed, but for characters that ought to be references.

    What is meant by these is plain, though players refuse the file.

    Returns:
        Where the root element may begin, the entities that the text defines, and the offsets of such characters.

    Raises:
        FormatError: it is not well-formed, with line and column.
    """
    try:
        return *_parse(source), ()
    except FormatError:
        strays = tuple(match.start() for match in _STRAY.finditer(source) if match[1] is not None)
        if not strays:
            raise
        try:
            found = _parse(_STRAY.sub(_as_reference, source))
        except FormatError:
            pass
        else:
            return *found, strays
        raise


def _as_reference(match: re.Match[str]) -> str:
    return match[0] if match[1] is None else REFERENCES.get(match[1], " ")


def _parse(source: str) -> tuple[int, dict[str, str]]:
    """Where the root element may begin, and the entities that the text defines."""
    entities: dict[str, str] = {}
    begin = [0]
    # whatever the declaration says: the text is decoded already
    parser = expat.ParserCreate("utf-8")
    # without a definition elsewhere, which is empty here, an entity of HTML is an error; nothing is fetched
    parser.UseForeignDTD(True)
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)

    def define(name: str, is_parameter: bool, value: str | None, *_: object) -> None:
        if is_parameter or value is None or len(value) > _LONGEST_ENTITY or "<" in value or "&" in value:
            raise FormatError("custom entities are not supported", line=parser.CurrentLineNumber)
        entities[name] = value

    def elsewhere(context: str | None, *_: object) -> int:
        if context is None:
            parser.ExternalEntityParserCreate(None).Parse(b"", True)
        return 1

    def end() -> None:
        begin[0] = parser.CurrentByteIndex

    parser.EntityDeclHandler = define
    parser.EndDoctypeDeclHandler = end
    parser.ExternalEntityRefHandler = elsewhere
    data = source.encode("utf-8", "surrogatepass")
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        message = expat.ErrorString(error.code)
        raise FormatError(
            f"not well-formed XML: {message}", line=error.lineno, column=error.offset + 1
        ) from None
    return len(data[: begin[0]].decode("utf-8", "surrogatepass")), entities
