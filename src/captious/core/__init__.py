"""The values everything else passes around: cues, documents, clocks, spans, findings. No behaviour beyond that."""
