"""EBU STL (EBU Tech 3264), a binary format: its text is its bytes, one character each."""

from __future__ import annotations

from captious.formats.exchange.stl import issues, reader, unheld, writer
from captious.formats.exchange.stl.blocks import has_signature

recognises = has_signature
read = reader.read
write = writer.write
losses = unheld.losses
ISSUES = issues.ISSUES
