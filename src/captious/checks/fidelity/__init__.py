"""Rules about what the captions say against what was said; silent without a transcript and without timed words."""

RULES = (
    "missing_words",
    "added_words",
    "changed_words",
    "low_accuracy",
    "unknown_speaker",
    "moved_words",
    "uncaptioned_speech",
    "unheard_words",
    "off_sync",
    "lingering_cue",
)
