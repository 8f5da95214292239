"""Learn a house style from reference captions: the limits they keep, and where they break."""
