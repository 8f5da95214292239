"""SCC (Scenarist closed captions), the captions of American television."""

from __future__ import annotations

from captious.formats.exchange.scc import issues, lines, reader, writer

recognises = lines.begins_so
read = reader.read
write = writer.write
losses = writer.losses
ISSUES = issues.ISSUES
