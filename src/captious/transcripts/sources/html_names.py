"""The elements of HTML, by what a reader of transcripts does with them."""

from __future__ import annotations

DROPPED = frozenset(
    (
        "script", "style", "noscript", "template", "head", "nav", "aside", "footer", "form", "button", "select",
        "textarea", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video", "map", "dialog", "menu",
        "picture", "datalist", "rp", "rt",
    )
)  # fmt: skip
"""What is in them is never speech."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    (
        *HEADINGS, "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "header", "hgroup", "hr", "html", "legend", "li", "main", "ol", "p",
        "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
"""They begin and end a paragraph."""
BOLD = frozenset(("b", "strong", "cite", "author", "speaker", "dt", "th"))
"""Their text stands out, and may be a label; ``author`` and ``speaker`` are no HTML, but pages have them."""
EMPHASISED = frozenset(("i", "em", "var"))
VOID = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    )
)  # fmt: skip
"""They have no end."""
INLINE = frozenset(
    (
        "a", "abbr", "acronym", "bdi", "bdo", "big", "code", "data", "del", "dfn", "font", "ins", "kbd",
        "label", "mark", "meter", "nobr", "output", "progress", "q", "ruby", "rb", "s", "samp", "small",
        "span", "strike", "sub", "sup", "time", "title", "tt", "u", "bubble", "option", "optgroup",
        "colgroup", "slot",
    )
)  # fmt: skip
KNOWN = DROPPED | BLOCKS | BOLD | EMPHASISED | VOID | INLINE
"""A word in angle brackets that is none of these is no element: ``<nick>`` of a chat is text."""
