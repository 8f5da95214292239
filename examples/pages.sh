#!/bin/sh
# From a transcript, its captions and its recording to pages: a transcript, a preview and a report.
# Usage: pages.sh [FOLDER]    (default: a new folder in the system's temporary folder)
set -eu
here=$(dirname "$0")
folder=${1:-$(mktemp -d)}
cp "$here/talk.ogg" "$folder"

captious transcript "$here/talk.txt" --words "$here/talk.auto.vtt" --media "$folder/talk.ogg" \
  --to html,md,description -o "$folder" --force
captious preview "$here/talk.vtt" --media "$folder/talk.ogg" -o "$folder" --force
captious check "$here/edited.srt" --output-format html --output-file "$folder/edited.report.html"
