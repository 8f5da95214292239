"""Documents for the tests, made part by part."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, *, styles: str = "", core: str = "") -> bytes:
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/header1.xml": f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>Hive Radio</w:t></w:r></w:p></w:hdr>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
    }
    if core:
        parts["docProps/core.xml"] = (
            f'<p:coreProperties xmlns:p="urn:p" xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</p:coreProperties>'
        )
    return packed(parts)


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of runs; one that begins with ``*`` is bold."""
    made = "".join(
        f'<w:r>{"<w:rPr><w:b/></w:rPr>" if run.startswith("*") else ""}<w:t xml:space="preserve">{run.lstrip("*")}</w:t></w:r>'  # noqa: E501
        for run in runs
    )
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{made}</w:p>"


def odt(body: str, *, styles: str = "", meta: str = "") -> bytes:
    names = (
        'xmlns:office="urn:o" xmlns:text="urn:t" xmlns:style="urn:s" xmlns:fo="urn:f" xmlns:table="urn:b"'
        ' xmlns:draw="urn:d" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>"  # noqa: E501
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {names}><office:meta>{meta}</office:meta></office:document-meta>",
        }
    )
