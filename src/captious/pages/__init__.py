"""HTML pages: single files that load nothing from the network and are accessible."""
