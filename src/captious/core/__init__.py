"""The values everything else passes around: cues, documents, times, spans, findings."""
