"""Texts on pages for readers, in the languages that have word lists."""

from __future__ import annotations

_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv")
_TABLE = {
    "transcript": "Transcript|Transkript|Transcription|Transcripción|Trascrizione"
    "|Transcript|Transkrypcja|Transcrição|Utskrift",
    "chapters": "Chapters|Kapitel|Chapitres|Capítulos|Capitoli|Hoofdstukken|Rozdziały|Capítulos|Kapitel",
    "introduction": "Introduction|Einleitung|Introduction|Introducción|Introduzione|Inleiding|Wprowadzenie|Introdução"
    "|Inledning",
    "speakers": "Speakers|Es sprechen|Intervenants|Intervienen|Voci|Sprekers|Rozmówcy|Participantes|Medverkande",
    "duration": "Duration|Dauer|Durée|Duración|Durata|Duur|Czas trwania|Duração|Längd",
    "date": "Published|Veröffentlicht|Publié|Publicado|Pubblicato|Gepubliceerd|Opublikowano|Publicado|Publicerad",
    "recording": "Recording|Aufnahme|Enregistrement|Grabación|Registrazione|Opname|Nagranie|Gravação|Inspelning",
    "listen": "Listen at the source|Zur Aufnahme|Écouter à la source|Escuchar en la fuente|Ascolta alla fonte"
    "|Luister bij de bron|Posłuchaj u źródła|Ouvir na fonte|Lyssna vid källan",
    "skip": "Skip to the transcript|Zum Transkript springen|Aller à la transcription|Ir a la transcripción"
    "|Vai alla trascrizione|Naar het transcript|Przejdź do transkrypcji|Ir para a transcrição|Hoppa till utskriften",
    "mentioned": "Mentioned|Erwähnt|Mentionnés|Mencionados|Citati|Genoemd|Wspomniane|Mencionados|Nämns",
    "promise": "Promised links|Versprochene Links|Liens promis|Enlaces prometidos|Link promessi|Beloofde links"
    "|Obiecane linki|Links prometidos|Utlovade länkar",
    "link": "Links|Links|Liens|Enlaces|Link|Links|Linki|Links|Länkar",
    "handle": "Handles|Konten|Comptes|Cuentas|Account|Accounts|Konta|Contas|Konton",
    "book": "Books|Bücher|Livres|Libros|Libri|Boeken|Książki|Livros|Böcker",
    "paper": "Papers|Aufsätze|Articles|Artículos|Articoli|Artikelen|Artykuły|Artigos|Artiklar",
    "title": "Titles|Titel|Titres|Títulos|Titoli|Titels|Tytuły|Títulos|Titlar",
    "project": "Projects and tools|Projekte und Werkzeuge|Projets et outils|Proyectos y herramientas"
    "|Progetti e strumenti|Projecten en hulpmiddelen|Projekty i narzędzia|Projetos e ferramentas|Projekt och verktyg",
    "name": "Names|Namen|Noms|Nombres|Nomi|Namen|Nazwy|Nomes|Namn",
    "draft": "The times are estimated from the text and may be some seconds off."
    "|Die Zeiten sind aus dem Text geschätzt und können um einige Sekunden abweichen."
    "|Les minutages sont estimés d’après le texte et peuvent être décalés de quelques secondes."
    "|Los tiempos se estiman a partir del texto y pueden desviarse unos segundos."
    "|I tempi sono stimati dal testo e possono scostarsi di alcuni secondi."
    "|De tijden zijn geschat uit de tekst en kunnen enkele seconden afwijken."
    "|Czasy oszacowano na podstawie tekstu i mogą różnić się o kilka sekund."
    "|Os tempos são estimados a partir do texto e podem desviar-se alguns segundos."
    "|Tiderna är uppskattade ur texten och kan vara några sekunder fel.",
}


def say(key: str, language: str) -> str:
    """Words of a page.

    Args:
        key: such as ``"chapters"``, or a kind of mention.
        language: BCP 47 tag of the episode; English for languages without these words.
    """
    texts = _TABLE[key].split("|")
    return texts[_LANGUAGES.index(spoken_in(language))]


def spoken_in(language: str) -> str:
    """The language `say` answers in: the primary subtag, or ``"en"``."""
    primary = language.split("-", maxsplit=1)[0].lower()
    return primary if primary in _LANGUAGES else "en"
