"""Which elements of a page are not part of its text, by their names and attributes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.transcripts.sources.html_names import DROPPED

if TYPE_CHECKING:
    from collections.abc import Mapping

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SCREEN_READER = frozenset(
    ("sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden", "skip-link")
)
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "toolbar")
)
_FURNITURE = re.compile(
    r"(?:comments?(?:-?(?:list|area|section|respond|form))?|respond|disqus(?:_thread)?|side-?bar|widget(?:-area)?|nav-?bar|menu"
    r"|breadcrumbs?|related(?:-?(?:posts?|articles?|episodes?))?|share(?:-?(?:buttons?|links?))?|sharedaddy|sharing"
    r"|social(?:-?(?:links?|icons?|share))?|newsletter(?:-?(?:form|signup))?|cookie(?:-?(?:banner|notice|consent))?"
    r"|pagination|post-?navigation|nav-?links|site-?footer|footnotes?|tag-?links|cat-?links|entry-?(?:meta|footer)|post-?meta"
    r"|jp-relatedposts|tags-links|post-tags|byline|author-?(?:box|bio|card)|mc_embed_signup|powerpress_(?:player|links)"
    r"|kg-(?:signup|audio|cta|email-cta|bookmark|product|file|button)-card|subscri(?:be|ption)-widget(?:-[a-z]+)*"
    r"|(?:gh|post)-(?:article-)?(?:comments|readmore|foot|head|meta|tag|excerpt|footer)|blog-item-(?:tags|categories|author|share|meta)"
    r"|item-?pagination|single-post-section|entry-?excerpt"
    r"|toc|table-of-contents|advert(?:isement)?|player(?:-?(?:controls?|buttons?))?)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"(?:[a-z]+[-_]+)*(?:speaker|talker|locutor|sprecher)(?:[-_]*(?:name|label|title))?(?:[-_]+[a-z]+)*",
    re.IGNORECASE,
)
_WRAPPER = re.compile(
    r"turn|block|section|text|segment|container|wrapper|list|content|row|group|change|paragraph|item",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?:[a-z]+[-_]+)*time(?:[-_]?(?:stamp|code))?s?(?:[-_]+[a-z]+)*", re.IGNORECASE)
_TRANSCRIPT = re.compile(r"transcri(?:pt|ção|zione|pci[oó]n)|transkript", re.IGNORECASE)


def is_without_speech(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element never holds speech: scripts, menus, forms, what is for screen readers only."""
    if tag in DROPPED or attributes.get("role", "") in _ROLES:
        return True
    return not _SCREEN_READER.isdisjoint(attributes.get("class", "").lower().split())


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element is not shown, at least until a reader asks for it."""
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(attributes.get("style", "")) is not None
    )


def is_furniture(attributes: Mapping[str, str]) -> bool:
    """Whether an element's names say that it is no part of the text: comments, a sidebar, buttons to share."""
    names = [attributes.get("id", ""), *attributes.get("class", "").split()]
    return any(_FURNITURE.fullmatch(name) for name in names if name)


def names_speaker(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is a speaker's name: ``<cite>``, ``<author>``, ``class="speaker-name"``."""
    if tag in ("cite", "author", "speaker", "dt"):
        return True
    if tag in ("body", "main", "article", "section", "html", "ul", "ol", "table", "tr"):
        return False
    names = attributes.get("class", "").split()
    return any(_SPEAKER.fullmatch(name) and not _WRAPPER.search(name) for name in names)


def names_time(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is a time: ``<time>``, ``class="timestamp"``."""
    return tag == "time" or any(_TIME.fullmatch(name) for name in attributes.get("class", "").split())


def names_transcript(tag: str, attributes: Mapping[str, str]) -> str:
    """What kind of container an element is: ``"transcript"``, ``"main"``, ``"article"`` or empty."""
    if tag not in ("div", "section", "article", "main", "details", "td"):
        return ""
    names = f"{attributes.get('id', '')} {attributes.get('class', '')}"
    if _TRANSCRIPT.search(names):
        return "transcript"
    if tag == "main" or attributes.get("role") == "main":
        return "main"
    return "article" if tag == "article" else ""
