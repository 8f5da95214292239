"""Pages for people: HTML files that need nothing else, ask no network for anything and can be read by everybody."""
