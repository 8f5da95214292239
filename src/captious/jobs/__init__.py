"""One module, one function for each verb: a typed request in, a typed result out."""
