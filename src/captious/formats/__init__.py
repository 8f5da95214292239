"""Caption files in and out: one package per format, none of which knows another; `registry` lists them."""
