"""What the fields in the head of a transcript are called, in several languages."""

from __future__ import annotations


def _keys(text: str) -> frozenset[str]:
    return frozenset(key.strip() for key in text.split(","))


TITLES = _keys(
    "title, episode title, titel, título, titulo, titre, titolo, tytuł, interview, name of episode, название, тема,"
    "заголовок, タイトル"
)
DATES = _keys(
    "date, recorded, published, air date, aired, release date, date of interview, interview date, recording date,"
    "recorded on, published on, posted, datum, fecha, data, date of recording,"
    "datum van opname, дата, дата записи, 日付, 収録日, 配信日"
)
PEOPLE = _keys(
    "hosts, guests, speakers, participants, attendees, present, in attendance, also present, panel, panelists,"
    "panellists, members present, interviewees, interviewers, people, who, cast, remote and in person attendees,"
    "remote attendees, in person attendees, appearances, speaker list, featuring, teilnehmer, teilnehmende, gäste,"
    "sprecher, moderatoren, participantes, invitados, asistentes, ponentes, invités, intervenants, partecipanti,"
    "ospiti, deelnemers, gasten, deltagare, gäster, uczestnicy, goście, участники, гости, ведущие, convidados"
)
ONE = _keys(
    "host, guest, speaker, interviewer, interviewee, moderator, chair, scribe, with, chairs, scribes, narrator,"
    "moderation, gast, invitado, invitada, presenter, facilitator, note taker, notetaker, minutes by, presiding,"
    "moderatorin, gästin, presentador, presentadora, entrevistador, entrevistadora, entrevistado, entrevistada,"
    "animateur, animatrice, invité, invitée, conduttore, conduttrice, ospite, apresentador, apresentadora, convidado,"
    "convidada, ведущий, ведущая, гость, гостья, интервьюер"
)
"""Keys with the names of people, which label turns, too."""
LEADERS = _keys(
    "hosts, host, interviewer, interviewers, moderator, moderators, presenter, moderation, moderatoren, chair,"
    "moderatorin, presentador, presentadora, entrevistador, entrevistadora, animateur, animatrice, conduttore,"
    "conduttrice, apresentador, apresentadora, ведущий, ведущая, ведущие, интервьюер"
)
SERIES = _keys("series, show, podcast")
OTHERS = _keys(
    "series, episode, episode number, source, source file, file archive, file, filename, description, summary,"
    "duration, length, runtime, running time, total duration, location, place, venue, language, url, link, links,"
    "website, web, transcribed by, transcript by, transcriber, transcribed, transcription by, transcriptionist,"
    "editor, edited by, producer, producers, produced by, music, music by, contact, email, e-mail, phone, regrets,"
    "apologies, absent, agenda, topic, topics, tags, categories, category, keywords, summary keywords, season,"
    "show, podcast, network, media, audio, video, version, copyright, license, licence, isbn, organisation,"
    "organization, time, subject, author, by, meeting, meeting minutes, contents, resources, slides, see also,"
    "recording, notes by, irc, previous, next, original, updated, interview number, collection, repository, tape,"
    "project, accession, abstract, beschreibung, dauer, ort, sprache, quelle, descripción, duración, lugar, idioma,"
    "fuente, durée, lieu, langue, preliminary notes, sound engineer, sponsor, sponsors, sponsored by, youtube,"
    "podcast link, transcript, id, paper, code, book, date de publication"
)
WEAK = _keys(
    "agenda, topic, topics, time, by, original, previous, next, updated, place, paper, code, book, id, project, who,"
    "people, show, subject, resources, contact, link, links, summary, description, interview, music, meeting, tape,"
    "abstract, transcript, sponsor, sponsors, length, present, contents, data, тема, ort, lieu, lugar, language, audio,"
    "video, media, version, recording, source, episode, series, date"
)
"""Keys that may open a sentence, too: one of a head has another field beside it, or is short."""
ALL = TITLES | DATES | PEOPLE | ONE | OTHERS
ALONE = _keys(
    "attendees, present, regrets, chair, chairs, scribe, scribes, contents, participants, apologies, hosts, guests,"
    "speakers, summary keywords, agenda, teilnehmer, asistentes, participantes, absent, in attendance"
)
"""Keys that stand on a line of their own, above what they are about."""
