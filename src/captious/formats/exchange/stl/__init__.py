"""EBU STL, the binary subtitle files of European broadcasters: blocks, character tables, reader and writer."""
