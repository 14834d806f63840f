"""Reports: what may be said of the counts so that nobody is found in it. Pure."""
