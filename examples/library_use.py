"""Captions from Python: make and inspect them, convert them to pysrt or webvtt-py objects, write and read files."""

import tempfile
from pathlib import Path

import captious

transcript = Path(__file__).parent / "talk.txt"
captions = captious.caption(transcript, style="youtube", to="vtt", duration_ms=52_000)

for cue in captions.cues[:4]:
    print(f"{cue.start_ms:>6} ms  {cue.speaker}: {' / '.join(cue.lines)}  [{cue.time_source}]")

# The objects other libraries work with are one call away.
print("pysrt:", captions.document.to_pysrt()[0].text.replace("\n", " / "))
print("webvtt-py:", captions.document.to_webvtt()[0].text.replace("\n", " / "))

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "talk.vtt"
    captious.write(captions, path)
    # A broken file is read as far as it goes, and every issue has its line and column.
    path.write_text(
        path.read_text(encoding="utf-8").replace("00:00:00.000 -->", "0:00.00 -->", 1), encoding="utf-8"
    )
    reading = captious.read(path)
    for finding in reading.findings:
        print(f"{path.name}:{finding.span.line}:{finding.span.column}: {finding.code} {finding.message}")
