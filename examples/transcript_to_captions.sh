#!/bin/sh
# From a transcript to SRT and WebVTT files: the main job, on the command line.
# Usage: transcript_to_captions.sh [FOLDER]    (default: a new folder in the system's temporary folder)
set -eu
here=$(dirname "$0")
folder=${1:-$(mktemp -d)}

# The length of the recording is enough; --media talk.mp3 reads it from the file.
captious caption "$here/talk.txt" --style youtube --duration 0:52 --to srt,vtt -o "$folder" --force

# The first captions, as a viewer would see them.
head -n 11 "$folder/talk.srt"
