"""One module and one function for each command: a typed request in, a typed result out."""
