"""Texts on pages for readers, in the languages that have word lists."""

from __future__ import annotations

import re

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
    "notes": "Notes for the author|Notizen für die Redaktion|Notes pour la rédaction|Notas para el autor"
    "|Note per l’autore|Notities voor de redactie|Notatki dla autora|Notas para o autor|Anteckningar för redaktionen",
    "notes-draft": "A draft, found in the text by rules: some of it will be wrong, and some is missing."
    " Nothing of it is on the page."
    "|Ein Entwurf, nach Regeln im Text gefunden: Manches wird falsch sein, manches fehlt."
    " Nichts davon steht auf der Seite."
    "|Un brouillon, relevé dans le texte selon des règles : il contient des erreurs et des oublis."
    " Rien n’en figure sur la page."
    "|Un borrador, hallado en el texto con reglas: tendrá errores y omisiones. Nada de esto está en la página."
    "|Una bozza, ricavata dal testo con regole: contiene errori e omissioni. Nulla di ciò è sulla pagina."
    "|Een concept, met regels in de tekst gevonden: er zal iets fout zijn en iets ontbreken."
    " Niets ervan staat op de pagina."
    "|Szkic, znaleziony w tekście według reguł: coś będzie błędne, czegoś zabraknie. Nic z tego nie ma na stronie."
    "|Um rascunho, encontrado no texto por regras: haverá erros e omissões. Nada disto está na página."
    "|Ett utkast, hittat i texten med regler: något är fel och något saknas. Inget av det står på sidan.",
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
    "half": "The times are estimated from the text: half of them are within {}."
    "|Die Zeiten sind aus dem Text geschätzt: Die Hälfte weicht höchstens {} ab."
    "|Les minutages sont estimés d’après le texte : la moitié est exacte à {} près."
    "|Los tiempos se estiman a partir del texto: la mitad se desvía como mucho {}."
    "|I tempi sono stimati dal testo: la metà si scosta al massimo di {}."
    "|De tijden zijn geschat uit de tekst: de helft wijkt hooguit {} af."
    "|Czasy oszacowano na podstawie tekstu: połowa różni się najwyżej o {}."
    "|Os tempos são estimados a partir do texto: metade desvia-se no máximo {}."
    "|Tiderna är uppskattade ur texten: hälften avviker högst {}.",
    "guests": "Guests|Zu Gast|Invités|Invitados|Ospiti|Gasten|Goście|Convidados|Gäster",
    "search": "Search the text|Text durchsuchen|Rechercher dans le texte|Buscar en el texto|Cerca nel testo"
    "|Zoeken in de tekst|Szukaj w tekście|Pesquisar no texto|Sök i texten",
    "previous": "Previous match|Vorheriger Treffer|Résultat précédent|Resultado anterior|Risultato precedente"
    "|Vorig resultaat|Poprzedni wynik|Resultado anterior|Föregående träff",
    "next": "Next match|Nächster Treffer|Résultat suivant|Resultado siguiente|Risultato successivo|Volgend resultaat"
    "|Następny wynik|Resultado seguinte|Nästa träff",
    "match": "{} of {}|{} von {}|{} sur {}|{} de {}|{} di {}|{} van {}|{} z {}|{} de {}|{} av {}",
    "no-match": "Not in the text|Nicht im Text|Absent du texte|No está en el texto|Non è nel testo|Niet in de tekst"
    "|Nie ma w tekście|Não está no texto|Finns inte i texten",
    "top": "Back to top|Nach oben|Haut de page|Volver arriba|Torna su|Terug naar boven|Na górę|Voltar ao topo"
    "|Till toppen",
    "here": "Link to {}|Link zu {}|Lien vers {}|Enlace a {}|Link a {}|Link naar {}|Link do {}|Ligação para {}"
    "|Länk till {}",
    "play": "Play here, from YouTube|Hier abspielen, von YouTube|Lire ici, depuis YouTube"
    "|Reproducir aquí, desde YouTube|Riproduci qui, da YouTube|Hier afspelen, van YouTube"
    "|Odtwórz tutaj, z YouTube|Reproduzir aqui, do YouTube"
    "|Spela upp här, från YouTube",
}
_MONTHS = (
    "January February March April May June July August September October November December"
    "|Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    "|janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    "|enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    "|gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
    "|januari februari maart april mei juni juli augustus september oktober november december"
    "|stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
    "|janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
    "|januari februari mars april maj juni juli augusti september oktober november december"
)
_DATES = "{} {} {}|{}. {} {}|{} {} {}|{} de {} de {}|{} {} {}|{} {} {}|{} {} {}|{} de {} de {}|{} {} {}"


def say(key: str, language: str) -> str:
    """Words of a page.

    Args:
        key: such as ``"chapters"``, or a kind of mention.
        language: BCP 47 tag of the episode; English for languages without these words.
    """
    texts = _TABLE[key].split("|")
    return texts[_LANGUAGES.index(spoken_in(language))]


def written_date(date: str, language: str) -> str:
    """A date as people write it, ``25 November 2026``; one that is no ``2026-11-25`` stays as it is."""
    match = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])-([0-9]{2})", date)
    if match is None:
        return date
    number = _LANGUAGES.index(spoken_in(language))
    month = _MONTHS.split("|")[number].split()[int(match[2]) - 1]
    return _DATES.split("|")[number].format(int(match[3]), month, match[1])


def spoken_in(language: str) -> str:
    """The language `say` answers in: the primary subtag, or ``"en"``."""
    primary = language.split("-", maxsplit=1)[0].lower()
    return primary if primary in _LANGUAGES else "en"
