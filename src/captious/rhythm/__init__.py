"""Two captions of one recording compared by when they are shown: offset, speed and cuts, in any language."""
