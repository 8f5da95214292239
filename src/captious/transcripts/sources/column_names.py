"""What the columns of transcript tables are called."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(name.strip().casefold() for name in text.split(","))


SPEAKER, START, END, LENGTH, TEXT = "speaker", "start", "end", "length", "text"
_NAMES = {
    SPEAKER: _words(
        "speaker, speakers, speaker name, speaker label, speakername, speaker id, speakerid, spk, name, "
        "who, person, voice, participant, user, role, display name, character, sprecher, sprecherin, "
        "redner, rednerin, wer, locuteur, locutrice, intervenant, orateur, qui, nom, hablante, orador, "
        "oradora, ponente, interlocutor, quien, quién, nombre, locutor, parlante, relatore, oratore, chi, "
        "nome, falante, quem, spreker, wie, naam, talare, taler, hvem, vem, namn, navn, puhuja, nimi, "
        "mówca, osoba, kto, mluvčí, řečník, говорящий, спикер, имя, кто, ομιλητής, konuşmacı, 話者, "
        "発言者, 名前, 说话人, 发言人, 講者, 發言人, 姓名, 화자, 발언자, 이름, المتحدث, הדובר, वक्ता"
    ),
    START: _words(
        "start, begin, start time, starttime, start timecode, time, times, timestamp, time stamp, "
        "timecode, time code, tc, tc in, timecode in, time in, in, in point, from, offset, start offset, "
        "startoffset, begin time, begintime, begin offset, time start, start at, start ts, t start, ts, "
        "t, at, anfang, beginn, zeit, von, startzeit, zeitstempel, zeitmarke, début, debut, temps, heure, "
        "horodatage, inicio, tiempo, hora, marca de tiempo, inizio, tempo, ora, início, tid, starttid, "
        "tijd, begintijd, aika, alku, czas, początek, čas, začátek, время, начало, χρόνος, zaman, "
        "başlangıç, 開始, 開始時間, 時間, 時刻, 时间, 开始, 开始时间, 시작, 시간, 시작 시간"
    ),
    END: _words(
        "end, end time, endtime, end timecode, stop, tc out, timecode out, time out, out, out point, to, "
        "until, end at, end ts, end offset, endoffset, t end, ende, bis, endzeit, fin, hora fin, final, "
        "fine, fim, slut, sluttid, einde, eindtijd, loppu, koniec, konec, конец, bitiş, 終了, 終了時間, "
        "结束, 结束时间, 종료, 종료 시간"
    ),
    LENGTH: _words(
        "duration, dur, length, dauer, durée, duración, durata, duração, varighet, varaktighet, duur, "
        "長さ, 时长"
    ),
    TEXT: _words(
        "text, transcript, transcription, content, words, word, punctuated word, utterance, sentence, "
        "speech, dialogue, dialog, caption, captions, subtitle, body, said, what, message, line, spoken, "
        "spoken text, statement, transkript, äußerung, inhalt, wortlaut, was, texte, paroles, quoi, "
        "contenu, texto, contenido, qué, transcripción, testo, cosa, trascrizione, conteúdo, transcrição, "
        "tekst, tekstas, teksti, wat, vad, hvad, display text, display, value, utterance text, tekst "
        "mówiony, wypowiedź, obsah, текст, реплика, что, κείμενο, metin, 発言, 発言内容, テキスト, 内容, "
        "本文, 文本, 文字, 发言, 텍스트, 내용, النص, טקסט"
    ),
}
_UNIT = re.compile(
    r"[\[(]([^\[\]()]{0,30})[\])]|(?<=[ _])(?:in )?(ms|msec|millis|milliseconds|s|sec|secs|seconds|ticks)$"
)


def role_of(header: str) -> str | None:
    """What a column holds, by its name in any of some twenty languages; ``None`` if that does not say."""
    name = " ".join(
        _UNIT.sub("", header.casefold().strip("\ufeff \"'*:").replace("_", " ")).replace("-", " ").split()
    )
    return next((role for role, names in _NAMES.items() if name in names), None)


def number_ms_of(header: str) -> int | None:
    """What a bare number in a column counts, in milliseconds, if its name says so: ``start_ms``, ``Time (s)``."""
    match = _UNIT.search(header.casefold().strip().replace("_", " "))
    unit = (match[1] or match[2]).strip() if match else ""
    if unit.startswith(("ms", "milli")):
        return 1
    return 1000 if unit in ("s", "sec", "secs", "seconds") else None
