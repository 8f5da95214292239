"""LRC, the lyrics of songs: a line and its start time; enhanced LRC has a time for each word, too.

Sources:
    Wikipedia, LRC (file format): tags, offset, several times a line, and the times of words in angle brackets.
"""
