"""SCC, the captions of American television (CEA-608, line 21): codes, decoder, reader and writer."""
