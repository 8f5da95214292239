"""Which files a run is about: folders walked, patterns honoured, history asked."""
