"""Words and patterns that introduce mentions; the languages share one list, since no word misleads another."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENDINGS = _words(
    "ai app blog ch co com de dev edu es eu fm fr gov gg io it link ly me net nl org pl pt science se so tech to tv uk"
    " us xyz"
)
"""Top-level domains that mark a host name without ``https://`` or ``www.``: the usual ones."""
BOOKS = _words(
    "book books novel textbook author buch bücher roman autor autorin livre livres libro libros libri boek boeken livro"
    " livros książka książki książkę bok boken"
)
PAPERS = _words(
    "paper papers preprint article articles thesis arxiv studie studien aufsatz artikel papier articolo artículo artigo"
    " artykuł uppsats"
)
SAYS = _words(
    "say says said saying like goes asked asks tell tells told thought think yelled shouted sagt sagte sagen fragte"
    " meinte dit disait demandé dijo dice decía digo disse dice diceva zei zegt powiedział powiedziała mówi sade säger"
)
"""What quotation marks follow when they hold speech and no title."""
CALLED = _words("called titled named namens intitulé llamado chiamato")
SMALL = _words(
    "of the a an and for in on to with from by at de la le les du des del der die das und von y e di da"
)
"""Lower-case words inside titles."""
SMALL_IN_NAMES = _words("of the de la le les du des del der von van den di da dos")
NO_NAMES = _words("phd phds mcs i ok")
LINKED = _words("link links linked verlinkt verlinken verlinke lien liens enlace enlaces")
BELOW = _words("description notes shownotes below bio beschreibung notizen descripción descrizione descrição")
"""*Linked in the description*: a word of each in one sentence is a promise."""

LINK = re.compile(
    r"(?i:https?://|www\.)[^\s<>\"“”]+"
    # "the end.So we" is not a URL: top-level domains are in lower case
    rf"|[A-Za-z0-9](?:[A-Za-z0-9.-]{{0,60}}[A-Za-z0-9])?\.(?:{'|'.join(sorted(ENDINGS))})(?:/[^\s<>\"“”]*)?"
)
ABBREVIATION = re.compile(r"[\d.]+|(?:[a-z]\.)+[a-z]{0,2}", re.IGNORECASE)
"""Looks like a host name but is not: ``a.i``, ``3.14``."""
HANDLE = re.compile(r"@[A-Za-z0-9_][A-Za-z0-9_.]{0,38}")
ARXIV = re.compile(r"arxiv[:.]?\s?\d{4}\.\d{4,5}", re.IGNORECASE)
PROJECTS = re.compile(
    r"[^\W\d_]*[a-z][A-Z][^\W\d_]*|[A-Z]{2,}[a-z]+[A-Z]\w*"  # PyTorch, GANs4All
    r"|(?=.*[A-Z])[A-Za-z][A-Za-z-]*\d+[A-Za-z\d.-]*|[A-Z]\d[A-Z]\w*"  # GPT-2, H2O
    r"|scikit-[a-z]+|[A-Za-z]{2,}\.(?:js|py|rs)"  # scikit-learn, three.js
)

OPENING, CLOSING = "“«„»", "”»"
CLING = "\"'“”‘’«»„()[]{}.,;:!?…¿¡"


def bare(text: str) -> str:
    """A word as written, without punctuation and without a genitive's *s*."""
    return text.strip(CLING).removesuffix("’s").removesuffix("'s")


def ends_sentence(text: str) -> bool:
    """Whether a word ends a sentence, roughly: abbreviations count, too."""
    return text.rstrip(CLOSING + "\"'’)]").endswith((".", "?", "!", "…", ":"))
